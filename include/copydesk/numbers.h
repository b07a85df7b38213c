// Stage: figures with exact values, units, approximation and what they count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

enum class NumberKind : std::uint8_t {
  cardinal,
  ordinal,
  percent,
  money,
  measure,
  fraction,
  ratio,
  range,
  score,
  age,
  multiple,
};
enum class Approx : std::uint8_t {
  none,
  about,
  nearly,
  more_than,
  less_than,
  at_least,
  at_most,
  up_to,
  as_many_as,
  vague,
};
enum class ChangeRole : std::uint8_t { none, by, to, from };
enum class Direction : std::uint8_t { none, up, down };

/// A figure.  Values are exact within stated limits: at most 38 significant digits, between 10^-400 and
/// 10^400, written in at most 128 bytes of digits; a number past them is left alone.  Quotients that do not
/// end (a third, feet and inches as feet, degrees Fahrenheit as kelvins) are rounded to 15 digits.
struct Number {
  Span span;  ///< the whole figure with its unit and its sign of approximation
  NumberKind kind = NumberKind::cardinal;
  std::string value;  ///< exact decimal, "25000"; empty when only bounds are known
  std::string
      low;  ///< of a range or bound; of a score or odds ("3-2", "5-to-1") the first side, `high` the second
  std::string high;
  Approx approx = Approx::none;
  std::string unit;  ///< ISO 4217 for money ("cent", "penny" … for hundredths), else a CLDR unit identifier
  std::vector<std::string> unit_candidates;  ///< where "$" is ambiguous
  std::string ucum;
  std::string
      base_value;  ///< SI value, exact decimal; of hundredths the amount in the currency; empty when none
  std::string base_unit;
  std::optional<Span> of;  ///< the noun phrase that is counted
  ChangeRole role = ChangeRole::none;
  Direction direction = Direction::none;
  std::optional<std::uint32_t> same_as;  ///< index of the figure this one converts in print
  RuleId rule;
  Confidence confidence = Confidence::high;
};

}  // namespace copydesk
