#include "dates/reader.h"

#include <string_view>

#include "tables/number_words.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;
namespace number_words = tables::number_words;
using Place = number_words::Place;
using Series = number_words::Series;

constexpr std::int64_t kLargest = 100'000'000'00;  // hundredths; beyond this no length of time is meant

const number_words::Row* number_word(const Token& token) {
  if (!token.has(Tag::number_words)) return nullptr;
  const Hit hit = find_word(number_words::keys, token.word);
  return hit && hit.form == 0 ? &number_words::rows[hit.row] : nullptr;
}

bool is_cardinal(const Token& token, Place place) {
  const number_words::Row* row = number_word(token);
  return row && row->series == Series::cardinal && row->place == place;
}

std::int64_t power_of_ten(unsigned exponent) {
  std::int64_t value = 1;
  while (exponent--) value *= 10;
  return value;
}

/// "1,234.5" in hundredths; −1 when it is too large or has no such form.
std::int64_t digits_value(std::string_view s) {
  std::int64_t value = 0;
  int decimals = -1;
  for (const char c : s) {
    if (c == ',') {
      if (decimals >= 0) return -1;
      continue;
    }
    if (c == '.') {
      if (decimals >= 0) return -1;
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9') return -1;
    if (decimals >= 2) continue;
    if (decimals >= 0) ++decimals;
    value = value * 10 + (c - '0');
    if (value > kLargest) return -1;
  }
  for (int i = decimals < 0 ? 0 : decimals; i < 2; ++i) value *= 10;
  return value > kLargest ? -1 : value;
}

/// The vulgar fraction of a token in hundredths: ½ ¼ ¾; 0 for others.
std::int64_t fraction_value(std::string_view s) {
  if (s == "\xc2\xbd") return 50;
  if (s == "\xc2\xbc") return 25;
  if (s == "\xc2\xbe") return 75;
  return 0;
}

/// "1/2", "1/4", "3/4" of three tokens in hundredths; 0 for none.
std::int64_t slash_fraction(const Reader& in, std::size_t at) {
  const Token& slash = in.at(at + 1);
  if (!in.at(at).is_number() || !slash.is_mark('/') || !slash.glued() || !in.at(at + 2).is_number()) return 0;
  const std::int32_t over = plain_number(in.text, in.at(at)), under = plain_number(in.text, in.at(at + 2));
  return over > 0 && under > over && under <= 4 ? 100 * over / under : 0;
}

/// Number words from `at`: "twenty-five", "a hundred and ten", "two thousand".
Quantity read_words(const Reader& in, std::size_t at) {
  std::int64_t total = 0, group = 0;
  std::size_t i = at, end = 0;
  Place last = Place::zero;
  const std::size_t limit = at + 8;
  while (i < limit) {
    const number_words::Row* row = number_word(in.at(i));
    if (!row || row->series != Series::cardinal) {
      const bool link = end && (in.is_hyphen(i) || (in.at(i).is("and"_w) && last >= Place::hundred));
      const number_words::Row* next = link ? number_word(in.at(i + 1)) : nullptr;
      if (!next || next->series != Series::cardinal || next->place == Place::half ||
          next->place >= Place::hundred)
        break;
      ++i;
      continue;
    }
    if (i > at && in.at(i).has(token_flag::gap_before)) break;
    const Place place = row->place;
    if (place == Place::half || place == Place::zero) break;
    if (place == Place::unit) {
      if (end && last != Place::tens && last < Place::hundred) break;
      group += row->coefficient;
    } else if (place == Place::teen || place == Place::tens) {
      if (end && last < Place::hundred) break;
      group += row->coefficient;
    } else if (place == Place::hundred) {
      group = (group ? group : 1) * 100;
    } else if (place == Place::magnitude) {
      if (row->exponent > 6) break;
      total += (group ? group : 1) * power_of_ten(row->exponent);
      group = 0;
    } else {
      break;
    }
    last = place;
    end = ++i;
    if (total + group > kLargest / 100) return {};
  }
  if (!end) return {};
  return {at, end, (total + group) * 100};
}

/// "and a half", "and one-half", "and a quarter" after a number.
void read_half_after(const Reader& in, Quantity& quantity) {
  std::size_t i = quantity.end;
  if (in.is_hyphen(i)) ++i;
  if (!in.at(i).is("and"_w)) return;
  ++i;
  if (in.is_hyphen(i)) ++i;
  if (in.at(i).is("a"_w) || in.at(i).is("one"_w)) {
    ++i;
    if (in.is_hyphen(i)) ++i;
  }
  if (in.at(i).is("half"_w))
    quantity.hundredths += 50;
  else if (in.at(i).is("quarter"_w))
    quantity.hundredths += 25;
  else
    return;
  quantity.end = i + 1;
}

}  // namespace

bool Reader::is_possessive(std::size_t i) const {
  return tokens[i].is("'s"_w) && tokens[i].glued();
}

bool Reader::is_ordinal_suffix(std::size_t i) const {
  const Token& token = tokens[i];
  return token.glued() && (token.is("th"_w) || token.is("st"_w) || token.is("nd"_w) || token.is("rd"_w));
}

Hit Reader::find_before(const Keys& keys, std::size_t end, std::size_t longest) const {
  for (std::size_t length = longest; length; --length) {
    if (end < floor + length || !tokens[end - length].has(keys.tag)) continue;
    const Hit hit = find(keys, tokens, end - length);
    if (hit.length == length) return hit;
  }
  return {};
}

