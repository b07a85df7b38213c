// Whether a text tells of other years: its dates then resolve from the dates before them, not from the day
// of publication.
#pragma once

#include <vector>

#include "dates/mention.h"

namespace copydesk::dates {

/// Many years and months, hardly a weekday or a word like "today".
bool is_narrative(const std::vector<Mention>& mentions);

}  // namespace copydesk::dates
