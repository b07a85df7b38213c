// Stage: text, tokens, blocks → sentences.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

/// Splits each block.  `keep_quotes_whole` keeps a quotation of several sentences inside one.
/// When `decisions` is given, every candidate and its rule are appended to it, in text order.
std::vector<Sentence> split_sentences(const Text& text, const Tokens& tokens,
                                      const std::vector<Block>& blocks, bool keep_quotes_whole,
                                      std::vector<BoundaryDecision>* decisions = nullptr);

}  // namespace copydesk
