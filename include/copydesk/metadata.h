// What a page says of its article outside the text: its JSON-LD, read.
#pragma once

#include <string>
#include <vector>

namespace copydesk {

struct Metadata {
  std::string headline;
  std::vector<std::string> authors;
  std::string published;  ///< ISO 8601 date or date-time, with a zone when one is written; empty when none
  std::string updated;
  /// What had to be mended before it could be read: "line breaks in strings".
  std::vector<std::string> repairs;
  /// What could not be read, one sentence each.
  std::vector<std::string> problems;
};

}  // namespace copydesk
