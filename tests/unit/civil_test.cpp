#include "values/civil.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace copydesk;

TEST_CASE("day numbers count every day of four thousand years, one by one") {
  std::int64_t number = day_number({1, 1, 1});
  std::int32_t day_of_week = 1;  // 0001-01-01 was a Monday
  for (std::int32_t year = 1; year <= 4000; ++year)
    for (std::int32_t month = 1; month <= 12; ++month) {
      const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      static constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
      const std::int32_t last = kDays[month - 1] + (month == 2 && leap);
      for (std::int32_t day = 1; day <= last; ++day) {
        const CivilDate date{year, month, day};
        if (day_number(date) != number || civil_date(number) != date || weekday(date) != day_of_week) {
          CAPTURE(year);
          CAPTURE(month);
          CAPTURE(day);
          FAIL("a day is out of place");
        }
        ++number;
        day_of_week = day_of_week % 7 + 1;
      }
    }
  CHECK(civil_date(0) == CivilDate{1970, 1, 1});
}

TEST_CASE("every week of four thousand years begins on the Monday after the one before") {
  CivilDate monday{1, 1, 1};
  IsoWeek week{1, 1};
  while (monday.year < 4000) {
    // The slow way: the first week of a year holds January 4.
    if (iso_week(monday) != week || iso_week(add_days(monday, 6)) != week || monday_of(week) != monday) {
      CAPTURE(monday.year);
      CAPTURE(monday.month);
      FAIL("a week is out of place");
    }
    monday = add_days(monday, 7);
    const CivilDate fourth{monday.month == 12 ? monday.year + 1 : monday.year, 1, 4};
    const std::int64_t to_fourth = day_number(fourth) - day_number(monday);
    if (to_fourth >= 0 && to_fourth < 7)
      week = {fourth.year, 1};
    else
      ++week.week;
  }
}

TEST_CASE("months end where they end") {
  CHECK(add_months({2023, 1, 31}, 1) == CivilDate{2023, 2, 28});
  CHECK(add_months({2024, 1, 31}, 1) == CivilDate{2024, 2, 29});
  CHECK(add_months({2024, 3, 31}, -1) == CivilDate{2024, 2, 29});
  CHECK(add_months({2023, 11, 15}, 3) == CivilDate{2024, 2, 15});
  CHECK(add_months({2023, 1, 15}, -13) == CivilDate{2021, 12, 15});
  CHECK(add_years({2024, 2, 29}, -1) == CivilDate{2023, 2, 28});
  // before the year 0 as after it
  CHECK(add_months({0, 1, 31}, -1) == CivilDate{-1, 12, 31});
  CHECK(add_months({-4, 3, 31}, -13) == CivilDate{-5, 2, 28});
  CHECK(exists({2024, 2, 29}));
  CHECK_FALSE(exists({2023, 2, 29}));
  CHECK_FALSE(exists({2023, 6, 31}));
  CHECK_FALSE(exists({2023, 13, 1}));
}

TEST_CASE("movable days") {
  CHECK(easter_sunday(1998) == CivilDate{1998, 4, 12});
  CHECK(easter_sunday(2000) == CivilDate{2000, 4, 23});
  CHECK(easter_sunday(2024) == CivilDate{2024, 3, 31});
  CHECK(orthodox_easter_sunday(2024) == CivilDate{2024, 5, 5});
  CHECK(orthodox_easter_sunday(2025) == easter_sunday(2025));
  CHECK(nth_weekday(2024, 11, 4, 4) == CivilDate{2024, 11, 28});
  CHECK(nth_weekday(2024, 5, 1, -1) == CivilDate{2024, 5, 27});
  CHECK(nth_weekday(2024, 9, 1, 1) == CivilDate{2024, 9, 2});
  for (std::int32_t year = 1600; year < 2600; ++year) {
    CHECK(weekday(easter_sunday(year)) == 7);
    CHECK(weekday(orthodox_easter_sunday(year)) == 7);
  }
  CHECK(from_islamic(1, 1, 1) == CivilDate{622, 7, 19});
  CHECK(from_islamic(1445, 9, 1) == CivilDate{2024, 3, 11});
}

TEST_CASE("feasts of the Hebrew calendar") {
  CHECK(from_hebrew(5785, 7, 1) == CivilDate{2024, 10, 3});    // Rosh Hashanah
  CHECK(from_hebrew(5785, 7, 10) == CivilDate{2024, 10, 12});  // Yom Kippur
  CHECK(from_hebrew(5785, 9, 25) == CivilDate{2024, 12, 26});  // Hanukkah
  CHECK(from_hebrew(5784, 1, 15) == CivilDate{2024, 4, 23});   // Passover
  CHECK(from_hebrew(5784, 3, 6) == CivilDate{2024, 6, 12});    // Shavuot
  CHECK(from_hebrew(5760, 1, 15) == CivilDate{2000, 4, 20});
  for (std::int32_t year = 5000; year < 7000; ++year) {
    const CivilDate new_year = from_hebrew(year, 7, 1), next = from_hebrew(year + 1, 7, 1);
    const std::int64_t days = day_number(next) - day_number(new_year);
    // lawful lengths, and never a Sunday, Wednesday or Friday
    const bool lawful = (days >= 353 && days <= 355) || (days >= 383 && days <= 385);
    const std::int32_t day = weekday(new_year);
    if (!lawful || day == 7 || day == 3 || day == 5) {
      CAPTURE(year);
      FAIL("a year has no lawful length or begins on a barred day");
    }
    // Passover is 163 days before the next new year.
    CHECK(day_number(next) - day_number(from_hebrew(year, 1, 15)) == 163);
  }
}

