// Prints reports that no article gives: every field present, every field absent, every enumerator, text of
// all widths.  tests/report/fields.test.js reads them: four lines a report, each JSON (the text, the report
// as to_json writes it, the words and the strings of to_flat).
#include <cstdio>
#include <string>

#include "copydesk/report.h"
#include "report/flat.h"
#include "report/names.h"

namespace {

using namespace copydesk;

const std::string kText =
    "“Fünf,” said 🦊 Ann Lee\r\n on 3 June. \x01\x7f\"\\ e\u0301 \u202b שלום";

/// Picks the k-th of several code point boundaries of the text.
std::uint32_t place(unsigned k) {
  std::uint32_t at = k * 7 % static_cast<std::uint32_t>(kText.size());
  while (at < kText.size() && (static_cast<unsigned char>(kText[at]) & 0xc0) == 0x80) ++at;
  return at;
}
Span span(unsigned k) {
  const std::uint32_t a = place(k), b = place(k + 1);
  return a < b ? Span{a, b} : b < a ? Span{b, a} : Span{0, 3};
}

/// `all`: optional fields are present; `k` turns the enumerators and spans.
Report sample(unsigned k, bool all) {
  const auto pick = [&]<class Enum>(Enum last) {
    const unsigned first = all ? 1 : 0;
    const unsigned count = static_cast<unsigned>(last) + 1 - first;
    return static_cast<Enum>(first + k % count);
  };
  const std::string odd = "é🦊\u2028\t\b" + std::to_string(k) + "\x02\"\\";
  const auto text = [&](std::string value) { return all ? value : std::string(); };
  const RuleId rule{0};
  Report r;
  r.id = text(odd);
  r.reference = {text("2024-06-12"), pick(ReferenceSource::updated), text("Europe/Paris")};
  const HeadField field{all || k % 2 ? span(k) : Span{}, text("Ann Lee"), static_cast<HeadSource>(k % 2)};
  if (all) r.article.headline = r.article.published = r.article.updated = r.article.dateline = field;
  r.article.authors.assign(k % 3, field);
  r.article.credits.assign(all ? 2 : 0, field);
  r.blocks = {{span(k), static_cast<BlockKind>(k % 12), rule}};
  r.sentences = {{span(k), 0, rule}, {span(k + 1), 0, rule}};
  r.people = {{odd, text("Mayor"), Gender::unknown, std::vector<Span>(k % 3, span(k))}};
  Quote quote;
  quote.span = span(k);
  quote.kind = static_cast<QuoteKind>(k % 5);
  quote.content = {span(k)};
  quote.rule = rule;
  quote.confidence = static_cast<Confidence>(k % 3);
  if (all) quote.parent = 0;
  if (all) quote.self = {span(k)};
  if (all) quote.speaker = Speaker{span(k), k, odd};
  if (!all && k % 2) quote.speaker = Speaker{span(k), {}, ""};
  if (all || k % 2) quote.cue = Cue{span(k), "say"};
  r.quotes = {quote, quote};
  Date date{span(k),
            static_cast<DateType>(k % 4),
            "2024-06",
            pick(DateMod::late),
            text("2024-06-01"),
            text("2024-07-01"),
            text("2024-06~"),
            pick(Grain::millennium),
            rule,
            {},
            {}};
  if (all) date.alternatives = {"2023-06", odd}, date.inferred = {"year"};
  r.dates = {date};
  Number number;
  number.span = span(k);
  number.kind = static_cast<NumberKind>(k % 11);
  number.value = text("12.5"), number.low = text("-1"), number.high = text("100000000000000000000.25");
  number.approx = pick(Approx::vague);
  number.unit = text("mile"), number.ucum = text("[mi_i]");
  number.base_value = text("1609.344"), number.base_unit = text("meter");
  number.role = pick(ChangeRole::from), number.direction = pick(Direction::down);
  number.confidence = static_cast<Confidence>(k % 3);
  if (all) number.unit_candidates = {"USD", "CAD"}, number.of = span(k + 2), number.same_as = k % 2;
  r.numbers = {number, number};
  r.findings = {
      {"weekday-mismatch", static_cast<Severity>(k % 3), odd, std::vector<Span>(k % 3, span(k)), text(odd)}};
  r.matches = {{"house-style", span(k), {{text("who"), span(k)}, {"", span(k + 1)}}}};
  if (!all && k % 2) r.dates.clear(), r.numbers.clear(), r.people.clear(), r.matches.clear();
  return r;
}

void print(const Report& report) {
  std::vector<std::int32_t> words;
  std::string strings;
  to_flat(report, kText, words, strings);
  const auto quoted = [](std::string_view s) {
    std::string out = "\"";
    char code[8];
    for (const char c : s) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || c == '"' || c == '\\')
        std::snprintf(code, sizeof code, "\\u%04x", byte), out += code;
      else
        out += c;
    }
    return out + '"';
  };
  std::printf("%s\n%s\n[", quoted(kText).c_str(), to_json(report, kText).c_str());
  for (std::size_t i = 0; i < words.size(); ++i) std::printf(i ? ",%d" : "%d", words[i]);
  std::printf("]\n%s\n", quoted(strings).c_str());
}

}  // namespace

int main() {
  for (unsigned k = 0; k < 48; ++k) {
    print(sample(k, true));
    print(sample(k, false));
  }
}
