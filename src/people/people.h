// Stage: text, tokens, blocks, sentences → the people named.
#pragma once

#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/people.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {

std::vector<Person> find_people(const Text& text, const Tokens& tokens, const Syntax& syntax,
                                const Page& page, const std::vector<Sentence>& sentences);

}  // namespace copydesk
