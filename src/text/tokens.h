// The text as tokens: each word is hashed and looked up once, and every stage reads the result.
//
//   It’s $1.5bn, U.S. officials said on 3rd-quarter data.
//   ^^   ^^^^ ^^ ^^^^                   ^^^^
//   It ’s  $ 1.5 bn ,  U.S.  officials said on 3 rd - quarter data .
#pragma once

#include <cstdint>
#include <vector>

#include "copydesk/span.h"
#include "copydesk/text.h"
#include "lexicon/hash.h"
#include "lexicon/lexicon.h"
#include "text/row.h"

namespace copydesk {

enum class TokenKind : std::uint8_t {
  none,    // outside the text
  word,    // letters with inner apostrophes ("don't", "O'Brien"), "'s" and its kin, dotted letters ("U.S.",
           // "a.m.")
  number,  // digits with inner , and . between digits: "1,234.5"
  mark,    // one punctuation mark or symbol
};

namespace token_flag {
enum : std::uint8_t {
  space_before = 1,    // white space or the text's start stands before
  line_before = 2,     // a line break (implies space_before)
  gap_before = 4,      // a blank line or the text's start (implies line_before)
  capital = 8,         // first letter is a capital
  all_capitals = 16,   // two or more letters, all capitals
  inner_capital = 32,  // a capital after a small letter: "McDonald", "iPhone"
  dotted = 64,         // letters each followed by a dot: "U.S.", "a.m", "J.P."
  wide = 128,          // holds a code point outside ASCII
};
}

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t hash = 0;  // of the normalised word; 0 for numbers, marks and what is outside
  WordId word = 0;         // below `kFirstWord` for marks alone
  TokenKind kind = TokenKind::none;
  std::uint8_t flags = 0;

  Span span() const { return {begin, end}; }
  bool is(std::uint32_t word_hash) const { return hash == word_hash; }
  bool is_mark(WordId mark) const { return word == mark; }
  bool has(std::uint8_t flag) const { return flags & flag; }
  bool has(Tag tag) const { return tags_of(word).has(tag); }
  bool glued() const { return !(flags & token_flag::space_before); }
  bool capital() const { return flags & token_flag::capital; }
  bool is_word() const { return kind == TokenKind::word; }
  bool is_number() const { return kind == TokenKind::number; }
  bool is_any_mark() const { return kind == TokenKind::mark; }
};

/// The tokens of a text in order; those outside are of kind `none`.
class Tokens : public Row<Token> {
 public:
  using Row::Row;
  /// The first token that begins at or after byte `offset`.
  std::size_t at_or_after(std::uint32_t offset) const;
};

Tokens tokenize(const Text& text);

}  // namespace copydesk
