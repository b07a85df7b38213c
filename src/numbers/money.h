// Currency signs, codes and names around a figure, and whose dollar a bare "$" is.
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Takes the currency before or behind the figure's number into it; never reaches back before token `from`.
/// False when there is none.
[[gnu::noinline]] bool attach_money(const Source& source, Figure& figure, std::size_t from);

/// Decides, once an article's figures are known, what its bare "$" and bare "pounds" are.
void settle_currencies(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
