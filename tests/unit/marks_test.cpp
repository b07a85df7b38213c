#include "quotes/marks.h"

#include <doctest/doctest.h>

#include <string>

using namespace copydesk;

namespace {

/// The stretches, "|" between them; "?" behind an unclosed one, ">" behind one that runs on; nested in ().
std::string stretches(const std::string& s) {
  const auto text = Text::from_utf8(s);
  const Tokens tokens = tokenize(text.value());
  const std::vector<Block> blocks = {{{0, text.value().size()}, BlockKind::paragraph, {}}};
  const Marks marks = pair_marks(text.value(), tokens, blocks);
  std::string out;
  for (const Stretch& q : marks.stretches) {
    if (!out.empty()) out += '|';
    const std::string content(text.value().slice(q.content));
    out += q.depth ? "(" + content + ")" : content;
    if (q.runs_on)
      out += '>';
    else if (!q.closed)
      out += '?';
  }
  return out;
}

}  // namespace

TEST_CASE("every style of mark pairs") {
  CHECK(stretches("\"Yes,\" he said. \"No.\"") == "Yes,|No.");
  CHECK(stretches("“Yes,” he said. “No.”") == "Yes,|No.");
  CHECK(stretches("«Yes» and „No“ and ''so'' and ``on''") == "Yes|No|so|on");
  CHECK(stretches("‘Yes,’ he said. 'No,' she said.") == "Yes,|No,");
  CHECK(stretches("“Yes,\" he said.") == "Yes,");
}

TEST_CASE("apostrophes, years, inches are no marks") {
  CHECK(stretches("'Tis the dogs' day in the '90s, rock 'n' roll.") == "");
  CHECK(stretches("He is 5'10\" and it is 12\" long.") == "");
  CHECK(stretches("'The dogs' dinner was late,' he said.") == "The dogs' dinner was late,");
}

TEST_CASE("marks nest") {
  CHECK(stretches("“He said ‘go’ and left,” she said.") == "He said ‘go’ and left,|(go)");
  CHECK(stretches("‘He said “go” and left,’ she said.") == "He said “go” and left,|(go)");
}

TEST_CASE("marks that never close") {
  CHECK(stretches("“It rained all day.\n\nIt did.") == "It rained all day.?");
  CHECK(stretches("“It rained, he said.\n\nIt did.") == "It rained,?");
  CHECK(stretches("“It rained.\n\n“It snowed,” he said.") == "It rained.>|It snowed,");
  CHECK(stretches("“") == "");
  CHECK(stretches("A stray ” mark") == "");
}

TEST_CASE("a million opening marks cost linear time and little memory") {
  std::string s;
  for (int i = 0; i < 1000000; ++i) s += "“";
  const auto text = Text::from_utf8(s);
  const Tokens tokens = tokenize(text.value());
  const Marks marks = pair_marks(text.value(), tokens, {{{0, text.value().size()}, BlockKind::paragraph, {}}});
  CHECK(marks.stretches.size() <= 1);
}
