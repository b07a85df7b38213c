// HTML in values that should be plain text.
#pragma once

#include <string>
#include <string_view>

namespace copydesk {

/// The text with its tags dropped, its entities decoded and its white space made single blanks.
std::string plain_text(std::string_view html);

}  // namespace copydesk
