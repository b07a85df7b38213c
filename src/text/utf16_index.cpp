#include <bit>
#include <cstring>

#include "copydesk/text.h"

namespace copydesk {
namespace {

constexpr std::uint64_t kTops = 0x8080808080808080u;

/// The next bytes, at most eight, the first one lowest.
std::uint64_t eight_bytes(const char* at, std::size_t left) {
  std::uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, left < 8 ? left : 8);
  } else {
    for (std::size_t i = 0; i < 8 && i < left; ++i)
      bytes |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  }
  return bytes;
}

/// The top bits of eight bytes, one bit each.
std::uint64_t tops(std::uint64_t bytes) {
  return ((bytes & kTops) >> 7) * 0x0102040810204080u >> 56;
}

}  // namespace

Utf16Index::Utf16Index(const Text& text) : size_(text.size()), ascii_(text.ascii()) {
  if (ascii_) return;
  const std::string_view s = text.bytes();
  blocks_.resize(s.size() / 64 + 1);
  std::uint32_t units = 0;
  for (std::size_t block = 0; block < blocks_.size(); ++block) {
    std::uint64_t continuation = 0, wide = 0;
    const std::size_t begin = block * 64, end = begin + 64 < s.size() ? begin + 64 : s.size();
    for (std::size_t i = begin; i < end; i += 8) {
      const std::uint64_t bytes = eight_bytes(s.data() + i, end - i);
      if ((bytes & kTops) == 0) continue;
      continuation |= tops(bytes & ~(bytes << 1)) << (i - begin);
      wide |= tops(bytes & bytes << 1 & bytes << 2 & bytes << 3) << (i - begin);
    }
    blocks_[block] = {units, continuation, wide};
    units += static_cast<std::uint32_t>(end - begin) -
             static_cast<std::uint32_t>(std::popcount(continuation)) +
             static_cast<std::uint32_t>(std::popcount(wide));
  }
}

std::uint32_t Utf16Index::units(std::uint32_t offset) const {
  if (ascii_) return offset;
  const Block& block = blocks_[offset / 64];
  const std::uint32_t within = offset % 64;
  const std::uint64_t below = within ? ~std::uint64_t{0} >> (64 - within) : 0;
  const std::uint64_t continuation = block.continuation & below;
  if (continuation == 0) return block.before + within;  // `offset` is no place inside a wide code point
  return block.before + within - static_cast<std::uint32_t>(std::popcount(continuation)) +
         static_cast<std::uint32_t>(std::popcount(block.wide & below));
}

}  // namespace copydesk
