// Body or furniture, decided over the whole page: where the body begins, breaks and ends.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/evidence.h"

namespace copydesk {

/// What a line scores for each decision, from its evidence.
struct LineScores {
  std::int32_t furniture = 0;  ///< to be furniture, against body
  std::int32_t start = 0;      ///< to be the body's first line
  std::int32_t into = 0;       ///< to begin an interruption of the body
  std::int32_t out = 0;        ///< to be the body's first line after one
  std::int32_t end = 0;        ///< to be the first line after the body's end
};

/// For each line, how much the best reading of the page with this line in the body is ahead of the best
/// one without it.  A reading goes through the states before, body, gap (and body again) and after, in this
/// order.
std::vector<std::int32_t> body_margins(const std::vector<LineScores>& lines);

/// Scores of all lines.
std::vector<LineScores> score_lines(const PageView& page);

}  // namespace copydesk
