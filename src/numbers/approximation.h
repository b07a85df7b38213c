// Signs of approximation around a figure: "about", "more than", "or so", "~", "+".
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Takes the sign of approximation before or behind the figure into it; never reaches back before token
/// `from`.
void attach_approximation(const Source& source, Figure& figure, std::size_t from);

/// Takes a bound that stands right behind the number, before its unit: "50-plus miles", "20 or more years".
[[gnu::noinline]] bool attach_bound_behind(const Source& source, Figure& figure);

/// Whether the figure's bound is one of age: "65 or older", "younger than 20".
bool bounds_an_age(const Source& source, const Figure& figure);

}  // namespace copydesk::numbers
