// The only file that sees RE2.
#include "copydesk/patterns.h"

#include <re2/re2.h>

#include <algorithm>

#include "values/order.h"

namespace copydesk {
namespace {

using re2::RE2;
using re2::StringPiece;

RE2::Options re2_options(const Pattern& pattern, const PatternLimits& limits) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(limits.memory);
  options.set_case_sensitive(pattern.flags.find('i') == std::string::npos);
  options.set_dot_nl(pattern.flags.find('s') != std::string::npos);
  return options;
}

/// The pattern with the flag that RE2 takes in the text only.
std::string with_flags(const Pattern& pattern) {
  return (pattern.flags.find('m') == std::string::npos ? "" : "(?m)") + pattern.pattern;
}

Error refuse(ErrorCode code, const Pattern& pattern, std::uint64_t offset, const std::string& reason) {
  return {code, offset, 0, "The pattern \"" + pattern.id + "\" " + reason};
}

Error explain(const Pattern& pattern, const RE2& compiled) {
  if (compiled.error_code() == RE2::ErrorPatternTooLarge)
    return refuse(ErrorCode::unsafe_pattern, pattern, 0,
                  "needs more memory than a pattern may have; make its counts smaller.");
  const std::size_t at = pattern.pattern.find(compiled.error_arg());
  return refuse(ErrorCode::invalid_pattern, pattern, at == std::string::npos ? 0 : at,
                "is not valid: " + compiled.error() + ". RE2 has no look-around and no back-references.");
}

/// Where "\\C", RE2's single byte, stands in a pattern: what it matched could end within a character.
std::size_t find_byte_escape(std::string_view pattern) {
  for (std::size_t at = pattern.find('\\'); at < pattern.size(); at = pattern.find('\\', at)) {
    const char c = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
    if (c == 'C') return at;
    at = c == 'Q' ? pattern.find("\\E", at) : at + 2;
  }
  return pattern.npos;
}

std::uint32_t mask_of(const std::vector<BlockKind>& within) {
  const auto bit = [](BlockKind kind) { return 1u << static_cast<unsigned>(kind); };
  std::uint32_t mask = within.empty() ? ~bit(BlockKind::furniture) : 0;
  for (const BlockKind kind : within) mask |= bit(kind);
  return mask;
}

}  // namespace

struct PatternSet::Compiled {
  struct One {
    std::string id;
    std::unique_ptr<RE2> re2;
    std::vector<std::string> names;  ///< of each group, empty for those without
    std::uint32_t within = 0;        ///< a bit for each kind of block
  };
  std::vector<One> all;
  std::uint32_t max_matches = 0;
  std::uint32_t reach = 0;

  void find_in(std::string_view utf8, Span block, const One& one, std::vector<Match>& found) const;
};

PatternSet::PatternSet() : compiled_(std::make_unique<Compiled>()) {}
PatternSet::~PatternSet() = default;

Result<std::shared_ptr<const PatternSet>> PatternSet::compile(const std::vector<Pattern>& patterns,
                                                              const PatternLimits& limits) {
  if (patterns.size() > limits.count)
    return Error{ErrorCode::unsafe_pattern, 0, 0,
                 "There are " + std::to_string(patterns.size()) + " patterns; a set may have " +
                     std::to_string(limits.count) + "."};
  std::shared_ptr<PatternSet> set(new PatternSet);
  set->compiled_->max_matches = limits.matches;
  set->compiled_->reach = std::max(2u, limits.reach);
  for (const Pattern& pattern : patterns) {
    if (pattern.id.empty())
      return Error{ErrorCode::invalid_pattern, 0, 0, "A pattern has no id; give each one an id of its own."};
    for (const auto& other : set->compiled_->all)
      if (other.id == pattern.id)
        return refuse(ErrorCode::invalid_pattern, pattern, 0,
                      "stands twice in the set; give each one an id of its own.");
    if (pattern.pattern.size() > limits.pattern_bytes)
      return refuse(ErrorCode::unsafe_pattern, pattern, limits.pattern_bytes,
                    "is longer than " + std::to_string(limits.pattern_bytes) + " bytes.");
    if (const auto bad = pattern.flags.find_first_not_of("ims"); bad != std::string::npos)
      return refuse(ErrorCode::invalid_pattern, pattern, 0,
                    "has the flag \"" + pattern.flags.substr(bad, 1) + "\"; there are i, m and s.");
    if (const std::size_t at = find_byte_escape(pattern.pattern); at != std::string::npos)
      return refuse(ErrorCode::invalid_pattern, pattern, at,
                    "has \\C, which matches half a character; use a dot.");
    Compiled::One one;
    one.id = pattern.id;
    one.re2 = std::make_unique<RE2>(with_flags(pattern), re2_options(pattern, limits));
    if (!one.re2->ok()) return explain(pattern, *one.re2);
    one.names.resize(static_cast<std::size_t>(one.re2->NumberOfCapturingGroups()) + 1);
    for (const auto& [group, name] : one.re2->CapturingGroupNames())
      one.names[static_cast<std::size_t>(group)] = name;
    one.within = mask_of(pattern.within);
    set->compiled_->all.push_back(std::move(one));
  }
  return std::shared_ptr<const PatternSet>(std::move(set));
}

void PatternSet::Compiled::find_in(std::string_view utf8, Span block, const One& one,
                                   std::vector<Match>& found) const {
  // The text ends with the block, so that no match leaves it; what stands before it is seen by \b and ^.
  const StringPiece text(utf8.data() + block.begin, block.size());
  const auto boundary = [&](std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
    return std::min(at, text.size());
  };
  std::vector<StringPiece> groups(one.names.size());
  const auto span_of = [&](const StringPiece& piece) {
    const auto begin = static_cast<std::uint32_t>(piece.data() - utf8.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  // Each search sees a window and no more: looking for an end that never comes costs a window, not the block.
  std::size_t at = 0;
  while (at < text.size() && found.size() < max_matches) {
    const std::size_t end = boundary(at + reach);
    if (!one.re2->Match(text, at, end, RE2::UNANCHORED, groups.data(), static_cast<int>(groups.size()))) {
      at = end == text.size() ? end : boundary(at + reach / 2 + 1);
      continue;
    }
    Match match{one.id, span_of(groups[0]), {}};
    const std::size_t begin = match.span.begin - block.begin;
    if (begin > at + reach / 2 && end < text.size()) {
      at = begin;  // seen again, with a window of its own
      continue;
    }
    for (std::size_t i = 1; i < groups.size(); ++i)
      if (groups[i].data()) match.groups.push_back({one.names[i], span_of(groups[i])});
    at = match.span.empty() ? boundary(begin + 1) : match.span.end - block.begin;
    if (!match.span.empty()) found.push_back(std::move(match));
  }
}

std::vector<Match> PatternSet::find(std::string_view utf8, const std::vector<Block>& blocks) const {
  std::vector<Match> found;
  for (const Compiled::One& one : compiled_->all)
    for (const Block& block : blocks)
      if (one.within >> static_cast<unsigned>(block.kind) & 1)
        compiled_->find_in(utf8, block.span, one, found);
  sort_by(found, [](const Match& match) { return match.span.begin; });
  return found;
}

}  // namespace copydesk
