#include <bit>

#include "copydesk/text.h"

namespace copydesk {

Utf16Index::Utf16Index(const Text& text) : size_(text.size()), ascii_(text.ascii()) {
  if (ascii_) return;
  const std::string_view s = text.bytes();
  blocks_.resize(s.size() / 64 + 1);
  std::uint32_t units = 0;
  for (std::size_t block = 0; block < blocks_.size(); ++block) {
    std::uint64_t continuation = 0, wide = 0;
    const std::size_t begin = block * 64, end = begin + 64 < s.size() ? begin + 64 : s.size();
    for (std::size_t i = begin; i < end; ++i) {
      const auto c = static_cast<unsigned char>(s[i]);
      continuation |= std::uint64_t{(c & 0xc0) == 0x80} << (i - begin);
      wide |= std::uint64_t{c >= 0xf0} << (i - begin);
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
  return block.before + within - static_cast<std::uint32_t>(std::popcount(block.continuation & below)) +
         static_cast<std::uint32_t>(std::popcount(block.wide & below));
}

}  // namespace copydesk
