// Boundaries that carry no terminator: what a lost line break leaves in a page's text.
#pragma once

#include "copydesk/rule.h"
#include "text/tokens.h"

namespace copydesk::sentences {

/// Whether `layout_boundary` may find one before token `at`: no, for most words.
inline bool may_lack_terminator(const Tokens& tokens, std::size_t at) {
  using namespace literals;
  const Token& token = tokens[at];
  return !token.glued() && (token.capital() || !token.is_word() || tokens[at - 1].is_any_mark() ||
                            token.is("http"_w) || token.is("https"_w) || token.is("www"_w));
}

/// A boundary before token `at`, seen when the walk reaches `at`.  `rule.hash` 0: none.
/// `begin`: the sentence's first token; `block_end`: after the block's last.
RuleId layout_boundary(const Text& text, const Tokens& tokens, std::size_t at, std::size_t begin,
                       std::size_t block_end);

}  // namespace copydesk::sentences
