#include "report/json_string.h"

namespace copydesk {
namespace {

/// The letter behind the backslash of a short escape; 0 for none.
char short_escape(unsigned char c) {
  switch (c) {
    case '"':
    case '\\':
      return static_cast<char>(c);
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return 0;
  }
}

}  // namespace

char* write_json_string(std::string_view text, char* at) {
  static constexpr char kHex[] = "0123456789abcdef";
  *at++ = '"';
  for (const char ch : text) {
    const auto c = static_cast<unsigned char>(ch);
    if (c >= 0x20 && c != '"' && c != '\\') {
      *at++ = ch;
      continue;
    }
    *at++ = '\\';
    if (const char letter = short_escape(c)) {
      *at++ = letter;
      continue;
    }
    for (const char of : {'u', '0', '0', kHex[c >> 4], kHex[c & 15]}) *at++ = of;
  }
  *at++ = '"';
  return at;
}

void append_json_string(std::string_view text, std::string& out) {
  const std::size_t size = out.size();
  out.resize(size + json_string_limit(text.size()));
  out.resize(static_cast<std::size_t>(write_json_string(text, out.data() + size) - out.data()));
}

}  // namespace copydesk
