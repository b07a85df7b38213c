// Amounts in brackets: a loss in accounts.
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// "(1,234) 2,345", "a loss of (45)", "($3.2)": takes the brackets into a figure they make negative.
/// @returns whether they do
[[gnu::noinline]] bool attach_account_brackets(const Source& source, Figure& figure);
/// Whether a bracket stands right before the figure, so that it is worth asking.
inline bool in_brackets(const Source& source, const Figure& figure) {
  return source[std::size_t{figure.first} - 1].is_mark('(');
}

}  // namespace copydesk::numbers
