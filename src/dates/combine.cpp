// Joins neighbouring mentions that are one expression, and shares parts in ranges and lists.
#include "dates/recognise.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {
namespace {

using namespace literals;

bool is_day(const Mention& m) {
  return (m.kind == Kind::calendar && m.grain == Unit::day && (m.day || m.weekday || m.holiday >= 0)) ||
         ((m.kind == Kind::shift || m.kind == Kind::anaphora) && m.unit == Unit::day);
}

bool is_bare_clock(const Mention& m) {
  return m.kind == Kind::clock && m.clock;
}

bool is_year(const Mention& m) {
  return m.mod == DateMod::none &&
         ((m.kind == Kind::calendar && m.grain == Unit::year && m.year > 0) ||
          ((m.kind == Kind::shift || m.kind == Kind::anaphora) && m.unit == Unit::year));
}

/// The tokens between two mentions are `words` at most: commas, and the given prepositions.
template <class Allowed>
bool gap_is(const Reader& in, const Mention& left, const Mention& right, std::size_t longest,
            Allowed allowed) {
  if (right.first < left.end || right.first - left.end > longest) return false;
  for (std::size_t i = left.end; i <= right.first; ++i)
    if (in.at(i).has(token_flag::gap_before)) return false;
  for (std::size_t i = left.end; i < right.first; ++i)
    if (!allowed(in.at(i))) return false;
  return true;
}

/// "8:00 Tuesday morning", "10 last night": the part of the day says which half.
void settle_half_day(Mention& m) {
  if (!m.has_part || !m.clock || m.clock.half_day || m.clock.hour > 12) return;
  const std::int16_t hour = static_cast<std::int16_t>(m.clock.hour % 12);
  constexpr std::int16_t kSmallHours = 5;
  const bool late = m.part == Part::AF || m.part == Part::EV || (m.part == Part::NI && hour >= kSmallHours);
  m.clock.hour = static_cast<std::int16_t>(hour + (late ? 12 : 0));
  m.clock.half_day = true;
}

void take_day(Mention& into, const Mention& day) {
  const ClockTime clock = into.clock;
  const bool has_part = into.has_part;
  const Part part = into.part;
  const DateMod mod = into.mod;
  const std::size_t first = into.first, end = into.end;
  into = day;
  into.first = first < day.first ? first : day.first;
  into.end = end > day.end ? end : day.end;
  if (clock) into.clock = clock;
  if (has_part) {
    into.has_part = true;
    into.part = part;
  }
  if (mod != DateMod::none) into.mod = mod;
}

/// "5 p.m." + "Friday"; "Friday" + "at 5 p.m."; "the morning" + "of June 3".
bool join_clock(const Reader& in, Mention& left, const Mention& right) {
  const auto connector = [](const Token& t) {
    return t.is_mark(',') || t.is("on"_w) || t.is("of"_w) || t.is("at"_w) || t.is_mark('(');
  };
  if (is_bare_clock(left) && is_day(right) && !right.clock) {
    if (!gap_is(in, left, right, 2, [](const Token& t) { return t.is_mark(',') || t.is("on"_w); }))
      return false;
    take_day(left, right);
    settle_half_day(left);
    left.rule = "dates.clock-and-day"_rule;
    return true;
  }
  if (left.kind == Kind::clock && left.has_part && is_day(right) && !right.has_part &&
      gap_is(in, left, right, 1, [](const Token& t) { return t.is("of"_w) || t.is("on"_w); })) {
    take_day(left, right);
    left.rule = "dates.part-of-day"_rule;
    return true;
  }
  if (is_day(left) && is_bare_clock(right) && !left.clock && gap_is(in, left, right, 2, [&](const Token& t) {
        return connector(t) && !t.is_mark('(') && !t.is("of"_w);
      })) {
    left.clock = right.clock;
    left.end = right.end;
    settle_half_day(left);
    left.has_part = false;
    left.rule = "dates.clock-and-day"_rule;
    return true;
  }
  return false;
}

/// "at 10 this morning", "until 7 Friday night": the hour before a part of a day.
void take_hour(const Reader& in, std::size_t floor, Mention& m) {
  if (!m.has_part || m.clock || !is_day(m) || m.mod != DateMod::none || m.first < floor + 2) return;
  Reader before = in;
  before.floor = floor;
  const Hour hour = hour_before(before, in.at(m.first - 1).is("on"_w) ? m.first - 1 : m.first);
  if (hour.value < 0 || hour.first == 0 || in.at(m.first).has(token_flag::gap_before)) return;
  const Token& cue = in.at(hour.first - 1);
  if (!cue.is("at"_w) && !cue.is("until"_w) && !cue.is("till"_w) && !cue.is("since"_w) &&
      !cue.is("around"_w) && !cue.is("from"_w) && !cue.is("by"_w) && !cue.is("before"_w) &&
      !cue.is("after"_w))
    return;
  m.first = hour.first;
  m.clock.hour = static_cast<std::int16_t>(hour.value);
  m.clock.end = m.end;
  settle_half_day(m);
  m.rule = "dates.clock-and-day"_rule;
}

/// "June" + "last year", "the third quarter" + "of 1995", "last year" + "'s third quarter".
bool join_year(const Reader& in, Mention& left, const Mention& right) {
  const bool part_of_year = left.kind == Kind::calendar && !left.has_year() && left.hint == Hint::none &&
                            (left.month || left.season || left.quarter || left.half) && !left.weekday;
  if (part_of_year && is_year(right)) {
    const bool relative = right.kind != Kind::calendar;
    const auto of = [](const Token& t) { return t.is("of"_w) || t.is("in"_w); };
    if (gap_is(in, left, right, 1, of) &&
        (relative || left.quarter || left.half || in.at(left.end).is("of"_w))) {
      if (right.kind == Kind::calendar) {
        left.year = right.year;
        left.fiscal = left.fiscal || right.fiscal;
      } else {
        left.unit = Unit::year;
        left.shift = right.shift;
        left.anchor =
            right.kind == Kind::anaphora || right.anchor == Anchor::before ? Anchor::before : Anchor::text;
        left.hint = Hint::same;
        left.year_inferred = true;
      }
      left.end = right.end;
      left.rule = "dates.part-of-year"_rule;
      return true;
    }
  }
  // "the 1988 second quarter"
  if (left.kind == Kind::calendar && left.grain == Unit::year && left.mod == DateMod::none &&
      right.kind == Kind::calendar && right.quarter && !right.has_year() && right.first == left.end &&
      left.first > 0 && in.at(left.first - 1).is("the"_w)) {
    Mention joined = right;
    joined.first = left.first - 1;
    joined.year = left.year;
    joined.rule = "dates.part-of-year"_rule;
    left = joined;
    return true;
  }
  // "year-end 2024"
  if (left.rule == "dates.year-end"_rule && left.unit == Unit::year && right.kind == Kind::calendar &&
      is_year(right) && gap_is(in, left, right, 1, [](const Token& t) { return t.is("of"_w); })) {
    left.kind = Kind::calendar;
    left.grain = Unit::year;
    left.year = right.year;
    left.end = right.end;
    return true;
  }
  // "1995's third quarter", "this year's first half"
  const bool part = right.kind == Kind::calendar &&
                    (right.quarter || right.half || right.season || right.month) && !right.has_year() &&
                    right.hint == Hint::none;
  if (part && is_year(left) && in.is_possessive(left.end) && right.first == left.end + 1) {
    Mention joined = right;
    joined.first = left.first;
    if (left.kind == Kind::calendar) {
      joined.year = left.year;
    } else {
      joined.unit = Unit::year;
      joined.shift = left.shift;
      joined.anchor = left.kind == Kind::anaphora ? Anchor::before : Anchor::text;
      joined.hint = Hint::same;
      joined.year_inferred = true;
    }
    joined.rule = "dates.part-of-year"_rule;
    left = joined;
    return true;
  }
  return false;
}

/// "the first nine months" + "of 1995", "the last week" + "of May".
bool join_stretch(const Reader& in, Mention& left, const Mention& right) {
  if (left.kind != Kind::duration || left.rule != "dates.stretch"_rule) return false;
  const bool first_or_last = left.hint != Hint::future;
  if (!first_or_last) return false;
  const bool larger =
      (right.kind == Kind::calendar || right.kind == Kind::shift || right.kind == Kind::anaphora) &&
      right.mod == DateMod::none && (right.grain > left.unit || right.grain == Unit::year);
  if (!larger || !gap_is(in, left, right, 1, [](const Token& t) { return t.is("of"_w); }) ||
      left.end == right.first)
    return false;
  left.end = right.end;
  left.hint = Hint::none;
  // where the length lies: from the beginning or before the end of a year or month
  const Token& which = in.at(in.at(left.first).is("the"_w) ? left.first + 1 : left.first);
  const bool first = which.is("first"_w) || which.is("opening"_w);
  if (!first && !which.is("last"_w) && !which.is("final"_w) && !which.is("closing"_w)) return true;
  left.nth = first ? 1 : -1;
  left.year = right.year;
  left.month = right.kind == Kind::calendar ? right.month : std::int8_t{0};
  left.grain = right.kind == Kind::calendar ? right.grain : right.unit;
  left.shift = right.kind == Kind::calendar ? 0 : right.shift;
  left.anchor = right.kind == Kind::anaphora ? Anchor::before : Anchor::text;
  return true;
}

/// "two years" + "and three months", "1 hour" + "20 minutes".
bool join_lengths(const Reader& in, Mention& left, const Mention& right) {
  const bool lengths = left.kind == Kind::duration && right.kind == Kind::duration &&
                       left.rule == "dates.duration"_rule && right.rule == "dates.duration"_rule &&
                       !left.attributive && !right.attributive && !left.amount.vague && !right.amount.vague &&
                       left.unit > right.unit && left.amount.hundredths % 100 == 0 &&
                       right.amount.hundredths % 100 == 0 && right.mod == DateMod::none && !left.minor_amount;
  if (!lengths || left.unit > Unit::year || left.unit == Unit::quarter || right.unit == Unit::quarter)
    return false;
  if (!gap_is(in, left, right, 2, [](const Token& t) { return t.is_mark(',') || t.is("and"_w); }))
    return false;
  left.minor_amount = right.amount.hundredths;
  left.minor_unit = right.unit;
  left.end = right.end;
  return true;
}

/// "Friday of last week", "Tuesday this week": the weekday of that week.
bool join_week(const Reader& in, Mention& left, const Mention& right) {
  if (left.kind != Kind::calendar || !left.weekday || left.day || left.hint != Hint::none) return false;
  if (right.kind != Kind::shift || right.unit != Unit::week || right.mod != DateMod::none) return false;
  if (!gap_is(in, left, right, 1, [](const Token& t) { return t.is("of"_w); })) return false;
  left.end = right.end;
  left.hint = Hint::same;
  left.unit = Unit::week;
  left.shift = right.shift;
  left.rule = "dates.weekday-of-week"_rule;
  return true;
}

bool is_range_word(const Token& token) {
  return token.is("to"_w) || token.is("through"_w) || token.is("until"_w) || token.is("till"_w) ||
         token.is_mark('-') || token.is_mark(kEnDash) || token.is_mark(kEmDash);
}

/// "the first Monday in September", "the last Friday of the month", "the second Tuesday of each month".
bool join_nth_weekday(const Reader& in, Mention& left, const Mention& right) {
  if (left.kind != Kind::calendar || !left.weekday || left.day || left.has_part || left.clock ||
      left.first == 0)
    return false;
  if (!gap_is(in, left, right, 1, [](const Token& t) { return t.is("of"_w) || t.is("in"_w); }) ||
      right.first != left.end + 1)
    return false;
  std::size_t first = left.first;
  std::int64_t nth = 0;
  if (left.hint == Hint::past && in.at(first).is("last"_w)) {
    nth = -1;
  } else if (left.hint == Hint::none) {
    Reader before = in;
    before.floor = 0;
    const Quantity ordinal = read_ordinal_before(before, first);
    if (!ordinal || ordinal.hundredths > 500) return false;
    nth = ordinal.hundredths / 100;
    first = ordinal.first;
  }
  if (!nth) return false;
  if (first > 0 && in.at(first - 1).is("the"_w)) --first;
  const bool each = right.kind == Kind::set && right.unit == Unit::month && right.rule == "dates.every"_rule;
  const bool every = first > 0 && is_every(in.at(first - 1)) && right.kind == Kind::anaphora &&
                     right.unit == Unit::month && !right.shift;  // "every first Monday of the month"
  if (each || every) {
    left = right;
    left.first = every ? first - 1 : first;
    left.kind = Kind::set;
    left.amount.hundredths = 100;
    left.mod = DateMod::none;
    left.rule = "dates.every"_rule;
    return true;
  }
  const bool month = right.kind == Kind::calendar && right.month && !right.day && !right.weekday;
  const bool near = (right.kind == Kind::shift || right.kind == Kind::anaphora) && right.unit == Unit::month;
  if ((!month && !near) || right.mod != DateMod::none) return false;
  Mention joined = right;
  joined.first = first;
  joined.weekday = left.weekday;
  joined.nth = static_cast<std::int8_t>(nth);
  joined.rule = "dates.nth-weekday"_rule;
  left = joined;
  return true;
}

/// "the Monday after Easter", "the day before June 3", "the week after Christmas".
bool join_beside(const Reader& in, Mention& left, const Mention& right) {
  const bool day = right.kind == Kind::calendar && right.grain == Unit::day && !right.nth &&
                   (right.holiday >= 0 || right.day || right.weekday) && !right.clock && !right.has_part;
  if (!day || right.beside || left.clock || left.has_part) return false;
  if (!gap_is(in, left, right, 1, [](const Token& t) { return t.is("after"_w) || t.is("before"_w); }) ||
      right.first != left.end + 1)
    return false;
  const bool weekday = left.kind == Kind::calendar && left.weekday && !left.day && left.hint == Hint::none &&
                       left.first > 0 && in.at(left.first - 1).is("the"_w);
  const bool unit = left.rule == "dates.day-before"_rule && left.kind == Kind::anaphora && !left.shift;
  if (!weekday && !unit) return false;
  if (weekday && right.weekday && !right.day) return false;
  const std::int8_t side = in.at(left.end).is("after"_w) ? 1 : -1;
  Mention joined = right;
  joined.first = left.first - (weekday ? 1 : 0);
  joined.beside = side;
  joined.beside_weekday = weekday ? left.weekday : std::int8_t{0};
  joined.beside_unit = weekday ? Unit::day : left.unit;
  joined.rule = "dates.beside-day"_rule;
  left = joined;
  return true;
}

/// "the same month last year", "the same week a year ago", "the same day the year before".
bool join_same_unit(const Reader& in, Mention& left, const Mention& right) {
  if (left.kind != Kind::anaphora || left.shift || left.rule != "dates.anaphora"_rule || left.has_part)
    return false;
  if (!in.at(left.end - 2).is("same"_w) || left.unit >= Unit::year) return false;
  const bool year = right.unit == Unit::year && right.mod == DateMod::none &&
                    ((right.kind == Kind::shift && right.shift == -1) ||
                     (right.kind == Kind::anaphora && right.shift == -1) ||
                     (right.kind == Kind::distance && right.shift < 0 && right.amount.hundredths == 100));
  if (!year || !gap_is(in, left, right, 1, [](const Token& t) {
        return t.is("of"_w) || t.is("in"_w) || t.is_mark(',') || t.is("the"_w);
      }))
    return false;
  left.end = right.end;
  left.hint = Hint::past;
  left.rule = "dates.same-unit-year-before"_rule;
  return true;
}

/// "overnight Tuesday", "Tuesday overnight".
bool join_overnight(const Reader& in, Mention& left, const Mention& right) {
  const auto is_overnight = [](const Mention& m) { return m.rule == "dates.overnight"_rule; };
  const bool before = is_overnight(left) && is_day(right) && !right.has_part && !right.clock;
  const bool after = is_overnight(right) && is_day(left) && !left.has_part && !left.clock;
  if ((!before && !after) || !gap_is(in, left, right, 1, [](const Token& t) { return t.is("on"_w); }))
    return false;
  Mention joined = before ? right : left;
  joined.first = left.first;
  joined.end = right.end;
  joined.has_part = true;
  joined.part = Part::NI;
  joined.rule = "dates.part-of-day"_rule;
  left = joined;
  return true;
}

/// "from the 13th to the 19th of October": the first takes the month and year of the second.
void share_month(const Reader& in, Mention& left, const Mention& right) {
  if (left.rule != "dates.day-of-month"_rule || left.month || left.weekday || left.hint != Hint::none) return;
  if (right.kind != Kind::calendar || !right.month || !right.day || right.day <= left.day) return;
  if (right.first != left.end + 1 || (!is_range_word(in.at(left.end)) && !in.at(left.end).is("and"_w)))
    return;
  left.month = right.month;
  left.year = right.year;
  left.elided = true;
  left.year_inferred = right.has_year();
  left.rule = "dates.list"_rule;
}

/// "between 5 and 7 p.m.", "5:30 to 7 p.m.": the first time takes its half of the day from the second.
void share_half_day(const Reader& in, Mention& left, const Mention& right) {
  if (!is_bare_clock(left) || !right.clock || left.clock.half_day || !right.clock.half_day ||
      right.first != left.end + 1 || left.clock.hour > 12)
    return;
  const Token& link = in.at(left.end);
  if (!is_range_word(link) && !link.is("and"_w) && !link.is("or"_w)) return;
  const std::int32_t minute = left.clock.minute < 0 ? 0 : left.clock.minute;
  const std::int32_t end = right.clock.hour * 60 + (right.clock.minute < 0 ? 0 : right.clock.minute);
  const std::int32_t morning = left.clock.hour % 12, evening = morning + 12;
  // the later half that still comes before the end
  left.clock.hour = static_cast<std::int16_t>(evening * 60 + minute < end ? evening : morning);
  if (right.clock.hour < 12 && morning * 60 + minute > end)
    left.clock.hour = static_cast<std::int16_t>(evening);
  left.clock.half_day = true;
  left.elided = true;
  left.rule = "dates.clock-range"_rule;
}

/// "8:30 a.m. EST (1330 GMT) Friday": both times lie on that day.
void share_day(const Reader& in, Mention& first, Mention& second, const Mention& day) {
  if (!is_bare_clock(first) || !is_bare_clock(second) || !is_day(day)) return;
  if (second.first != first.end + 1 || !in.at(first.end).is_mark('(')) return;
  if (!in.at(second.end).is_mark(')') || day.first < second.end + 1 || day.first > second.end + 2) return;
  if (day.first == second.end + 2 && !in.at(second.end + 1).is("on"_w)) return;
  for (Mention* clock : {&first, &second}) {
    const Mention written = *clock;
    *clock = day;
    clock->first = written.first;
    clock->end = written.end;
    clock->clock = written.clock;
    clock->has_part = false;
    clock->rule = "dates.clock-and-day"_rule;
  }
}

/// "from 9 a.m. to 5 p.m. Friday", "4 in the morning (4 a.m. EDT Thursday)": both times lie on that day.
void share_day_of_range(const Reader& in, Mention& first, const Mention& second) {
  if (!is_bare_clock(first) || !second.clock || !is_day(second) || second.first != first.end + 1) return;
  const Token& link = in.at(first.end);
  if (!is_range_word(link) && !link.is("and"_w) && !link.is("or"_w) && !link.is_mark('(')) return;
  const Mention written = first;
  first = second;
  first.first = written.first;
  first.end = written.end;
  first.clock = written.clock;
  first.elided = written.elided;
  first.rule = written.rule;
}

/// "from March 3 to June 5, 1998", "June and July 2020": the first takes the year of the second.
void share_year(const Reader& in, Mention& left, const Mention& right) {
  if (left.kind != Kind::calendar || right.kind != Kind::calendar) return;
  if (!right.has_year() || left.has_year() || left.hint != Hint::none) return;
  const bool months = left.month && right.month, seasons = left.season && right.season;
  if (!months && !seasons) return;
  if (left.grain != right.grain || right.first != left.end + 1) return;
  const Token& link = in.at(left.end);
  const bool range = is_range_word(link);
  if (!range && !link.is("and"_w) && !link.is("or"_w) && !link.is_mark('&') && !link.is_mark('/')) return;
  const bool wraps = left.season > right.season || left.month > right.month ||
                     (left.month == right.month && left.day > right.day);
  if (wraps && !range && !seasons) return;
  left.year = right.year - (wraps ? 1 : 0);
  left.year_inferred = true;
  left.rule = "dates.list"_rule;
}

}  // namespace

