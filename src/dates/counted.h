// A unit of time with what counts it, as the readers of distances, lengths and sets share it.
#pragma once

#include "dates/recognise.h"

namespace copydesk::dates {

/// A unit with what counts it: "[two full] years", "[a] decade", "[several] weeks".
struct Counted {
  std::size_t head = 0;
  std::size_t first = 0;  // of the amount; the head when there is none
  std::size_t end = 0;    // after the unit and "and a half"
  Unit unit = Unit::day;
  bool plural = false;
  bool hyphen = false;  // "two-year"
  bool has_amount = false;
  bool article = false;     // the amount is "a" or "an"
  bool odd = false;         // "30-odd years"
  bool unreadable = false;  // a number stands before the unit that no length of time has
  Amount amount;
};

/// The unit named by a token, or null; `plural` says whether it stands in the plural.
const tables::time_units::Row* unit_row(const Token& token, bool& plural);
/// What counts the unit at token `head`.
Counted read_counted(const Reader& in, std::size_t head, const tables::time_units::Row& row, bool plural);
/// A mention over a counted unit.
Mention start(const Counted& c, Kind kind, RuleId rule);
/// "about", "more than", "at least" before; "or so", "or more" after.
void read_exactness(const Reader& in, Mention& m);

}  // namespace copydesk::dates
