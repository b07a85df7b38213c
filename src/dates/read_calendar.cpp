// Calendar names and digits: dates, months, weekdays, seasons, years, decades, holidays.
#include "dates/recognise.h"
#include "lexicon/rule_names.h"
#include "tables/date_modifiers.gen.h"
#include "tables/holidays.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;

bool has_word_at(const Reader& in, std::size_t i, std::uint32_t word) {
  return i >= in.floor && in.at(i).is(word);
}

/// A number that is money, a share, an identifier: no date begins there.
bool is_barred_number(const Reader& in, std::size_t at) {
  const Token& before = in.at(at - 1);
  const Token& after = in.at(at + 1);
  if (before.is_any_mark() &&
      (before.is_mark('$') || before.is_mark('#') || before.is_mark(kPound) || before.is_mark(kEuro) ||
       before.is_mark(kYen) || before.is_mark(kRupee) || before.is_mark(kCurrency)))
    return true;
  if (in.at(at).glued() &&
      (before.is_word() || before.is_mark('/') || before.is_mark('.') || before.is_mark(',') ||
       before.is_mark('+') || before.is_mark('=') || before.is_mark('_') || before.is_mark('&')) &&
      !before.is("fy"_w))
    return true;
  return after.glued() &&
         (after.is_mark('%') || after.is_mark('/') || after.is_mark('_') || after.is_mark('='));
}

void set_date(Mention& m, const AbsoluteDate& date) {
  if (date.year) m.year = date.year;
  m.month = static_cast<std::int8_t>(date.month);
  m.day = static_cast<std::int8_t>(date.day);
  m.weekday = static_cast<std::int8_t>(date.weekday);
  m.century_inferred = date.century_inferred;
  m.order_ambiguous = date.order_ambiguous;
  m.grain = date.day ? Unit::day : Unit::month;
  m.clock = date.time;
  m.rule = date.numeric            ? "dates.numeric"_rule
           : date.day && date.year ? "dates.full"_rule
           : date.day              ? "dates.month-day"_rule
                                   : "dates.month-year"_rule;
}

bool is_list_connector(const Reader& in, std::size_t i) {
  const Token& token = in.at(i);
  return in.is_dash(i) || token.is("to"_w) || token.is("and"_w) || token.is("or"_w) ||
         token.is("through"_w) || token.is("until"_w) || token.is("till"_w) || token.is_mark(',') ||
         token.is_mark('&') || token.is("-"_w);
}

/// A day of the month alone at `i`: 0 when there is none.
std::int32_t lone_day(const Reader& in, std::size_t i, std::size_t& end) {
  const Token& token = in.at(i);
  if (!token.is_number() || token.end - token.begin > 2) return 0;
  const std::int32_t day = plain_number(in.text, token);
  if (day < 1 || day > 31) return 0;
  end = i + 1;
  if (in.is_ordinal_suffix(end)) ++end;
  return day;
}

/// Days that share the month before them: "March 3 to 5", "June 3, 5 and 7, 2020".
void read_more_days(const Reader& in, std::size_t first_mention, std::vector<Mention>& out) {
  for (int rounds = 0; rounds < 8; ++rounds) {
    Mention& last = out.back();
    if (last.has_year() || !is_list_connector(in, last.end)) return;
    std::size_t i = last.end + 1;
    const bool comma = in.at(last.end).is_mark(',');
    if (comma && in.at(i).is("and"_w)) ++i;
    if (in.at(i).is("the"_w)) ++i;
    std::size_t end = 0;
    const std::int32_t day = lone_day(in, i, end);
    // "polled June 5-7 put her ahead": behind a hyphen a day, whatever follows
    const bool span = in.is_dash(last.end) && in.at(last.end).glued() && in.at(i).glued() &&
                      !in.at(end).glued() && !in.at(end).has(Tag::months);
    if (!day || day <= last.day || (!span && counts_something(in, end)) || !in.joined(i)) return;
    if (comma && !in.at(end).is("and"_w) && !is_list_connector(in, end) && !in.at(i - 1).is("and"_w)) return;
    Mention more = calendar(i, end, Unit::day);
    more.month = last.month;
    more.day = static_cast<std::int8_t>(day);
    more.elided = true;
    more.rule = "dates.list"_rule;
    std::size_t y = in.at(end).is_mark(',') ? end + 1 : end;
    const Token& year = in.at(y);
    if (year.is_number() && year.end - year.begin == 4 && in.joined(y)) {
      const std::int32_t value = plain_number(in.text, year);
      if (value >= 1000 && value <= 2999) {
        more.year = value;
        more.end = y + 1;
        for (std::size_t k = first_mention; k < out.size(); ++k)
          if (!out[k].has_year()) {
            out[k].year = value;
            out[k].year_inferred = true;
          }
      }
    }
    out.push_back(more);
  }
}

