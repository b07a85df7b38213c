// Dates as pages write them in their metadata.
#pragma once

#include <string>

namespace copydesk {

/// "2024-06-12 09:30", "20240612T093000Z", "Wed, 12 Jun 2024 09:30:00 GMT", "2024/6/12", "12 June 2024" in
/// ISO 8601; the date alone when its time is none, empty when there is no date.
std::string read_loose_date(const std::string& text);

}  // namespace copydesk
