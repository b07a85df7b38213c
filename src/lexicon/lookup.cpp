#include "lexicon/lookup.h"

namespace copydesk {
namespace {

bool rest_follows(const Tokens& tokens, std::size_t at, const WordId* rest, unsigned size) {
  for (unsigned i = 0; i < size; ++i)
    if (tokens[at + i].word != rest[i]) return false;
  return true;
}

Hit find_phrase(const Keys& keys, const Tokens& tokens, std::size_t at) {
  const Entries& phrases = keys.phrases;
  if (!phrases.starts) return {};
  const WordId word = tokens[at].word, second = tokens[at + 1].word;
  const unsigned bucket = word >> phrases.shift;
  unsigned first_word = bucket << phrases.shift;
  const WordId* rest = keys.phrase_words + keys.rest_starts[bucket];
  for (unsigned i = phrases.starts[bucket]; i < phrases.starts[bucket + 1]; ++i) {
    first_word += phrases.gaps[i];
    if (first_word > word) break;
    const std::uint8_t length = keys.phrase_lengths[i];
    if (first_word == word && *rest == second && rest_follows(tokens, at + 2, rest + 1, length - 2u))
      return {phrases.row(i), phrases.form(i), length};
    rest += length - 1;
  }
  return {};
}

}  // namespace

EntryRange entries_of(const Entries& entries, WordId word) {
  if (!entries.starts) return {0, 0};
  const unsigned bucket = word >> entries.shift, end = entries.starts[bucket + 1];
  unsigned i = entries.starts[bucket], at = bucket << entries.shift;
  while (i < end && (at += entries.gaps[i]) < word) ++i;
  EntryRange range{i, i};
  if (i == end || at != word) return range;
  do ++range.last;
  while (range.last < end && entries.gaps[range.last] == 0);
  return range;
}

Hit find_word(const Keys& keys, WordId word) {
  const EntryRange range = entries_of(keys.singles, word);
  if (range.first == range.last) return {};
  return {keys.singles.row(range.first), keys.singles.form(range.first), 1};
}

bool has_form(const Keys& keys, WordId word, std::uint8_t form) {
  if (word < kFirstWord || !tags_of(word).has(keys.tag)) return false;
  const EntryRange range = entries_of(keys.singles, word);
  for (unsigned i = range.first; i < range.last; ++i)
    if (keys.singles.form(i) == form) return true;
  return false;
}

Hit find(const Keys& keys, const Tokens& tokens, std::size_t at) {
  const WordId word = tokens[at].word;
  if (word < kFirstWord ? !keys.marks || word == kUnknownWord : !tags_of(word).has(keys.tag)) return {};
  const Hit phrase = find_phrase(keys, tokens, at);
  return phrase ? phrase : find_word(keys, word);
}

}  // namespace copydesk
