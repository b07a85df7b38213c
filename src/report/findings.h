// Stage: a whole report → what a copy editor would ask.
#pragma once

#include <vector>

#include "copydesk/findings.h"
#include "copydesk/report.h"

namespace copydesk {

std::vector<Finding> find_findings(const Text& text, const Report& report);

}  // namespace copydesk
