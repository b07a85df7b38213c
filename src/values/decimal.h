// Exact decimals: a sign, a whole coefficient of at most 38 digits and a power of ten.  Never a double.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace copydesk {

/// A decimal number, exact within stated bounds: at most `kMostDigits` significant digits and a magnitude
/// between 10^-kMostExponent and 10^kMostExponent.  What passes the bounds is `none`, and so is every
/// result made from `none`; nothing is ever rounded except by `divide`, which says how.
class Decimal {
 public:
  static constexpr int kMostDigits = 38;
  static constexpr int kMostExponent = 400;

  constexpr Decimal() = default;  // none
  constexpr Decimal(std::int64_t whole)
      : coefficient_(whole < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(whole)
                               : static_cast<std::uint64_t>(whole)),
        negative_(whole < 0),
        some_(true) {}

  /// 10^exponent.
  static Decimal power_of_ten(int exponent);
  /// An optional sign, digits and at most one point ("-12.50", ".5"); no grouping.  `none` for anything else.
  static Decimal parse(std::string_view digits);

  bool some() const { return some_; }
  bool is_zero() const { return some_ && coefficient_ == 0; }
  bool negative() const { return negative_; }
  bool is_whole() const;
  /// The value when it is whole and at most `most` in absolute terms, else -1.
  std::int64_t small(std::int64_t most = 1'000'000'000) const;

  /// The value times 10^exponent.
  Decimal shifted(int exponent) const;
  Decimal negated() const;
  /// In plain notation without needless zeros: "-0.5", "1200000"; empty for none.
  std::string text() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + b.negated(); }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// The quotient to 15 significant digits (half away from zero); exact when it ends before that.
  /// None for a divisor of zero.
  friend Decimal divide(const Decimal& a, const Decimal& b);
  /// Orders by value; none is below every number and equal to itself.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  __extension__ using Wide = unsigned __int128;
  static Decimal parse_short(std::string_view digits);
  static Decimal make(Wide coefficient, int exponent, bool negative);

  Wide coefficient_ = 0;
  std::int16_t exponent_ = 0;  // without trailing zeros in the coefficient, so that equal values are alike
  bool negative_ = false;
  bool some_ = false;
};

Decimal divide(const Decimal& a, const Decimal& b);

}  // namespace copydesk
