// Units of measure behind a figure, ages and heights, and what they are in SI base units.
#pragma once

#include <string>
#include <string_view>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Takes the unit that stands behind the figure's number into it: sets measure, kind and rule, and extends
/// it. False when there is none.
[[gnu::noinline]] bool attach_unit(const Source& source, Figure& figure);

/// Makes the figure a measure in the unit of that CLDR identifier.
[[gnu::noinline]] void set_unit(Figure& figure, std::string_view id);

/// Makes the figure a height of its value in feet and so many inches.
void set_feet_and_inches(Figure& figure, const Decimal& inches);

/// The figure's value in the unit's base, exact, and the base's identifier; both empty where the unit has
/// none, or the exact product passes 38 digits.
struct Base {
  std::string value;
  std::string unit;
};
Base in_base_units(const Figure& figure);
/// The CLDR identifier with its per-part, "mile-per-gallon".
std::string unit_identifier(const Measure& measure);
/// The UCUM code with its per-part; empty when there is none.
std::string ucum_code(const Measure& measure);
/// Whether the unit is one of time: second … millennium.
bool is_time(const Measure& measure);
/// Whether both units measure the same thing.
bool same_dimension(const Measure& a, const Measure& b);

}  // namespace copydesk::numbers
