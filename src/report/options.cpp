#include "report/options.h"

#include "report/time_zones.h"
#include "values/civil.h"

namespace copydesk {
namespace {

/// The pieces of an ISO date-time; `zone` holds what follows the time.
struct DateTime {
  CivilDate date;
  int hour = 0, minute = 0;
  std::string_view rest;  ///< seconds and their fraction
  std::string_view zone;
  bool has_time = false;
};

/// Reads digits in a fixed place.
bool digits(std::string_view text, std::size_t at, std::size_t count, int& value) {
  if (at + count > text.size()) return false;
  value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || '9' < text[i]) return false;
    value = value * 10 + (text[i] - '0');
  }
  return true;
}
bool mark(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

/// Minutes east of Greenwich of "Z" or "±hh:mm".
std::optional<int> offset_minutes(std::string_view zone) {
  if (zone == "Z") return 0;
  int hours, minutes;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' ||
      !digits(zone, 1, 2, hours) || !digits(zone, 4, 2, minutes) || hours > 14 || minutes > 59)
    return {};
  return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::optional<DateTime> read(std::string_view text) {
  DateTime out;
  int year, month, day;
  if (!digits(text, 0, 4, year) || !mark(text, 4, '-') || !digits(text, 5, 2, month) || !mark(text, 7, '-') ||
      !digits(text, 8, 2, day))
    return {};
  out.date = {year, month, day};
  if (!exists(out.date)) return {};
  if (text.size() == 10) return out;
  out.has_time = true;
  if (!mark(text, 10, 'T') || !digits(text, 11, 2, out.hour) || !mark(text, 13, ':') ||
      !digits(text, 14, 2, out.minute) || out.hour > 23 || out.minute > 59)
    return {};
  std::size_t at = 16;
  if (int seconds; mark(text, at, ':')) {
    if (!digits(text, at + 1, 2, seconds) || seconds > 60) return {};
    at += 3;
    if (mark(text, at, '.')) {
      const std::size_t first = ++at;
      while (at < text.size() && '0' <= text[at] && text[at] <= '9') ++at;
      if (at == first) return {};
    }
  }
  out.rest = text.substr(16, at - 16);
  out.zone = text.substr(at);
  if (!out.zone.empty() && !offset_minutes(out.zone)) return {};
  return out;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  const std::optional<DateTime> given = read(text);
  return given && given->date.year >= 1;
}

std::optional<Error> find_bad_option(const Options& options) {
  const auto bad = [](std::string message) {
    return Error{ErrorCode::invalid_option, 0, 0, std::move(message)};
  };
  if (!options.reference.empty() && !is_iso_date(options.reference))
    return bad("\"" + options.reference +
               "\" is no reference date; write it as 2024-06-12 or 2024-06-12T09:30, a day that exists.");
  if (!options.time_zone.empty() && !is_time_zone(options.time_zone))
    return bad("\"" + options.time_zone + "\" is no time zone; write it as Europe/Paris, UTC or +05:30.");
  return {};
}

std::string local_reference(const std::string& reference, std::string_view time_zone) {
  const std::optional<DateTime> given = read(reference);
  const std::optional<int> wanted = offset_minutes(time_zone == "UTC" ? "Z" : time_zone);
  if (!given || !wanted || given->zone.empty()) return reference;
  const std::int64_t minutes = day_number(given->date) * 1440 + given->hour * 60 + given->minute -
                               *offset_minutes(given->zone) + *wanted;
  const std::int64_t day = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440);
  const int of_day = static_cast<int>(minutes - day * 1440);
  const CivilDate date = civil_date(day);
  std::string text = iso_date(date) + "T";
  append_number(text, of_day / 60, 2);
  text += ':';
  append_number(text, of_day % 60, 2);
  return text + std::string(given->rest) + (time_zone == "UTC" ? "Z" : std::string(time_zone));
}

}  // namespace copydesk