TEST_CASE("daylight time of the United States") {
  CHECK(us_daylight_time({2024, 3, 10}) == true);
  CHECK(us_daylight_time({2024, 3, 9}) == false);
  CHECK(us_daylight_time({2024, 11, 2}) == true);
  CHECK(us_daylight_time({2024, 11, 3}) == false);
  CHECK(us_daylight_time({1999, 4, 4}) == true);
  CHECK(us_daylight_time({1999, 10, 31}) == false);
  CHECK(us_daylight_time({1980, 4, 26}) == false);
  CHECK(us_daylight_time({1980, 4, 27}) == true);
  CHECK_FALSE(us_daylight_time({1950, 6, 3}).has_value());
  CHECK_FALSE(us_daylight_time({1974, 6, 3}).has_value());
}

TEST_CASE("summer time of Europe") {
  CHECK(european_summer_time({2024, 3, 31}) == true);
  CHECK(european_summer_time({2024, 3, 30}) == false);
  CHECK(european_summer_time({2024, 10, 26}) == true);
  CHECK(european_summer_time({2024, 10, 27}) == false);
  CHECK(european_summer_time({1996, 3, 31}) == true);
  CHECK_FALSE(european_summer_time({1995, 6, 3}).has_value());
  // both last Sundays, every year
  for (std::int32_t year = 1996; year < 2100; ++year) {
    CivilDate begin{year, 3, 31}, end{year, 10, 31};
    while (weekday(begin) != 7) --begin.day;
    while (weekday(end) != 7) --end.day;
    CHECK(european_summer_time(begin) == true);
    CHECK(european_summer_time(add_days(begin, -1)) == false);
    CHECK(european_summer_time(end) == false);
    CHECK(european_summer_time(add_days(end, -1)) == true);
  }
}

TEST_CASE("months added one by one come to the same as all at once") {
  // The slow way: from month to month, the last day kept where a month is too short.
  for (std::int32_t year : {1899, 1900, 1999, 2000, 2023, 2024})
    for (std::int32_t month = 1; month <= 12; ++month)
      for (std::int32_t day = 1; day <= days_in_month(year, month); ++day) {
        std::int32_t y = year, m = month;
        for (std::int32_t count = 0; count <= 30; ++count) {
          const std::int32_t last = days_in_month(y, m);
          CHECK(add_months({year, month, day}, count) == CivilDate{y, m, day < last ? day : last});
          CHECK(add_months({y, m, 1}, -count) == CivilDate{year, month, 1});
          if (++m > 12) m = 1, ++y;
        }
        CHECK(add_years({year, month, day}, 4) == add_months({year, month, day}, 48));
        CHECK(add_days(add_days({year, month, day}, 1000), -1000) == CivilDate{year, month, day});
      }
}

TEST_CASE("the Chinese year begins with a new moon around the end of January") {
  // The moon itself, by the largest terms of its motion (Meeus, Astronomical Algorithms, chapter 49): within
  // an hour, so that only a new moon that close to midnight in Peking may fall on the day beside.
  for (std::int32_t year = 1950; year < 2100; ++year) {
    const CivilDate day = lunar_new_year(year);
    CHECK(day_number(day) >= day_number({year, 1, 21}));
    CHECK(day_number(day) <= day_number({year, 2, 21}));
    const double moons = std::round((static_cast<double>(day_number(day)) - 10962.6) / 29.530588861);
    constexpr double kDegree = 3.14159265358979 / 180;
    const double t = moons / 1236.85;
    const double sun = (2.5534 + 29.1053567 * moons) * kDegree,
                 moon = (201.5643 + 385.81693528 * moons) * kDegree,
                 node = (160.7108 + 390.67050284 * moons) * kDegree;
    const double julian = 2451550.09766 + 29.530588861 * moons + 0.00015437 * t * t -
                          0.4072 * std::sin(moon) + 0.17241 * std::sin(sun) + 0.01608 * std::sin(2 * moon) +
                          0.01039 * std::sin(2 * node) + 0.00739 * std::sin(moon - sun) -
                          0.00514 * std::sin(moon + sun) + 0.00208 * std::sin(2 * sun);
    const double peking = julian - 2440587.5 + 8.0 / 24 - 64.0 / 86400;
    INFO(year);
    CHECK(static_cast<double>(day_number(day)) <= peking + 0.05);
    CHECK(static_cast<double>(day_number(day)) + 1 > peking - 0.05);
  }
  CHECK(lunar_new_year(2024) == CivilDate{2024, 2, 10});
  CHECK(lunar_new_year(1949) == CivilDate{1949, 1, 30});  // from 1968, nineteen years on: a day off
}
