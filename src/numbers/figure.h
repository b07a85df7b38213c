// What the parts of the stage hand to one another: a bare number (Form) and a figure with its unit (Figure).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "copydesk/numbers.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"
#include "values/decimal.h"

namespace copydesk::numbers {

/// The text with its tokens and their parts of speech; tokens past either end are of kind `none`.
struct Source {
  const Text& text;
  const Tokens& tokens;
  const Syntax& syntax;

  const Token& operator[](std::size_t i) const { return tokens[i]; }
  std::string_view slice(std::size_t i) const { return text.slice(tokens[i].span()); }
  /// Whether a dash of any width stands at `i`.
  bool dash(std::size_t i) const {
    const Token& t = tokens[i];
    return t.is_mark('-') || t.is_mark(kEnDash) || t.is_mark(kHyphen) || t.is_mark(kMinus);
  }
  /// Whether a hyphen stands at `i` with nothing but itself between its neighbours: "3-inch".
  bool joins(std::size_t i) const {
    return (tokens[i].is_mark('-') || tokens[i].is_mark(kHyphen)) && tokens[i].glued() &&
           tokens[i + 1].glued();
  }
};

namespace shape {
inline constexpr unsigned digits = 1;     // begins with digits
inline constexpr unsigned grouped = 2;    // 1,234
inline constexpr unsigned point = 4;      // has decimals
inline constexpr unsigned magnitude = 8;  // hundred, million, bn …
inline constexpr unsigned ordinal = 16;
inline constexpr unsigned fraction = 32;    // two-thirds, ½, half
inline constexpr unsigned vague = 64;       // hundreds, tens of thousands: the value is a lower bound
inline constexpr unsigned article = 128;    // begins with "a" or "an"
inline constexpr unsigned sign = 256;       // a written minus
inline constexpr unsigned ratio = 512;      // one in four
inline constexpr unsigned multiple = 1024;  // twice, 10x
inline constexpr unsigned scientific = 2048;
inline constexpr unsigned unsure = 4096;  // a decimal comma, a blank as group mark
inline constexpr unsigned plus_minus = 8192;
inline constexpr unsigned roman = 32768;
inline constexpr unsigned pair = 16384;  // a blood pressure: the margin is the lower figure
}  // namespace shape

/// A number as it is written, without unit, currency or sign of approximation.
struct Form {
  std::uint32_t first = 0;  // tokens [first, end)
  std::uint32_t end = 0;
  Decimal value;
  Decimal margin;              // of plus-minus
  std::int16_t magnitude = 0;  // power of ten of a written magnitude
  std::uint16_t shape = 0;

  bool has(unsigned flag) const { return shape & flag; }
  explicit operator bool() const { return end != 0; }
};

/// "thirties", "mid-fifties": tens in the plural, which are an age or a temperature, or no figure.  No other
/// form is vague and a fraction.
inline constexpr unsigned kPluralTens = shape::vague | shape::fraction;
inline bool is_plural_tens(const Form& form) {
  return (form.shape & kPluralTens) == kPluralTens;
}

/// A unit or a currency.
struct Measure {
  enum class Family : std::uint8_t { none, money, minor, unit };
  Family family = Family::none;
  const char* id = "";       // ISO 4217, or the CLDR identifier
  const char* shared = "";   // of money: codes that share the name or the sign
  const char* first = "";    // of money settled by the article: the code that the name or the sign has first
  std::uint16_t row = 0;     // in its table
  std::int16_t per = -1;     // row in `units` of what it is counted by: miles per gallon
  bool bare_dollar = false;  // "$" and no more
  bool bare_pound = false;   // "pounds": money or mass
  explicit operator bool() const { return family != Family::none; }
};

/// A figure: the number with what surrounds it.
struct Figure {
  Form form;
  std::uint32_t first = 0;  // tokens [first, end) with currency, unit and sign of approximation
  std::uint32_t end = 0;
  NumberKind kind = NumberKind::cardinal;
  Decimal value, low, high;
  Decimal base;  // in the unit's base, when parts make it up (5 ft 2 in)
  Approx approx = Approx::none;
  Measure measure;
  std::optional<Span> of;
  ChangeRole role = ChangeRole::none;
  Direction direction = Direction::none;
  std::int32_t same_as = -1;
  RuleId rule;
  Confidence confidence = Confidence::high;
};

}  // namespace copydesk::numbers
