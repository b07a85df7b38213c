// The caller's options, checked.
#pragma once

#include <optional>
#include <string>

#include "copydesk/report.h"

namespace copydesk {

/// An ISO 8601 date or date-time that exists: "2024-06-12", "2024-06-12T09:30", with seconds, with "Z" or
/// "±hh:mm".
bool is_iso_date(std::string_view text);

/// The first option that makes no sense, as `invalid_option`.
std::optional<Error> find_bad_option(const Options& options);

/// The day and time of `reference` on the clocks of `time_zone`, where both are written as offsets ("Z",
/// "±hh:mm"); otherwise `reference` as it is.
std::string local_reference(const std::string& reference, std::string_view time_zone);

}  // namespace copydesk