/// Days that share the month after them: "3 to 5 June", "3, 5 and 7 June 1998".
void read_days_before(const Reader& in, const Mention& date, std::vector<Mention>& out) {
  Mention days[8];
  std::size_t count = 0, first = date.first;
  std::int32_t later = date.day;
  while (count < 8 && first >= in.floor + 2) {
    std::size_t i = first - 1;
    if (in.at(i).is("the"_w) && i > in.floor) --i;
    if (!is_list_connector(in, i)) break;
    std::size_t n = i - 1;
    if (in.at(n).is_mark(',') && n > in.floor) --n;
    if (in.is_ordinal_suffix(n) && n > in.floor) --n;
    if (n < in.floor) break;
    std::size_t end = 0;
    const std::int32_t day = lone_day(in, n, end);
    if (!day || day >= later || is_barred_number(in, n) ||
        (in.at(n).glued() && in.at(n - 1).is_any_mark() && !in.at(n - 1).is_mark('(')))
      break;
    Mention m = calendar(n, end, Unit::day);
    m.day = static_cast<std::int8_t>(day);
    m.month = date.month;
    m.year = date.year;
    m.elided = true;
    m.rule = "dates.list"_rule;
    days[count++] = m;
    later = day;
    first = n;
  }
  while (count) out.push_back(days[--count]);
}

bool names_attack(const Token& token) {
  return token.is("attacks"_w) || token.is("hijackings"_w) || token.is("hijackers"_w);
}

bool read_absolute(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (in.at(at).is_number() && is_barred_number(in, at)) return false;
  if (in.at(at - 1).is("version"_w)) return false;
  const AbsoluteDate date = read_absolute_date(in.text, in.tokens, at, false);
  if (!date) return false;
  Mention m = calendar(at, date.end, Unit::day);
  set_date(m, date);
  // "2024-06-03T10:30Z"
  const AbsoluteDate timed = date.numeric ? read_absolute_date(in.text, in.tokens, at, true) : AbsoluteDate{};
  if (timed && timed.end > date.end && in.at(date.end).glued()) {
    m.clock = timed.time;
    m.end = timed.end;
  }
  const bool day_first = in.at(at).is_number() && !date.numeric;
  if (day_first && at > in.floor && in.at(at - 1).is("the"_w)) --m.first;
  if (m.has_year() && is_era_after(in.at(m.end))) {
    m.year = 1 - m.year;
    ++m.end;
  }
  if (m.first > in.floor && is_every(in.at(m.first - 1)) && !m.has_year() && !date.numeric) {
    --m.first;  // "every June 3"
    m.kind = Kind::set;
    m.rule = "dates.every"_rule;
    out.push_back(m);
    return true;
  }
  extend_left(in, m);
  if (day_first && m.first == at) read_days_before(in, m, out);
  const std::size_t index = out.size();
  out.push_back(m);
  // "the Sept. 11 attacks" were those of 2001
  if (m.month == 9 && m.day == 11 && !m.has_year() && !date.numeric &&
      (names_attack(in.at(m.end)) || (in.is_plain_word(m.end) && names_attack(in.at(m.end + 1))))) {
    out[index].year = 2001;
    out[index].event = true;
    out[index].rule = "dates.event-day"_rule;
    return true;
  }
  if (m.day && !m.has_year() && !date.numeric) read_more_days(in, index, out);
  return true;
}

