#include "numbers/digits.h"

#include <doctest/doctest.h>

#include <string>

using copydesk::numbers::read_digits;

namespace {

std::string shown(std::string_view written) {
  const auto d = read_digits(written);
  if (!d.value.some()) return "none";
  return d.value.text() + (d.unsure ? "?" : "");
}

}  // namespace

TEST_CASE("English, Indian and continental groups") {
  CHECK(shown("25000") == "25000");
  CHECK(shown("1,234") == "1234");
  CHECK(shown("1,234.5") == "1234.5");
  CHECK(shown("22,240,260,310") == "22240260310");
  CHECK(shown("12,34,567") == "1234567");
  CHECK(shown("1,00,00,000.50") == "10000000.5");
  CHECK(shown("1.234,5") == "1234.5?");
  CHECK(shown("1.234.567") == "1234567?");
  CHECK(shown("1,5") == "1.5?");
  CHECK(shown("0.625") == "0.625");
}

TEST_CASE("separators that make no number") {
  CHECK(shown("1.2.3") == "none");
  CHECK(shown("192.168.1.2") == "none");
  CHECK(shown("1,2,3") == "none");
  CHECK(shown("1,23,45") == "none");
  CHECK(shown("1,234.5.6") == "none");
  CHECK(shown("1,234,5") == "none");
  CHECK(shown("1234,567.8") == "none");
}

TEST_CASE("the limits: 38 digits, 128 bytes") {
  CHECK(shown(std::string(38, '9')) == std::string(38, '9'));
  CHECK(shown(std::string(39, '9')) == "none");
  CHECK(shown("7" + std::string(127, '0')).size() == 128);
  CHECK(shown(std::string(129, '0')) == "none");
  CHECK(shown(std::string(1'000'000, '1')) == "none");
}
