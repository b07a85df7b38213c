// The report for people.
#pragma once

#include <string>
#include <string_view>

#include "copydesk/report.h"

namespace copydesk::cli {

/// The head, who said what, the dates, the figures and the desk's questions, each with its place as
/// line:column.
std::string text_report(const Report& report, std::string_view utf8, std::string_view name, bool colour);

/// One JSON value on several lines, indented by two blanks; `json` is valid and has no blanks of its own.
std::string indent_json(std::string_view json, int depth = 0);

}  // namespace copydesk::cli
