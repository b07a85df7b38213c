// The slow, obvious twin of src/sentences: nothing is carried from token to token, everything a rule
// asks about the running sentence is counted again from the sentence's first token.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/sentences.h"
#include "text/tokens.h"

namespace copydesk::reference {

std::vector<Sentence> split_sentences(const Text& text, const Tokens& tokens,
                                      const std::vector<Block>& blocks);

}  // namespace copydesk::reference