/// "3/4/2024": the slash that bars other numbers.
bool read_slashed(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (!in.at(at + 1).is_mark('/') || (in.at(at).glued() && !in.at(at - 1).is_mark('('))) return false;
  const AbsoluteDate date = read_absolute_date(in.text, in.tokens, at, false);
  if (!date || !date.numeric) return false;
  Mention m = calendar(at, date.end, Unit::day);
  set_date(m, date);
  out.push_back(m);
  return true;
}

/// Months that are also other words need a companion when they stand without a day or a year.
bool month_may_stand_alone(const Reader& in, std::size_t at, const CalendarWord& word) {
  const Token& token = in.at(at);
  const Token& before = in.at(at - 1);
  const Token& after = in.at(word.end);
  if (!token.capital() || token.has(token_flag::inner_capital)) return false;
  const std::size_t next_word =
      in.is_dash(word.end) || after.is("to"_w) || after.is("through"_w) ? word.end + 1 : 0;
  if (next_word && in.at(next_word).has(Tag::months) && in.at(next_word).capital()) return true;
  const bool cue = before.is("in"_w) || before.is("since"_w) || before.is("by"_w) || before.is("until"_w) ||
                   before.is("till"_w) || before.is("through"_w) || before.is("from"_w) ||
                   before.is("of"_w) || before.is("during"_w) || before.is("for"_w) || before.is("early"_w) ||
                   before.is("late"_w) || before.is("mid"_w) || before.is("last"_w) || before.is("this"_w) ||
                   before.is("next"_w) || before.is("before"_w) || before.is("after"_w) ||
                   before.is("between"_w) || before.is("to"_w) || before.is("and"_w) ||
                   before.is("previous"_w) || in.is_hyphen(at - 1) || before.is("the"_w) ||
                   before.is("past"_w) || before.is("each"_w) || before.is("every"_w);
  if (!word.ambiguous && !word.shortened) return true;
  if (before.is("and"_w) || before.is("to"_w) || before.is("or"_w)) {
    const bool name = after.is_word() && after.capital() && !after.has(token_flag::line_before);
    const Token& length = in.at(at - 2);  // "the three months to April"
    if (before.is("to"_w) && (length.is("months"_w) || length.is("year"_w) || length.is("weeks"_w)))
      return !name;
    return in.at(at - 2).has(Tag::months) && in.at(at - 2).capital() && !name;
  }
  if (word.shortened && !in.at(word.end - 1).is_mark('.')) return false;
  const bool title = before.is_mark('.') || (before.is_word() && before.capital());
  if (!cue)
    return !title && after.is("and"_w) && in.at(word.end + 1).has(Tag::months) &&
           in.at(word.end + 1).capital();
  // "of May Smith", "for June Carter": a capital after it makes it a name.
  if (after.is_word() && after.capital() && !after.has(token_flag::line_before) && !before.is("in"_w) &&
      !before.is("last"_w) && !before.is("this"_w) && !before.is("next"_w))
    return false;
  return !in.is_possessive(word.end) || !before.is("for"_w);
}

/// "the fourth of June", "June the fourth": the day in words.
bool read_ordinal_day(const Reader& in, std::size_t at, std::size_t end, Mention& m) {
  Quantity day;
  if (in.at(end).is("the"_w)) day = read_ordinal(in, end + 1);
  if (day && (counts_something(in, day.end) || in.at(day.end).is("of"_w))) day = {};
  const bool after = bool(day);
  if (!day && in.at(at - 1).is("of"_w)) {
    day = read_ordinal_before(in, at - 1);
    if (!day || day.first <= in.floor || !in.at(day.first - 1).is("the"_w)) return false;
  }
  if (!day || day.hundredths > 3100 || in.at(day.first).is_number()) return false;
  if (after)
    m.end = day.end;
  else
    m.first = day.first - 1;
  m.day = static_cast<std::int8_t>(day.hundredths / 100);
  m.grain = Unit::day;
  m.rule = "dates.month-day"_rule;
  const std::size_t y = in.at(m.end).is_mark(',') ? m.end + 1 : m.end;
  const std::int32_t year =
      in.at(y).end - in.at(y).begin == 4 && in.joined(y) ? plain_number(in.text, in.at(y)) : 0;
  if (year >= 1000 && year < 3000) {
    m.year = year;
    m.end = y + 1;
    m.rule = "dates.full"_rule;
  }
  return true;
}

