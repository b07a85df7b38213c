// Look-up of table rows by word or phrase, over tokens.
#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "text/tokens.h"

namespace copydesk {

/// Words of a table with the row and form of each, packed for the download: in buckets of 2^shift word ids,
/// each word as its distance from the one before.
struct Entries {
  const std::uint16_t* starts;  // bucket → its first entry, one more than there are buckets; null: no entries
  const std::uint8_t* gaps;     // from the entry before, the first from its bucket's first word id
  const std::uint8_t* rows_low;   // null: all in row 0
  const std::uint8_t* rows_high;  // null: all below row 256
  const std::uint8_t* forms;      // null: all base forms
  std::uint8_t shift;

  std::uint16_t row(unsigned i) const {
    return static_cast<std::uint16_t>((rows_low ? rows_low[i] : 0) | (rows_high ? rows_high[i] << 8 : 0));
  }
  std::uint8_t form(unsigned i) const { return forms ? forms[i] : 0; }
};
struct Keys {
  Entries singles;
  Entries phrases;                     // by first word, longer phrases first
  const std::uint8_t* phrase_lengths;  // in tokens
  const std::uint16_t* rest_starts;    // bucket → its first phrase's second word in phrase_words
  const WordId* phrase_words;          // of every phrase in order, its first word aside
  Tag tag;
  bool marks;  // an entry begins with a mark
};

/// A row that stands in the text at a token.
struct Hit {
  std::uint16_t row = 0;
  std::uint8_t form = 0;    // 0 the base form, else the table's Form
  std::uint8_t length = 0;  // tokens; 0: nothing found
  explicit operator bool() const { return length != 0; }
};

/// The longest entry of the table that begins at token `at`; constant time when the word is not on it.
Hit find(const Keys& keys, const Tokens& tokens, std::size_t at);
/// The entry of one word, phrases aside.
Hit find_word(const Keys& keys, WordId word);

/// Whether the word stands in the table in this form.
bool has_form(const Keys& keys, WordId word, std::uint8_t form);

/// The entries of one word: [first, last).
struct EntryRange {
  unsigned first, last;
};
EntryRange entries_of(const Entries& entries, WordId word);

/// Calls `visit(row, form)` for every entry of one word, in the table's order.
template <class Visit>
void each(const Keys& keys, WordId word, Visit visit) {
  const EntryRange range = entries_of(keys.singles, word);
  for (unsigned i = range.first; i < range.last; ++i) visit(keys.singles.row(i), keys.singles.form(i));
}

}  // namespace copydesk
