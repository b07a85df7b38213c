// The set that was compiled last, kept: callers come with the same patterns again and again.
#pragma once

#include <memory>
#include <vector>

#include "copydesk/patterns.h"

namespace copydesk {

/// Not for several threads at once.
class PatternCache {
 public:
  using Set = std::shared_ptr<const PatternSet>;

  /// The compiled set, nothing for no patterns.  Errors: as `PatternSet::compile`.
  Result<Set> get(const std::vector<Pattern>& patterns) {
    if (patterns.empty()) return Set();
    if (set_ && patterns == source_) return set_;
    Result<Set> compiled = PatternSet::compile(patterns);
    if (compiled) {
      set_ = compiled.value();
      source_ = patterns;
    }
    return compiled;
  }

 private:
  std::vector<Pattern> source_;
  Set set_;
};

}  // namespace copydesk
