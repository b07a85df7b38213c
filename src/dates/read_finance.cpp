// Periods of business reports: quarters, halves, "the year-ago period", "the latest quarter", "Q3 2012".
#include "dates/recognise.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {

using namespace literals;

namespace {

bool is_period_word(const Token& token) {
  return token.is("quarter"_w) || token.is("period"_w) || token.is("half"_w) || token.is("year"_w);
}

Mention period(std::size_t first, std::size_t end, Kind kind, Unit unit, RuleId rule) {
  Mention m;
  m.first = first;
  m.end = end;
  m.kind = kind;
  m.unit = m.grain = unit;
  m.rule = rule;
  return m;
}

bool is_same_word(const Token& token) {
  return token.is("same"_w) || token.is("corresponding"_w) || token.is("comparable"_w) ||
         token.is("like"_w) || token.is("equivalent"_w) || token.is("similar"_w);
}

/// "the prior-year quarter", "the previous-year period"; `at` is "year".
bool read_prior_year(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (at < in.floor + 2 || !in.is_hyphen(at - 1) || !is_period_word(in.at(at + 1))) return false;
  if (!in.at(at - 2).is("prior"_w) && !in.at(at - 2).is("previous"_w)) return false;
  Mention m = period(at - 2, at + 2, Kind::year_before, Unit::quarter, "dates.year-ago-period"_rule);
  if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  out.push_back(m);
  return true;
}

/// "year-ago", "year-earlier" and the period after it; `at` is "year".
bool read_year_ago(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (!in.is_hyphen(at + 1) || !(in.at(at + 2).is("ago"_w) || in.at(at + 2).is("earlier"_w))) return false;
  std::size_t first = at, end = at + 3;
  const Quantity ordinal = read_ordinal(in, end);
  Mention m = period(first, end, Kind::year_before, Unit::quarter, "dates.year-ago-period"_rule);
  if (ordinal && in.at(ordinal.end).is("quarter"_w)) {
    m.quarter = static_cast<std::int8_t>(ordinal.hundredths / 100);
    end = ordinal.end + 1;
  } else if (is_period_word(in.at(end))) {
    ++end;
  } else {
    // "the year-earlier nine months" is a length of time
    const Quantity amount = read_quantity(in, end);
    if (amount && in.at(amount.end).is("months"_w)) {
      m.kind = Kind::duration;
      m.unit = Unit::month;
      m.amount.hundredths = amount.hundredths;
      end = amount.end + 1;
    }
  }
  m.end = end;
  if (end > at + 3) {
    if (first > in.floor && is_same_word(in.at(first - 1))) --first;
    if (first > in.floor && in.at(first - 1).is("the"_w)) --first;
  }
  m.first = first;
  out.push_back(m);
  return true;
}

/// "the same period last year", "the corresponding quarter a year earlier"; `at` is the period word.
bool read_same_period(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (!is_same_word(in.at(at - 1)) || at < in.floor + 2 || !in.at(at - 2).is("the"_w)) return false;
  std::size_t i = at + 1;
  if (in.at(i).is("of"_w) || in.at(i).is("in"_w)) ++i;
  if (in.at(i).is("the"_w)) ++i;
  std::size_t end = 0;
  if ((in.at(i).is("last"_w) || in.at(i).is("previous"_w)) && in.at(i + 1).is("year"_w))
    end = i + 2;
  else if ((in.at(i).is("a"_w) || in.at(i).is("one"_w)) && in.at(i + 1).is("year"_w) &&
           (in.at(i + 2).is("ago"_w) || in.at(i + 2).is("earlier"_w) || in.at(i + 2).is("before"_w)))
    end = i + 3;
  else if (in.at(i).is("year"_w) && in.at(i + 1).is("before"_w))
    end = i + 2;
  if (!end) return false;
  out.push_back(period(at - 2, end, Kind::year_before, Unit::quarter, "dates.same-period"_rule));
  return true;
}

}  // namespace

bool near_sport(const Reader& in, std::size_t at) {
  constexpr std::size_t kWindow = 25;
  const std::size_t from = at > kWindow ? at - kWindow : 0;
  for (std::size_t i = from; i < at + kWindow && i < in.tokens.size(); ++i)
    if (in.at(i).has(Tag::sport_words)) return true;
  return false;
}

bool read_quarter_short(const Reader& in, std::size_t at, std::vector<Mention>& out);

