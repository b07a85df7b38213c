// Stage: what a copy editor would ask about the article.
#pragma once

#include <string>
#include <vector>

#include "copydesk/span.h"

namespace copydesk {

enum class Severity : std::uint8_t { info, warning, error };

struct Finding {
  std::string code;  ///< "weekday-mismatch", "quote-unclosed" …
  Severity severity = Severity::warning;
  std::string message;
  std::vector<Span> spans;
  std::string suggestion;  ///< empty when none
};

}  // namespace copydesk
