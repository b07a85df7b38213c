// JSON as pages contain it → JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace copydesk {

struct RepairedJson {
  std::string json;                  ///< one valid JSON value, whatever came in
  std::vector<std::string> repairs;  ///< what was done, each kind once, in words
};

/// Mends wrappers (comments, CDATA, script tags), raw control characters and quotes in strings, single
/// quotes, wrong escapes, entities in the place of quotes, missing, doubled and trailing commas, comments,
/// words that are no values, several values in a row, and an end that is missing.  Linear time.
RepairedJson repair_json(std::string_view text);

}  // namespace copydesk
