// Why sentences end where they end, for people who write rules.
#include <algorithm>

#include "cli/position.h"
#include "cli/text_report.h"

namespace copydesk::cli {
namespace {

/// Bytes of text shown on each side of a candidate.
constexpr std::size_t kContext = 40;

bool inside_code_point(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace

std::string boundary_report(const std::vector<BoundaryDecision>& decisions, std::string_view utf8) {
  std::string out;
  Position position(utf8);
  for (const BoundaryDecision& decision : decisions) {
    const std::size_t at = decision.at;
    std::size_t begin = at > kContext ? at - kContext : 0, end = std::min(utf8.size(), at + kContext);
    while (inside_code_point(utf8, begin)) ++begin;
    while (inside_code_point(utf8, end)) --end;
    out += padded(position.at(at), 7) + (decision.ends ? "ends     " : "goes on  ") +
           padded(std::string(rule_name(decision.rule)), 28) + " " +
           one_line(utf8.substr(begin, at - begin)) + " ‖";
    const std::string rest = one_line(utf8.substr(at, end - at));
    out += rest.empty() ? "\n" : " " + rest + "\n";
  }
  return out;
}

}  // namespace copydesk::cli
