// Recognition: every temporal expression of a text as it is written, in order.
#pragma once

#include <vector>

#include "dates/reader.h"

namespace copydesk::dates {

/// Mentions in text order, none overlapping.
std::vector<Mention> recognise(const Text& text, const Tokens& tokens);

// The recognisers, by what they start from.  Each reads at token `at`, may look back to the reader's floor,
// appends what it found to `out` and says whether it found something.
bool read_calendar(const Reader& in, std::size_t at, std::vector<Mention>& out);
bool read_unit(const Reader& in, std::size_t at, std::vector<Mention>& out);
bool read_word(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "1998", "'98", "the 1990s", "264 BC"; `at` is the number.
bool read_year_number(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "2023/24": two years in a row.
bool read_slashed_years(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "the nineties".
bool read_decade_name(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "the 15th", "the 5th inst.", "Friday the 13th": days of a month that is not named.
bool read_day_of_month(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "the tenth anniversary of"; `at` is the noun.
bool read_anniversary(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "9/11", "7/7": days known by their numbers.
bool read_event_day(const Reader& in, std::size_t at, std::vector<Mention>& out);
/// "half past five", "a quarter to six", "ten past three", "17:30", "noon".
bool read_clock_words(const Reader& in, std::size_t at, std::vector<Mention>& out);

// What recognisers share.

/// A mention of the calendar from token `first` to before `end`.
inline Mention calendar(std::size_t first, std::size_t end, Unit grain) {
  Mention m;
  m.first = first;
  m.end = end;
  m.grain = grain;
  return m;
}

inline bool is_every(const Token& token) {
  using namespace literals;
  return token.is("every"_w) || token.is("each"_w);
}

/// A clock hour, 1 … 12, in digits or words just before token `end`.
struct Hour {
  std::size_t first = 0;
  std::int32_t value = -1;
};
Hour hour_before(const Reader& in, std::size_t end);
/// Words before a year that leave no doubt.
bool is_year_cue(const Token& token);
/// "BC", "B.C.E.".
bool is_era_after(const Token& token);
/// Whether a noun follows, so that an adjective before it describes it.
bool noun_follows(const Reader& in, std::size_t i);
/// A mark, a conjunction, "is" or "has", or the text's end: what stands before is complete.
bool ends_clause(const Reader& in, std::size_t i);
/// Whether what follows a day of the month in digits is what the number counts.
bool counts_something(const Reader& in, std::size_t end);
/// Words of a match within some tokens.
bool near_sport(const Reader& in, std::size_t at);

/// Reads to the left of a calendar name or unit: "early", "the end of", "last", "this past".
void extend_left(const Reader& in, Mention& mention);

/// Joins neighbours that are one expression: "5 p.m." + "on Friday", "Friday" + "night", "June" + "of last
/// year"; fills parts that a range or list shares.
void combine(const Reader& in, std::vector<Mention>& mentions);

}  // namespace copydesk::dates
