// The slow, obvious twin of src/values/civil: days are counted one by one, or year by year where that takes
// too long.
#pragma once

#include "values/civil.h"

namespace copydesk::reference {

CivilDate day_after(CivilDate date);
CivilDate day_before(CivilDate date);
/// Days since 1970-01-01.
std::int64_t day_number(CivilDate date);
std::int32_t weekday(CivilDate date);
CivilDate add_months(CivilDate date, std::int64_t months);
IsoWeek iso_week(CivilDate date);
CivilDate nth_weekday(std::int32_t year, std::int32_t month, std::int32_t weekday, std::int32_t n);
/// By the tables of the Gregorian reform: golden number, epact, the first Sunday after the full moon.
CivilDate easter_sunday(std::int32_t year);
CivilDate from_islamic(std::int32_t year, std::int32_t month, std::int32_t day);

}  // namespace copydesk::reference
