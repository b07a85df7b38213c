// The tree of a JSON text, as the readers of articles and of JSON-LD see it: the one place that includes
// simdjson. For .cpp files of this folder only.
#pragma once

#include <string_view>

#include "input/json_fault.h"
#include "simdjson.h"

namespace copydesk::dom {

using simdjson::error_code;
using simdjson::error_message;
using simdjson::to_string;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;
using simdjson::dom::parser;

/// The value of `json`, in the parser's storage.  Our simdjson is built without its numbers
/// (cmake/ThirdParty.cmake), and takes whatever stands in the place of a value for one: what is not JSON
/// between strings is refused here.  Numbers come out as 0.
inline error_code parse(parser& parser, std::string_view json, element& root) {
  const error_code error = parser.parse(json.data(), json.size()).get(root);
  return !error && find_structure_fault(json) ? simdjson::TAPE_ERROR : error;
}

}  // namespace copydesk::dom
