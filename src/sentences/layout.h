// Boundaries that carry no terminator: what a lost line break leaves in a page's text.
#pragma once

#include "copydesk/rule.h"
#include "text/tokens.h"

namespace copydesk::sentences {

/// A boundary before token `at`, seen when the walk reaches `at`.  `rule.hash` 0: none.
/// `begin`: the sentence's first token; `block_end`: after the block's last.
RuleId layout_boundary(const Text& text, const Tokens& tokens, std::size_t at, std::size_t begin,
                       std::size_t block_end);

}  // namespace copydesk::sentences
