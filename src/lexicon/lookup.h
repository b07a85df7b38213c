// Look-up of table rows by word or phrase, over tokens.
#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "text/tokens.h"

namespace copydesk {

struct Key {
  WordId word;
  std::uint16_t row;
  std::uint8_t form;
};
struct Phrase {
  WordId first;
  std::uint16_t rest;  // index of the second word in the table's phrase words
  std::uint16_t row;
  std::uint8_t form;
  std::uint8_t length;  // in tokens
};
struct Keys {
  const Key* singles;  // ascending by word
  std::uint16_t single_count;
  const Phrase* phrases;  // ascending by first word, longer first
  std::uint16_t phrase_count;
  const WordId* phrase_words;
  Tag tag;
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
/// Calls `visit(row, form)` for every entry of one word, in the table's order.
template <class Visit>
void each(const Keys& keys, WordId word, Visit visit) {
  std::uint32_t low = 0, high = keys.single_count;
  while (low < high) {
    const std::uint32_t mid = (low + high) / 2;
    if (keys.singles[mid].word < word)
      low = mid + 1;
    else
      high = mid;
  }
  for (; low < keys.single_count && keys.singles[low].word == word; ++low)
    visit(keys.singles[low].row, keys.singles[low].form);
}

}  // namespace copydesk
