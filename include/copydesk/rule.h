// Every record names the rule that made it.
#pragma once

#include <cstdint>
#include <string_view>

namespace copydesk {

/// An entry of `rules/en/*/rules.tsv`; its name reads "stage.rule" and leads by grep to the row,
/// the code and the cases.  0 is no rule.
struct RuleId {
  std::uint16_t index = 0;
  friend constexpr bool operator==(RuleId, RuleId) = default;
};

/// "dates.weekday-past"; empty for no rule.
std::string_view rule_name(RuleId rule);
/// How many rules there are; valid ids are 1 … rule_count() - 1.
std::uint16_t rule_count();

/// How sure a weighed decision is.
enum class Confidence : std::uint8_t { low, medium, high };

}  // namespace copydesk
