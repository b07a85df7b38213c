// Calendar names: full dates, months, weekdays, seasons, quarters, holidays.
#include "dates/direction.h"
#include "dates/resolver.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {

using namespace literals;
bool Resolver::calendar(const Mention& m, Date& date) {
  if (m.century_inferred)
    date.inferred.push_back("century");
  else if (m.elided && m.day)
    date.inferred.push_back("month");
  if (m.elided && m.grain == Unit::year && m.year < 1 && m.has_year()) date.inferred.push_back("era");
  if (m.event || (m.year_inferred && m.unit != Unit::year)) date.inferred.push_back("year");
  if (m.beside) return beside_day(m, date);
  if (m.holiday >= 0) return holiday(m, date);
  if (m.weekday && !m.day) return weekday_alone(m, date);
  if (m.unit == Unit::year && m.year_inferred) return part_of_near_year(m, date);
  if (m.grain == Unit::day) return day(m, date);
  if (m.month) return month(m, date);
  if (m.season) return season(m, date);
  if (m.quarter || m.half) return quarter(m, date);
  return year(m, date);
}

bool Resolver::year(const Mention& m, Date& date) {
  const CivilDate first{m.year, 1, 1};
  if (m.grain == Unit::week) {
    const CivilDate monday = monday_of(IsoWeek{m.year, m.shift});
    put(date, {monday, Unit::week, 0});
    remember(monday, Unit::week);
    return true;
  }
  if (m.rule == "dates.year-period"_rule && report_quarter_ && !speaks_of_longer_period(m)) {
    put(date, {{m.year, report_quarter_->month, 1}, Unit::quarter, 0});
    return true;
  }
  put(date, {first, m.grain, 0});
  // "the 1800s": a reader may mean ten years
  if (m.grain == Unit::century && m.rule == "dates.decade"_rule)
    date.alternatives.push_back(timex({first, Unit::decade, 0}));
  if (m.fiscal) without_interval(date);
  remember(first, m.grain);
  move_anchor(m, first);
  return true;
}

bool Resolver::day(const Mention& m, Date& date) {
  if (!m.month) return day_of_month(m, date);
  if (m.has_year()) {
    const CivilDate written{m.year, m.month, m.day};
    // a text from before the event cannot speak of it
    if (m.event && reference_ && day_number(*reference_) < day_number(written)) return false;
    if (!exists(written)) return no_such_day(m, date, written);
    put_day(m, date, written);
    if (m.order_ambiguous) date.alternatives.push_back(timex({{m.year, m.day, m.month}, Unit::day, 0}));
    move_anchor(m, written);
    return true;
  }
  if (m.day > days_in_month(2000, m.month)) return no_such_day(m, date, {0, m.month, m.day});
  if (!base()) {
    std::string value = "XXXX-";
    append_number(value, m.month, 2);
    value += '-';
    append_number(value, m.day, 2);
    if (!m.clock && !m.has_part) date.edtf = value;
    put_open(m, date, std::move(value), Unit::day);
    return true;
  }
  date.inferred.push_back("year");
  CivilDate found{0, m.month, m.day};
  found.year = narrative_ && anchor_ ? narrative_year(m) : year_near(m, date);
  if (!exists(found)) found.year = nearest_leap_year(found.year);
  put_day(m, date, found);
  move_anchor(m, found);
  return true;
}

std::int32_t Resolver::nearest_leap_year(std::int32_t year) {
  while (!is_leap_year(year)) --year;
  return year;
}

bool Resolver::no_such_day(const Mention& m, Date& date, CivilDate written) {
  std::string value;
  if (m.has_year())
    append_number(value, written.year, 4);
  else
    value = "XXXX";
  value += '-';
  append_number(value, written.month, 2);
  value += '-';
  append_number(value, written.day, 2);
  put_open(m, date, std::move(value), Unit::day);
  date.rule = "dates.no-such-day"_rule;
  return true;
}

std::int32_t Resolver::narrative_year(const Mention& m) const {
  std::int32_t year = anchor_->year;
  const Token& before = tokens_[m.first - 1];
  if (anchor_grain_ > Unit::month) return year;
  if (m.month + 5 < anchor_->month)
    ++year;
  else if (m.month > anchor_->month && (before.is("since"_w) || before.is("from"_w)) &&
           m.month - anchor_->month > 5)
    --year;
  return year;
}

std::optional<std::int32_t> Resolver::year_of_history(const Mention& m) const {
  constexpr std::int32_t kLivingMemory = 100;
  constexpr std::size_t kWindow = 40;
  if (!reference_ || !last_ || !before_ || before_->kind != Kind::calendar ||
      reference_->year - last_->year <= kLivingMemory || m.hint != Hint::none ||
      m.first - before_->end > kWindow || !same_paragraph(m))
    return std::nullopt;
  return last_->year + (last_grain_ <= Unit::month && m.month + 5 < last_->month);
}

std::optional<std::int32_t> Resolver::year_beside(const Mention& m) const {
  if (const auto year = year_of_history(m)) return year;
  if (!last_ || !before_ || before_->kind != Kind::calendar || !before_->month || !ends_range(m))
    return std::nullopt;
  return last_->year + (m.month < last_->month);
}

