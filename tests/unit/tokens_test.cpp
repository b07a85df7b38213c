#include "text/tokens.h"

#include <doctest/doctest.h>

#include <string>

using namespace copydesk;
using namespace copydesk::literals;

namespace {

std::string shown(std::string_view s) {
  const Text text = Text::from_utf8(s).value();
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += '|';
    out += text.slice(token.span());
  }
  return out;
}

}  // namespace

TEST_CASE("words, clitics, dotted letters, numbers and marks") {
  CHECK(shown("It’s $1.5bn, U.S. officials didn't say.") == "It|’s|$|1.5|bn|,|U.S.|officials|didn't|say|.");
  CHECK(shown("O'Brien's 3rd-quarter loss (1,234)") == "O'Brien|'s|3|rd|-|quarter|loss|(|1,234|)");
  CHECK(shown("at 5 p.m. He left.") == "at|5|p.m.|He|left|.");
  CHECK(shown("the dogs' home, ’tis") == "the|dogs|'|home|,|’|tis");
  CHECK(shown("J.P. Morgan’s “plan”—now") == "J.P.|Morgan|’s|“|plan|”|—|now");
  CHECK(shown("Café Zürich ÉCOLE") == "Café|Zürich|ÉCOLE");
  CHECK(shown("") == "");
}

TEST_CASE("flags and look-up") {
  const Text text = Text::from_utf8("MAY came.\nOn March 3\n\niPhone Éva").value();
  const Tokens tokens = tokenize(text);
  CHECK(tokens[0].has(token_flag::all_capitals));
  CHECK(tokens[0].has(token_flag::gap_before));
  CHECK(tokens[0].has(Tag::months));
  CHECK(tokens[1].is("came"_w));
  CHECK(tokens[2].is_mark('.'));
  CHECK(tokens[3].has(token_flag::line_before));
  CHECK_FALSE(tokens[3].has(token_flag::gap_before));
  CHECK(tokens[5].is_number());
  CHECK(tokens[6].has(token_flag::gap_before));
  CHECK(tokens[6].has(token_flag::inner_capital));
  CHECK(tokens[7].capital());
  CHECK(tokens[tokens.size() + Tokens::kMargin - 1].kind == TokenKind::none);
  CHECK(tokens[std::size_t{0} - Tokens::kMargin].kind == TokenKind::none);
}
