// What a figure counts: "25,000 hill farmers", "of the residents, 25,000", "$5 a share".
#pragma once

#include <vector>

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Sets `of` of every figure: the noun phrase counted, behind it or before it, also where it is left out in
/// the text; of money and rates what each is given for.
void find_counted(const Source& source, std::vector<Figure>& figures);

}  // namespace copydesk::numbers