bool read_month_alone(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const CalendarWord word = read_month(in.tokens, at);
  const bool day_follows =
      word && in.at(at).capital() && in.at(word.end).is("the"_w) && read_ordinal(in, word.end + 1);
  if (!word || (!day_follows && !month_may_stand_alone(in, at, word))) return false;
  Mention m = calendar(at, word.end, Unit::month);
  m.month = static_cast<std::int8_t>(word.value);
  m.rule = "dates.month"_rule;
  if (read_ordinal_day(in, at, word.end, m)) {
    out.push_back(m);
    return true;
  }
  if (day_follows && !month_may_stand_alone(in, at, word)) return false;
  if (const Quantity year = read_spelled_year(in, word.end); year) {
    m.year = static_cast<std::int32_t>(year.hundredths / 100);
    m.end = year.end;
    m.rule = "dates.year-words"_rule;
  }
  extend_left(in, m);
  if (m.first > in.floor && is_every(in.at(m.first - 1))) {
    --m.first;
    m.kind = Kind::set;
    m.rule = "dates.every"_rule;
  }
  out.push_back(m);
  return true;
}

bool read_weekday_alone(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const CalendarWord word = read_weekday(in.tokens, at);
  if (!word) return false;
  if (word.shortened) {  // "Mon-Fri"
    const bool opens = in.is_hyphen(word.end) && read_weekday(in.tokens, word.end + 1).shortened;
    const bool closes =
        in.is_hyphen(at - 1) && !out.empty() && out.back().end + 1 == at && out.back().weekday;
    if (!opens && !closes) return false;
  }
  Mention m = calendar(at, word.end, Unit::day);
  m.weekday = static_cast<std::int8_t>(word.value);
  m.rule = "dates.weekday"_rule;
  extend_left(in, m);
  const bool other = (has_word_at(in, m.first - 1, "other"_w) || has_word_at(in, m.first - 1, "second"_w)) &&
                     has_word_at(in, m.first - 2, "every"_w);
  const bool every = other || (m.first > in.floor && is_every(in.at(m.first - 1)));
  if (every || word.plural) {
    if (every) m.first -= other ? 2 : 1;
    m.kind = Kind::set;
    m.rule = "dates.every"_rule;
  }
  // "Friday next", "Friday last"
  if (!every && !word.plural && m.hint == Hint::none &&
      (in.at(m.end).is("next"_w) || in.at(m.end).is("last"_w)) && ends_clause(in, m.end + 1)) {
    m.hint = in.at(m.end).is("next"_w) ? Hint::future : Hint::past;
    ++m.end;
  }
  // "Monday week", "Monday fortnight": one and two weeks after the coming Monday
  const bool fortnight = in.at(m.end).is("fortnight"_w);
  if (!every && (fortnight || in.at(m.end).is("week"_w)) && !in.at(m.end + 1).is_word() &&
      m.hint == Hint::none) {
    ++m.end;
    m.shift = fortnight ? 2 : 1;
    m.hint = Hint::future;
    m.rule = "dates.weekday-week"_rule;
  }
  // "the Monday before last", "the Friday after next"
  const bool before_last = in.at(m.end).is("before"_w) && in.at(m.end + 1).is("last"_w);
  if (!every && !word.plural && m.hint == Hint::none && m.mod == DateMod::none &&
      ends_clause(in, m.end + 2) &&
      (before_last || (in.at(m.end).is("after"_w) && in.at(m.end + 1).is("next"_w)))) {
    m.end += 2;
    m.shift = before_last ? -1 : 1;
    m.hint = before_last ? Hint::past : Hint::future;
    m.rule = before_last ? "dates.weekday-last"_rule : "dates.weekday-next"_rule;
    if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  }
  out.push_back(m);
  return true;
}

