// Which marks part an article's digits: "1.234,5" beside "1.234" says what the point means.
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Reads "1.234" as 1234 where the article writes "1.234,5" or "1.234.567", and never a point before decimals
/// or a comma before thousands.
void settle_marks(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
