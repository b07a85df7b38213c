// The hash of the lexicon and of rule names; tools/embed/lexicon.mjs has the same one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace copydesk {

inline constexpr std::uint32_t kHashSeed = 2166136261u;

constexpr std::uint32_t hash_byte(std::uint32_t h, unsigned char byte) {
  return (h ^ byte) * 16777619u;
}

constexpr std::uint32_t hash_finish(std::uint32_t h) {
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  return h ^ (h >> 12);
}

/// FNV-1a with a finaliser; the caller gives the normalised form (ASCII lower case, straight apostrophe).
constexpr std::uint32_t word_hash(std::string_view normalised) {
  std::uint32_t h = kHashSeed;
  for (char c : normalised) h = hash_byte(h, static_cast<unsigned char>(c));
  return hash_finish(h);
}

namespace literals {

void a_word_hashes_to_0();  // nowhere: calling it ends the compilation

/// The hash of a word written in the code, to compare with `Token::hash`: `token.is("that"_w)`.  Never 0, the
/// hash of what is no word.
consteval std::uint32_t operator""_w(const char* word, std::size_t size) {
  const std::uint32_t hash = word_hash(std::string_view(word, size));
  if (!hash) a_word_hashes_to_0();
  return hash;
}

}  // namespace literals
}  // namespace copydesk