bool Reader::is_plain_word(std::size_t i) const {
  const Token& token = tokens[i];
  return token.is_word() && !token.capital() && !token.has(token_flag::line_before);
}

bool Reader::is_preposition(std::size_t i) const {
  const Token& token = tokens[i];
  return token.has(Tag::preposition) || token.is("than"_w) || token.is("until"_w) || token.is("till"_w);
}

Quantity read_quantity(const Reader& in, std::size_t at) {
  const Token& token = in.at(at);
  Quantity quantity;
  if (token.is_number()) {
    if (const std::int64_t part = slash_fraction(in, at); part) return {at, at + 3, part};
    const std::int64_t value = digits_value(in.text.slice(token.span()));
    if (value < 0) return {};
    quantity = {at, at + 1, value};
    if (in.at(at + 1).is_mark(kFraction)) {
      if (const std::int64_t part = fraction_value(in.text.slice(in.at(at + 1).span())); part) {
        quantity.hundredths += part;
        ++quantity.end;
        return quantity;
      }
    }
    const std::size_t after = in.is_hyphen(at + 1) ? at + 2 : at + 1;
    if (const std::int64_t part = slash_fraction(in, after); part) {
      quantity.hundredths += part;
      quantity.end = after + 3;
      return quantity;
    }
    if ((in.at(at + 1).is("million"_w) || in.at(at + 1).is("thousand"_w)) && value <= 1000'00) {
      quantity.hundredths *= in.at(at + 1).is("million"_w) ? 1'000'000 : 1000;
      ++quantity.end;
    }
  } else if (token.is_word()) {
    quantity = read_words(in, at);
    if (!quantity) return {};
  } else if (token.is_mark(kFraction)) {
    const std::int64_t part = fraction_value(in.text.slice(token.span()));
    return part ? Quantity{at, at + 1, part} : Quantity{};
  } else {
    return {};
  }
  read_half_after(in, quantity);
  return quantity;
}

Quantity read_quantity_before(const Reader& in, std::size_t end) {
  Quantity best;
  constexpr std::size_t kLongest = 8;
  for (std::size_t length = 1; length <= kLongest && in.floor + length <= end; ++length) {
    const std::size_t at = end - length;
    const Token& token = in.at(at);
    if (token.is_any_mark() && !in.is_hyphen(at) && !token.is_mark('/') && !token.is_mark(kFraction)) break;
    if (token.is_word() && !token.has(Tag::number_words) && !token.is("and"_w) && !token.is("a"_w)) break;
    if (at + 1 < end && in.at(at + 1).has(token_flag::gap_before)) break;
    const Quantity quantity = read_quantity(in, at);
    if (quantity && quantity.end == end)
      best = quantity;
    else if (quantity && best)
      break;
  }
  return best;
}

Quantity read_ordinal(const Reader& in, std::size_t at) {
  const Token& token = in.at(at);
  if (token.is_number()) {
    const std::int32_t value = plain_number(in.text, token);
    return value && in.is_ordinal_suffix(at + 1) ? Quantity{at, at + 2, std::int64_t{value} * 100}
                                                 : Quantity{};
  }
  const number_words::Row* row = number_word(token);
  if (!row) return {};
  if (row->series == Series::ordinal && row->exponent == 0)
    return token.is("quarter"_w) ? Quantity{} : Quantity{at, at + 1, std::int64_t{row->coefficient} * 100};
  if (row->series == Series::cardinal && row->place == Place::tens && in.is_hyphen(at + 1)) {
    const number_words::Row* unit = number_word(in.at(at + 2));
    if (unit && unit->series == Series::ordinal && unit->place == Place::unit &&
        !in.at(at + 2).is("quarter"_w))
      return {at, at + 3, (std::int64_t{row->coefficient} + unit->coefficient) * 100};
  }
  return {};
}

Quantity read_ordinal_before(const Reader& in, std::size_t end) {
  for (std::size_t length = 3; length; --length) {
    if (end < in.floor + length) continue;
    const Quantity ordinal = read_ordinal(in, end - length);
    if (ordinal && ordinal.end == end) return ordinal;
  }
  return {};
}

Quantity read_spelled_year(const Reader& in, std::size_t at) {
  const Token& token = in.at(at);
  if (token.is("two"_w) && in.at(at + 1).is("thousand"_w)) {
    const Quantity whole = read_words(in, at);
    return whole && whole.hundredths < 2100'00 ? whole : Quantity{};
  }
  if (!is_cardinal(token, Place::teen) && !token.is("twenty"_w)) return {};
  const std::int64_t century = number_word(token)->coefficient;
  if (century < 12 || century > 20) return {};
  std::size_t i = at + 1;
  if (in.is_hyphen(i)) ++i;
  std::int64_t rest = 0;
  if (in.at(i).is("hundred"_w)) return {at, i + 1, century * 100'00};
  if (in.at(i).is("oh"_w) && is_cardinal(in.at(i + 1), Place::unit)) {
    rest = number_word(in.at(i + 1))->coefficient;
    i += 2;
  } else if (is_cardinal(in.at(i), Place::teen)) {
    rest = number_word(in.at(i))->coefficient;
    ++i;
  } else if (is_cardinal(in.at(i), Place::tens)) {
    rest = number_word(in.at(i))->coefficient;
    ++i;
    std::size_t unit = in.is_hyphen(i) ? i + 1 : i;
    if (is_cardinal(in.at(unit), Place::unit)) {
      rest += number_word(in.at(unit))->coefficient;
      i = unit + 1;
    }
  } else {
    return {};
  }
  return {at, i, (century * 100 + rest) * 100};
}

}  // namespace copydesk::dates
