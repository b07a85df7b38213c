#include "reference/calendar_twin.h"

namespace copydesk::reference {
namespace {

std::int32_t last_day(std::int32_t year, std::int32_t month) {
  static constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kDays[month - 1] + (month == 2 && leap);
}
std::int32_t days_in(std::int32_t year) {
  return 337 + last_day(year, 2);
}

}  // namespace

CivilDate day_after(CivilDate date) {
  if (++date.day <= last_day(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

CivilDate day_before(CivilDate date) {
  if (--date.day >= 1) return date;
  if (--date.month >= 1) return {date.year, date.month, last_day(date.year, date.month)};
  return {date.year - 1, 12, 31};
}

std::int64_t day_number(CivilDate date) {
  std::int64_t days = date.day - 1;
  for (std::int32_t month = 1; month < date.month; ++month) days += last_day(date.year, month);
  for (std::int32_t year = 1970; year < date.year; ++year) days += days_in(year);
  for (std::int32_t year = date.year; year < 1970; ++year) days -= days_in(year);
  return days;
}

std::int32_t weekday(CivilDate date) {
  // From a Thursday, 1970-01-01, a day at a time through what is left of whole weeks.
  std::int32_t day = 4;
  for (std::int64_t left = reference::day_number(date) % 7; left != 0; left += left > 0 ? -1 : 1)
    day = left > 0 ? day % 7 + 1 : (day + 5) % 7 + 1;
  return day;
}

CivilDate add_months(CivilDate date, std::int64_t months) {
  for (; months > 0; --months)
    if (++date.month > 12) ++date.year, date.month = 1;
  for (; months < 0; ++months)
    if (--date.month < 1) --date.year, date.month = 12;
  while (date.day > last_day(date.year, date.month)) --date.day;
  return date;
}

IsoWeek iso_week(CivilDate date) {
  // A week belongs to the year of its Thursday; the Thursdays of that year are counted.
  while (reference::weekday(date) < 4) date = day_after(date);
  while (reference::weekday(date) > 4) date = day_before(date);
  IsoWeek week{date.year, 0};
  for (CivilDate day{date.year, 1, 1};; day = day_after(day)) {
    if (reference::weekday(day) == 4) ++week.week;
    if (day == date) return week;
  }
}

CivilDate nth_weekday(std::int32_t year, std::int32_t month, std::int32_t wanted, std::int32_t n) {
  CivilDate day{year, month, n < 0 ? last_day(year, month) : 1};
  for (;; day = n < 0 ? day_before(day) : day_after(day)) {
    if (reference::weekday(day) != wanted) continue;
    if (n < 0 || --n == 0) return day;
  }
}

CivilDate easter_sunday(std::int32_t year) {
  const std::int32_t golden = year % 19 + 1, century = year / 100 + 1;
  const std::int32_t sun = 3 * century / 4 - 12, moon = (8 * century + 5) / 25 - 5;
  std::int32_t epact = (11 * golden + 20 + moon - sun) % 30;
  if (epact < 0) epact += 30;
  if ((epact == 25 && golden > 11) || epact == 24) ++epact;
  const std::int32_t full_moon = epact > 23 ? 74 - epact : 44 - epact;  // a day of March
  CivilDate day{year, 3, 1};
  for (std::int32_t i = 1; i < full_moon; ++i) day = day_after(day);
  do day = day_after(day);
  while (reference::weekday(day) != 7);
  return day;
}

CivilDate from_islamic(std::int32_t year, std::int32_t month, std::int32_t day) {
  std::int64_t days = day - 1;
  for (std::int32_t i = 1; i < month; ++i) days += i % 2 ? 30 : 29;
  // Eleven of thirty years have a leap day.
  for (std::int32_t i = 1; i < year; ++i) days += 354 + ((11 * i + 14) % 30 < 11);
  CivilDate date{622, 7, 19};
  for (; days >= 146097; days -= 146097) date.year += 400;
  for (; days > 0; --days) date = day_after(date);
  return date;
}

}  // namespace copydesk::reference