bool read_season(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  const Hit hit = find_word(tables::seasons::keys, token.word);
  if (!hit) return false;
  const tables::seasons::Row& row = tables::seasons::rows[hit.row];
  Mention m = calendar(at, at + 1, Unit::season);
  m.season = static_cast<std::int8_t>(static_cast<int>(row.season) + 1);
  m.rule = "dates.season"_rule;
  const Token& after = in.at(at + 1);
  const std::size_t y = after.is("of"_w) || after.is_mark(',') ? at + 2 : at + 1;
  const Token& year = in.at(y);
  if (year.is_number() && year.end - year.begin == 4 && in.joined(y)) {
    const std::int32_t value = plain_number(in.text, year);
    if (value >= 1000 && value <= 2099) {
      m.year = value;
      m.end = y + 1;
      const Token& second = in.at(y + 2);  // "the winter of 1998-99"
      if ((in.is_hyphen(y + 1) || (in.at(y + 1).is_mark('/') && second.glued())) && second.is_number() &&
          second.end - second.begin == 2 && plain_number(in.text, second) == (value + 1) % 100)
        m.end = y + 3;
    }
  } else if (const Quantity spelled = after.is("of"_w) ? read_spelled_year(in, at + 2) : Quantity{};
             spelled) {
    m.year = static_cast<std::int32_t>(spelled.hundredths / 100);
    m.end = spelled.end;
  }
  if (at > in.floor && is_every(in.at(at - 1)) && !m.has_year()) {
    m.first = at - 1;
    m.kind = Kind::set;
    m.rule = "dates.every"_rule;
    out.push_back(m);
    return true;
  }
  const std::size_t before_extension = m.first;
  extend_left(in, m);
  if (m.has_year()) {
    if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  } else if (m.hint == Hint::none && m.mod == DateMod::none) {
    const Token& before = in.at(m.first - 1);
    const bool article = before.is("the"_w);
    const Token& outer = in.at(m.first - (article ? 2 : 1));
    const bool cue = outer.is("in"_w) || outer.is("by"_w) || outer.is("during"_w) || outer.is("since"_w) ||
                     outer.is("until"_w) || outer.is("through"_w) || outer.is("for"_w) ||
                     outer.is("before"_w) || outer.is("after"_w) || outer.is("over"_w) ||
                     outer.is("throughout"_w);
    // "the spring and early summer of 1943": the first takes the year of the second
    const bool link = after.is("and"_w) || after.is("or"_w) || after.is("to"_w) || in.is_hyphen(at + 1);
    const Token& second = in.at(at + 2);
    const bool part = second.is("early"_w) || second.is("late"_w) || second.is("the"_w);
    if (link && (second.has(Tag::seasons) || (part && in.at(at + 3).has(Tag::seasons)))) {
      if (article) --m.first;
      m.elided = !cue;  // without a year to share it is none
      out.push_back(m);
      return true;
    }
    if (!cue || in.is_hyphen(at + 1)) return false;
    const bool noun_follows = in.is_plain_word(m.end) && !in.is_preposition(m.end) &&
                              !in.at(m.end).has(Tag::conjunction) && !in.at(m.end).has(Tag::determiner) &&
                              !in.at(m.end).has(Tag::be) && !in.at(m.end).has(Tag::modal) &&
                              !in.at(m.end).has(Tag::have) && !in.at(m.end).has(Tag::subject) &&
                              !in.at(m.end).has(Tag::subordinator);
    if (row.ambiguous && (!article || noun_follows || in.at(m.end).is("in"_w) || in.at(m.end).is("of"_w)))
      return false;
    if (noun_follows) return false;
    if (article) --m.first;
  } else if (m.hint == Hint::none && m.first == before_extension) {
    return false;
  } else if (row.ambiguous && m.hint == Hint::none) {
    // "early spring", "late fall" before a noun stay; "an early fall" does not.
    if (in.at(m.first - 1).is("a"_w) || in.at(m.first - 1).is("an"_w)) return false;
  }
  out.push_back(m);
  return true;
}

