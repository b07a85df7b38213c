// An article that could not be read, as a line in the place of its report.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/error.h"

namespace copydesk::cli {

/// {"id":…,"error":{"code","message","line","offset"}}; an unknown id is null, a line that means nothing is
/// left out.
std::string error_row(std::string_view id, const Error& error);

/// `error`'s sentence for standard error: the file's name, then what, where and what to do.
std::string error_sentence(const std::string& name, const Error& error);

}  // namespace copydesk::cli
