// Stage: people and organisations that are named, with every mention.
#pragma once

#include <string>
#include <vector>

#include "copydesk/span.h"

namespace copydesk {

enum class Gender : std::uint8_t { unknown, female, male };

struct Person {
  std::string name;            ///< the fullest form found, without titles: "Ilham Aliyev"
  std::string role;            ///< "President", as written; empty if none
  Gender gender = Gender::unknown;
  std::vector<Span> mentions;  ///< in text order, full names and aliases; no pronouns
};

}  // namespace copydesk
