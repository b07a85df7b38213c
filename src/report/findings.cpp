#include "report/findings.h"

namespace copydesk {

std::vector<Finding> find_findings(const Text&, const Report& report) {
  std::vector<Finding> findings;
  for (const Quote& quote : report.quotes)
    if (!quote.closed)
      findings.push_back(
          {"quote-unclosed", Severity::warning, "This quotation never closes.", {quote.span}, ""});
  return findings;
}

}  // namespace copydesk
