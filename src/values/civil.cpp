#include "values/civil.h"

namespace copydesk {
namespace {

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  return a - b * floor_div(a, b);
}

constexpr std::int64_t kDaysPerEra = 146097;       // 400 Gregorian years
constexpr std::int64_t kEpochFromMarch0 = 719468;  // 0000-03-01 to 1970-01-01

}  // namespace

bool is_leap_year(std::int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  if (month < 1 || month > 12) return 0;
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool exists(CivilDate date) {
  return date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Years run from March, so that the leap day is the last of its year; eras are 400 years.
std::int64_t day_number(CivilDate date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochFromMarch0;
}

CivilDate civil_date(std::int64_t number) {
  const std::int64_t days = number + kEpochFromMarch0;
  const std::int64_t era = floor_div(days, kDaysPerEra);
  const std::int64_t day_of_era = days - era * kDaysPerEra;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<std::int32_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month = static_cast<std::int32_t>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  date.year = static_cast<std::int32_t>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

std::int32_t weekday(CivilDate date) {
  return static_cast<std::int32_t>(floor_mod(day_number(date) + 3, 7)) + 1;  // 1970-01-01 was a Thursday
}

CivilDate add_days(CivilDate date, std::int64_t days) {
  return civil_date(day_number(date) + days);
}

CivilDate add_months(CivilDate date, std::int64_t months) {
  const std::int64_t count = std::int64_t{date.year} * 12 + (date.month - 1) + months;
  CivilDate moved;
  moved.year = static_cast<std::int32_t>(floor_div(count, 12));
  moved.month = static_cast<std::int32_t>(floor_mod(count, 12)) + 1;
  const std::int32_t last = days_in_month(moved.year, moved.month);
  moved.day = date.day < last ? date.day : last;
  return moved;
}

CivilDate add_years(CivilDate date, std::int64_t years) {
  return add_months(date, years * 12);
}

CivilDate monday_of(CivilDate date) {
  return add_days(date, 1 - weekday(date));
}

IsoWeek iso_week(CivilDate date) {
  const CivilDate thursday = add_days(date, 4 - weekday(date));
  const std::int64_t day_of_year = day_number(thursday) - day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<std::int32_t>(day_of_year / 7) + 1};
}

CivilDate monday_of(IsoWeek week) {
  return add_days(monday_of(CivilDate{week.year, 1, 4}), 7 * (std::int64_t{week.week} - 1));
}

CivilDate nth_weekday(std::int32_t year, std::int32_t month, std::int32_t day_of_week, std::int32_t n) {
  if (n < 0) {
    const CivilDate last{year, month, days_in_month(year, month)};
    return add_days(last, -((weekday(last) - day_of_week + 7) % 7));
  }
  const CivilDate first{year, month, 1};
  return add_days(first, (day_of_week - weekday(first) + 7) % 7 + 7 * (std::int64_t{n} - 1));
}

// Meeus, Jones and Butcher.
CivilDate easter_sunday(std::int32_t year) {
  const std::int32_t golden = year % 19, century = year / 100, rest = year % 100;
  const std::int32_t epact =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const std::int32_t to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const std::int32_t correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const std::int32_t sum = epact + to_sunday - 7 * correction + 114;
  return {year, sum / 31, sum % 31 + 1};
}

// Meeus, Julian calendar, moved to the Gregorian one.
CivilDate orthodox_easter_sunday(std::int32_t year) {
  const std::int32_t moon = (19 * (year % 19) + 15) % 30;
  const std::int32_t sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const std::int32_t sum = moon + sunday + 114;
  const std::int32_t gap = year / 100 - year / 400 - 2;
  return add_days({year, sum / 31, sum % 31 + 1}, gap);
}

CivilDate from_islamic(std::int32_t year, std::int32_t month, std::int32_t day) {
  constexpr std::int64_t kEpoch = -492148;  // 0622-07-19, Gregorian
  const std::int64_t before = (std::int64_t{year} - 1) * 354 + (3 + 11 * std::int64_t{year}) / 30;
  const std::int64_t months = (59 * (std::int64_t{month} - 1) + 1) / 2;
  return civil_date(kEpoch + before + months + day - 1);
}

namespace {

/// Days from the epoch to 1 Tishri, before the two rules that keep years at lawful lengths.
std::int64_t hebrew_elapsed_days(std::int64_t year) {
  const std::int64_t months = (235 * year - 234) / 19;
  const std::int64_t parts = 12084 + 13753 * months;
  const std::int64_t days = months * 29 + parts / 25920;
  return 3 * (days + 1) % 7 < 3 ? days + 1 : days;
}

/// The day number of 1 Tishri.
std::int64_t hebrew_new_year(std::int64_t year) {
  constexpr std::int64_t kEpoch = -2092590;  // 7 October 3761 BC of the Julian calendar
  const std::int64_t before = hebrew_elapsed_days(year - 1), here = hebrew_elapsed_days(year),
                     after = hebrew_elapsed_days(year + 1);
  const std::int64_t delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return kEpoch + here + delay;
}

}  // namespace

CivilDate from_hebrew(std::int32_t year, std::int32_t month, std::int32_t day) {
  const std::int64_t new_year = hebrew_new_year(year), next = hebrew_new_year(year + 1);
  // The six months from Nisan have 30, 29, 30, 29, 30 and 29 days.
  if (month < 7) return civil_date(next - 177 + (month - 1) * 59 / 2 + (month % 2 == 0) + day - 1);
  const bool long_second = (next - new_year) % 10 == 5;
  const std::int64_t months = month == 7 ? 0 : month == 8 ? 30 : long_second ? 60 : 59;
  return civil_date(new_year + months + day - 1);
}

CivilDate lunar_new_year(std::int32_t year) {
  // Days from January 20, of 1950 to 2099, as ICU's Chinese calendar has them ('0' is none).
  static constexpr char kDays[] =
      "LA7I?4G;MC8J@5H=1D:LA7J>3F;MB8K@5H=OD9LA7J?3E;NB8K"
      "@4G<2D9MB6I>3E;NC8K@5G<2E9LB6H=3F;NC8J?4G<2E:LA6I="
      "3F<NC8J?4G=1D9L@6I>3F;NB7J@4G=2D9LA6I>4E:MB7J@5G<1";
  constexpr std::int32_t kFirst = 1950, kLast = 2099, kCycle = 19;  // years after which the moons fall alike
  std::int32_t known = year;
  if (known < kFirst) known += (kFirst - known + kCycle - 1) / kCycle * kCycle;
  if (known > kLast) known -= (known - kLast + kCycle - 1) / kCycle * kCycle;
  return add_days({year, 1, 20}, kDays[known - kFirst] - '0');
}

std::optional<bool> us_daylight_time(CivilDate day) {
  const std::int32_t year = day.year;
  if (year < 1967 || year == 1974 || year == 1975) return std::nullopt;
  constexpr std::int32_t kSunday = 7;
  const CivilDate begin = year >= 2007   ? nth_weekday(year, 3, kSunday, 2)
                          : year >= 1987 ? nth_weekday(year, 4, kSunday, 1)
                                         : nth_weekday(year, 4, kSunday, -1);
  const CivilDate end = year >= 2007 ? nth_weekday(year, 11, kSunday, 1) : nth_weekday(year, 10, kSunday, -1);
  return day_number(day) >= day_number(begin) && day_number(day) < day_number(end);
}

std::optional<bool> european_summer_time(CivilDate day) {
  if (day.year < 1996) return std::nullopt;
  constexpr std::int32_t kSunday = 7;
  return day_number(day) >= day_number(nth_weekday(day.year, 3, kSunday, -1)) &&
         day_number(day) < day_number(nth_weekday(day.year, 10, kSunday, -1));
}

void append_number(std::string& out, std::int64_t value, int places) {
  char digits[24];
  char* first = digits + sizeof digits;
  auto rest = static_cast<std::uint64_t>(value);
  int n = 0;
  do {
    *--first = static_cast<char>('0' + rest % 10);
    rest /= 10;
    ++n;
  } while (rest || n < places);
  out.append(first, static_cast<std::size_t>(n));
}

void append_iso_year(std::string& out, std::int32_t year) {
  if (year < 0) out += '-';
  append_number(out, year < 0 ? -std::int64_t{year} : year, 4);
}

std::string iso_date(CivilDate date) {
  std::string out;
  if (date.year < 0 || date.year > 9999) {
    append_iso_year(out, date.year);
    out += '-';
    append_number(out, date.month, 2);
    out += '-';
    append_number(out, date.day, 2);
    return out;
  }
  const auto year = static_cast<std::uint32_t>(date.year), month = static_cast<std::uint32_t>(date.month),
             day = static_cast<std::uint32_t>(date.day);
  const auto digit = [](std::uint32_t value) { return static_cast<char>('0' + value % 10); };
  const char text[] = {digit(year / 1000),
                       digit(year / 100),
                       digit(year / 10),
                       digit(year),
                       '-',
                       digit(month / 10),
                       digit(month),
                       '-',
                       digit(day / 10),
                       digit(day)};
  out.assign(text, sizeof text);
  return out;
}

}  // namespace copydesk
