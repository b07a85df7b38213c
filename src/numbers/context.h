// What looks like a figure and is none: years, dates, clock times, names, labels, addresses, pronouns.
#pragma once

#include "copydesk/blocks.h"
#include "numbers/figure.h"

namespace copydesk::numbers {

/// The end of a chain of digits joined by - / : that is no figure: a telephone number, a date, a clock time,
/// a season (2012-13).  0 when the digits at `i` may be one.
std::size_t end_of_code(const Source& source, std::size_t i);

/// The end of a year in words at `i`, "nineteen ninety-four", "twenty twenty"; 0 when there is none.
std::size_t end_of_spoken_year(const Source& source, std::size_t i);

/// Whether the figure is a year, a date's part, a name's, a label's, a pronoun: to be left out.
bool is_no_figure(const Source& source, const Figure& figure, bool headline);

/// "Kopp, 44,": an age set off by commas behind a name or a person's noun.
bool is_apposed_age(const Source& source, const Figure& figure);
/// "aged 44", "age 44".
bool is_named_age(const Source& source, const Figure& figure);

}  // namespace copydesk::numbers
