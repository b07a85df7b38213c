#include "report/findings.h"

#include <doctest/doctest.h>

namespace copydesk {
namespace {

/// A headline and a body of two counts each, the counted words after them.
std::vector<Finding> findings_of(std::string_view bytes, const char* head, const char* body,
                                 Approx approx = Approx::none) {
  const Text text = Text::from_utf8(bytes).value();
  Report report;
  const auto line = static_cast<std::uint32_t>(bytes.find('\n'));
  report.article.headline = HeadField{{0, line}, ""};
  const auto count = [&](const char* value, std::size_t from) {
    Number number;
    number.span.begin = static_cast<std::uint32_t>(bytes.find(value, from));
    number.span.end = number.span.begin + static_cast<std::uint32_t>(std::string_view(value).size());
    number.value = value;
    number.of = Span{number.span.end + 1,
                     static_cast<std::uint32_t>(bytes.find_first_of(" \n.", number.span.end + 1))};
    report.numbers.push_back(number);
  };
  count(head, 0);
  count(body, line);
  report.numbers[1].approx = approx;
  return find_findings(text, report);
}

}  // namespace

TEST_CASE("a headline's figure that the body gives otherwise") {
  const auto found = findings_of("Fire kills 14 workers\nIt killed 12 workers.", "14", "12");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "headline-figure");
  CHECK(found[0].suggestion == "12");
  CHECK(findings_of("Fire kills 14 workers\nIt killed 14 workers.", "14", "14").empty());
  CHECK(findings_of("Fire kills 14 workers\nIt killed 12 horses.", "14", "12").empty());
  CHECK(findings_of("Fire kills 14 workers\nIt killed 12 workers.", "14", "12", Approx::about).empty());
}

TEST_CASE("a quotation that nobody says") {
  const std::string_view bytes = "“There was not one key in the whole building.”";
  const Text text = Text::from_utf8(bytes).value();
  Report report;
  const Span all{0, static_cast<std::uint32_t>(bytes.size())};
  report.blocks = {{all, BlockKind::paragraph, {}}};
  report.quotes.resize(1);
  Quote& quote = report.quotes[0];
  quote.span = all;
  quote.content = {{3, all.end - 3}};
  REQUIRE(find_findings(text, report).size() == 1);
  CHECK(find_findings(text, report)[0].code == "quote-unattributed");
  report.blocks[0].kind = BlockKind::quote_block;
  CHECK(find_findings(text, report).empty());
  report.blocks[0].kind = BlockKind::paragraph;
  quote.kind = QuoteKind::scare;
  CHECK(find_findings(text, report).empty());
  quote.kind = QuoteKind::direct;
  quote.speaker = Speaker{};
  CHECK(find_findings(text, report).empty());
  quote.speaker.reset();
  quote.content = {{3, 12}};  // two words are no speech
  CHECK(find_findings(text, report).empty());
}

}  // namespace copydesk
