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
bool read_clock_words(const Reader& in, std::size_t at, std::vector<Mention>& out);

/// Reads to the left of a calendar name or unit: "early", "the end of", "last", "this past".
void extend_left(const Reader& in, Mention& mention);

/// Joins neighbours that are one expression: "5 p.m." + "on Friday", "Friday" + "night", "June" + "of last
/// year"; fills parts that a range or list shares.
void combine(const Reader& in, std::vector<Mention>& mentions);

}  // namespace copydesk::dates
