// How sure each figure is.
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Weighs what speaks for each figure; readings already known to be doubtful stay so.
void weigh_confidence(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
