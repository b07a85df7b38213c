// Stage: the lines of a page as headline, byline, paragraphs, furniture …, and the article's head.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

enum class BlockKind : std::uint8_t {
  headline, subheading, byline, dateline, updated, caption, credit,
  paragraph, list_item, quote_block, table, furniture,
};

/// A run of lines of one kind.  Blocks are in order, never overlap, begin and end on non-space,
/// and together cover every non-space byte of the text.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  RuleId rule;
};

enum class HeadSource : std::uint8_t { text, json_ld };

/// A piece of the head, with its value in normal form where it has one (an author's name without "By", an
/// ISO 8601 date).
struct HeadField {
  Span span;  ///< empty: the metadata have it and the text does not
  std::string value;
  HeadSource source = HeadSource::text;  ///< where the value comes from
};

struct ArticleHead {
  std::optional<HeadField> headline;
  std::vector<HeadField> authors;
  std::optional<HeadField> published;  ///< value: ISO 8601 date or date-time, floating unless a zone is written
  std::optional<HeadField> updated;
  std::optional<HeadField> dateline;   ///< value: the place, "PARIS" as written
  std::vector<HeadField> credits;
};

struct Page {
  std::vector<Block> blocks;
  ArticleHead head;
  /// A date found in a dateline block ("LONDON, June 3 (Reuters) —"), for the reference.
  std::optional<HeadField> dateline_date;
};

}  // namespace copydesk
