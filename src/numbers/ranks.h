// Ranks that are no ordinal in form: "No. 1 in the world", "the XXIV Olympic Games".
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Makes a rank of a small number behind "No." or "#" where the sentence ranks something: "the No. 2 seller",
/// "ranked #3", not "No. 10 said".
bool as_rank(const Source& source, Figure& figure);

/// Roman numerals that rank what stands behind them, "the XXIV Olympic Games", and those spoken of as
/// numerals. Behind a name they belong to it ("Henry VIII", "Super Bowl LVIII", "Part IV", "World War II"),
/// as digits do.
bool ranks_behind(const Source& source, std::size_t i);

}  // namespace copydesk::numbers
