// Which names of time zones there are.  What they mean at which time is not known here.
#pragma once

#include <string_view>

namespace copydesk {

/// "Europe/Paris", "UTC", "Z", "+05:30".  Letter case counts, as in the IANA database.
bool is_time_zone(std::string_view zone);

}  // namespace copydesk
