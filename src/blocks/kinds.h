// The kind of each line, once body and furniture are told apart and the head is known.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/head.h"

namespace copydesk {

/// A line that says whose a picture is: the whole line or its end.
struct CreditMark {
  bool whole = false;       ///< the line is nothing but the credit
  std::uint32_t first = 0;  ///< tokens of the credit's name, [first, last)
  std::uint32_t last = 0;
  explicit operator bool() const { return last > first; }
};

/// "Photo: Ann Lee", "(AP Photo/Ann Lee)" at the end, "… / Courtesy".  An agency alone at the end of a line
/// of the body (`in_body`) is where the story comes from, not a picture.
CreditMark read_credit(const PageView& page, std::uint32_t line, bool in_body);

/// The blocks of the page, one a line.  Appends the credits it finds to `head`.
std::vector<Block> assign_kinds(const Text& text, const PageView& page,
                                const std::vector<std::int32_t>& margins, HeadReading& head);

}  // namespace copydesk
