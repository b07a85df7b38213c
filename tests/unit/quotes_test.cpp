// Properties of quotations that hold for every text; who says what stands in tests/cases/en/quotes.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "copydesk/report.h"

using namespace copydesk;

namespace {

void check_sound(const std::string& text) {
  const auto report = analyze(text);
  REQUIRE(report);
  const Report& r = report.value();
  for (const Quote& q : r.quotes) {
    CHECK(q.span.begin < q.span.end);
    CHECK(q.span.end <= text.size());
    for (const Span& c : q.content) CHECK(q.span.contains(c));
    if (q.kind == QuoteKind::scare || q.kind == QuoteKind::title) CHECK_FALSE(q.speaker);
    if (q.speaker && q.speaker->person) CHECK(*q.speaker->person < r.people.size());
    if (q.speaker) CHECK(q.speaker->span.end <= text.size());
    if (q.parent) {
      REQUIRE(&r.quotes[*q.parent] < &q);
      CHECK(r.quotes[*q.parent].span.contains(q.span));
    }
    if (!q.self.empty()) CHECK(q.speaker);
    for (const Span& s : q.self)
      CHECK(std::any_of(q.content.begin(), q.content.end(), [&](const Span& c) { return c.contains(s); }));
  }
  for (const Person& p : r.people) {
    CHECK_FALSE(p.name.empty());
    CHECK_FALSE(p.mentions.empty());
    for (std::size_t i = 1; i < p.mentions.size(); ++i) CHECK(p.mentions[i - 1].begin < p.mentions[i].begin);
  }
}

}  // namespace

TEST_CASE("quotations and people of odd texts are sound") {
  for (const char* text : {"",
                           "“",
                           "”",
                           "\"\"",
                           "“”",
                           "' ' '",
                           "said",
                           "said said said",
                           "“a” “b” “c”",
                           "Mr.",
                           "Mr. 's",
                           "“said Lee",
                           "\"said\" \"said\"",
                           "according to",
                           "According to “x”",
                           ": “x”",
                           "– “x” –",
                           "He she they who “x” said",
                           "‘“‘“x”’”’",
                           "Lee's Lee's Lee's “x”",
                           "12\" 12' '12\"",
                           "“a ‘b “c ‘d “e” d’ c” b’ a”, Lee said.",
                           "“I ‘the dogs’ of “I said” me”, Lee said.",
                           "“‘I”, Lee said, “I’ I said “I”"})
    check_sound(text);
}
