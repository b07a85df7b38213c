// Stage: text, tokens, parts of speech, blocks → figures.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/numbers.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {

/// `past_limits`: where the first figures stand that no exact value holds (numbers.h has the limits); they
/// are left alone.
std::vector<Number> find_numbers(const Text& text, const Tokens& tokens, const Syntax& syntax,
                                 const std::vector<Block>& blocks, std::vector<Span>* past_limits = nullptr);

}  // namespace copydesk
