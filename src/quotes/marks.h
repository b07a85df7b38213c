// Quotation marks paired: one pass, a stack per paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/span.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

/// A run of tokens that quotations do not cross: a block, or a line of one that is not hard-wrapped.
struct Paragraph {
  std::uint32_t begin = 0;  ///< first token
  std::uint32_t end = 0;    ///< after the last token
  std::uint32_t block = 0;
  bool headline = false;  ///< of the article or of a part of it
};

/// What stands between two paired marks.
struct Stretch {
  std::uint32_t open = 0;   ///< token of the opening mark
  std::uint32_t inner = 0;  ///< first token inside
  std::uint32_t close = 0;  ///< token of the closing mark; of an unclosed one the token after the last inside
  std::uint32_t end = 0;    ///< first token after the closing mark
  std::uint32_t paragraph = 0;
  Span content;            ///< bytes without marks and white space
  std::uint8_t depth = 0;  ///< 0: inside no other
  bool closed = true;
  bool single = false;   ///< ‘single’ marks
  bool runs_on = false;  ///< left open because the next paragraph opens again
  bool block = false;    ///< a block quotation without marks: `open` is its first word
};

struct Marks {
  std::vector<Paragraph> paragraphs;
  std::vector<Stretch> stretches;  ///< by their opening mark
};

Marks pair_marks(const Text& text, const Tokens& tokens, const std::vector<Block>& blocks);

}  // namespace copydesk
