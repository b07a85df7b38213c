#include "lexicon/rule_names.h"

#include <algorithm>

namespace copydesk {

std::uint16_t rule_count() {
  return rule_data::count;
}

std::uint16_t rule_index(RuleId rule) {
  const auto* end = rule_data::hashes + rule_data::count;
  const auto* at = std::lower_bound(rule_data::hashes, end, rule.hash);
  return at != end && *at == rule.hash ? static_cast<std::uint16_t>(at - rule_data::hashes)
                                       : rule_data::count;
}

std::string_view rule_at(std::uint16_t index) {
  return index < rule_data::count ? rule_data::names[index] : std::string_view();
}

std::string_view rule_name(RuleId rule) {
  return rule_at(rule_index(rule));
}

}  // namespace copydesk
