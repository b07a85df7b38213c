// The one position type of the library.
#pragma once

#include <cstddef>
#include <cstdint>

namespace copydesk {

/// A half-open range `[begin, end)` of bytes into the UTF-8 text given to `analyze`.
/// Both ends always fall on code point boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin >= end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace copydesk
