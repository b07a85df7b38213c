// What single bytes and code points are, as news text uses them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk {

enum ByteClass : std::uint8_t {
  kByteControl,  // C0 controls other than white space, DEL
  kByteSpace,    // space, tab, vertical tab, form feed
  kByteNewline,  // \n \r
  kByteDigit,
  kByteUpper,
  kByteLower,
  kBytePunct,  // every other ASCII mark
  kByteWide,   // part of a code point outside ASCII
};

inline constexpr std::array<std::uint8_t, 256> kByteClass = [] {
  std::array<std::uint8_t, 256> t{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c >= 0x80)
      t[c] = kByteWide;
    else if (c == ' ' || c == '\t' || c == '\v' || c == '\f')
      t[c] = kByteSpace;
    else if (c == '\n' || c == '\r')
      t[c] = kByteNewline;
    else if (c >= '0' && c <= '9')
      t[c] = kByteDigit;
    else if (c >= 'A' && c <= 'Z')
      t[c] = kByteUpper;
    else if (c >= 'a' && c <= 'z')
      t[c] = kByteLower;
    else if (c < 0x20 || c == 0x7f)
      t[c] = kByteControl;
    else
      t[c] = kBytePunct;
  }
  return t;
}();

struct CodePoint {
  char32_t value;
  std::uint32_t size;  // bytes
};

/// The code point at byte `at` of valid UTF-8; `at` on a boundary and inside the text.
constexpr CodePoint decode(std::string_view s, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
  const unsigned char lead = b(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xe0) return {static_cast<char32_t>((lead & 0x1fu) << 6 | (b(1) & 0x3fu)), 2};
  if (lead < 0xf0)
    return {static_cast<char32_t>((lead & 0x0fu) << 12 | (b(1) & 0x3fu) << 6 | (b(2) & 0x3fu)), 3};
  return {static_cast<char32_t>((lead & 0x07u) << 18 | (b(1) & 0x3fu) << 12 | (b(2) & 0x3fu) << 6 |
                                (b(3) & 0x3fu)),
          4};
}

enum class CodeClass : std::uint8_t { space, newline, upper, letter, digit, mark, invisible };

/// A code point outside ASCII: what kind of thing it is, and for marks its word id (`Mark`).
struct WideClass {
  CodeClass kind;
  std::uint16_t mark;
};
WideClass classify_wide(char32_t c);

/// The passage with every run of white space, line breaks included, as one space: a name as it is said.
std::string one_space(std::string_view passage);

}  // namespace copydesk
