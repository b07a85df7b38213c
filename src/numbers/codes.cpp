// Chains of digits and words that are no figure.
#include "lexicon/lookup.h"
#include "numbers/context.h"
#include "numbers/forms.h"
#include "tables/number_words.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

bool is_whole(std::string_view digits) {
  return digits.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "+1 (555) 010-0177", "(555) 010-0177", "020 7946 0018": the end of a telephone number, or 0.
std::size_t end_of_telephone(const Source& s, std::size_t i) {
  const bool international = s[i - 1].is_mark('+') && s[i].glued();
  const bool area =
      s[i - 1].is_mark('(') && s[i + 1].is_mark(')') && s[i].end - s[i].begin == 3 && s[i + 2].is_number();
  const bool trunk = s[i].end - s[i].begin >= 3 && s.slice(i)[0] == '0' && is_whole(s.slice(i)) &&
                     s[i + 1].is_number() && !s[i + 1].has(token_flag::line_before);
  if (i == 0 && !trunk) return 0;
  if (!international && !area && !trunk) return 0;
  std::size_t end = i + 1;
  unsigned groups = trunk ? 2 : 1;
  while (end < i + 16 && !s[end].has(token_flag::line_before)) {
    const Token& t = s[end];
    if (t.is_number())
      ++groups;
    else if (!(t.is_mark('(') || t.is_mark(')') || s.dash(end)))
      break;
    ++end;
  }
  return groups >= 3 || area ? end : 0;
}

}  // namespace

std::size_t end_of_code(const Source& s, std::size_t i) {
  if (!s[i].is_number()) return 0;
  if (const std::size_t end = end_of_telephone(s, i)) return end;
  std::size_t end = i + 1;
  unsigned numbers = 1, colons = 0, slashes = 0, dashes = 0;
  while (s[end].glued() && s[end + 1].glued() && s[end + 1].is_number()) {
    if (s[end].is_mark(':'))
      ++colons;
    else if (s[end].is_mark('/'))
      ++slashes;
    else if (s.dash(end) && !s[end].is_mark(kMinus))
      ++dashes;
    else
      break;
    ++numbers;
    end += 2;
  }
  if (numbers == 1) return 0;
  if (numbers > 2) return slashes == 1 && dashes == 1 && !colons ? 0 : end;
  const auto size = [&](std::size_t k) { return s[k].end - s[k].begin; };
  const std::size_t last = end - 1;
  if (colons) return size(last) == 1 && size(i) <= 2 ? 0 : end;  // "3:2" is a ratio
  if (slashes) {
    const std::int64_t a = Decimal::parse(s.slice(i)).small(999),
                       b = Decimal::parse(s.slice(last)).small(999);
    return (a > 0 && b > a && !(a == 9 && b == 11)) || is_blood_pressure(s, i) || is_slashed_odds(s, i) ? 0
                                                                                                        : end;
  }
  if (size(i) == 4 && size(last) == 2) {
    const std::int64_t a = Decimal::parse(s.slice(i)).small(9999),
                       b = Decimal::parse(s.slice(last)).small(99);
    if (a >= 1800 && a < 2100 && b == (a + 1) % 100) return end;
  }
  const bool round = s.slice(i).back() == '0' && s.slice(last).back() == '0';
  const bool united = s[end].has(Tag::units) || s[end].is_mark('%');
  if (size(i) == 3 && size(last) == 4 && !round && !united && s.slice(i).find('.') == std::string_view::npos)
    return end;
  return 0;
}

std::size_t end_of_spoken_year(const Source& s, std::size_t i) {
  const auto in_words = [&](std::size_t k) -> const tables::number_words::Row* {
    if (!s[k].has(Tag::number_words)) return nullptr;
    const Hit hit = find_word(tables::number_words::keys, s[k].word);
    return hit && hit.form == 0 ? &tables::number_words::rows[hit.row] : nullptr;
  };
  using tables::number_words::Place;
  using tables::number_words::Series;
  const auto* century = in_words(i);
  if (!century || century->series != Series::cardinal || century->coefficient < 13 ||
      century->coefficient > 20)
    return 0;
  if (century->place != Place::teen && century->place != Place::tens) return 0;
  std::size_t at = s.joins(i + 1) ? i + 2 : i + 1;
  const auto* tens = in_words(at);
  if (!tens || tens->series != Series::cardinal || (tens->place != Place::tens && tens->place != Place::teen))
    return 0;
  ++at;
  const std::size_t next = s.joins(at) ? at + 1 : at;
  const auto* unit = in_words(next);
  if (unit && unit->place == Place::hundred) return 0;
  return unit && tens->place == Place::tens && unit->place == Place::unit && unit->series == Series::cardinal
             ? next + 1
             : at;
}

}  // namespace copydesk::numbers
