// Any bytes as a caller's patterns and a text: flags on the first line, patterns on the second (apart by a
// unit separator), the rest is the text.
#include <cstddef>
#include <string>

#include "check.h"
#include "copydesk/patterns.h"

namespace {

using namespace copydesk;
using fuzz::require;

std::string line(std::string& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string first = rest.substr(0, end);
  rest.erase(0, end + 1);
  return first;
}

std::vector<Pattern> patterns_of(const std::string& line, const std::string& flags) {
  std::vector<Pattern> patterns;
  for (std::size_t at = 0; at <= line.size() && patterns.size() < 4;) {
    const std::size_t end = std::min(line.find('\x1f', at), line.size());
    patterns.push_back({std::to_string(patterns.size()), line.substr(at, end - at), flags, {}});
    at = end + 1;
  }
  return patterns;
}

void check_matches(std::string_view text, const std::vector<Block>& blocks,
                   const std::vector<Match>& matches) {
  std::uint32_t begin = 0;
  for (const Match& match : matches) {
    fuzz::check_span(text, match.span);
    require(!match.span.empty() && match.span.begin >= begin, "matches have places, in order");
    begin = match.span.begin;
    bool within = false;
    for (const Block& block : blocks) within |= block.span.contains(match.span);
    require(within, "a match stays in a block");
    for (const Match::Group& group : match.groups) {
      fuzz::check_span(text, group.span);
      require(match.span.contains(group.span), "a group lies in its match");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  const std::string flags = line(text);
  const std::vector<Pattern> patterns = patterns_of(line(text), flags);
  PatternLimits limits;
  limits.memory = 1u << 20;
  const auto set = PatternSet::compile(patterns, limits);
  if (!set) {
    require(!set.error().message.empty(), "an error says why");
    require(set.error().offset <= size + limits.pattern_bytes, "an error says where");
    return 0;
  }
  const auto report = analyze(text);
  if (!report) return -1;
  const auto matches = set.value()->find(text, report.value().blocks);
  check_matches(text, report.value().blocks, matches);
  // Each pattern alone finds what it finds in company.
  std::size_t alone = 0;
  for (const Pattern& pattern : patterns)
    alone += PatternSet::compile({pattern}, limits).value()->find(text, report.value().blocks).size();
  require(alone == matches.size(), "patterns do not disturb each other");
  return 0;
}
