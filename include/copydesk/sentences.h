// Stage: sentences.  They tile the non-space bytes of their blocks, in order, and never cross one.
#pragma once

#include <string_view>
#include <vector>

#include "copydesk/error.h"
#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

struct Sentence {
  Span span;               ///< from the first to after the last non-space byte
  std::uint32_t block = 0; ///< index into the blocks
  RuleId rule;             ///< why it ends where it ends
};

/// One candidate for a boundary and what became of it (debug output).
struct BoundaryDecision {
  std::uint32_t at = 0;  ///< byte offset just after the terminator and its closers
  bool ends = false;
  RuleId rule;
};

/// Every candidate for a boundary in text order, also those that end nothing: as `analyze` decides them.
/// Errors: invalid_utf8.
Result<std::vector<BoundaryDecision>> explain_sentences(std::string_view utf8, bool keep_quotes_whole = false);

}  // namespace copydesk
