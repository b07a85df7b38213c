// Properties that hold for every text; what figures mean stands in tests/cases/en/numbers.txt.
#include "numbers/numbers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sentences/sentences.h"
#include "support/random_text.h"
#include "syntax/syntax.h"
#include "values/decimal.h"

using namespace copydesk;

namespace {

std::vector<Number> numbers_of(const Text& text) {
  const Tokens tokens = tokenize(text);
  const std::vector<Block> blocks{{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, {}}};
  const std::vector<Sentence> sentences{{{0, static_cast<std::uint32_t>(text.size())}, 0, {}}};
  return find_numbers(text, tokens, read_syntax(text, tokens, sentences), blocks);
}

bool is_decimal(std::string_view s) {
  const Decimal d = Decimal::parse(s);
  return d.some() && d.text() == s;
}

/// What must be true of the figures of any text.
void check_figures(const Text& text) {
  const std::vector<Number> numbers = numbers_of(text);
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& n = numbers[i];
    REQUIRE(n.span.begin >= from);
    REQUIRE(n.span.end > n.span.begin);
    REQUIRE(n.span.end <= text.size());
    from = n.span.end;
    for (const std::string* value : {&n.value, &n.low, &n.high, &n.base_value})
      REQUIRE((value->empty() || is_decimal(*value)));
    REQUIRE_FALSE((n.value.empty() && n.low.empty() && n.high.empty()));
    REQUIRE(n.base_value.empty() == n.base_unit.empty());
    REQUIRE((n.kind != NumberKind::money || !n.unit.empty()));
    REQUIRE((n.kind != NumberKind::measure || !n.unit.empty()));
    REQUIRE_FALSE(rule_name(n.rule).empty());
    if (n.same_as) REQUIRE(*n.same_as < i);
    if (n.of) {
      REQUIRE(n.of->end > n.of->begin);
      REQUIRE(n.of->end <= text.size());
      REQUIRE_FALSE(n.of->overlaps(n.span));
    }
  }
}

/// Pieces figures are made of, in any order.
std::string random_figures(tests::Random& random, unsigned pieces) {
  static constexpr const char* kPieces[] = {
      "1",       "25",         "1,234",     "1.5",   "2019",    "half",   "a",       "third",   "quarter",
      "hundred", "and",        "million",   "-",     "–",       "to",     "between", "$",       "£",
      "US",      "km",         "m",         "%",     "percent", "per",    "hour",    "one",     "in",
      "of",      "out",        "½",         "/",     "×10",     "^",      "minus",   "−",       "(",
      ")",       "±",          "year",      "old",   "'",       "\"",     "ft",      "dollars", "cents",
      "point",   "second",     "June",      "about", "or so",   "times",  "dozens",  "XXIV",    "No.",
      "or more", "below zero", "couple of", "per",   "the",     "twenty", "first",   "e5",      "bn",
      "more",    "than",       "\xC2\xA0",  "\n\n"};
  std::string s;
  for (unsigned i = 0; i < pieces; ++i) {
    s += kPieces[random.below(sizeof kPieces / sizeof *kPieces)];
    if (random.below(3)) s += ' ';
  }
  return s;
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string s;
  while (s.size() < size) s += piece;
  return s;
}

}  // namespace

TEST_CASE("figures are in order, apart, exact and named by a rule, whatever the text") {
  tests::Random random(11);
  for (unsigned i = 0; i < 2000; ++i) check_figures(Text::from_utf8(random_figures(random, 40)).value());
  for (unsigned i = 0; i < 500; ++i) check_figures(Text::from_utf8(tests::random_text(random, 60)).value());
}

TEST_CASE("a quarter megabyte of what figures are made of") {
  for (const char* piece : {"1",
                            "1,",
                            ",",
                            "1,000,",
                            "hundred ",
                            "hundred thousand ",
                            "one hundred and ",
                            "$",
                            "$ ",
                            "£1 ",
                            "5 km ",
                            "1-",
                            "1/2 ",
                            "1 ",
                            "000 ",
                            "one in ",
                            "about ",
                            "half a ",
                            "1.5 to ",
                            "½",
                            "5 per ",
                            "3 and 4 and ",
                            "a third of a million of ",
                            "1e5",
                            "5'10\" ",
                            "1±",
                            "minus ",
                            "km ",
                            "% ",
                            "10^100000 ",
                            "rose to 1 ",
                            "Of 1, ",
                            "the XXIV ",
                            "No. 1 ",
                            "(1,234) ",
                            "3 per 1 ",
                            "500 pesos Chile ",
                            "1.234,5 1.234 ",
                            "pressure 120/80 ",
                            "2- to 1 ",
                            "1 or more ",
                            "10 tons deadweight ",
                            "twenty-"})
    check_figures(Text::from_utf8(repeated(piece, 250'000)).value());
}

TEST_CASE("past the limits a number is left alone") {
  for (const std::string& s : {std::string(1'000'000, '1'), std::string("6x10^100000 atoms"),
                               std::string("5e99999 holes"), std::string(39, '9') + " million"}) {
    const std::vector<Number> numbers = numbers_of(Text::from_utf8(s).value());
    CHECK(std::none_of(numbers.begin(), numbers.end(), [](const Number& n) { return n.value.size() > 402; }));
  }
  const Text fits = Text::from_utf8("3×10^30 grains").value();
  REQUIRE(numbers_of(fits).size() == 1);
  CHECK(numbers_of(fits)[0].value == "3" + std::string(30, '0'));
}
