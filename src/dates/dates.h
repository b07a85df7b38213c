// Stage: text, tokens, blocks, sentences, reference → temporal expressions.
#pragma once

#include <string_view>
#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/dates.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

/// `reference`: ISO 8601 date or date-time, or empty: relative expressions then stay unresolved.
std::vector<Date> find_dates(const Text& text, const Tokens& tokens, const std::vector<Block>& blocks,
                             const std::vector<Sentence>& sentences, std::string_view reference);

}  // namespace copydesk
