// Stage: a whole report → what a copy editor would ask.
#pragma once

#include <vector>

#include "copydesk/findings.h"
#include "copydesk/report.h"

namespace copydesk {

/// `past_limits`: figures that no exact value holds.
std::vector<Finding> find_findings(const Text& text, const Report& report,
                                   const std::vector<Span>& past_limits = {});

}  // namespace copydesk
