// TIMEX3 values, the intervals they mean and their EDTF forms.
#pragma once

#include <string>

#include "dates/mention.h"
#include "values/civil.h"

namespace copydesk::dates {

/// A resolved stretch of the calendar: `grain` long, beginning with the unit that holds `date`.
struct Point {
  CivilDate date;
  Unit grain = Unit::day;
  std::int8_t season = 0;  // 1 SP … 4 WI, with grain season: of date.year
};

/// "2023-09-21", "2023-W38", "2023-W38-WE", "2023-09", "2023-Q3", "2023-SU", "2023", "199", "19", "BC0264".
std::string timex(const Point& point);
/// "XXXX-SU": a season of no year.
std::string open_season(std::int8_t season);
/// The first day, and the day after the last.
CivilDate first_day(const Point& point);
CivilDate day_after(const Point& point);
/// "2023-09-21", "2023-09", "199X", "2023-33"; empty for weeks.  Approximate values take "~".
std::string edtf(const Point& point, DateMod mod);

/// "T13:00", "T24:00", "T13:00:30Z".
std::string timex_clock(const ClockTime& clock);
std::string timex_part(Part part);

/// "P2Y", "PT1H30M", "P2.5Y", "PXM".
std::string duration_value(Amount amount, Unit unit, std::int64_t minor_hundredths = 0,
                           Unit minor = Unit::day);

Point shifted(CivilDate from, Unit unit, std::int64_t shift);

Grain grain_of(Unit unit);

}  // namespace copydesk::dates
