// Signs of approximation around a figure: "about", "more than", "or so", "~", "+".
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Takes the sign of approximation before or behind the figure into it; never reaches back before token
/// `from`.
void attach_approximation(const Source& source, Figure& figure, std::size_t from);

}  // namespace copydesk::numbers
