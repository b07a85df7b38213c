#include "copydesk/text.h"

namespace copydesk {
namespace {

/// The size of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence(std::string_view s, std::size_t at) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
  const auto tail = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xbf) {
    return at + i < s.size() && low <= b(i) && b(i) <= high;
  };
  const unsigned char lead = b(0);
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return tail(1) ? 2 : 0;
  if (lead < 0xf0) {
    const unsigned char low = lead == 0xe0 ? 0xa0 : 0x80, high = lead == 0xed ? 0x9f : 0xbf;
    return tail(1, low, high) && tail(2) ? 3 : 0;
  }
  if (lead < 0xf5) {
    const unsigned char low = lead == 0xf0 ? 0x90 : 0x80, high = lead == 0xf4 ? 0x8f : 0xbf;
    return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

bool ascii_word(const char* p) {
  std::uint64_t x;
  __builtin_memcpy(&x, p, 8);
  return (x & 0x8080808080808080ull) == 0;
}

}  // namespace

Result<Text> Text::from_utf8(std::string_view bytes) {
  Text text;
  text.bytes_ = bytes;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && ascii_word(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t size = sequence(bytes, at);
    if (size == 0)
      return Error{ErrorCode::invalid_utf8, at, 0,
                   "Byte " + std::to_string(at) + " is not UTF-8; save the text as UTF-8 and try again."};
    text.ascii_ &= size == 1;
    at += size;
  }
  return text;
}

}  // namespace copydesk
