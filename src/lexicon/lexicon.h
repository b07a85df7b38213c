// One look-up a word: its id in the merged table, and from there its tags.
#pragma once

#include <cstdint>

#include "lexicon/data.h"
#include "lexicon/tags.h"

namespace copydesk {

/// A word's place in the lexicon.  0: on no list.  1 … 127: a punctuation mark, its ASCII code.
/// 128 … 255: other marks, see `Mark`.  From 256: words.
using WordId = std::uint16_t;
inline constexpr WordId kUnknownWord = 0;
inline constexpr WordId kFirstWord = 256;

/// Marks outside ASCII, as word ids of punctuation tokens.
enum Mark : WordId {
  kLeftDouble = 128,  // “
  kRightDouble,       // ”
  kLowDouble,         // „ ‟
  kLeftSingle,        // ‘
  kRightSingle,       // ’ (not inside a word)
  kLowSingle,         // ‚ ‛
  kLeftGuillemet,     // « ‹
  kRightGuillemet,    // » ›
  kEnDash,            // – ‒
  kEmDash,            // — ―
  kHyphen,            // ‐ ‑
  kMinus,             // −
  kEllipsis,          // …
  kBullet,            // • ‣ · ▪ ● ◦ ○ ■
  kPound,             // £
  kEuro,              // €
  kYen,               // ¥
  kCent,              // ¢
  kRupee,             // ₹ ₨
  kCurrency,          // any other currency sign: read the bytes
  kDegree,            // °
  kPlusMinus,         // ±
  kMultiply,          // ×
  kDivide,            // ÷
  kFraction,          // ½ ⅓ …: read the bytes
  kFractionSlash,     // ⁄
  kSuperscript,       // ⁰ ¹ ² ³ …: read the bytes
  kPrime,             // ′
  kDoublePrime,       // ″
  kTerminator,        // full-width, Indic, Arabic … sentence terminators: 。 ！ ？ । ؟ ‽ …
  kMicro,             // µ
  kOtherMark,         // any other symbol, emoji among them
};

inline WordId lexicon_find(std::uint32_t hash) {
  namespace data = lexicon_data;
  const auto scale = [](std::uint32_t h, std::uint32_t n) {
    return static_cast<std::uint32_t>((std::uint64_t{h} * n) >> 32);
  };
  const std::uint32_t displacement = data::displacements[scale(hash, data::buckets)];
  std::uint32_t x = (hash ^ (displacement * 0x9e3779b9u)) * 0x85ebca6bu;
  x ^= x >> 13;
  const std::uint32_t slot = scale(x, data::slots);
  return data::fingerprints[slot] == (hash & 0xffff) ? static_cast<WordId>(slot + kFirstWord) : kUnknownWord;
}

inline const TagSet& tags_of(WordId word) {
  return lexicon_data::masks[lexicon_data::combos[word]];
}

}  // namespace copydesk