std::int32_t Resolver::year_near(const Mention& m, Date& date) {
  const CivilDate now = *reference_;
  if (m.weekday)
    for (const std::int32_t shift : {0, 1, -1})
      if (const CivilDate day{now.year + shift, m.month, m.day}; exists(day) && weekday(day) == m.weekday)
        return day.year;
  if (const auto year = year_beside(m)) {
    date.rule = "dates.list"_rule;
    return *year;
  }
  const CivilDate same{now.year, m.month,
                       m.day <= days_in_month(now.year, m.month) ? m.day : std::int8_t{28}};
  const std::int64_t gap = day_number(same) - day_number(now);
  if (gap == 0) return now.year;
  const std::int32_t past_year = gap < 0 ? now.year : now.year - 1;
  const std::int64_t back = gap < 0 ? -gap : 365 - gap, ahead = gap < 0 ? 365 + gap : gap;
  Direction direction = direction_of(text_, tokens_, m);
  if (direction == Direction::open) direction = back <= ahead ? Direction::past : Direction::future;
  constexpr std::int64_t kFar = 270, kNear = 90;
  if (back > kFar && ahead <= kNear) direction = Direction::future;
  if (ahead > kFar && back <= kNear) direction = Direction::past;
  date.rule = direction == Direction::past ? "dates.month-day-past"_rule : "dates.month-day-future"_rule;
  return direction == Direction::past ? past_year : past_year + 1;
}

bool Resolver::month(const Mention& m, Date& date) {
  if (m.has_year()) {
    const CivilDate first{m.year, m.month, 1};
    put(date, {first, Unit::month, 0});
    remember(first, Unit::month);
    move_anchor(m, first);
    return true;
  }
  if (!base()) {
    std::string value = "XXXX-";
    append_number(value, m.month, 2);
    date.edtf = value;
    put_open(m, date, std::move(value), Unit::month);
    return true;
  }
  date.inferred.push_back("year");
  CivilDate first{0, m.month, 1};
  if (narrative_ && anchor_ && m.hint == Hint::none)
    first.year = narrative_year(m);
  else if (narrative_ && anchor_)
    first.year = anchor_->year + (m.hint == Hint::past && m.month >= anchor_->month     ? -1
                                  : m.hint == Hint::future && m.month <= anchor_->month ? 1
                                                                                        : 0);
  else
    first.year = year_of_month(m, date);
  put(date, {first, Unit::month, 0});
  remember(first, Unit::month);
  move_anchor(m, first);
  return true;
}

std::int32_t Resolver::year_of_month(const Mention& m, Date& date) {
  const CivilDate now = *reference_;
  const std::int32_t gap = m.month - now.month;
  if (const auto year = year_beside(m)) {
    date.rule = "dates.list"_rule;
    return *year;
  }
  if (m.hint == Hint::same) return now.year;
  if (m.hint == Hint::past) return gap < 0 ? now.year : now.year - 1;
  if (m.hint == Hint::future) return gap > 0 ? now.year : now.year + 1;
  if (gap == 0) return now.year;
  const std::int32_t past_year = gap < 0 ? now.year : now.year - 1;
  const std::int32_t back = gap < 0 ? -gap : 12 - gap, ahead = 12 - back;
  Direction direction = direction_of(text_, tokens_, m);
  if (direction == Direction::open) direction = back <= ahead ? Direction::past : Direction::future;
  // "loans through January": a bound is the nearer one
  const Token& bound = tokens_[m.first - 1];
  if (bound.is("through"_w) || bound.is("until"_w) || bound.is("till"_w))
    direction = back <= ahead ? Direction::past : Direction::future;
  constexpr std::int32_t kFar = 10, kNear = 2;
  if (back >= kFar && ahead <= kNear) direction = Direction::future;
  if (ahead >= kFar && back <= kNear) direction = Direction::past;
  date.rule = direction == Direction::past ? "dates.month-past"_rule : "dates.month-future"_rule;
  return direction == Direction::past ? past_year : past_year + 1;
}

