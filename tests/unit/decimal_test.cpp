#include "values/decimal.h"

#include <doctest/doctest.h>

#include <string>

using namespace copydesk;

namespace {

std::string shown(const Decimal& d) {
  return d.some() ? d.text() : "none";
}
Decimal dec(std::string_view s) {
  return Decimal::parse(s);
}

}  // namespace

TEST_CASE("decimals read and write plain notation") {
  CHECK(shown(dec("25000")) == "25000");
  CHECK(shown(dec("-12.50")) == "-12.5");
  CHECK(shown(dec(".534")) == "0.534");
  CHECK(shown(dec("0.000")) == "0");
  CHECK(shown(dec("007")) == "7");
  CHECK(shown(dec("-0")) == "0");
  CHECK(shown(dec("")) == "none");
  CHECK(shown(dec(".")) == "none");
  CHECK(shown(dec("1.2.3")) == "none");
  CHECK(shown(dec("1e5")) == "none");
  CHECK(shown(Decimal(INT64_MIN)) == "-9223372036854775808");
}

TEST_CASE("38 significant digits are exact, 39 are none") {
  const std::string most(38, '7');
  CHECK(shown(dec(most)) == most);
  CHECK(shown(dec(most + "7")) == "none");
  CHECK(shown(dec(most + "000")) == most + "000");
  CHECK(shown(dec(std::string(1'000'000, '1'))) == "none");
  CHECK(shown(dec(std::string(1'000'000, '0') + "5")) == "5");
  CHECK(shown(dec("1" + std::string(1'000'000, '0'))) == "none");
  CHECK(shown(Decimal::power_of_ten(400)).size() == 401);
  CHECK(shown(Decimal::power_of_ten(401)) == "none");
  CHECK(shown(Decimal::power_of_ten(-401)) == "none");
}

TEST_CASE("sums, products and shifts are exact or none") {
  CHECK(shown(dec("0.1") + dec("0.2")) == "0.3");
  CHECK(shown(dec("5") - dec("7.25")) == "-2.25");
  CHECK(shown(dec("7.25") - dec("7.25")) == "0");
  CHECK(shown(dec("1.609344") * dec("26.2")) == "42.1648128");
  CHECK(shown(dec("-3") * dec("0.5")) == "-1.5");
  CHECK(shown(dec("3.5").shifted(6)) == "3500000");
  CHECK(shown(dec("3.5").shifted(-3)) == "0.0035");
  CHECK(shown(Decimal::power_of_ten(50) + Decimal(1)) == "none");
  CHECK(shown(dec(std::string(38, '9')) * dec("11")) == "none");
  CHECK(shown(Decimal() + Decimal(1)) == "none");
}

TEST_CASE("quotients end exactly or at 15 digits") {
  CHECK(shown(divide(1, 2)) == "0.5");
  CHECK(shown(divide(1, 3)) == "0.333333333333333");
  CHECK(shown(divide(2, 3)) == "0.666666666666667");
  CHECK(shown(divide(-20, 7)) == "-2.85714285714286");
  CHECK(shown(divide(1, 64)) == "0.015625");
  CHECK(shown(divide(3, 0)) == "none");
}

TEST_CASE("decimals compare by value") {
  CHECK(dec("2.50") == dec("2.5"));
  CHECK(dec("-3") < dec("-2.9"));
  CHECK(dec("1000") > dec("999.99"));
  CHECK(dec("0") > dec("-0.001"));
  CHECK(Decimal::power_of_ten(300) > Decimal(7));
  CHECK(Decimal() < dec("-5"));
  CHECK(dec("1200").small() == 1200);
  CHECK(dec("1.5").small() == -1);
  CHECK(Decimal::power_of_ten(30).small() == -1);
}
