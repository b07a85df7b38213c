// Stage: text, tokens, blocks, sentences → figures.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/numbers.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

std::vector<Number> find_numbers(const Text& text, const Tokens& tokens, const std::vector<Block>& blocks,
                                 const std::vector<Sentence>& sentences);

}  // namespace copydesk
