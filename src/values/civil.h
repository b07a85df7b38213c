// Civil dates in the proleptic Gregorian calendar: arithmetic only, no text.
//
// Years are astronomical (0 is 1 BC) and may lie in −9999 … 9999; weekdays are ISO, 1 Monday … 7 Sunday.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace copydesk {

struct CivilDate {
  std::int32_t year = 0;
  std::int32_t month = 1;  // 1 … 12
  std::int32_t day = 1;    // 1 … 31
  friend constexpr bool operator==(CivilDate, CivilDate) = default;
};

/// An ISO 8601 week: Monday to Sunday, of the year that holds its Thursday.
struct IsoWeek {
  std::int32_t year = 0;
  std::int32_t week = 1;  // 1 … 53
  friend constexpr bool operator==(IsoWeek, IsoWeek) = default;
};

bool is_leap_year(std::int32_t year);
/// 28 … 31; 0 for a month outside 1 … 12.
std::int32_t days_in_month(std::int32_t year, std::int32_t month);
/// Whether the day is on the calendar: June 31 is not.
bool exists(CivilDate date);

/// Days since 1970-01-01.  The date must exist.
std::int64_t day_number(CivilDate date);
CivilDate civil_date(std::int64_t day_number);

std::int32_t weekday(CivilDate date);
CivilDate add_days(CivilDate date, std::int64_t days);
/// The same day of another month; the month's last day where it has no such day (January 31 + 1 = February
/// 28).
CivilDate add_months(CivilDate date, std::int64_t months);
CivilDate add_years(CivilDate date, std::int64_t years);

IsoWeek iso_week(CivilDate date);
/// The Monday of a week.
CivilDate monday_of(IsoWeek week);
CivilDate monday_of(CivilDate date);

/// The n-th (1 … 5) such weekday of a month; n = -1 for the last.
CivilDate nth_weekday(std::int32_t year, std::int32_t month, std::int32_t weekday, std::int32_t n);

CivilDate easter_sunday(std::int32_t year);
CivilDate orthodox_easter_sunday(std::int32_t year);
/// A day of the tabular Islamic calendar (civil epoch): within a day or two of the sighted one.
CivilDate from_islamic(std::int32_t year, std::int32_t month, std::int32_t day);
/// A day of the Hebrew calendar, by daylight: the feast begins the evening before.  `month` counts from
/// 1 Nisan and may be 1 … 6 (of the year's second half), 7 Tishri, 8 or 9 Kislev.
CivilDate from_hebrew(std::int32_t year, std::int32_t month, std::int32_t day);
/// The first day of the Chinese calendar's year: exact from 1950 to 2099, within a day or so elsewhere.
CivilDate lunar_new_year(std::int32_t year);

/// Whether the United States keep daylight time on most of that day; nothing for years whose states differed
/// (before 1967, and 1974 and 1975).
std::optional<bool> us_daylight_time(CivilDate day);

/// Whether the European Union and the United Kingdom keep summer time on most of that day; nothing before
/// 1996, when they did not yet change together.
std::optional<bool> european_summer_time(CivilDate day);

/// `value` in decimal with at least `places` digits; `value` is not negative.
void append_number(std::string& out, std::int64_t value, int places = 1);
/// Years of ISO 8601 are astronomical: 0000 is 1 BC.
void append_iso_year(std::string& out, std::int32_t year);
/// ISO 8601: "2024-06-12".
std::string iso_date(CivilDate date);

}  // namespace copydesk
