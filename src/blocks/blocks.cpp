#include "blocks/blocks.h"

#include "blocks/lines.h"
#include "lexicon/rule_names.h"

namespace copydesk {

using namespace literals;

namespace {

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
  const std::vector<Line> lines = read_lines(text, tokens);
  page.blocks.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) page.blocks.push_back(as_block(lines, i));
  return page;
}

}  // namespace copydesk
