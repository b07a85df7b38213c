#include "blocks/blocks.h"

#include "blocks/chain.h"
#include "blocks/head.h"
#include "blocks/page.h"
#include "lexicon/rule_names.h"

namespace copydesk {

using namespace literals;

namespace {

/// How far the page's best reading without a line must be ahead of the best one with it, before the line is
/// furniture: a doubtful line stays in the body.
constexpr std::int32_t kDoubt = 0;

/// A number makes a list item only beside another one: "1. FC" opens many a sentence.
bool lists(const std::vector<Line>& lines, std::size_t i) {
  if (lines[i].marker != 2) return lines[i].marker;
  return (i > 0 && lines[i - 1].marker == 2) || (i + 1 < lines.size() && lines[i + 1].marker == 2);
}

Block as_block(const std::vector<Line>& lines, std::size_t i) {
  const Span span = lines[i].span;
  if (lists(lines, i)) return {span, BlockKind::list_item, "blocks.list-item"_rule};
  if (lines[i].quoted) return {span, BlockKind::quote_block, "blocks.quoted-mail"_rule};
  return {span, BlockKind::paragraph, "blocks.paragraph"_rule};
}

}  // namespace

Page read_page(const Text& text, const Tokens& tokens) {
  Page page;
  const PageReading reading = read_lines_of_page(text, tokens);
  const PageView view = reading.view(tokens);
  page.blocks.reserve(reading.lines.size());
  if (reading.lines.size() < 2) {
    for (std::size_t i = 0; i < reading.lines.size(); ++i) page.blocks.push_back(as_block(reading.lines, i));
    return page;
  }
  const std::vector<std::int32_t> margins = body_margins(score_lines(view));
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    if (i == view.headline)
      page.blocks.push_back({reading.lines[i].span, BlockKind::headline, "blocks.headline"_rule});
    else if (margins[i] < -kDoubt)
      page.blocks.push_back({reading.lines[i].span, BlockKind::furniture, "blocks.furniture"_rule});
    else
      page.blocks.push_back(as_block(reading.lines, i));
  }
  HeadReading head = read_head(text, view);
  page.head = std::move(head.head);
  if (view.headline != PageView::kNoLine) page.head.headline = HeadField{reading.lines[view.headline].span, {}};
  return page;
}

}  // namespace copydesk