bool read_holiday(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  if (!token.capital()) return false;
  const Hit hit = find(tables::holidays::keys, in.tokens, at);
  if (!hit) return false;
  Mention m = calendar(at, at + hit.length, Unit::day);
  for (std::size_t i = at; i < m.end; ++i)
    if (in.at(i).is_word() && !in.at(i).capital() && !in.is_possessive(i) && !in.at(i).is("of"_w) &&
        !in.at(i).is("al"_w) && !in.at(i).is("ul"_w) && !in.at(i).is("de"_w))
      return false;
  m.holiday = static_cast<std::int16_t>(hit.row);
  m.rule = "dates.holiday"_rule;
  const std::size_t y = in.at(m.end).is_mark(',') || in.at(m.end).is("of"_w) ? m.end + 1 : m.end;
  const Token& year = in.at(y);
  if (year.is_number() && year.end - year.begin == 4) {
    const std::int32_t value = plain_number(in.text, year);
    if (value >= 1800 && value <= 2099) {
      m.year = value;
      m.end = y + 1;
    }
  }
  if (at > in.floor && is_every(in.at(at - 1))) {
    --m.first;
    m.kind = Kind::set;
    m.rule = "dates.every"_rule;
    out.push_back(m);
    return true;
  }
  extend_left(in, m);
  if (in.at(m.end).is("weekend"_w) && !m.has_year()) {
    m.unit = m.grain = Unit::weekend;
    ++m.end;
    out.push_back(m);
    return true;
  }
  const Token& after = in.at(m.end);
  const bool attributive =
      (in.is_plain_word(m.end) && !in.is_preposition(m.end) && !after.has(Tag::conjunction) &&
       !after.has(Tag::determiner) && !after.has(Tag::be) && !after.has(Tag::have) &&
       !after.has(Tag::modal) && !after.has(Tag::subordinator) && !after.has(Tag::subject) &&
       !after.has(Tag::day_parts)) ||
      (after.is_word() && after.capital() && !after.has(token_flag::line_before)) || in.is_hyphen(m.end);
  if (attributive && !(hit.length > 1 && in.is_plain_word(m.end)) && !m.has_year() && m.hint == Hint::none)
    return false;
  out.push_back(m);
  return true;
}

}  // namespace

bool counts_something(const Reader& in, std::size_t end) {
  const Token& next = in.at(end);
  if (next.glued() && (next.is_mark('%') || next.is_mark('-') || next.is_mark(':') || next.is_word()))
    return true;
  if (next.has(token_flag::line_before) || !next.is_word()) return false;
  return !in.is_preposition(end) && !next.has(Tag::conjunction) && !next.has(Tag::determiner) &&
         !next.has(Tag::be) && !next.has(Tag::have) && !next.has(Tag::modal) &&
         !next.has(Tag::subordinator) && !next.has(Tag::subject) && !next.is("to"_w);
}

