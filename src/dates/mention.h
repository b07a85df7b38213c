// A temporal expression as it is written, before it is resolved against a day.
#pragma once

#include <cstddef>
#include <cstdint>

#include "calendar/absolute.h"
#include "copydesk/dates.h"
#include "tables/day_parts.gen.h"
#include "tables/seasons.gen.h"
#include "tables/time_references.gen.h"
#include "tables/time_units.gen.h"

namespace copydesk::dates {

using Unit = tables::time_units::Unit;
using Part = tables::day_parts::Part;
using Season = tables::seasons::Season;

enum class Kind : std::uint8_t {
  calendar,   // year, month, day, weekday, season, quarter … as written; what is missing is inferred
  shift,      // a unit counted from the text's day: "today" (day, 0), "last year" (year, −1)
  distance,   // an amount before or after an anchor: "two years ago", "three days later"
  anaphora,   // a unit counted from the date before: "the next day", "that year"
  reference,  // PRESENT_REF, PAST_REF, FUTURE_REF
  duration,
  set,
  clock,        // a time of day alone
  latest,       // the quarter or year a report is about: "the latest quarter"
  anniversary,  // "the tenth anniversary" of a date that follows
  year_before,  // "year-ago", "the year-earlier period": what the report is about, a year back
};

/// What a distance is counted from.
enum class Anchor : std::uint8_t { text, before, named };

/// What the words around a calendar name say about its place: "last Friday", "next March", "this Monday".
enum class Hint : std::uint8_t { none, past, same, future };

struct Amount {
  std::int64_t hundredths = 0;  // 250 for two and a half
  bool vague = false;           // "several": X
  bool low_of_range = false;    // "two to three": the lower
};

inline constexpr std::int32_t kNoYear = INT32_MIN;

struct Mention {
  std::size_t first = 0;  // tokens, half-open
  std::size_t end = 0;
  Kind kind = Kind::calendar;
  RuleId rule;
  DateMod mod = DateMod::none;

  // calendar
  std::int32_t year = kNoYear;  // astronomical: 1 BC is 0
  std::int8_t month = 0;
  std::int8_t day = 0;
  std::int8_t weekday = 0;
  std::int8_t season = 0;   // 1 SP … 4 WI
  std::int8_t quarter = 0;  // 1 … 4
  std::int8_t half = 0;     // 1, 2
  std::int16_t holiday = -1;
  // "the first Monday in September": 1 … 5, −1 the last; of a length, "the last week of May", 1 or −1
  std::int8_t nth = 0;
  std::int8_t beside = 0;          // "the Monday after Easter": −1 before, +1 after the day that is named
  std::int8_t beside_weekday = 0;  // which day beside it; 0 the next one
  Unit beside_unit = Unit::day;    // "the week after Easter"
  Unit grain = Unit::day;          // decade and century: `year` is their first
  Hint hint = Hint::none;
  bool year_inferred = false;
  bool century_inferred = false;
  bool order_ambiguous = false;
  bool fiscal = false;
  bool attributive = false;  // "third-quarter", "two-year"
  bool elided = false;       // a part is taken from its neighbour in a range or list
  bool event = false;        // "9/11": the year is the event's

  ClockTime clock;
  bool has_part = false;
  Part part = Part::MO;

  // shift, distance, anaphora, duration, set
  Unit unit = Unit::day;
  std::int32_t shift = 0;
  Amount amount;
  std::int64_t minor_amount = 0;  // hundredths of `minor_unit`: "two years and three months"
  Unit minor_unit = Unit::day;
  Anchor anchor = Anchor::text;
  std::int8_t from_day = 0;  // "a week tomorrow": the day it counts from, from the text's day
  tables::time_references::Value reference = tables::time_references::Value::PRESENT_REF;
  const char* set_value = nullptr;

  bool has_year() const { return year != kNoYear; }
};

}  // namespace copydesk::dates
