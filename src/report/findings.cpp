#include "report/findings.h"

#include <algorithm>

#include "report/findings_parts.h"

namespace copydesk {

std::vector<Finding> find_findings(const Text& text, const Report& report) {
  std::vector<Finding> findings;
  find_in_quotes(text, report, findings);
  find_in_dates(text, report, findings);
  find_in_numbers(text, report, findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.spans[0].begin < b.spans[0].begin; });
  return findings;
}

}  // namespace copydesk
