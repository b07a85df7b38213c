// The fast UTF-8 reader and offset map against obvious twins.
#include <cstddef>
#include <string>

#include "check.h"

namespace {

/// Length of the code point at `at`, 0 where there is none: table 3-7 of the Unicode standard, row by row.
std::size_t code_point(const std::string& s, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u;
  };
  const auto in = [&](std::size_t i, unsigned low, unsigned high) {
    return byte(i) >= low && byte(i) <= high;
  };
  const bool two = in(1, 0x80, 0xBF), three = in(2, 0x80, 0xBF), four = in(3, 0x80, 0xBF);
  if (at < s.size() && byte(0) < 0x80) return 1;
  if (in(0, 0xC2, 0xDF)) return two ? 2 : 0;
  if (byte(0) == 0xE0) return in(1, 0xA0, 0xBF) && three ? 3 : 0;
  if (byte(0) == 0xED) return in(1, 0x80, 0x9F) && three ? 3 : 0;
  if (in(0, 0xE1, 0xEF)) return two && three ? 3 : 0;
  if (byte(0) == 0xF0) return in(1, 0x90, 0xBF) && three && four ? 4 : 0;
  if (byte(0) == 0xF4) return in(1, 0x80, 0x8F) && three && four ? 4 : 0;
  if (in(0, 0xF1, 0xF3)) return two && three && four ? 4 : 0;
  return 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::size_t at = 0;
  while (at < size && code_point(bytes, at)) at += code_point(bytes, at);
  const auto text = copydesk::Text::from_utf8(bytes);
  copydesk::fuzz::require(text.ok() == (at == size), "valid is valid");
  if (!text) {
    copydesk::fuzz::require(text.error().offset == at, "the first bad byte is named");
    return 0;
  }
  const copydesk::Utf16Index index(text.value());
  std::uint32_t units = 0;
  for (at = 0; at < size; at += code_point(bytes, at)) {
    copydesk::fuzz::require(index.units(static_cast<std::uint32_t>(at)) == units,
                            "the map counts code units");
    units += code_point(bytes, at) == 4 ? 2 : 1;
  }
  copydesk::fuzz::require(index.size() == units, "the map knows the whole");
  return 0;
}
