// Rule ids written in the code: "dates.weekday-past"_rule.  tools/embed checks that each has a row.
#pragma once

#include "copydesk/rule.h"
#include "lexicon/hash.h"

namespace copydesk {

namespace rule_data {
extern const std::uint16_t count;
extern const std::uint32_t hashes[];  // ascending
extern const char* const names[];
}  // namespace rule_data

namespace literals {
consteval RuleId operator""_rule(const char* name, std::size_t size) {
  return RuleId{word_hash(std::string_view(name, size))};
}
}  // namespace literals
}  // namespace copydesk
