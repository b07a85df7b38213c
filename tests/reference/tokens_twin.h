// The slow, obvious twin of src/text/tokens: the text is spelt out as characters first, each word is written
// down in its normal form and hashed whole, and every flag is found by asking about the whole token again.
#pragma once

#include <vector>

#include "text/tokens.h"

namespace copydesk::reference {

std::vector<Token> tokenize(const Text& text);

}  // namespace copydesk::reference
