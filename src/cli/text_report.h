// The report for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "copydesk/report.h"

namespace copydesk::cli {

/// The head, who said what, the dates, the figures and the desk's questions, each with its place as
/// line:column.
std::string text_report(const Report& report, std::string_view utf8, std::string_view name, bool colour);

/// A line for every candidate of a sentence boundary: line:column, "ends" or "goes on", the rule, and the
/// text on both sides of it.
std::string boundary_report(const std::vector<BoundaryDecision>& decisions, std::string_view utf8);

/// Every weighed choice: line:column and what is decided on, then a line for each candidate, "+" before the
/// one chosen and "-" before the others: its sum, what it is, and its evidence by name with its weight.
std::string decision_report(const std::vector<QuoteDecision>& decisions, std::string_view utf8);

/// A passage on one line: white space and control characters as single blanks, a long one cut with an
/// ellipsis.
std::string one_line(std::string_view text);

/// One JSON value on several lines, indented by two blanks; `json` is valid and has no blanks of its own.
std::string indent_json(std::string_view json, int depth = 0);

}  // namespace copydesk::cli