bool Resolver::weekday_alone(const Mention& m, Date& date) {
  if (!reference_ || (narrative_ && anchor_ && anchor_grain_ == Unit::day)) {
    if (narrative_ && anchor_ && anchor_grain_ == Unit::day) {
      // in a narrative the weekday after the day before it
      const CivilDate day = add_days(*anchor_, (m.weekday - weekday(*anchor_) + 7) % 7);
      date.inferred.push_back("day");
      put_day(m, date, day);
      return true;
    }
    std::string value = "XXXX-WXX-";
    append_number(value, m.weekday);
    put_open(m, date, std::move(value), Unit::day);
    return true;
  }
  date.inferred.push_back("day");
  const CivilDate now = *reference_;
  const std::int32_t ahead = (m.weekday - weekday(now) + 7) % 7;  // 0 … 6
  if (m.hint == Hint::same && m.unit == Unit::week) {
    put_day(m, date, add_days(monday_of(now), m.shift * 7 + m.weekday - 1));
    return true;
  }
  if (before_ && before_->weekday && !before_->day && last_ && ends_range(m)) {
    put_day(m, date, add_days(*last_, (m.weekday - weekday(*last_) + 7) % 7));
    return true;
  }
  std::int64_t days = ahead;
  if (m.shift > 0) {  // "Monday week"
    days = (ahead ? ahead : 7) + 7 * m.shift;
  } else if (m.hint == Hint::past) {
    days = ahead - 7 + 7 * m.shift;
    date.rule = "dates.weekday-last"_rule;
  } else if (m.hint == Hint::future) {
    // "next Friday" is never tomorrow; further off a reader may take this week's or the one after
    const std::int64_t near = ahead ? ahead : 7, far = near + 7;
    days = ahead == 1 ? far : near;
    date.rule = "dates.weekday-next"_rule;
    bool coming = false;
    for (std::size_t i = m.first; i < m.end; ++i) coming |= tokens_[i].is("coming"_w);
    if (coming)
      days = near;
    else
      date.alternatives.push_back(timex({add_days(now, days == far ? near : far), Unit::day, 0}));
  } else if (ahead == 0) {
    date.rule = "dates.weekday-same"_rule;
  } else if (direction_of(text_, tokens_, m) == Direction::future) {
    date.rule = "dates.weekday-future"_rule;
  } else {
    days = ahead - 7;
    date.rule = m.hint == Hint::same ? "dates.weekday-future"_rule : "dates.weekday-past"_rule;
    if (m.hint == Hint::same) days = ahead;
  }
  if (m.clock || m.has_part) date.rule = m.rule;
  put_day(m, date, add_days(now, days));
  return true;
}

bool Resolver::ends_range(const Mention& m) const {
  if (m.hint != Hint::none || m.first != before_->end + 1) return false;
  const Token& link = tokens_[before_->end];
  return link.is("through"_w) || link.is("to"_w) || link.is_mark('-') || link.is_mark(kEnDash);
}

bool Resolver::season(const Mention& m, Date& date) {
  CivilDate first{0, m.season * 3, 1};
  if (m.has_year()) {
    first.year = m.year;
  } else if (!base()) {
    put_open(m, date, open_season(m.season), Unit::season);
    return true;
  } else {
    date.inferred.push_back("year");
    first.year = narrative_ && anchor_ ? anchor_->year : year_of_season(m);
  }
  put(date, {first, Unit::season, m.season});
  remember(first, Unit::season);
  if (m.has_year()) move_anchor(m, first);
  return true;
}

std::int32_t Resolver::year_of_season(const Mention& m) {
  const CivilDate now = *reference_;
  const std::int32_t current = now.month / 3;  // 0 the winter of the year before, 1 spring … 4 winter
  const std::int32_t now_index = now.year * 4 + current - 1, index = now.year * 4 + m.season - 1;
  if (m.hint == Hint::past) return index < now_index ? now.year : now.year - 1;
  if (m.hint == Hint::future) return index > now_index ? now.year : now.year + 1;
  if (m.hint == Hint::same) return m.season == 4 && current == 0 ? now.year - 1 : now.year;
  if (index == now_index) return now.year;
  const Direction direction = direction_of(text_, tokens_, m);
  if (direction == Direction::past) return index < now_index ? now.year : now.year - 1;
  if (direction == Direction::future) return index > now_index ? now.year : now.year + 1;
  return index - now_index >= 3 ? now.year - 1 : now.year;
}

bool Resolver::quarter(const Mention& m, Date& date) {
  const Unit unit = m.quarter ? Unit::quarter : Unit::half;
  const std::int32_t length = m.quarter ? 3 : 6, number = m.quarter ? m.quarter : m.half;
  CivilDate first{0, (number - 1) * length + 1, 1};
  if (m.has_year()) {
    first.year = m.year;
  } else if (!base()) {
    std::string value = m.quarter ? "XXXX-Q" : "XXXX-H";
    append_number(value, number);
    put_open(m, date, std::move(value), unit);
    return true;
  } else {
    date.inferred.push_back("year");
    if (narrative_ && anchor_)
      first.year = anchor_->year;
    else if (m.quarter)
      first.year = direction_of(text_, tokens_, m) == Direction::future && !m.attributive
                       ? reference_->year
                       : quarter_near(m.quarter).year;
    else
      first.year = m.half == 2 && reference_->month <= 4 ? reference_->year - 1 : reference_->year;
  }
  put(date, {first, unit, 0});
  if (m.fiscal) without_interval(date);
  remember(first, unit);
  return true;
}

bool Resolver::part_of_near_year(const Mention& m, Date& date) {
  const std::optional<CivilDate> from = m.anchor == Anchor::before && last_ ? last_ : base();
  if (!from) {
    Mention plain = m;
    plain.unit = Unit::day;
    plain.year_inferred = false;
    plain.hint = Hint::none;
    return calendar(plain, date);
  }
  Mention dated = m;
  dated.year = (m.anchor == Anchor::before ? from->year : (reference_ ? *reference_ : *from).year) + m.shift;
  dated.unit = Unit::day;
  dated.year_inferred = false;
  date.inferred.push_back("year");
  return calendar(dated, date);
}

}  // namespace copydesk::dates
