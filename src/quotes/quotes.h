// Stage: text, tokens, blocks, sentences, people → quotations with speakers and cues.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/people.h"
#include "copydesk/quotes.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {

std::vector<Quote> find_quotes(const Text& text, const Tokens& tokens, const Syntax& syntax,
                               const std::vector<Block>& blocks, const std::vector<Sentence>& sentences,
                               const std::vector<Person>& people);

}  // namespace copydesk
