// Stage: figures with exact values, units, approximation and what they count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

enum class NumberKind : std::uint8_t {
  cardinal, ordinal, percent, money, measure, fraction, ratio, range, score, age, multiple,
};
enum class Approx : std::uint8_t {
  none, about, nearly, more_than, less_than, at_least, at_most, up_to, as_many_as, vague,
};
enum class ChangeRole : std::uint8_t { none, by, to, from };
enum class Direction : std::uint8_t { none, up, down };

struct Number {
  Span span;           ///< the whole figure with its unit and its sign of approximation
  NumberKind kind = NumberKind::cardinal;
  std::string value;   ///< exact decimal, "25000"; empty when only bounds are known
  std::string low;     ///< of a range or bound
  std::string high;
  Approx approx = Approx::none;
  std::string unit;    ///< ISO 4217 for money, else a CLDR unit identifier
  std::vector<std::string> unit_candidates;  ///< where "$" is ambiguous
  std::string ucum;
  std::string base_value;  ///< SI value, exact decimal; empty when none
  std::string base_unit;
  std::optional<Span> of;  ///< the noun phrase that is counted
  ChangeRole role = ChangeRole::none;
  Direction direction = Direction::none;
  std::optional<std::uint32_t> same_as;  ///< index of the figure this one converts in print
  RuleId rule;
  Confidence confidence = Confidence::high;
};

}  // namespace copydesk
