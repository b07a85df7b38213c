// Every record names the rule that made it.
#pragma once

#include <cstdint>
#include <string_view>

namespace copydesk {

/// An entry of `rules/en/*/rules.tsv`; its name reads "stage.rule" and leads by grep to the row,
/// the code and the cases.  The value is the hash of the name; 0 is no rule.
struct RuleId {
  std::uint32_t hash = 0;
  friend constexpr bool operator==(RuleId, RuleId) = default;
};

/// "dates.weekday-past"; empty for no rule.
std::string_view rule_name(RuleId rule);
/// Every rule has a place 0 … rule_count() - 1; `rule_at` gives its name.  rule_count() for no rule.
std::uint16_t rule_index(RuleId rule);
std::uint16_t rule_count();
std::string_view rule_at(std::uint16_t index);

/// How sure a weighed decision is.
enum class Confidence : std::uint8_t { low, medium, high };

}  // namespace copydesk
