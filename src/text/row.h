// Values in a row that may be indexed past either end: what looks at neighbours needs no tests of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace copydesk {

/// An index up to `kMargin` past either end gives a value as by default; natively any index does.
template <class T>
class Row {
 public:
  static constexpr std::size_t kMargin = 64;
  static constexpr std::uint32_t kMargin32 = kMargin;

  /// What a row is made of: `kMargin` values as by default, behind which the row's own are pushed.
  static std::vector<T> start(std::size_t expected) {
    std::vector<T> values;
    values.reserve(expected + 2 * kMargin);
    values.resize(kMargin);
    return values;
  }
  /// Of `start()` and what was pushed behind it.
  explicit Row(std::vector<T> values) : values_(std::move(values)), size_(values_.size() - kMargin) {
    values_.resize(values_.size() + kMargin);
    first_ = values_.data() + kMargin;
  }
  Row() : Row(start(0)) {}
  Row(Row&&) = default;
  Row& operator=(Row&&) = default;

  const T& operator[](std::size_t i) const {
#ifdef COPYDESK_SMALL
    // Thousands of places index a row: without the test the engine is smaller and faster (docs/speed.md).
    return first_[static_cast<std::ptrdiff_t>(i)];
#else
#ifdef COPYDESK_CHECKED
    // As WebAssembly's 32 bits see it: 0u - 1 is the place before the first.
    if (std::uint32_t(i) + kMargin32 >= std::uint32_t(size_) + 2 * kMargin32) __builtin_trap();
#endif
    return first_[i < size_ ? i : size_];
#endif
  }
  std::size_t size() const {
    return size_;
  }
  const T* begin() const {
    return first_;
  }
  const T* end() const {
    return first_ + size_;
  }

 private:
  std::vector<T> values_;
  std::size_t size_;
  const T* first_;
};

}  // namespace copydesk
