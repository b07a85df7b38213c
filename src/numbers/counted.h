// What a figure counts or measures: the noun phrase behind it, before it, or its per-phrase.
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// The noun phrase the figure counts: "25,000 Armenian residents", "half of the voters", "$5 a share".
std::optional<Span> counted_phrase(const Source& source, const Figure& figure);

}  // namespace copydesk::numbers
