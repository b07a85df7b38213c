// Past or future: what the words around a date say.
#pragma once

#include <cstddef>

#include "dates/mention.h"
#include "text/tokens.h"

namespace copydesk::dates {

enum class Direction : std::int8_t { past = -1, open = 0, future = 1 };

/// The preposition and cue words beside the mention, then the tense of the nearest verb of its sentence.
/// Looks at a bounded number of tokens.
Direction direction_of(const Text& text, const Tokens& tokens, const Mention& mention);

}  // namespace copydesk::dates
