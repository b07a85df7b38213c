#include "values/decimal.h"

#include <algorithm>
#include <array>

namespace copydesk {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::array<Wide, 39> kPowers = [] {
  std::array<Wide, 39> powers{};
  powers[0] = 1;
  for (unsigned i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

int digits_of(Wide n) {
  if (n < 10) return n == 0 ? 0 : 1;
  return static_cast<int>(std::upper_bound(kPowers.begin(), kPowers.end(), n) - kPowers.begin());
}

}  // namespace

Decimal Decimal::make(Wide coefficient, int exponent, bool negative) {
  if (coefficient == 0) return Decimal(0);
  while (coefficient > UINT64_MAX && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  if (coefficient <= UINT64_MAX) {  // nearly always, and far cheaper
    auto low = static_cast<std::uint64_t>(coefficient);
    for (; low % 10 == 0; low /= 10) ++exponent;
    coefficient = low;
  }
  const bool far_from_bounds = coefficient <= UINT64_MAX && exponent >= -kMostExponent && exponent <= 300;
  const int digits = far_from_bounds ? 0 : digits_of(coefficient);
  if (digits > kMostDigits || exponent < -kMostExponent || exponent + digits > kMostExponent + 1) return {};
  Decimal made;
  made.coefficient_ = coefficient;
  made.exponent_ = static_cast<std::int16_t>(exponent);
  made.negative_ = negative;
  made.some_ = true;
  return made;
}

Decimal Decimal::power_of_ten(int exponent) {
  return make(1, exponent, false);
}

Decimal Decimal::parse_short(std::string_view s) {
  std::size_t i = 0;
  const bool negative = s[0] == '-';
  if (s[0] == '-' || s[0] == '+') ++i;
  std::uint64_t coefficient = 0;
  int decimals = -1;
  bool any = false;
  for (; i < s.size(); ++i) {
    if (s[i] == '.' && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (s[i] < '0' || s[i] > '9') return {};
    any = true;
    coefficient = coefficient * 10 + static_cast<unsigned>(s[i] - '0');
    if (decimals >= 0) ++decimals;
  }
  if (!any) return {};
  return make(coefficient, decimals > 0 ? -decimals : 0, negative);
}

Decimal Decimal::parse(std::string_view s) {
  if (!s.empty() && s.size() <= 19) return parse_short(s);  // within 64 bits
  std::size_t i = 0;
  const bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) ++i;
  Wide coefficient = 0;
  int exponent = 0, significant = 0;
  bool point = false, any = false;
  int zeros = 0;  // held back, so that trailing zeros cost no digits
  for (; i < s.size(); ++i) {
    if (s[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (s[i] < '0' || s[i] > '9') return {};
    any = true;
    if (point) --exponent;
    if (s[i] == '0') {
      if (significant) ++zeros;
      if (zeros > 2 * kMostExponent) return {};
      continue;
    }
    significant += zeros + 1;
    if (significant > kMostDigits) return {};
    coefficient = coefficient * kPowers[static_cast<unsigned>(zeros) + 1] + static_cast<unsigned>(s[i] - '0');
    zeros = 0;
    if (exponent < -2 * kMostExponent) return {};
  }
  if (!any) return {};
  return make(coefficient, exponent + zeros, negative);
}

bool Decimal::is_whole() const {
  return some_ && exponent_ >= 0;
}

std::int64_t Decimal::small(std::int64_t most) const {
  if (!is_whole() || exponent_ > 18) return -1;
  if (coefficient_ > static_cast<Wide>(most)) return -1;
  if (exponent_ == 0)
    return negative_ ? -static_cast<std::int64_t>(coefficient_) : static_cast<std::int64_t>(coefficient_);
  const Wide value = coefficient_ * kPowers[static_cast<unsigned>(exponent_)];
  if (value > static_cast<Wide>(most)) return -1;
  const auto whole = static_cast<std::int64_t>(value);
  return negative_ ? -whole : whole;
}

Decimal Decimal::shifted(int exponent) const {
  return some_ ? make(coefficient_, exponent_ + exponent, negative_) : *this;
}

Decimal Decimal::negated() const {
  Decimal other = *this;
  if (coefficient_ != 0) other.negative_ = !negative_;
  return other;
}

std::string Decimal::text() const {
  if (!some_) return {};
  char digits[48];
  int count = 0;
  Wide rest = coefficient_;
  while (rest > UINT64_MAX) {
    digits[count++] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  for (auto low = static_cast<std::uint64_t>(rest); low || count == 0; low /= 10)
    digits[count++] = static_cast<char>('0' + low % 10);
  std::reverse(digits, digits + count);
  std::string out;
  if (negative_) out += '-';
  const int point = count + exponent_;  // digits before the point
  if (point <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-point), '0');
    out.append(digits, static_cast<std::size_t>(count));
  } else if (point >= count) {
    out.append(digits, static_cast<std::size_t>(count));
    out.append(static_cast<std::size_t>(point - count), '0');
  } else {
    out.append(digits, static_cast<std::size_t>(point));
    out += '.';
    out.append(digits + point, static_cast<std::size_t>(count - point));
  }
  return out;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  if (!a.some_ || !b.some_) return {};
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const int exponent = std::min(a.exponent_, b.exponent_);
  const int shift_a = a.exponent_ - exponent, shift_b = b.exponent_ - exponent;
  if (digits_of(a.coefficient_) + shift_a > 38 || digits_of(b.coefficient_) + shift_b > 38) return {};
  const Wide x = a.coefficient_ * kPowers[static_cast<unsigned>(shift_a)];
  const Wide y = b.coefficient_ * kPowers[static_cast<unsigned>(shift_b)];
  if (a.negative_ == b.negative_) return Decimal::make(x + y, exponent, a.negative_);
  return x >= y ? Decimal::make(x - y, exponent, a.negative_) : Decimal::make(y - x, exponent, b.negative_);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  if (!a.some_ || !b.some_) return {};
  if (a.is_zero() || b.is_zero()) return Decimal(0);
  if (digits_of(a.coefficient_) + digits_of(b.coefficient_) > 38) return {};
  return Decimal::make(a.coefficient_ * b.coefficient_, a.exponent_ + b.exponent_,
                       a.negative_ != b.negative_);
}

Decimal divide(const Decimal& a, const Decimal& b) {
  if (!a.some_ || !b.some_ || b.is_zero()) return {};
  if (a.is_zero()) return Decimal(0);
  // Long division: enough digits for the rounding place and one more.
  constexpr int kDigits = 15;
  Wide whole = a.coefficient_ / b.coefficient_, rest = a.coefficient_ % b.coefficient_;
  int exponent = a.exponent_ - b.exponent_;
  if (b.coefficient_ > kPowers[37]) return {};
  while (rest != 0 && digits_of(whole) <= kDigits) {
    rest *= 10;
    whole = whole * 10 + rest / b.coefficient_;
    rest %= b.coefficient_;
    --exponent;
  }
  if (rest != 0) {
    int drop = digits_of(whole) - kDigits;
    for (; drop > 1; --drop, ++exponent) whole /= 10;
    whole = (whole + 5) / 10;
    ++exponent;
  }
  return Decimal::make(whole, exponent, a.negative_ != b.negative_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.some_ != b.some_) return a.some_ <=> b.some_;
  if (!a.some_) return std::strong_ordering::equal;
  const auto sign = [](const Decimal& d) { return d.is_zero() ? 0 : d.negative_ ? -1 : 1; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (sign(a) == 0) return std::strong_ordering::equal;
  const int size_a = digits_of(a.coefficient_) + a.exponent_,
            size_b = digits_of(b.coefficient_) + b.exponent_;
  std::strong_ordering by_size = size_a <=> size_b;
  if (by_size == 0) {
    const int exponent = std::min(a.exponent_, b.exponent_);
    by_size = a.coefficient_ * kPowers[static_cast<unsigned>(a.exponent_ - exponent)] <=>
              b.coefficient_ * kPowers[static_cast<unsigned>(b.exponent_ - exponent)];
  }
  return sign(a) < 0 ? 0 <=> by_size : by_size;
}

}  // namespace copydesk
