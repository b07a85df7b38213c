// The text under analysis: UTF-8 bytes that are never altered, and the map to UTF-16 offsets.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "copydesk/error.h"
#include "copydesk/span.h"

namespace copydesk {

/// A view of valid UTF-8.  Owns nothing: the bytes must outlive it.
class Text {
 public:
  /// `bytes` as a text, or `invalid_utf8` with the offset of the first bad byte.
  static Result<Text> from_utf8(std::string_view bytes);

  std::string_view bytes() const { return bytes_; }
  std::string_view slice(Span span) const { return bytes_.substr(span.begin, span.size()); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }
  bool ascii() const { return ascii_; }

 private:
  std::string_view bytes_;
  bool ascii_ = true;
};

/// Byte offsets to UTF-16 code units.  Built once in one pass; each look-up is constant time, in
/// any order.  Per 64 bytes: the count of units before, a bitmap of continuation bytes and one of
/// four-byte leads (a code point outside the BMP is two units).
class Utf16Index {
 public:
  explicit Utf16Index(const Text& text);
  /// Code units before byte `offset`; `offset` on a code point boundary, 0 … text.size().
  std::uint32_t units(std::uint32_t offset) const;
  std::uint32_t size() const { return units(size_); }

 private:
  struct Block {
    std::uint32_t before;
    std::uint64_t continuation;
    std::uint64_t wide;
  };
  std::vector<Block> blocks_;
  std::uint32_t size_ = 0;
  bool ascii_ = true;
};

}  // namespace copydesk
