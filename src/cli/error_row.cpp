#include "cli/error_row.h"

#include "report/json_string.h"

namespace copydesk::cli {

std::string error_row(std::string_view id, const Error& error) {
  std::string out = "{\"id\":";
  if (id.empty())
    out += "null";
  else
    append_json_string(id, out);
  out += ",\"error\":{\"code\":";
  append_json_string(error_name(error.code), out);
  out += ",\"message\":";
  append_json_string(error.message, out);
  if (error.line > 0) out += ",\"line\":" + std::to_string(error.line);
  out += ",\"offset\":" + std::to_string(error.offset) + "}}";
  return out;
}

std::string error_sentence(const std::string& name, const Error& error) {
  if (error.code == ErrorCode::io || error.message.rfind(name + ":", 0) == 0) return error.message;
  return (name == "-" ? "standard input" : name) + ": " + error.message;
}

}  // namespace copydesk::cli
