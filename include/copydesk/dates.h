// Stage: temporal expressions as ISO-TimeML TIMEX3, with the interval they mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

enum class DateType : std::uint8_t { date, time, duration, set };
enum class DateMod : std::uint8_t {
  none, approx, start, mid, end, before, after, on_or_before, on_or_after,
  less_than, more_than, equal_or_less, equal_or_more, early, late,
};
enum class Grain : std::uint8_t {
  none, second, minute, hour, part_of_day, day, weekend, week, month, season, quarter, half, year, decade, century, millennium,
};

struct Date {
  Span span;
  DateType type = DateType::date;
  std::string value;  ///< TIMEX3: "2023-09-21", "2023-09-20T13:00", "P2D", "XXXX-WXX-4", "PAST_REF"
  DateMod mod = DateMod::none;
  std::string from;   ///< ISO 8601, half-open [from, to); floating unless a zone is written; empty when none
  std::string to;
  std::string edtf;   ///< ISO 8601-2 form where one exists: "2023-09~", "199X"; empty when none
  Grain grain = Grain::none;
  RuleId rule;
  std::vector<std::string> alternatives;  ///< other TIMEX3 values a reader could honestly hold
  std::vector<std::string> inferred;      ///< which parts were not written: "year", "month", "day"
};

}  // namespace copydesk
