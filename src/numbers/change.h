// Figures in relation: roles in a change ("rose 3.2 percent to $41.50 from $40.20") and printed conversions.
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Sets role and direction of figures governed by a verb of change, within one sentence.
void mark_changes(const Source& source, std::vector<Figure>& figures);
/// Links "5 kilometers (3 miles)" and "800 yuan ($110)": the second's `same_as` names the first.
void link_conversions(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
