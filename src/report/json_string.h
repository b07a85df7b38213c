// Strings as JSON.stringify writes them.
#pragma once

#include <string>
#include <string_view>

namespace copydesk {

/// Appends `text` (UTF-8) in quotes.
void append_json_string(std::string_view text, std::string& out);

}  // namespace copydesk
