// What stands between the body's lines and is no paragraph of it: boxes, running heads, notes; and paragraphs
// of a special kind: pull quotes, statements set apart, the clock times of a live blog.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/head.h"

namespace copydesk {

enum class Insert : std::uint8_t {
  none,
  // Furniture:
  box,
  running_head,
  author_note,
  consent,
  mail_head,
  kicker,
  foreign,
  picture_words,
  counter,
  reader_note,
  rights,
  article_note,
  teaser,
  caption,
  // Body:
  pull_quote,
  statement,
  clock_heading,
  key_point,
};

/// What each line is that has body_margins of at least 0.  Linear in the page's tokens.
std::vector<Insert> find_inserts(const PageView& page, const std::vector<std::int32_t>& margins,
                                 const HeadReading& head);

/// The lines of a live blog's entries stay in the body, wherever the chain ends it: raises their margins to
/// 0.
void keep_entries(const PageView& page, std::vector<std::int32_t>& margins);

/// The body ends and begins where its larger part does: lowers the margins of lines that forty others part
/// from it, and of a list of links behind its last sentence, below 0.
void cut_ends(const PageView& page, std::vector<std::int32_t>& margins);

/// Whether line `i` is a head of a mail: "From:", "To:", "Date:" … beside another one, or a forwarded one's
/// mark.
bool mail_head(const PageView& page, std::uint32_t i);

}  // namespace copydesk
