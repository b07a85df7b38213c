// Times of day: "17:30", "5 p.m.", "between 5 and 7 p.m.", "noon", "half past five", "a quarter to six".
#include "dates/recognise.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {
namespace {

using namespace literals;

bool is_clock_preposition(const Token& token) {
  return token.is("at"_w) || token.is("by"_w) || token.is("until"_w) || token.is("till"_w) ||
         token.is("from"_w) || token.is("around"_w) || token.is("about"_w) || token.is("before"_w) ||
         token.is("after"_w) || token.is("since"_w) || token.is("to"_w) || token.is("between"_w) ||
         token.is("and"_w) || token.is("approximately"_w);
}

/// "between 5 and 7 p.m.", "from 9 to 5 p.m.", "9-11 a.m.": the hour before, without its half of the day.
void read_hour_of_range(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (at < in.floor + 2) return;
  const Token& link = in.at(at - 1);
  const Token& number = in.at(at - 2);
  const Token& before = in.at(at - 3);
  const bool range =
      (in.is_dash(at - 1) && link.glued() && in.at(at).glued()) || (link.is("to"_w) && !before.is("by"_w)) ||
      ((link.is("and"_w) || link.is("or"_w)) && (before.is("between"_w) || before.is("at"_w))) ||
      (before.is("from"_w) && (link.is("until"_w) || link.is("till"_w)));
  const std::int32_t hour = number.end - number.begin <= 2 ? plain_number(in.text, number) : 0;
  if (!range || hour < 1 || hour > 12 || (number.glued() && before.is_any_mark() && !before.is_mark('(')))
    return;
  Mention m;
  m.first = at - 2;
  m.end = at - 1;
  m.kind = Kind::clock;
  m.clock.hour = static_cast<std::int16_t>(hour);
  m.clock.end = m.end;
  m.elided = true;
  m.rule = "dates.clock-range"_rule;
  out.push_back(m);
}

/// "5:30 to 7 p.m.", "19:00-21:00hrs": what follows at `i` is the end of a range of hours.
bool opens_range(const Reader& in, std::size_t i) {
  if (!in.at(i).is("to"_w) && !in.is_dash(i)) return false;
  const ClockTime end = read_clock(in.text, in.tokens, i + 1);
  return end.half_day || end.certain;
}

/// "p.m.", "in the morning" after a time that does not tell.
void read_half_day(const Reader& in, Mention& m) {
  const Token& half = in.at(m.end);
  const bool late = half.is("p.m."_w) || half.is("pm"_w), early = half.is("a.m."_w) || half.is("am"_w);
  const bool phrase = half.is("in"_w) && in.at(m.end + 1).is("the"_w);
  const Token& part = in.at(m.end + 2);
  if (late || early) {
    ++m.end;
    m.clock.half_day = true;
    m.clock.hour = static_cast<std::int16_t>(m.clock.hour % 12 + (late ? 12 : 0));
  } else if (phrase && (part.is("morning"_w) || part.is("afternoon"_w) || part.is("evening"_w))) {
    m.end += 3;
    m.clock.half_day = true;
    m.clock.hour = static_cast<std::int16_t>(m.clock.hour % 12 + (part.is("morning"_w) ? 0 : 12));
  } else if (half.is("at"_w) && in.at(m.end + 1).is("night"_w)) {
    constexpr std::int16_t kSmallHours = 5;
    m.end += 2;
    m.clock.half_day = true;
    m.clock.hour %= 12;
    if (m.clock.hour >= kSmallHours) m.clock.hour += 12;
  }
}

/// Clock times in digits, "noon" and "midnight".
bool read_clock_mention(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const ClockTime time = read_clock(in.text, in.tokens, at);
  if (!time) return false;
  const Token& before = in.at(at - 1);
  const bool digits = in.at(at).is_number();
  if (digits && !time.half_day && time.zone == ZoneKind::none) {
    // "17:30" alone may be a score or a ratio.
    const Token& after = in.at(time.end);
    const bool day_after = after.has(Tag::weekdays) || after.has(Tag::day_words) || after.is("on"_w) ||
                           (after.has(Tag::months) && after.capital());
    const bool cue = is_clock_preposition(before) || day_after || before.is_mark('(') ||
                     in.at(at).has(token_flag::line_before) || before.is_mark(',') ||
                     opens_range(in, time.end) || (!out.empty() && out.back().end == at) ||
                     (!out.empty() && out.back().end + 1 == at && out.back().clock && in.is_dash(at - 1));
    if (!cue || (before.is_word() && before.capital() && !is_clock_preposition(before))) return false;
    const bool bare = !time.certain && time.end == at + 1;  // "at 0345"
    if (bare && (!is_clock_preposition(before) || after.is_number() || in.is_dash(at + 1))) return false;
    if (time.second >= 0 && !before.is("at"_w)) return false;
    if (in.at(time.end - 1).is("hours"_w) && !is_clock_preposition(before)) return false;
    if (time.hour > 23 && time.minute != 0) return false;
  }
  if (digits && time.half_day && time.hour > 12 && time.minute < 0 && plain_number(in.text, in.at(at)) > 12)
    return false;  // "13 p.m."
  if (!digits && in.at(at).capital() && !in.at(at).has(token_flag::line_before) && before.is_word() &&
      before.capital())
    return false;
  Mention m;
  m.first = at;
  m.end = time.end;
  m.kind = Kind::clock;
  m.clock = time;
  m.rule = "dates.clock"_rule;
  // "0345", "04:12": the clock of 24 hours
  if (digits && in.text.slice(in.at(at).span()).front() == '0') m.clock.certain = true;
  if (m.first > in.floor && digits && (before.is("around"_w) || before.is("about"_w)) && time.half_day) {
    m.mod = DateMod::approx;
    --m.first;
  }
  if (digits && !time.half_day && time.zone == ZoneKind::none && time.hour <= 12 && time.minute >= 0) {
    read_half_day(in, m);
    m.clock.end = m.end;
  }
  if (digits && time.half_day) read_hour_of_range(in, at, out);
  // "12 noon"
  if (!digits && in.at(at - 1).is_number() && plain_number(in.text, in.at(at - 1)) == 12 && at > in.floor &&
      !in.at(at).glued() && (in.at(at).is("noon"_w) || in.at(at).is("midnight"_w)))
    --m.first;
  out.push_back(m);
  return true;
}

/// A clock hour at `at`, 1 … 12 in digits or words, or noon and midnight.
Quantity hour_at(const Reader& in, std::size_t at) {
  if (in.at(at).is("noon"_w)) return {at, at + 1, 1200};
  if (in.at(at).is("midnight"_w)) return {at, at + 1, 2400};
  const Quantity hour = read_quantity(in, at);
  return hour && hour.hundredths % 100 == 0 && hour.hundredths >= 100 && hour.hundredths <= 1200 ? hour
                                                                                                 : Quantity{};
}

/// The minutes that end before token `end`: "half", "a quarter", "ten", "twenty-five minutes".
Quantity minutes_before(const Reader& in, std::size_t end) {
  std::size_t e = end;
  if (e > in.floor && (in.at(e - 1).is("minutes"_w) || in.at(e - 1).is("minute"_w))) --e;
  if (e <= in.floor) return {};
  const Token& word = in.at(e - 1);
  if (word.is("half"_w)) return {e - 1, end, 3000};
  if (word.is("quarter"_w)) {
    const bool article = e > in.floor + 1 && in.at(e - 2).is("a"_w);
    return {e - (article ? 2 : 1), end, 1500};
  }
  const Quantity minutes = read_quantity_before(in, e);
  const bool fits =
      minutes && minutes.hundredths % 100 == 0 && minutes.hundredths >= 100 && minutes.hundredths < 3000;
  return fits ? Quantity{minutes.first, end, minutes.hundredths} : Quantity{};
}

/// "five o'clock"; `at` is "o'clock".
bool read_oclock(const Reader& in, std::size_t at, Mention& m) {
  const Hour hour = hour_before(in, at);
  if (hour.value < 0) return false;
  m.first = hour.first;
  m.end = at + 1;
  m.clock.hour = static_cast<std::int16_t>(hour.value);
  m.clock.minute = 0;
  return true;
}

/// "half past five", "ten past three"; `at` is "past".
bool read_minutes_past(const Reader& in, std::size_t at, Mention& m) {
  const Quantity minutes = minutes_before(in, at), hour = hour_at(in, at + 1);
  if (!minutes || !hour) return false;
  m.first = minutes.first;
  m.end = hour.end;
  m.clock.hour = static_cast<std::int16_t>(hour.hundredths / 100 % 24);
  m.clock.minute = static_cast<std::int16_t>(minutes.hundredths / 100);
  return true;
}

/// "a quarter to six", "at ten to four"; `at` is the quarter or the number.
bool read_minutes_to(const Reader& in, std::size_t at, Mention& m) {
  const bool quarter = in.at(at).is("quarter"_w);
  std::size_t to = quarter ? at + 1 : read_quantity(in, at).end;
  if (!to) return false;
  if (in.at(to).is("minutes"_w)) ++to;
  if (!in.at(to).is("to"_w) || !in.joined(to)) return false;
  const Quantity minutes = minutes_before(in, to), hour = hour_at(in, to + 1);
  if (!minutes || !hour || minutes.hundredths == 3000) return false;
  const Token& after = in.at(hour.end);
  const bool half_day = after.is("p.m."_w) || after.is("pm"_w) || after.is("a.m."_w) || after.is("am"_w);
  if (!half_day && !ends_clause(in, hour.end) && !in.is_preposition(hour.end)) return false;
  // "by ten to four" is a vote; a clock time is struck at, or named with its minutes
  const Token& before = in.at(minutes.first - 1);
  if (!before.is("at"_w) && !(quarter && (half_day || is_clock_preposition(before) || !before.is_word())))
    return false;
  if (after.glued() && after.is_mark('%')) return false;
  m.first = minutes.first;
  m.end = hour.end;
  const std::int64_t total = hour.hundredths / 100 * 60 - minutes.hundredths / 100;
  m.clock.hour = static_cast<std::int16_t>(total / 60 == 0 ? 12 : total / 60);
  m.clock.minute = static_cast<std::int16_t>(total % 60);
  return true;
}

}  // namespace

Hour hour_before(const Reader& in, std::size_t end) {
  const Quantity quantity = read_quantity_before(in, end);
  if (!quantity || quantity.hundredths % 100 || quantity.hundredths > 1200 || quantity.hundredths < 100)
    return {};
  return {quantity.first, static_cast<std::int32_t>(quantity.hundredths / 100)};
}

bool read_clock_words(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  if (token.is("noon"_w) || token.is("midnight"_w) || token.is("midday"_w))
    return read_clock_mention(in, at, out);
  if (token.is_number()) {
    if (read_clock_mention(in, at, out)) return true;
    if (!in.at(at + 1).is("to"_w) && !in.at(at + 1).is("minutes"_w)) return false;
  }
  Mention m;
  m.kind = Kind::clock;
  m.rule = "dates.clock-words"_rule;
  const bool found = token.is("o'clock"_w) ? read_oclock(in, at, m)
                     : token.is("past"_w)  ? read_minutes_past(in, at, m)
                                           : read_minutes_to(in, at, m);
  if (!found) return false;
  read_half_day(in, m);
  m.clock.end = m.end;
  out.push_back(m);
  return true;
}

}  // namespace copydesk::dates
