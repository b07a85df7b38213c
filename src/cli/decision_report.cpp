// Why quotations have their speakers, for people who weigh evidence.
#include <algorithm>

#include "cli/position.h"
#include "cli/text_report.h"

namespace copydesk::cli {
namespace {

using About = QuoteDecision::About;
using What = QuoteDecision::What;

std::string what(const QuoteDecision::Candidate& candidate, std::string_view utf8) {
  const auto slice = [&](Span span) { return one_line(utf8.substr(span.begin, span.size())); };
  const std::string by = candidate.speaker.empty() ? "" : " by " + slice(candidate.speaker);
  switch (candidate.what) {
    case What::speaker:
      return slice(candidate.span);
    case What::nobody:
      return "nobody";
    case What::cue:
      return slice(candidate.span) + by;
    case What::same:
      return "as a quotation before" + (candidate.span.empty() ? "" : ": " + slice(candidate.span)) + by;
    case What::not_quotation:
      return "no quotation";
    case What::reports:
      return slice(candidate.span);
    case What::reports_nothing:
      return "nothing";
  }
  return {};
}

std::string candidate_line(const QuoteDecision& decision, std::size_t i, std::string_view utf8) {
  const QuoteDecision::Candidate& candidate = decision.candidates[i];
  std::string out = i == decision.chosen ? "  + " : "  - ";
  if (decision.candidates.size() == 1 && candidate.evidence.empty())
    return out + what(candidate, utf8) + ": a rule decides\n";
  out += std::to_string(candidate.sum) + "  " + what(candidate, utf8) + ":";
  for (const QuoteDecision::Evidence& e : candidate.evidence)
    out += " " + std::string(e.name) + (e.weight > 0 ? " +" : " ") + std::to_string(e.weight);
  return out + "\n";
}

}  // namespace

std::string decision_report(const std::vector<QuoteDecision>& decisions, std::string_view utf8) {
  static constexpr const char* kAbout[] = {"who says", "who speaks:", "what is reported:"};
  std::string out;
  Position position(utf8);
  for (const QuoteDecision& decision : decisions) {
    out += position.at(decision.span.begin) + " " + kAbout[static_cast<unsigned>(decision.about)] + " " +
           one_line(utf8.substr(decision.span.begin, decision.span.size()));
    if (decision.rule != RuleId{}) out += "  " + std::string(rule_name(decision.rule));
    out += "\n";
    std::vector<std::size_t> order(decision.candidates.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if ((a == decision.chosen) != (b == decision.chosen)) return a == decision.chosen;
      return decision.candidates[a].sum > decision.candidates[b].sum;
    });
    for (const std::size_t i : order) out += candidate_line(decision, i, utf8);
  }
  return out;
}

}  // namespace copydesk::cli
