#include "values/order.h"

#include <doctest/doctest.h>

#include <string>

namespace copydesk {

TEST_CASE("equal keys keep their order") {
  std::vector<std::string> words = {"pear", "fig", "plum", "nut", "date", "kiwi", "sorb"};
  sort_by(words, [](const std::string& word) { return word.size(); });
  CHECK(words == std::vector<std::string>{"fig", "nut", "pear", "plum", "date", "kiwi", "sorb"});
}

TEST_CASE("keys of 64 bits, and nothing at all") {
  std::vector<std::uint64_t> numbers = {std::uint64_t{1} << 40, 5, ~std::uint64_t{0}, 0};
  sort_by(numbers, [](std::uint64_t n) { return n; });
  CHECK(numbers == std::vector<std::uint64_t>{0, 5, std::uint64_t{1} << 40, ~std::uint64_t{0}});
  std::vector<int> none;
  sort_by(none, [](int n) { return static_cast<unsigned>(n); });
  CHECK(none.empty());
}

}  // namespace copydesk
