// Resolution: mentions → dates, against the day of the text or, in a narrative, the dates before.
#pragma once

#include <string_view>
#include <vector>

#include "copydesk/dates.h"
#include "dates/mention.h"
#include "text/tokens.h"

namespace copydesk::dates {

/// `reference`: ISO 8601 date or date-time, or empty.  A mention that turns out to be no date is left out.
std::vector<Date> resolve(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
                          std::string_view reference);

}  // namespace copydesk::dates
