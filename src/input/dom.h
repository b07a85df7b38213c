// The tree of a JSON text, as the readers of articles and of JSON-LD see it: the one place that includes simdjson.
// For .cpp files of this folder only.
#pragma once

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

}  // namespace copydesk::dom
