// What the words around a figure are, by their look.
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Whether a sentence, a quotation or a line begins at the token.
[[gnu::noinline]] bool opens(const Source& source, std::size_t token);

/// Whether the token is a common noun in the plural.
[[gnu::noinline]] bool plural_noun(const Source& source, std::size_t token);

}  // namespace copydesk::numbers
