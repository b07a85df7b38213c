#include "lexicon/lookup.h"

namespace copydesk {

Hit find_word(const Keys& keys, WordId word) {
  Hit hit;
  each(keys, word, [&](std::uint16_t row, std::uint8_t form) {
    if (!hit) hit = {row, form, 1};
  });
  return hit;
}

Hit find(const Keys& keys, const Tokens& tokens, std::size_t at) {
  const WordId word = tokens[at].word;
  if (word == kUnknownWord) return {};
  if (word >= kFirstWord && !tags_of(word).has(keys.tag)) return {};
  std::uint32_t low = 0, high = keys.phrase_count;
  while (low < high) {
    const std::uint32_t mid = (low + high) / 2;
    if (keys.phrases[mid].first < word)
      low = mid + 1;
    else
      high = mid;
  }
  for (; low < keys.phrase_count && keys.phrases[low].first == word; ++low) {
    const Phrase& phrase = keys.phrases[low];
    bool same = true;
    for (unsigned i = 1; same && i < phrase.length; ++i)
      same = tokens[at + i].word == keys.phrase_words[phrase.rest + i - 1];
    if (same) return {phrase.row, phrase.form, phrase.length};
  }
  return find_word(keys, word);
}

}  // namespace copydesk
