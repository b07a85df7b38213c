// Times that count from another: "last year", "two years ago", "the next day", lengths and sets.
#include "dates/direction.h"
#include "dates/resolver.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {

using namespace literals;

const char* Resolver::open_value(Unit unit) {
  switch (unit) {
    case Unit::week:
      return "XXXX-WXX";
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::half:
      return "XXXX-HX";
    case Unit::year:
      return "XXXX";
    case Unit::decade:
      return "XXX";
    case Unit::century:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

bool Resolver::shift(const Mention& m, Date& date) {
  std::optional<CivilDate> from = reference_;
  if (m.anchor == Anchor::before && narrative_ && anchor_) from = anchor_;
  if (!from) {
    put_open(m, date, open_value(m.unit), m.unit);
    return true;
  }
  if (m.unit == Unit::day || m.unit == Unit::night) {
    std::int32_t shift = m.shift;
    if (m.rule == "dates.overnight"_rule && direction_of(text_, tokens_, m) != Direction::future) shift = -1;
    put_day(m, date, add_days(*from, shift));
    return true;
  }
  std::int32_t count = m.shift;
  if (m.unit == Unit::weekend && m.anchor == Anchor::named) {
    // "the weekend": the one at hand, or the one gone by unless the future is said
    if (weekday(*from) < 6 && direction_of(text_, tokens_, m) != Direction::future) count = -1;
  }
  if (m.unit == Unit::season) return false;
  const Point point = shifted(*from, m.unit, count);
  put(date, point);
  // "next weekend" said before a weekend may be that one
  if (m.unit == Unit::weekend && m.shift == 1) date.alternatives.push_back(timex(shifted(*from, m.unit, 0)));
  if (m.fiscal) without_interval(date);
  remember(first_day(point), m.unit);
  return true;
}

bool Resolver::distance(const Mention& m, Date& date) {
  const bool back = m.shift < 0;
  if (m.amount.vague && m.anchor == Anchor::before && !narrative_) return length(m, date);
  if (m.amount.vague) {
    date.type = DateType::date;
    date.value = back ? "PAST_REF" : "FUTURE_REF";
    return true;
  }
  const std::int64_t amount = m.amount.hundredths / 100;
  if (m.amount.hundredths > kLongestDistance * 100) return length(m, date);
  if (m.anchor == Anchor::text) {
    if (!reference_) return length(m, date);
    if (m.unit == Unit::year && amount == 1 && m.amount.hundredths == 100 && back && report_quarter_ &&
        !m.weekday)
      return report_year_before(m, date);
    return counted(m, date, add_days(*reference_, m.from_day),
                   back ? -m.amount.hundredths : m.amount.hundredths);
  }
  if (narrative_ && anchor_ && last_) {
    const bool placed = m.unit >= last_grain_ || last_grain_ == Unit::day;
    if (!placed) return length(m, date);
    const bool made = counted(m, date, *last_, back ? -m.amount.hundredths : m.amount.hundredths);
    if (made && m.unit == Unit::day && last_) {
      anchor_ = *last_;
      anchor_grain_ = Unit::day;
    }
    return made;
  }
  if (m.unit == Unit::year && amount == 1 && back && report_quarter_) return report_year_before(m, date);
  if (m.unit == Unit::year && last_ && back) return counted(m, date, *last_, -m.amount.hundredths);
  if (m.unit == Unit::year && reference_ && back) return counted(m, date, *reference_, -m.amount.hundredths);
  length(m, date);
  if (last_ && (last_grain_ == Unit::day || m.unit >= last_grain_)) place(m, date, *last_, back ? -1 : 1);
  return true;
}

void Resolver::note_period(const Mention& m) {
  constexpr std::int64_t kHalfYear = 600;  // hundredths of months
  const bool quarter = m.quarter || m.kind == Kind::latest;
  const bool months = m.kind == Kind::duration && m.unit == Unit::month && m.amount.hundredths >= kHalfYear;
  if (quarter || months || m.rule == "dates.period-ended"_rule) period_ = &m;
}

bool Resolver::speaks_of_longer_period(const Mention& m) const {
  if (!period_ || period_->kind != Kind::duration) return false;
  constexpr std::size_t kWindow = 120;
  if (m.first - period_->end > kWindow) return false;
  for (std::size_t i = period_->end; i <= m.first; ++i)
    if (tokens_[i].has(token_flag::gap_before)) return false;
  return true;
}

bool Resolver::report_year_before(const Mention& m, Date& date) {
  const CivilDate before = add_years(*report_quarter_, -1);
  if (speaks_of_longer_period(m)) {
    put(date, {before, Unit::year, 0});
    return true;
  }
  put(date, {before, Unit::quarter, 0});
  date.rule = "dates.year-before-quarter"_rule;
  return true;
}

bool Resolver::counted(const Mention& m, Date& date, CivilDate from, std::int64_t hundredths) {
  const std::int64_t count = hundredths / 100;
  switch (m.unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return length(m, date);
    case Unit::day:
    case Unit::night:
    case Unit::weekend:
      if (m.weekday) return from_weekday(m, date, from, count);
      put_day(m, date, add_days(from, count));
      return in_calendar(date, add_days(from, count));
    case Unit::week: {
      if (m.grain == Unit::day && !m.weekday) {
        put_day(m, date, add_days(from, 7 * count));
        return in_calendar(date, add_days(from, 7 * count));
      }
      if (m.weekday && count > 0) return from_weekday(m, date, from, 7 * count);
      if (m.weekday) {
        const std::int32_t ahead = (m.weekday - weekday(from) + 7) % 7;
        put_day(m, date, add_days(from, ahead - 7 + 7 * count + (ahead == 0 ? 7 : 0)));
        return true;
      }
      const Point point = shifted(from, Unit::week, count);
      put(date, point);
      remember(point.date, Unit::week);
      return in_calendar(date, point.date);
    }
    default:
      break;
  }
  if ((m.grain < m.unit || m.weekday) && m.unit >= Unit::month && hundredths % 100 == 0) {
    const std::int64_t months = m.unit == Unit::month    ? count
                                : m.unit == Unit::year   ? 12 * count
                                : m.unit == Unit::decade ? 120 * count
                                                         : 0;
    // "a year ago Friday" counts from this week's Friday gone by
    const CivilDate start = m.weekday ? add_days(from, (m.weekday - weekday(from) + 7) % 7 - 7) : from;
    const CivilDate day = add_months(start, months);
    if (months && day.year >= 1 && day.year <= 9999) {
      if (m.grain == Unit::week || m.grain == Unit::month)
        put(date, shifted(day, m.grain, 0));
      else
        put_day(m, date, day);
      return true;
    }
  }
  Unit grain = m.unit;
  Point point;
  if (m.unit == Unit::decade || m.unit == Unit::century || m.unit == Unit::millennium) {
    const std::int64_t years = hundredths *
                               (m.unit == Unit::decade    ? 10
                                : m.unit == Unit::century ? 100
                                                          : 1000) /
                               100;
    if (years > kLongestDistance || years < -kLongestDistance) return length(m, date);
    grain = Unit::year;
    point = shifted(from, Unit::year, years);
  } else if (m.unit == Unit::year && hundredths % 100) {
    grain = Unit::month;
    point = shifted(from, Unit::month, hundredths * 12 / 100);
  } else {
    point = shifted(from, m.unit, count);
  }
  if (point.date.year < 1 || point.date.year > 9999) return length(m, date);
  put(date, point);
  remember(first_day(point), grain);
  return true;
}

bool Resolver::from_weekday(const Mention& m, Date& date, CivilDate from, std::int64_t days) {
  const std::int32_t ahead = (m.weekday - weekday(from) + 7) % 7;
  put_day(m, date, add_days(from, (ahead ? ahead : 7) + days));
  return true;
}

bool Resolver::in_calendar(Date& date, CivilDate day) {
  if (day.year >= 1 && day.year <= 9999) return true;
  date.from.clear();
  date.to.clear();
  date.edtf.clear();
  return true;
}

bool Resolver::anaphora(const Mention& m, Date& date) {
  const bool end_of_unit =
      m.mod != DateMod::none && (m.rule == "dates.end-of-unit"_rule || m.rule == "dates.year-end"_rule);
  std::optional<CivilDate> from;
  if (end_of_unit)
    from = base();
  else if (last_ && (m.unit >= last_grain_ || last_grain_ == Unit::day))
    from = last_;
  else if (last_ && last_grain_ != Unit::day && m.unit < last_grain_)
    from = std::nullopt;
  else
    from = base();
  if (!from && (!last_ || m.rule == "dates.same-unit-year-before"_rule)) from = base();
  if (!from && m.rule == "dates.trading-day"_rule) from = reference_;
  // "that day" without a day to mean is any day
  if (!from && reference_ && !narrative_ && !m.shift) return false;
  if (!from) {
    put_open(m, date, open_value(m.unit), m.unit);
    return true;
  }
  if (m.rule == "dates.same-unit-year-before"_rule) {
    // weeks keep their number and weekday, all others their name
    const Point point =
        m.unit == Unit::week ? shifted(*from, Unit::week, -52) : shifted(add_years(*from, -1), m.unit, 0);
    put(date, point);
    remember(first_day(point), point.grain);
    return true;
  }
  if (m.unit == Unit::day || m.unit == Unit::night) {
    const CivilDate day = add_days(*from, m.shift);
    put_day(m, date, day);
    if (narrative_) {
      anchor_ = day;
      anchor_grain_ = Unit::day;
    }
    return true;
  }
  std::int32_t count = m.shift;
  // "at the turn of the century", said ahead late in one
  if (end_of_unit && m.unit == Unit::century && m.mod == DateMod::start && from->year % 100 >= 50 &&
      direction_of(text_, tokens_, m) == Direction::future)
    count = 1;
  const Point point = shifted(*from, m.unit == Unit::season ? Unit::year : m.unit, count);
  put(date, point);
  if (m.fiscal) without_interval(date);
  if (!end_of_unit) {
    remember(first_day(point), point.grain);
    if (narrative_ && m.shift) {
      anchor_ = first_day(point);
      anchor_grain_ = point.grain;
    }
  }
  return true;
}

bool Resolver::latest(const Mention& m, Date& date) {
  if (m.rule == "dates.the-year"_rule) {
    if (!reference_) return false;
    put(date, shifted(*reference_, Unit::year, 0));
    return true;
  }
  if (report_quarter_) {
    put(date, {*report_quarter_, Unit::quarter, 0});
    return true;
  }
  // "the quarter ended July 31": the one that holds the day
  if (m.rule == "dates.the-quarter"_rule && reference_ && tokens_[m.end].is("ended"_w)) {
    const std::size_t next = static_cast<std::size_t>(&m - mentions_.data()) + 1;
    const Mention* day = next < mentions_.size() ? &mentions_[next] : nullptr;
    if (!day || day->first != m.end + 1 || day->kind != Kind::calendar || !day->month) return false;
    std::int32_t year = day->has_year() ? day->year : reference_->year - (day->month > reference_->month);
    put(date, {{year, day->month, 1}, Unit::quarter, 0});
    return true;
  }
  if (m.rule == "dates.the-quarter"_rule || !reference_) return false;
  if (last_completed_) {
    put(date, {*last_completed_, Unit::quarter, 0});
    return true;
  }
  std::string value;
  append_number(value, reference_->year, 4);
  put_open(m, date, value + "-QX", Unit::quarter);
  return true;
}

bool Resolver::year_before(const Mention& m, Date& date) {
  if (m.quarter && reference_) {
    CivilDate first = quarter_near(m.quarter);
    put(date, {add_years(first, -1), Unit::quarter, 0});
    return true;
  }
  if (report_quarter_) {
    const Unit unit = speaks_of_longer_period(m) ? Unit::year : Unit::quarter;
    put(date, {add_years(*report_quarter_, -1), unit, 0});
    return true;
  }
  if (!reference_) {
    put_open(m, date, "XXXX", Unit::year);
    return true;
  }
  put(date, shifted(*reference_, Unit::year, -1));
  return true;
}

bool Resolver::length(const Mention& m, Date& date) {
  date.type = DateType::duration;
  date.value = duration_value(m.amount, m.unit, m.minor_amount, m.minor_unit);
  date.grain = grain_of(m.unit);
  return true;
}

namespace {

/// The day a length of time away; nothing for lengths without a calendar of their own.
std::optional<CivilDate> away(CivilDate day, Unit unit, std::int64_t hundredths) {
  const std::int64_t count = hundredths / 100;
  if (hundredths % 100 && unit != Unit::year) return std::nullopt;
  switch (unit) {
    case Unit::day:
      return add_days(day, count);
    case Unit::week:
      return add_days(day, 7 * count);
    case Unit::month:
      return add_months(day, count);
    case Unit::quarter:
      return add_months(day, 3 * count);
    case Unit::year:
      return add_months(day, hundredths * 12 / 100);
    case Unit::decade:
      return add_years(day, 10 * count);
    default:
      return std::nullopt;
  }
}

}  // namespace

void Resolver::place(const Mention& m, Date& date, CivilDate day, std::int64_t sign) {
  if (m.amount.vague || m.amount.hundredths < 100 || m.amount.hundredths > kLongestDistance * 100) return;
  const std::optional<CivilDate> other = away(day, m.unit, sign * m.amount.hundredths);
  if (!other || other->year < 1 || other->year > 9999) return;
  date.from = iso_date(sign < 0 ? *other : day);
  date.to = iso_date(sign < 0 ? day : *other);
}

bool Resolver::place_within(const Mention& m, Date& date) {
  Point whole;
  if (m.month) {
    Mention month = m;
    month.kind = Kind::calendar;
    month.grain = Unit::month;
    month.nth = 0;
    Date found;
    if (!calendar(month, found) || found.from.empty()) return true;
    whole = {*last_, Unit::month, 0};
  } else if (m.has_year() && m.grain >= Unit::year) {
    whole = {{m.year, 1, 1}, m.grain, 0};
  } else {
    const std::optional<CivilDate> from = m.anchor == Anchor::before && last_ ? last_ : base();
    if (!from || m.grain < Unit::week) return true;
    whole = shifted(*from, m.grain, m.shift);
  }
  place(m, date, m.nth > 0 ? first_day(whole) : day_after(whole), m.nth);
  return true;
}

bool Resolver::duration(const Mention& m, Date& date) {
  length(m, date);
  if (m.nth) return place_within(m, date);
  if (!reference_ || narrative_) return true;
  // "the past two weeks", "the next three years" lie beside the text's day
  if (m.hint == Hint::past) place(m, date, *reference_, -1);
  if (m.hint == Hint::future) place(m, date, *reference_, 1);
  return true;
}

bool Resolver::set(const Mention& m, Date& date) {
  date.type = DateType::set;
  if (m.set_value) {
    date.value = m.set_value;
  } else if (m.holiday >= 0) {
    put_open_holiday(m, date);
    date.type = DateType::set;
  } else if (m.weekday) {
    date.value = "XXXX-WXX-";
    append_number(date.value, m.weekday);
    if (m.has_part) date.value += timex_part(m.part);
  } else if (m.month) {
    date.value = "XXXX-";
    append_number(date.value, m.month, 2);
    if (m.day) {
      date.value += '-';
      append_number(date.value, m.day, 2);
    }
  } else if (m.season) {
    date.value = open_season(m.season);
  } else if (m.has_part) {
    date.value = "XXXX-XX-XX" + timex_part(m.part);
  } else {
    date.value = duration_value(m.amount, m.unit);
  }
  date.mod = DateMod::none;
  return true;
}

bool Resolver::reference_word(const Mention& m, Date& date) {
  using tables::time_references::Value;
  date.type = DateType::date;
  date.value = m.reference == Value::PRESENT_REF ? "PRESENT_REF"
               : m.reference == Value::PAST_REF  ? "PAST_REF"
                                                 : "FUTURE_REF";
  return true;
}

bool Resolver::clock(const Mention& m, Date& date) {
  std::optional<CivilDate> day;
  constexpr std::int64_t kFresh = 4;  // days: what the news is about
  if (last_ && last_grain_ == Unit::day) {
    const std::int64_t back = reference_ ? day_number(*reference_) - day_number(*last_) : 0;
    const bool opens_line = tokens_[m.first].has(token_flag::line_before);
    if (narrative_ || same_paragraph(m) || (!opens_line && back >= 0 && back <= kFresh)) day = last_;
  }
  if (!day) day = reference_;
  if (!day) {
    put_open(m, date, "XXXX-XX-XX", Unit::day);
    return true;
  }
  date.inferred.push_back("day");
  put_clock(m, date, *day);
  return true;
}

bool Resolver::same_paragraph(const Mention& m) const {
  constexpr std::size_t kWindow = 40;
  for (std::size_t k = 0; k < kWindow && k < m.first; ++k)
    if (tokens_[m.first - k].has(token_flag::gap_before)) return false;
  return true;
}

}  // namespace copydesk::dates
