// Figures that belong together: ranges sharing a unit or a magnitude, scores, odds, dollars and cents.
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Joins neighbours into ranges ("$3 to $5 billion", "50-60 percent", "between 2 and 3"), scores ("3-2"),
/// odds
/// ("5-to-1") and compound amounts ("3 dollars 50 cents").
void join_neighbours(const Source& source, std::vector<Figure>& figures);

/// Joins two bounds into one range, once signs of approximation are known: "more than 5 and less than 10".
void join_bounds(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
