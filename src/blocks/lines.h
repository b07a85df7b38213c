// The lines a text is set in, and the units they make: a paragraph that was wrapped at a column is one unit.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/span.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

/// A physical line, or several that were one before a mailer or an editor broke them.
struct Line {
  Span span;                ///< from the first to after the last token
  std::uint32_t first = 0;  ///< its tokens, [first, last)
  std::uint32_t last = 0;
  std::uint32_t width = 0;   ///< code points of the last physical line, indent included
  std::uint16_t indent = 0;  ///< columns of white space before it
  std::uint8_t quoted = 0;   ///< leading '>' marks of an e-mail
  bool gap_before = false;   ///< a blank line or the text's start stands before
  bool cells = false;        ///< four spaces or a tab stand inside: a table's row, a running head
  std::uint8_t marker = 0;   ///< leading tokens that make it a list item ("•", "3."), 0 for none
};

/// What stands between token `at`, not the first, and the one before it.
inline std::string_view gap_before(const Text& text, const Tokens& tokens, std::uint32_t at) {
  return text.slice({tokens[at - 1].end, tokens[at].begin});
}

/// The lines of the text that hold a token, wrapped ones joined.  Linear in the text.
std::vector<Line> read_lines(const Text& text, const Tokens& tokens);

}  // namespace copydesk
