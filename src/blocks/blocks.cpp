#include "blocks/blocks.h"

#include "lexicon/rule_names.h"

namespace copydesk {

using namespace literals;

Page read_page(const Text&, const Tokens& tokens) {
  Page page;
  for (const Token& token : tokens) {
    if (token.has(token_flag::gap_before) || page.blocks.empty())
      page.blocks.push_back({token.span(), BlockKind::paragraph, "blocks.paragraph"_rule});
    page.blocks.back().span.end = token.end;
  }
  return page;
}

}  // namespace copydesk
