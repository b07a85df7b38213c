#include "report/findings.h"

#include "report/findings_parts.h"
#include "values/order.h"

namespace copydesk {

std::vector<Finding> find_findings(const Text& text, const Report& report,
                                   const std::vector<Span>& past_limits) {
  std::vector<Finding> findings;
  find_in_quotes(text, report, findings);
  find_in_dates(text, report, findings);
  find_in_numbers(text, report, findings);
  if (!past_limits.empty())
    findings.push_back({"figure-past-limits",
                        Severity::info,
                        "Left alone: over 38 significant digits, or beyond 10^400.",
                        past_limits,
                        ""});
  sort_by(findings, [](const Finding& finding) { return finding.spans[0].begin; });
  return findings;
}

}  // namespace copydesk