/// A quarter, a half or a period of a report whose head word is at `at`.
bool read_quarter(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& head = in.at(at);
  if (head.is("year"_w)) {
    return read_prior_year(in, at, out) || read_year_ago(in, at, out);
  }
  const bool quarter = head.is("quarter"_w), half = head.is("half"_w), any = head.is("period"_w);
  if (!quarter && !half && !any) return false;
  if (at <= in.floor) return false;
  if (!half && read_same_period(in, at, out)) return true;
  const Token& before = in.at(at - 1);
  if (!half && (before.is("latest"_w) || (before.is("recent"_w) && in.at(at - 2).is("most"_w)))) {
    std::size_t first = before.is("latest"_w) ? at - 1 : at - 2;
    if (first > in.floor && in.at(first - 1).is("the"_w)) --first;
    out.push_back(period(first, at + 1, Kind::latest, Unit::quarter, "dates.latest-quarter"_rule));
    return true;
  }
  if (any) return false;
  std::size_t e = at;
  bool fiscal = false, attributive = false;
  if (in.is_hyphen(at - 1)) {
    attributive = true;
    --e;
  } else if (before.is("fiscal"_w) && at > in.floor + 1) {
    fiscal = true;
    --e;
  }
  Quantity ordinal = read_ordinal_before(in, e);
  if (!ordinal && (in.at(e - 1).is("final"_w) || in.at(e - 1).is("last"_w) || in.at(e - 1).is("latter"_w)) &&
      in.at(at + 1).is("of"_w) && e > in.floor &&
      (in.at(at + 2).is_number() || in.at(at + 2).is("the"_w) || in.at(at + 2).is("last"_w) ||
       in.at(at + 2).is("this"_w) || in.at(at + 2).is("next"_w)))
    ordinal = {e - 1, e, quarter ? 400 : 200};
  const std::int64_t number = ordinal.hundredths / 100;
  if (ordinal && number >= 1 && number <= (quarter ? 4 : 2)) {
    Mention m = period(ordinal.first, at + 1, Kind::calendar, quarter ? Unit::quarter : Unit::half,
                       quarter ? "dates.quarter"_rule : "dates.half"_rule);
    (quarter ? m.quarter : m.half) = static_cast<std::int8_t>(number);
    if (m.first > in.floor && in.at(m.first - 1).is("fiscal"_w)) {
      fiscal = true;
      --m.first;
    }
    m.fiscal = fiscal;
    // "third-quarter profit" and "first-half results" describe; "third-quarter, the" does not
    m.attributive = attributive;
    const Token& after = in.at(at + 1);
    if (half) {
      const std::size_t i = after.is("of"_w) ? at + 2 : at + 1;
      const Token& year = in.at(i);
      const bool dated = (year.is_number() && year.end - year.begin == 4) ||
                         ((year.is("the"_w) || year.is("this"_w) || year.is("last"_w) || year.is("next"_w)) &&
                          in.at(i + 1).is("year"_w)) ||
                         (after.is("of"_w) && year.is("the"_w) &&
                          (in.at(i + 1).is_number() || in.at(i + 1).is_mark('\'') ||
                           in.at(i + 1).is_mark(kLeftSingle) || in.at(i + 1).is_mark(kRightSingle)));
      const bool result = after.is("profit"_w) || after.is("profits"_w) || after.is("earnings"_w) ||
                          after.is("results"_w) || after.is("sales"_w) || after.is("net"_w) ||
                          after.is("revenue"_w) || after.is("loss"_w) || after.is("pretax"_w);
      const bool year_before = in.is_possessive(m.first - 1) && m.first > in.floor + 1;
      if (!dated && !(attributive && result) && !year_before) return false;
      // "the last half of the '80s" is a part of the decade, read with it
      if (dated && after.is("of"_w) && year.is("the"_w) && !in.at(i + 1).is("year"_w)) return false;
    }
    if (near_sport(in, at) && !m.fiscal) return false;
    if (!attributive && m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
    // "the 1989 third quarter"
    if (!attributive && m.first > in.floor + 1) {
      const Token& year = in.at(m.first - 1);
      if (year.is_number() && year.end - year.begin == 4 && in.at(m.first - 2).is("the"_w)) {
        const std::int32_t value = plain_number(in.text, year);
        if (value >= 1900 && value < 2100) {
          m.year = value;
          m.first -= 2;
        }
      }
    }
    if (quarter && (in.at(m.end).is_number() && in.at(m.end).end - in.at(m.end).begin == 4)) {
      const std::int32_t value = plain_number(in.text, in.at(m.end));
      if (value >= 1900 && value < 2100) {
        m.year = value;
        ++m.end;
      }
    }
    extend_left(in, m);
    out.push_back(m);
    return true;
  }
  if (quarter && before.is("the"_w) && !in.is_hyphen(at + 1) && !in.at(at + 1).is("of"_w) &&
      !in.at(at + 1).has(Tag::number_words)) {
    const Token& later = in.at(at + 3);
    if (in.at(at + 1).is("a"_w) && in.at(at + 2).is("year"_w) &&
        (later.is("ago"_w) || later.is("earlier"_w))) {
      out.push_back(period(at - 1, at + 4, Kind::year_before, Unit::quarter, "dates.same-period"_rule));
      return true;
    }
    out.push_back(period(at - 1, at + 1, Kind::latest, Unit::quarter, "dates.the-quarter"_rule));
    return true;
  }
  return false;
}

/// "Q3", "Q3 2012", "H1 of 2012", "3Q 2012"; `at` is the letter.
bool read_quarter_short(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const bool digit_first = in.at(at).glued() && at > in.floor && in.at(at - 1).is_number();
  const Token& digit = in.at(digit_first ? at - 1 : at + 1);
  if (!in.at(at).capital() || !digit.is_number() || digit.end - digit.begin != 1) return false;
  if (digit_first ? digit.glued() : !digit.glued()) return false;
  const std::int32_t number = plain_number(in.text, digit);
  const bool half = in.at(at).is("h"_w);
  const std::size_t first = digit_first ? at - 1 : at;
  const Token& after = in.at(first + 2);
  if (number < 1 || number > (half ? 2 : 4) || (after.glued() && (after.is_word() || after.is_number())))
    return false;
  Mention m = period(first, first + 2, Kind::calendar, half ? Unit::half : Unit::quarter,
                     half ? "dates.half"_rule : "dates.quarter"_rule);
  (half ? m.half : m.quarter) = static_cast<std::int8_t>(number);
  const std::size_t y = in.at(m.end).is("of"_w) ? m.end + 1 : m.end;
  const Token& year = in.at(y);
  if (year.is_number() && year.end - year.begin == 4) {
    const std::int32_t value = plain_number(in.text, year);
    if (value >= 1900 && value < 2100) {
      m.year = value;
      m.end = y + 1;
    }
  }
  if (half && !m.has_year()) return false;
  out.push_back(m);
  return true;
}

}  // namespace copydesk::dates
