// The recognisers' view of the text: tokens with the small tests every one of them needs.
#pragma once

#include <vector>

#include "dates/mention.h"
#include "lexicon/lookup.h"
#include "text/tokens.h"

namespace copydesk::dates {

struct Reader {
  const Text& text;
  const Tokens& tokens;
  std::size_t floor = 0;  // the first token that belongs to no mention yet

  const Token& at(std::size_t i) const { return tokens[i]; }

  bool is_dash(std::size_t i) const {
    const Token& token = tokens[i];
    return token.is_mark('-') || token.is_mark(kHyphen) || token.is_mark(kEnDash);
  }
  /// A hyphen that joins two halves of a word: "two-year", "mid-1990s".
  bool is_hyphen(std::size_t i) const {
    const Token& token = tokens[i];
    return (token.is_mark('-') || token.is_mark(kHyphen) || token.is_mark(kEnDash)) && token.glued() &&
           tokens[i + 1].glued();
  }
  bool is_possessive(std::size_t i) const;
  bool is_apostrophe(std::size_t i) const {
    return tokens[i].is_mark('\'') || tokens[i].is_mark(kRightSingle) || tokens[i].is_mark(kLeftSingle);
  }
  bool is_ordinal_suffix(std::size_t i) const;
  /// The token may belong to the same expression as the one before it: no blank line between.
  bool joined(std::size_t i) const {
    return tokens[i].kind != TokenKind::none && !tokens[i].has(token_flag::gap_before);
  }
  /// The longest entry of `keys` that ends just before token `end` and begins at or after the floor;
  /// its first token is `end - length`.
  Hit find_before(const Keys& keys, std::size_t end, std::size_t longest) const;
  /// Whether the token is a common word in small letters that could be a counted noun.
  bool is_plain_word(std::size_t i) const;
  bool is_preposition(std::size_t i) const;
};

/// A number in digits or words.
struct Quantity {
  std::size_t first = 0;
  std::size_t end = 0;
  std::int64_t hundredths = 0;
  explicit operator bool() const { return end != 0; }
};

/// The number that begins at token `at`: "25", "2.5", "twenty-five", "two and a half", "1 1/2", "2½".
Quantity read_quantity(const Reader& in, std::size_t at);
/// The number that ends just before token `end`, not before the floor.
Quantity read_quantity_before(const Reader& in, std::size_t end);
/// An ordinal at `at`: "third", "3rd", "twenty-first"; hundredths hold the number times 100.
Quantity read_ordinal(const Reader& in, std::size_t at);
Quantity read_ordinal_before(const Reader& in, std::size_t end);
/// A year in words: "nineteen ninety-six", "two thousand", "nineteen oh five".
Quantity read_spelled_year(const Reader& in, std::size_t at);

}  // namespace copydesk::dates
