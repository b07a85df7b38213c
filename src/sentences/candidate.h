// A place where a sentence may end, and what stands on both sides of it.
#pragma once

#include <cstddef>

#include "text/tokens.h"

namespace copydesk::sentences {

enum class Terminator : std::uint8_t { none, stop, question, ellipsis, wide };

/// One run of terminators with its closers:
///
///   … the plan?”) He left
///         ^   ^^^ ^
///    before   |   after
///         first last
struct Candidate {
  std::size_t before = 0;  ///< the token left of the run; of "U.S." the token itself
  std::size_t first = 0;   ///< the first token of the run, or the dotted token
  std::size_t last = 0;    ///< the last token of the run, its closers and its footnote marks
  std::size_t after = 0;   ///< the token right of it
  Terminator kind = Terminator::none;
  bool dotted = false;         ///< the stop is the last dot of "U.S."
  bool closing_quote = false;  ///< a closing quotation mark stands among the closers
  bool closing_bracket = false;
  bool footnote = false;  ///< a digit, [n] or superscript stands after the mark
};

/// The state of the sentence that is being read, kept while its tokens pass.
struct Running {
  std::size_t begin = 0;      ///< its first token
  std::size_t block_end = 0;  ///< after the last token of the block
  std::size_t dateline = 0;   ///< marks before this token belong to a dateline
  bool lower_word = false;    ///< a lower-case word that is no function word has passed
  int brackets = 0;           ///< open brackets
  bool in_quotes = false;     ///< an open quotation mark
};

bool is_terminator(const Token& token);

/// Reads the candidate whose run begins at token `at`; `at` is a terminator or a dotted token with its last
/// dot.
Candidate read_candidate(const Text& text, const Tokens& tokens, std::size_t at, std::size_t block_end);

/// Follows one token's effect on open brackets and quotation marks; a straight mark by its neighbours.
void follow_marks(const Tokens& tokens, std::size_t at, Running& running);

/// The end of a dateline that opens a block, as a token index: "PORT ALDER, Oct. 3 (Meridian) —"; `begin` for
/// none.
std::size_t dateline_end(const Tokens& tokens, std::size_t begin, std::size_t end);

/// The dot of ".292": it begins a number.
bool leading_decimal(const Tokens& tokens, std::size_t at);

/// The first byte at or after `at` that shows: no white space, control or invisible format character.
std::uint32_t skip_blank(const Text& text, std::uint32_t at);

bool is_quote_mark(const Token& token);
bool is_opening_mark(const Token& token);

}  // namespace copydesk::sentences