void extend_left(const Reader& in, Mention& m) {
  const bool can_hint =
      m.hint == Hint::none && !m.has_year() && m.kind == Kind::calendar && !(m.month && m.day);
  // "last", "next", "this", "this past", "this coming"
  if (can_hint && m.first > in.floor) {
    const Token& before = in.at(m.first - 1);
    Hint hint = Hint::none;
    std::size_t first = m.first - 1;
    if (before.is("last"_w) || before.is("past"_w))
      hint = Hint::past;
    else if (before.is("next"_w) || before.is("coming"_w))
      hint = Hint::future;
    else if (before.is("this"_w))
      hint = Hint::same;
    if ((before.is("past"_w) || before.is("coming"_w)) && first > in.floor &&
        (in.at(first - 1).is("this"_w) || in.at(first - 1).is("the"_w)))
      --first;
    // "half past Friday" and "the past winter" apart, "past" alone is a preposition.
    if (before.is("past"_w) && first == m.first - 1) hint = Hint::none;
    if (hint != Hint::none) {
      m.hint = hint;
      m.first = first;
    }
  }
  if (m.first <= in.floor) return;
  // "fiscal 1998", "fiscal year 1998"
  if (m.grain == Unit::year && m.has_year()) {
    const std::size_t word =
        in.at(m.first - 1).is("year"_w) && m.first > in.floor + 1 ? m.first - 2 : m.first - 1;
    if (in.at(word).is("fiscal"_w) ||
        (word + 1 < m.first && (in.at(word).is("financial"_w) || in.at(word).is("tax"_w)))) {
      m.first = word;
      m.fiscal = true;
      if (m.first <= in.floor) return;
    }
  }
  if (const Hit hit = in.find_before(tables::date_modifiers::keys, m.first, 5); hit) {
    const tables::date_modifiers::Row& row = tables::date_modifiers::rows[hit.row];
    using tables::date_modifiers::Mod;
    const std::size_t first = m.first - hit.length;
    const bool exactness = row.mod == Mod::APPROX;
    // "talks about June 3" are no guess at it; "in about June" and "around June 3" are
    const bool guess = !in.at(first).is("about"_w) || m.grain == Unit::year || m.grain == Unit::decade ||
                       in.at(first - 1).is("in"_w) || in.at(first - 1).is("on"_w);
    const bool named_day = m.weekday && !m.day;  // "to get around Wednesday's ruling"
    const bool on_day = in.at(m.first - 1).is("on"_w);
    if ((!exactness || (guess && !named_day)) && (!on_day || m.grain == Unit::day)) {
      m.mod = row.mod == Mod::START    ? DateMod::start
              : row.mod == Mod::MID    ? DateMod::mid
              : row.mod == Mod::END    ? DateMod::end
              : row.mod == Mod::BEFORE ? DateMod::before
              : row.mod == Mod::AFTER  ? DateMod::after
                                       : DateMod::approx;
      m.first = first;
      if (row.article && m.first > in.floor && in.at(m.first - 1).is("the"_w) &&
          (m.grain == Unit::decade || m.grain == Unit::century || m.grain == Unit::season ||
           m.grain == Unit::quarter || m.kind != Kind::calendar))
        --m.first;
      return;
    }
  }
  const bool takes_article =
      m.grain == Unit::decade || m.grain == Unit::century || m.grain == Unit::millennium;
  if (takes_article && in.at(m.first - 1).is("the"_w)) --m.first;
  // "early in the 1990s", "the end of the 1990s"
  if (takes_article && m.first > in.floor)
    if (const Hit hit = in.find_before(tables::date_modifiers::keys, m.first, 5); hit) {
      using tables::date_modifiers::Mod;
      const Mod mod = tables::date_modifiers::rows[hit.row].mod;
      if (hit.length > 1 && mod != Mod::APPROX) {
        m.mod = mod == Mod::START ? DateMod::start : mod == Mod::MID ? DateMod::mid : DateMod::end;
        m.first -= hit.length;
      }
    }
}

bool read_calendar(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  if (token.is_number()) {
    if (is_barred_number(in, at)) {
      if (read_slashed(in, at, out) || read_slashed_years(in, at, out)) return true;
      if (!(in.at(at).glued() && in.is_apostrophe(at - 1))) return false;
    }
    return read_absolute(in, at, out) || read_year_number(in, at, out);
  }
  if (token.has(Tag::holidays) && read_holiday(in, at, out)) return true;
  if (token.has(Tag::weekdays)) return read_absolute(in, at, out) || read_weekday_alone(in, at, out);
  if (token.has(Tag::months)) return read_absolute(in, at, out) || read_month_alone(in, at, out);
  if (token.has(Tag::seasons)) return read_season(in, at, out);
  if (token.has(Tag::decade_names) && read_decade_name(in, at, out)) return true;
  if (!token.has(Tag::number_words)) return false;
  if (const Quantity year = read_spelled_year(in, at); year) {
    const bool exact =
        in.is_hyphen(year.end - 2) && token.is("nineteen"_w) && !in.at(year.end).has(Tag::counted_nouns);
    if (in.at(year.end - 1).capital()) return false;  // "Nineteen Eighty-Four"
    if (!exact && !is_year_cue(in.at(at - 1)) && !in.at(at - 1).has(Tag::months) && !in.at(at - 1).is("of"_w))
      return false;
    Mention m = calendar(at, year.end, Unit::year);
    m.year = static_cast<std::int32_t>(year.hundredths / 100);
    m.rule = "dates.year-words"_rule;
    if (in.at(at - 1).is("year"_w) && in.at(at - 2).is("the"_w) && at >= in.floor + 2) m.first = at - 2;
    extend_left(in, m);
    out.push_back(m);
    return true;
  }
  return false;
}

}  // namespace copydesk::dates
