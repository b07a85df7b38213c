// Clashes between dates and numbers (the 3 in "June 3") are settled here, once.
#pragma once

#include <vector>

#include "copydesk/dates.h"
#include "copydesk/numbers.h"

namespace copydesk {

/// Removes dates that are scores or fractions ("3-2", "three-quarters"), then numbers that lie inside a date,
/// but for spans of time ("two weeks ago"), ages and measures that end in one ("40 gallons a minute"), and
/// adjusts `Number::same_as`.  Both lists are in text order.
void settle_overlap(std::vector<Date>& dates, std::vector<Number>& numbers);

}  // namespace copydesk
