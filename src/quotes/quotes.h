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

struct Models;
struct Decision;

/// `models` null: the weights built in.  `decisions` takes every choice with its losers, for tools.
std::vector<Quote> find_quotes(const Text& text, const Tokens& tokens, const Syntax& syntax,
                               const std::vector<Block>& blocks, const std::vector<Sentence>& sentences,
                               const std::vector<Person>& people, const Models* models = nullptr,
                               std::vector<Decision>* decisions = nullptr);

}  // namespace copydesk
