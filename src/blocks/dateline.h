// Where a story is filed from: "PARIS, June 3 (AP) —" at a paragraph's opening, or on a line of its own.
#pragma once

#include <cstdint>

#include "blocks/evidence.h"
#include "calendar/absolute.h"

namespace copydesk {

struct Dateline {
  Span place;                    ///< "PORT ALDER, Neb."
  AbsoluteDate date;             ///< when one is written
  std::uint32_t first_date = 0;  ///< its first token
  std::uint32_t last = 0;        ///< the token after the dateline, its dash included
  bool alone = false;            ///< nothing else stands on the line
  explicit operator bool() const { return last != 0; }
};

/// The dateline that opens the line, if one does.
Dateline read_dateline(const Text& text, const PageView& page, std::uint32_t line);

}  // namespace copydesk
