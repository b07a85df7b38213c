// Calendar arithmetic against its slow twin, and dates read back from every way of writing them.
#include <cstddef>
#include <cstring>
#include <string>

#include "calendar/absolute.h"
#include "check.h"
#include "reference/calendar_twin.h"

namespace {

using namespace copydesk;
using fuzz::require;

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};

struct Input {
  std::uint16_t year;
  std::uint8_t month, day, form, weekday, count;
  std::int16_t move;
};

CivilDate date_of(const Input& input) {
  CivilDate date{input.year % 9999 + 1, input.month % 12 + 1, input.day % 31 + 1};
  while (!exists(date)) --date.day;
  return date;
}

void check_arithmetic(CivilDate date, const Input& input) {
  const std::int64_t number = reference::day_number(date);
  require(day_number(date) == number && civil_date(number) == date, "a day has its number");
  require(weekday(date) == reference::weekday(date), "a day has its weekday");
  require(add_days(date, 1) == reference::day_after(date), "a day has a next one");
  require(add_days(date, -1) == reference::day_before(date), "a day has one before");
  require(day_number(add_days(date, input.move)) == number + input.move, "days add up");
  require(add_months(date, input.move) == reference::add_months(date, input.move), "months add up");
  require(iso_week(date) == reference::iso_week(date), "a day has its week");
  const CivilDate monday = monday_of(iso_week(date));
  require(weekday(monday) == 1 && number - day_number(monday) == weekday(date) - 1, "a week has its Monday");
  const std::int32_t which = input.count % 5 == 4 ? -1 : input.count % 5 + 1;
  const std::int32_t day = input.weekday % 7 + 1;
  require(nth_weekday(date.year, date.month, day, which) ==
              reference::nth_weekday(date.year, date.month, day, which),
          "a month has its weekdays");
  require(easter_sunday(date.year) == reference::easter_sunday(date.year), "a year has its Easter");
  const std::int32_t year = date.year % 1600 + 1, day_of_month = std::min(date.day, 29);
  require(
      from_islamic(year, date.month, day_of_month) == reference::from_islamic(year, date.month, day_of_month),
      "an Islamic day has its date");
}

/// The date as an article may write it.
std::string written(CivilDate date, unsigned form) {
  const std::string year = std::to_string(date.year), day = std::to_string(date.day),
                    month = kMonths[date.month - 1];
  const std::string weekday = kWeekdays[reference::weekday(date) - 1];
  switch (form) {
    case 0:
      return iso_date(date);
    case 1:
      return month + " " + day + ", " + year;
    case 2:
      return day + " " + month + " " + year;
    case 3:
      return weekday + ", " + month + " " + day + ", " + year;
    case 4:
      return weekday + " " + day + " " + month + " " + year;
    case 5:
      return month.substr(0, 3) + ". " + day + ", " + year;
    case 6:
      return "the " + day + "th of " + month + ", " + year;
    default:
      return std::to_string(date.month) + "/" + day + "/" + year;
  }
}

void check_reading(CivilDate date, unsigned form, std::string_view after) {
  const std::string bytes = written(date, form) + " " + std::string(after);
  const auto text = Text::from_utf8(bytes);
  if (!text) return;
  const Tokens tokens = tokenize(text.value());
  const std::size_t begin = form == 6 ? 1 : 0;
  const AbsoluteDate read = read_absolute_date(text.value(), tokens, begin);
  require(bool(read), "a written date is read");
  require(read.month == date.month && read.day == date.day && read.year == date.year,
          "it is the date that was written");
  require(to_iso(read) == iso_date(date), "it is written as ISO 8601 says");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input{};
  if (size < sizeof input) return -1;
  std::memcpy(&input, data, sizeof input);
  const CivilDate date = date_of(input);
  check_arithmetic(date, input);
  // Years that English news writes with four digits.
  if (1583 <= date.year && date.year <= 2999)
    check_reading(date, input.form % 8,
                  {reinterpret_cast<const char*>(data) + sizeof input, size - sizeof input});
  return 0;
}
