// Strings as JSON.stringify writes them.
#pragma once

#include <string>
#include <string_view>

namespace copydesk {

/// The most bytes that a string of `size` bytes has as JSON, its quotes included.
constexpr std::size_t json_string_limit(std::size_t size) {
  return 6 * size + 2;
}

/// Writes `text` (UTF-8) in quotes to `at`, which has room for json_string_limit; returns where it ends.
char* write_json_string(std::string_view text, char* at);

/// Appends `text` (UTF-8) in quotes.
void append_json_string(std::string_view text, std::string& out);

}  // namespace copydesk
