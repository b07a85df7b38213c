// Ranks that are no ordinal in form: "No. 1 in the world", "the XXIV Olympic Games".
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Makes a rank of a small number behind "No." or "#" where the sentence ranks something: "the No. 2 seller",
/// "ranked #3", not "No. 10 said".
[[gnu::noinline]] bool as_rank(const Source& source, Figure& figure);
/// Whether "." or "#" stands right before the figure, so that it is worth asking.
inline bool behind_number_sign(const Source& source, const Figure& figure) {
  const Token& t = source[std::size_t{figure.first} - 1];
  return t.is_mark('.') || t.is_mark('#');
}

/// Roman numerals that rank what stands behind them, "the XXIV Olympic Games", and those spoken of as
/// numerals. Behind a name they belong to it ("Henry VIII", "Super Bowl LVIII", "Part IV", "World War II"),
/// as digits do.
[[gnu::noinline]] bool ranks_behind(const Source& source, std::size_t i);

}  // namespace copydesk::numbers
