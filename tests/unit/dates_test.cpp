#include "dates/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/random_text.h"
#include "values/civil.h"

using namespace copydesk;

namespace {

std::vector<Date> dates_of(std::string_view s, std::string_view reference) {
  const Text text = Text::from_utf8(s).value();
  return find_dates(text, tokenize(text), {}, {}, reference);
}

std::string value_of(std::string_view s, std::string_view reference) {
  const std::vector<Date> dates = dates_of(s, reference);
  return dates.size() == 1 ? dates.front().value : "not one date";
}

/// Words and marks of the calendar in any order.
std::string random_dates(tests::Random& random, unsigned pieces) {
  static const char* const kPieces[] = {
      "June",  "May",     "Friday",  "the",         "3",       "31",        "1998",   "2024",    "of",
      "last",  "next",    "year",    "week",        "two",     "ago",       "later",  "-",       ",",
      "to",    "and",     "'90s",    "century",     "quarter", "third",     "5:30",   "p.m.",    "GMT",
      "early", "mid-",    "end",     "half",        "a",       "morning",   "night",  "that",    "following",
      "day",   "99999",   "/",       "BC",          "now",     "every",     "days",   "decade",  "spring",
      "in",    "hundred", "million", "Easter",      "before",  "after",     "from",   "through", "(",
      ")",     ".",       "\n\n",    "15th",        "inst.",   "overnight", "Monday", "first",   "same",
      "month", "9",       "/11",     "anniversary", "past",    "noon",      "FY",     "Ramadan", "weekdays",
      "on",    "11:30",   "pm"};
  std::string out;
  for (unsigned i = 0; i < pieces; ++i) {
    out += kPieces[random.below(sizeof kPieces / sizeof *kPieces)];
    if (random.below(5)) out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("dates are in order, apart, inside the text, and their intervals run forward") {
  tests::Random random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string s = random_dates(random, 1 + random.below(40));
    CAPTURE(s);
    std::uint32_t end = 0;
    for (const Date& date : dates_of(s, round % 3 ? "2024-02-29" : "")) {
      CHECK(date.span.begin >= end);
      CHECK(date.span.end > date.span.begin);
      CHECK(date.span.end <= s.size());
      CHECK_FALSE(date.value.empty());
      CHECK(date.rule.hash != 0);
      CHECK(date.from.empty() == date.to.empty());
      if (!date.from.empty() && date.from[0] != '-' && date.from.size() == date.to.size())
        CHECK(date.from < date.to);
      end = date.span.end;
    }
  }
}

TEST_CASE("without a reference nothing relative takes a calendar value") {
  for (const char* s : {"on Thursday", "last week", "yesterday", "next month", "last year", "on June 3",
                        "in January", "this quarter", "tomorrow night", "over the weekend"}) {
    CAPTURE(s);
    const std::vector<Date> dates = dates_of(s, "");
    REQUIRE(dates.size() == 1);
    CHECK(dates.front().value.find("X") != std::string::npos);
    CHECK(dates.front().from.empty());
  }
}

TEST_CASE("every weekday, from every day of a fortnight, is the day itself or one of the six before") {
  static const char* const kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
  for (int day = 10; day < 24; ++day)
    for (int weekday = 0; weekday < 7; ++weekday) {
      const std::string reference = "2024-06-" + std::to_string(day);
      const int back = ((day - 10) % 7 - weekday + 7) % 7;  // June 10 was a Monday
      const int expected = day - back;
      CAPTURE(reference);
      CAPTURE(weekday);
      const std::string value = value_of(std::string("he spoke on ") + kDays[weekday] + ".", reference);
      CHECK(value == (expected < 10 ? "2024-06-0" : "2024-06-") + std::to_string(expected));
    }
}

TEST_CASE("a reference that is no day counts as none") {
  for (const char* reference : {"2023-02-30", "yesterday", "2024", "2024-13-01", "0000-01-01"})
    CHECK(value_of("on Thursday", reference) == "XXXX-WXX-4");
  CHECK(value_of("he left yesterday", "2024-03-01T08:00:00Z") == "2024-02-29");
}

TEST_CASE("every month has the first to fourth weekday it names, a week apart") {
  static const char* const kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
  static const char* const kOrdinals[] = {"first", "second", "third", "fourth"};
  for (int month = 0; month < 12; ++month) {
    int before = 0;
    for (const char* ordinal : kOrdinals) {
      const std::string value = value_of(
          std::string("on the ") + ordinal + " Monday of " + kMonths[month] + " 2023.", "2024-06-12");
      CAPTURE(value);
      REQUIRE(value.size() == 10);
      const int day = std::stoi(value.substr(8));
      CHECK(std::stoi(value.substr(5, 2)) == month + 1);
      CHECK((before ? day == before + 7 : day <= 7));
      before = day;
    }
  }
}

TEST_CASE("Friday the 13th is a Friday, from every month of ten years") {
  for (int year = 2015; year < 2025; ++year)
    for (int month = 1; month <= 12; ++month) {
      const std::string reference =
          std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + "-20";
      const std::string value = value_of("it was Friday the 13th.", reference);
      CAPTURE(reference);
      CAPTURE(value);
      REQUIRE(value.size() == 10);
      CHECK(value.substr(8) == "13");
      CHECK(weekday({std::stoi(value.substr(0, 4)), std::stoi(value.substr(5, 2)), 13}) == 5);
      // behind, as the verb says, unless that is far and the coming one near
      const std::int64_t ahead =
          day_number({std::stoi(value.substr(0, 4)), std::stoi(value.substr(5, 2)), 13}) -
          day_number({year, month, 20});
      CHECK(ahead <= 90);
    }
}

TEST_CASE("amounts beyond the calendar neither overflow nor become dates") {
  CHECK(value_of("99999999 years ago", "2024-06-12") == "P99999999Y");
  CHECK(value_of("5000 years ago", "2024-06-12") == "P5000Y");
  for (const Date& date : dates_of("99999999999999999999999999999999999999999 years ago", "2024-06-12"))
    CHECK(date.from.empty());
}
