// Where a text stops being JSON, and why: for error messages.  Reading itself is simdjson's.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace copydesk {

struct JsonFault {
  std::size_t offset = 0;  ///< the first byte that cannot belong; the size when the text ends too early
  const char* reason = "";
};

/// None when `json` is one JSON value (RFC 8259, UTF-8).  Values nested deeper than 1,000 are a fault.
std::optional<JsonFault> find_json_fault(std::string_view json);

}  // namespace copydesk
