#include "report/findings.h"

#include "report/findings_parts.h"
#include "values/order.h"

namespace copydesk {

std::vector<Finding> find_findings(const Text& text, const Report& report) {
  std::vector<Finding> findings;
  find_in_quotes(text, report, findings);
  find_in_dates(text, report, findings);
  find_in_numbers(text, report, findings);
  sort_by(findings, [](const Finding& finding) { return finding.spans[0].begin; });
  return findings;
}

}  // namespace copydesk
