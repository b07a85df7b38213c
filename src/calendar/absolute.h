// Absolute dates and clock times as they are written: "Thursday, September 21, 2023", "21 Sept. 2023",
// "2023-09-21T10:30Z", "03/04/2024", "5:30 p.m. ET".  What is written is read; nothing is inferred.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "text/tokens.h"

namespace copydesk {

/// `seasonal` and `european`: an hour more in the summer of the United States, of Europe.
enum class ZoneKind : std::uint8_t { none, utc, fixed, seasonal, european, local };

/// A time of day.  Parts that are not written are −1.
struct ClockTime {
  std::size_t end = 0;  // the token after the last one; 0: no time was read
  std::int16_t hour = -1;
  std::int16_t minute = -1;
  std::int16_t second = -1;
  ZoneKind zone = ZoneKind::none;
  std::int16_t zone_minutes = 0;  // east of UTC
  bool half_day = false;          // a.m. or p.m. is written
  bool certain = false;           // reads as a time without further evidence
  explicit operator bool() const { return end != 0; }
};

/// A calendar date.  Parts that are not written are 0.
struct AbsoluteDate {
  std::size_t end = 0;  // the token after the last one; 0: no date was read
  std::int32_t year = 0;
  std::int32_t month = 0;
  std::int32_t day = 0;
  std::int32_t weekday = 0;       // 1 Monday … 7 Sunday
  bool century_inferred = false;  // a year of two digits
  bool order_ambiguous = false;   // 03/04/2024: read as month/day, could be day/month
  bool numeric = false;           // digits and separators only
  ClockTime time;                 // "2023-09-21T10:30Z", "May 12, 2024 00:01"
  explicit operator bool() const { return end != 0; }
};

/// The name of a month or a weekday.
struct CalendarWord {
  std::int32_t value = 0;  // month 1 … 12, weekday 1 … 7
  std::size_t end = 0;     // the token after it (and after the dot of an abbreviation); 0: none
  bool shortened = false;  // "Sept.", "Thu"
  bool ambiguous = false;  // also another word: "May", "Sun"
  bool plural = false;     // "Mondays"
  explicit operator bool() const { return end != 0; }
};

/// A month's name at token `at`; names that are other words too must have a capital.
CalendarWord read_month(const Tokens& tokens, std::size_t at);
/// A weekday's name at token `at`, with a capital.
CalendarWord read_weekday(const Tokens& tokens, std::size_t at);

/// The clock time that begins at token `at`, with its zone.
ClockTime read_clock(const Text& text, const Tokens& tokens, std::size_t at);

/// The date that begins at token `at`: at least a month and a day, a month and a year, or a numeric date;
/// a weekday may stand first.  The day may be one that its month does not have.  A bare month, weekday or
/// year is none.  Clock times that follow
/// ("…, 10:30 a.m.", "at 00:01") are read when `with_time`.
AbsoluteDate read_absolute_date(const Text& text, const Tokens& tokens, std::size_t at,
                                bool with_time = false);

/// The value of a token of one to four digits and nothing else, or 0.
std::int32_t plain_number(const Text& text, const Token& token);

/// ISO 8601 of a time of day, with its zone when written: "T10:30", "T10:30:15Z", "T10:30-05:00".
std::string iso_time(const ClockTime& time);

/// ISO 8601 of a full date, with its time and zone when written; empty unless year, month and day are there
/// and the day exists.
std::string to_iso(const AbsoluteDate& date);

}  // namespace copydesk
