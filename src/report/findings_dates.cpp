#include <algorithm>
#include <array>
#include <cstdlib>

#include "report/findings_parts.h"
#include "values/civil.h"

namespace copydesk {
namespace {

constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

/// ISO number of the weekday whose name, or the beginning of whose name, stands in the text; 0 for none or
/// several.
std::int32_t written_weekday(std::string_view text) {
  std::int32_t found = 0, count = 0;
  std::string word;
  const auto compare = [&] {
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      std::string name = kWeekdays[i];
      name[0] = static_cast<char>(name[0] | 32);
      if (word.size() < 3 || name.compare(0, word.size(), word) != 0) continue;
      ++count;
      found = static_cast<std::int32_t>(i) + 1;
    }
    word.clear();
  };
  walk_words(
      text, [&](char c) { word += c; }, compare);
  return count == 1 ? found : 0;
}

/// The day of "2024-06-14" or "2024-06-14T09:30".
std::optional<CivilDate> day_of(const std::string& value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return {};
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (value[i] < '0' || '9' < value[i]) return {};
  const CivilDate date{std::atoi(value.substr(0, 4).c_str()), std::atoi(value.substr(5, 2).c_str()),
                       std::atoi(value.substr(8, 2).c_str())};
  if (!exists(date)) return {};
  return date;
}

bool inferred(const Date& date, std::string_view part) {
  return std::find(date.inferred.begin(), date.inferred.end(), part) != date.inferred.end();
}

/// The day that is meant for sure: its year is written, or the day is within a month of the reference.
std::optional<CivilDate> sure_day(const Date& date, const Report& report) {
  std::optional<CivilDate> day = day_of(date.value);
  if (!day || inferred(date, "day") || inferred(date, "month")) return {};
  if (!inferred(date, "year")) return day;
  const std::optional<CivilDate> reference = day_of(report.reference.value);
  if (!reference) return {};
  for (const std::int32_t year : {reference->year - 1, reference->year, reference->year + 1}) {
    const CivilDate near{year, day->month, day->day};
    if (exists(near) && std::abs(day_number(*reference) - day_number(near)) <= 31) return near;
  }
  return {};
}

}  // namespace

void find_in_dates(const Text& text, const Report& report, std::vector<Finding>& findings) {
  for (const Date& date : report.dates) {
    const std::optional<CivilDate> day = sure_day(date, report);
    if (!day) continue;
    const std::string_view written = text.slice(date.span);
    if (std::none_of(written.begin(), written.end(), [](char c) { return '0' <= c && c <= '9'; })) continue;
    const std::int32_t said = written_weekday(written);
    const std::int32_t is = weekday(*day);
    if (said == 0 || said == is) continue;
    const std::string right = kWeekdays[static_cast<std::size_t>(is - 1)];
    findings.push_back(
        {"weekday-mismatch",
         Severity::warning,
         iso_date(*day) + " is a " + right + ", not a " + kWeekdays[static_cast<std::size_t>(said - 1)] + ".",
         {date.span},
         right});
  }
}

}  // namespace copydesk
