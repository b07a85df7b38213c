// Where a text stops being JSON, and why: for error messages, and for what simdjson leaves unread (dom.h).
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

/// The same of a text whose strings are known to be right: they are passed over.
std::optional<JsonFault> find_structure_fault(std::string_view json);

/// How the outermost object's member `index`, counted from 0, writes its number, in a text that is JSON;
/// empty where there is no such member or it is no number.
std::string_view number_of_member(std::string_view json, std::size_t index);

}  // namespace copydesk
