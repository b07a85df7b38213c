// The caller's own patterns: RE2 syntax, linear time whatever the pattern.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/report.h"

namespace copydesk {

struct Pattern {
  std::string id;
  std::string pattern;  ///< RE2 syntax: no look-around, no back-references
  std::string flags;    ///< any of i (letter case does not count), m (^ and $ at lines), s (. is any byte)
  std::vector<BlockKind> within;  ///< blocks it is sought in; empty: all but furniture
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// What a set may ask for.
struct PatternLimits {
  std::uint32_t count = 1000;               ///< patterns in a set
  std::uint32_t pattern_bytes = 16u << 10;  ///< length of one pattern
  std::uint32_t memory = 8u << 20;          ///< bytes of one compiled pattern and its caches
  std::uint32_t matches = 100000;           ///< matches in one report; the rest are not sought
  /// Bytes that a search looks ahead.  In blocks that are longer, a match may have half as many.
  std::uint32_t reach = 4096;
};

/// A compiled set.  Safe to use from many threads at once.
class PatternSet {
 public:
  /// Errors: `invalid_pattern` (its id, the offset into it and the reason), `unsafe_pattern` (over a limit).
  static Result<std::shared_ptr<const PatternSet>> compile(const std::vector<Pattern>& patterns,
                                                           const PatternLimits& limits = {});
  ~PatternSet();

  /// All matches, by their start.  Matches of one pattern do not overlap and never cross a block.
  std::vector<Match> find(std::string_view utf8, const std::vector<Block>& blocks) const;

 private:
  PatternSet();
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace copydesk