void combine(const Reader& in, std::vector<Mention>& mentions) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention next = mentions[i];
    take_hour(in, kept ? mentions[kept - 1].end : 0, next);
    if (kept) {
      Mention& last = mentions[kept - 1];
      if (join_clock(in, last, next) || join_year(in, last, next) || join_stretch(in, last, next) ||
          join_lengths(in, last, next) || join_week(in, last, next) || join_nth_weekday(in, last, next) ||
          join_beside(in, last, next) || join_same_unit(in, last, next) || join_overnight(in, last, next)) {
        if (kept > 1) share_day_of_range(in, mentions[kept - 2], last);
        continue;
      }
      share_year(in, last, next);
      share_month(in, last, next);
      share_half_day(in, last, next);
      if (kept > 1) share_day(in, mentions[kept - 2], last, next);
    }
    mentions[kept++] = next;
  }
  mentions.resize(kept);
  // A part of the day, or a day beside another, that found its day nowhere is no date.
  kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (m.season && m.elided && !m.has_year()) continue;
    if (m.kind == Kind::clock && m.has_part && !m.clock) continue;
    if (m.kind == Kind::anaphora && m.rule == "dates.day-before"_rule && m.shift == 0) continue;
    mentions[kept++] = mentions[i];
  }
  mentions.resize(kept);
}

}  // namespace copydesk::dates
