#include "copydesk/patterns.h"

#include <doctest/doctest.h>

namespace copydesk {
namespace {

std::vector<Match> find(const std::vector<Pattern>& patterns, std::string_view text,
                        std::vector<Block> blocks = {}) {
  if (blocks.empty()) blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, {}}};
  return PatternSet::compile(patterns).value()->find(text, blocks);
}
ErrorCode refused(const Pattern& pattern, const PatternLimits& limits = {}) {
  return PatternSet::compile({pattern}, limits).error().code;
}

}  // namespace

TEST_CASE("matches with their groups, in text order") {
  const auto found =
      find({{"b", "b+", "", {}}, {"pair", "(?P<left>[a-z])-(x)?([a-z])", "", {}}}, "a-b bb c-xd");
  REQUIRE(found.size() == 4);
  CHECK(found[0].id == "pair");
  CHECK(found[0].span == Span{0, 3});
  REQUIRE(found[0].groups.size() == 2);  // the second took no part
  CHECK(found[0].groups[0].name == "left");
  CHECK(found[0].groups[1].span == Span{2, 3});
  CHECK(found[1].id == "b");
  CHECK(found[3].groups.size() == 3);
}

TEST_CASE("flags, kinds of blocks, empty matches") {
  CHECK(find({{"x", "AB", "i", {}}}, "ab").size() == 1);
  CHECK(find({{"x", "a.b", "", {}}}, "a\nb").empty());
  CHECK(find({{"x", "a.b", "s", {}}}, "a\nb").size() == 1);
  CHECK(find({{"x", "^b", "m", {}}}, "a\nb").size() == 1);
  CHECK(find({{"x", "z*", "", {}}}, "éz🦊zz").size() == 2);
  const std::vector<Block> blocks = {{{0, 1}, BlockKind::headline, {}}, {{2, 3}, BlockKind::furniture, {}}};
  CHECK(find({{"x", "a", "", {}}}, "a a", blocks).size() == 1);
  CHECK(find({{"x", "a", "", {BlockKind::furniture}}}, "a a", blocks)[0].span.begin == 2);
  CHECK(find({{"x", "a a", "", {}}}, "a a", blocks).empty());
}

TEST_CASE("what cannot be compiled is refused with its reason") {
  CHECK(refused({"x", "a(b", "", {}}) == ErrorCode::invalid_pattern);
  CHECK(refused({"x", "(?=a)", "", {}}) == ErrorCode::invalid_pattern);
  CHECK(refused({"x", "(a)\\1", "", {}}) == ErrorCode::invalid_pattern);
  CHECK(refused({"x", "a", "q", {}}) == ErrorCode::invalid_pattern);
  CHECK(refused({"x", "a\\C", "", {}}) == ErrorCode::invalid_pattern);
  CHECK(find({{"x", "\\\\C", "", {}}}, "\\C").size() == 1);
  CHECK(find({{"x", "\\Q\\C\\E", "", {}}}, "\\C").size() == 1);
  CHECK(refused({"", "a", "", {}}) == ErrorCode::invalid_pattern);
  CHECK(refused({"x", "((a{1,100}){1,100}){1,100}", "", {}}) != ErrorCode::invalid_utf8);
  CHECK(refused({"x", "[a-z]{1000}[a-z]{1000}", "", {}}, {.memory = 4096}) == ErrorCode::unsafe_pattern);
  CHECK(refused({"x", "abc", "", {}}, {.pattern_bytes = 2}) == ErrorCode::unsafe_pattern);
  CHECK(PatternSet::compile({{"x", "a", "", {}}, {"x", "b", "", {}}}).error().code ==
        ErrorCode::invalid_pattern);
  CHECK(PatternSet::compile({{"x", "a", "", {}}, {"y", "b", "", {}}}, {.count = 1}).error().code ==
        ErrorCode::unsafe_pattern);
  CHECK(PatternSet::compile({{"open", "ab[c", "", {}}}).error().offset == 2);
}

TEST_CASE("a search looks ahead as far as its reach and no further") {
  const std::string far = "a" + std::string(9000, ' ') + "b a" + std::string(1500, ' ') + "b";
  // Out of reach the second choice is taken; within it the first.
  const auto found = find({{"x", "a[^b]*b|a", "", {}}}, far);
  REQUIRE(found.size() == 2);
  CHECK(found[0].span == Span{0, 1});
  CHECK(found[1].span.size() == 1502);
  // No match is lost where windows meet, and a block that ends is an end.
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "é word ";
  CHECK(find({{"x", "\\bword\\b", "", {}}}, words).size() == 5000);
  CHECK(find({{"x", "\\bwo$", "", {}}}, words + "wo").size() == 1);
  CHECK(find({{"x", "^é", "", {}}}, words).size() == 1);
}

TEST_CASE("patterns that are exponential elsewhere take linear time") {
  const std::string text = std::string(100000, 'a') + "!";
  for (const char* pattern : {"(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    CHECK_MESSAGE(find({{"x", pattern, "", {}}}, text).empty(), pattern);
}

TEST_CASE("matches have an end") {
  const auto set = PatternSet::compile({{"x", "a", "", {}}}, {.matches = 10}).value();
  const std::string text(1000, 'a');
  CHECK(set->find(text, {{{0, 1000}, BlockKind::paragraph, {}}}).size() == 10);
}

}  // namespace copydesk
