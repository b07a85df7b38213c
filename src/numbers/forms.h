// Bare numbers: digits, words, fractions, magnitudes and their mixtures, without unit or meaning.
#pragma once

#include "numbers/figure.h"

namespace copydesk::numbers {

/// Whether a number can begin, or have its first telling word, at token `i`: digits, a number word, a
/// fraction sign, a multiple.
[[gnu::always_inline]] inline bool is_candidate(const Token& token) {
  switch (token.kind) {
    case TokenKind::number:
      return true;
    case TokenKind::mark:
      return token.word == kFraction;
    case TokenKind::word: {
      static constexpr TagSet kWords = tag_set(Tag::number_words, Tag::multiples, Tag::roman_numerals);
      return token.word != kUnknownWord && tags_of(token.word).any_of(kWords);
    }
    case TokenKind::none:
      break;
  }
  return false;
}

/// The number whose telling word is at `i`; it may begin before it ("a hundred", "minus 5", ".5").  Never
/// reaches back before token `from`.  Empty when there is none.
Form read_form(const Source& source, std::size_t i, std::size_t from);

/// `read_form` where digits or a fraction sign stand at `i`.
[[gnu::noinline]] Form read_digit_form(const Source& source, std::size_t i, std::size_t from);

/// `read_form` where a number word or a multiple stands at `i`.
[[gnu::noinline]] Form read_word_form(const Source& source, std::size_t i, std::size_t from);

/// Whether the digits at `i` begin odds with a slash: "at odds of 7/2", "the 100/30 favourite".
[[gnu::noinline]] bool is_slashed_odds(const Source& source, std::size_t i);

/// Whether the digits at `i` are the upper figure of a blood pressure: "120/80", "120 over 80" where the text
/// speaks of pressure.
[[gnu::noinline]] bool is_blood_pressure(const Source& source, std::size_t i);

}  // namespace copydesk::numbers
