#include "copydesk/error.h"

namespace copydesk {

const char* error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_utf8:
      return "invalid-utf8";
    case ErrorCode::too_large:
      return "too-large";
    case ErrorCode::invalid_option:
      return "invalid-option";
    case ErrorCode::invalid_json:
      return "invalid-json";
    case ErrorCode::invalid_pattern:
      return "invalid-pattern";
    case ErrorCode::unsafe_pattern:
      return "unsafe-pattern";
    case ErrorCode::io:
      return "io";
  }
  return "";
}

}  // namespace copydesk
