// Stage: text, tokens, parts of speech, blocks → figures.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/numbers.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {

std::vector<Number> find_numbers(const Text& text, const Tokens& tokens, const Syntax& syntax,
                                 const std::vector<Block>& blocks);

}  // namespace copydesk
