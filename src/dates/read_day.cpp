// Days of a month that is not named, "the 15th", "the 5th inst.", and days known by their numbers, "9/11".
#include "dates/recognise.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {
namespace {

using namespace literals;

/// "inst.", "ult.", "prox.": this month, the last, the next; 2 for none.
std::int32_t letter_month(const Token& token) {
  if (token.is("inst"_w) || token.is("instant"_w)) return 0;
  if (token.is("ult"_w) || token.is("ultimo"_w)) return -1;
  if (token.is("prox"_w) || token.is("proximo"_w)) return 1;
  return 2;
}

/// "of the month", "of this month", "of last month" at `i`: the token after it, and the month counted from
/// the one at hand; 0 for none.
std::size_t read_of_month(const Reader& in, std::size_t i, std::int32_t& shift, bool& counted) {
  if (!in.at(i).is("of"_w) || !in.at(i + 2).is("month"_w)) return 0;
  const Token& which = in.at(i + 1);
  counted = !which.is("the"_w) && !which.is("that"_w);
  if (which.is("last"_w))
    shift = -1;
  else if (which.is("next"_w))
    shift = 1;
  else if (!which.is("the"_w) && !which.is("this"_w) && !which.is("that"_w))
    return 0;
  return i + 3;
}

bool is_day_preposition(const Token& token) {
  return token.is("on"_w) || token.is("by"_w) || token.is("until"_w) || token.is("till"_w) ||
         token.is("since"_w) || token.is("before"_w) || token.is("after"_w) || token.is("from"_w) ||
         token.is("between"_w) || token.is("through"_w);
}

/// "the 3rd to the 5th floor": the day after `link` counts something, and so does the one before.
bool counts_with_next(const Reader& in, std::size_t link) {
  const Token& token = in.at(link);
  if (!token.is("and"_w) && !token.is("to"_w) && !token.is("or"_w) && !in.is_dash(link)) return false;
  const std::size_t number = in.at(link + 1).is("the"_w) ? link + 2 : link + 1;
  return in.at(number).is_number() && in.is_ordinal_suffix(number + 1) && counts_something(in, number + 2);
}

/// Whether "and the 17th", "to the 17th" follows such a day.
bool follows_such_day(const Reader& in, std::size_t link, const std::vector<Mention>& out) {
  const Token& token = in.at(link);
  return !out.empty() && out.back().end == link && out.back().rule == "dates.day-of-month"_rule &&
         (token.is("and"_w) || token.is("to"_w) || token.is("or"_w) || token.is("until"_w));
}

}  // namespace

bool read_day_of_month(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& number = in.at(at);
  if (!number.is_number() || number.end - number.begin > 2 || !in.is_ordinal_suffix(at + 1)) return false;
  const std::int32_t day = plain_number(in.text, number);
  if (day < 1 || day > 31) return false;
  Mention m;
  m.grain = Unit::day;
  m.day = static_cast<std::int8_t>(day);
  m.rule = "dates.day-of-month"_rule;
  m.first = at;
  m.end = at + 2;
  const bool article = at > in.floor && in.at(at - 1).is("the"_w);
  if (article) --m.first;
  if (const std::int32_t shift = letter_month(in.at(m.end)); shift != 2) {
    m.unit = Unit::month;
    m.shift = shift;
    m.hint = Hint::same;
    m.end +=
        in.at(m.end + 1).is_mark('.') && in.at(m.end + 1).glued() && !in.at(m.end).is("instant"_w) ? 2 : 1;
    m.rule = "dates.day-of-letter"_rule;
    out.push_back(m);
    return true;
  }
  if (!article && (at <= in.floor || !follows_such_day(in, at - 1, out))) return false;
  std::int32_t shift = 0;
  bool counted = false;
  if (const std::size_t end = read_of_month(in, m.end, shift, counted); end) {
    m.end = end;
    if (counted) {
      m.unit = Unit::month;
      m.shift = shift;
      m.hint = Hint::same;
    }
    out.push_back(m);
    return true;
  }
  if (counts_something(in, m.end) || in.at(m.end).is("of"_w) || in.is_dash(m.end) || near_sport(in, at))
    return false;
  if (counts_with_next(in, m.end)) return false;
  // "on Friday the 13th": the weekday is read with it
  if (!out.empty() && out.back().kind == Kind::calendar && out.back().weekday && !out.back().day &&
      !out.back().has_part && !out.back().clock && out.back().nth == 0 &&
      (out.back().end == m.first || (out.back().end + 1 == m.first && in.at(m.first - 1).is_mark(',')))) {
    Mention& named = out.back();
    if (named.hint != Hint::none || named.kind != Kind::calendar || named.shift) return false;
    named.day = m.day;
    named.end = m.end;
    named.rule = m.rule;
    return true;
  }
  if (m.first < in.floor + 1) return false;
  if (!is_day_preposition(in.at(m.first - 1)) && !follows_such_day(in, m.first - 1, out)) return false;
  out.push_back(m);
  return true;
}

bool read_anniversary(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& noun = in.at(at);
  if (!in.at(at + 1).is("of"_w)) return false;
  Quantity ordinal{at, at,
                   noun.is("anniversary"_w)                            ? 0
                   : noun.is("centenary"_w) || noun.is("centennial"_w) ? 100'00
                                                                       : 200'00};
  if (!ordinal.hundredths) ordinal = read_ordinal_before(in, at);
  if (ordinal.hundredths < 100) return false;
  Mention m;
  m.first = ordinal.first;
  if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  m.end = at + 1;
  m.kind = Kind::anniversary;
  m.unit = m.grain = Unit::year;
  m.amount.hundredths = ordinal.hundredths;
  m.rule = "dates.anniversary"_rule;
  out.push_back(m);
  return true;
}

bool read_event_day(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (!in.at(at + 1).is_mark('/') || !in.at(at + 1).glued() || !in.at(at + 2).glued()) return false;
  if (in.at(at).glued() && in.at(at - 1).is_any_mark() && !in.at(at - 1).is_mark('(') &&
      !in.at(at - 1).is_mark('"'))
    return false;
  const std::int32_t first = plain_number(in.text, in.at(at)), second = plain_number(in.text, in.at(at + 2));
  const Token& after = in.at(at + 3);
  if (after.glued() &&
      (after.is_mark('/') || after.is_number() || (after.is_word() && !in.is_possessive(at + 3))))
    return false;
  const bool attack =
      after.is("attack"_w) || after.is("attacks"_w) || after.is("bombing"_w) || after.is("bombings"_w);
  Mention m;
  m.first = at;
  m.end = at + 3;
  m.grain = Unit::day;
  m.event = true;
  m.rule = "dates.event-day"_rule;
  if (first == 9 && second == 11 && !after.is("of"_w)) {
    m.year = 2001;
    m.month = 9;
    m.day = 11;
  } else if (first == 7 && second == 7 && attack) {
    m.year = 2005;
    m.month = 7;
    m.day = 7;
  } else {
    return false;
  }
  out.push_back(m);
  return true;
}

}  // namespace copydesk::dates
