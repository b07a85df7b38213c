#include "dates/resolve.h"

#include <optional>

#include "dates/direction.h"
#include "dates/narrative.h"
#include "dates/values.h"
#include "lexicon/rule_names.h"
#include "tables/holidays.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;
namespace holidays = tables::holidays;

constexpr std::int64_t kLongestDistance = 20000;  // units counted back or forward from a date

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return Grain::second;
    case Unit::minute:
      return Grain::minute;
    case Unit::hour:
      return Grain::hour;
    case Unit::weekend:
      return Grain::weekend;
    case Unit::week:
      return Grain::week;
    case Unit::month:
      return Grain::month;
    case Unit::season:
      return Grain::season;
    case Unit::quarter:
      return Grain::quarter;
    case Unit::half:
      return Grain::half;
    case Unit::year:
      return Grain::year;
    case Unit::decade:
      return Grain::decade;
    case Unit::century:
      return Grain::century;
    case Unit::millennium:
      return Grain::millennium;
    default:
      return Grain::day;
  }
}

std::int64_t month_count(CivilDate date) {
  return std::int64_t{date.year} * 12 + date.month - 1;
}

/// The day of a holiday in a year.
CivilDate holiday_day(const holidays::Row& row, std::int32_t year) {
  switch (row.way) {
    case holidays::Way::fixed:
      return {year, row.month, row.day};
    case holidays::Way::nth:
      return add_days(nth_weekday(year, row.month, row.weekday, row.which), row.day);
    case holidays::Way::easter:
      return add_days(easter_sunday(year), row.day);
    case holidays::Way::orthodox:
      return add_days(orthodox_easter_sunday(year), row.day);
    case holidays::Way::islamic:
      break;
  }
  // The first such day of the Islamic calendar that falls into the year.
  std::int32_t islamic_year = static_cast<std::int32_t>((std::int64_t{year} - 622) * 33 / 32);
  for (CivilDate day; islamic_year < year; ++islamic_year)
    if ((day = from_islamic(islamic_year, row.month, row.day)).year >= year) return day;
  return {year, 1, 1};
}

std::optional<CivilDate> parse_reference(std::string_view s) {
  std::int32_t part[3] = {};
  std::size_t i = 0;
  static constexpr std::size_t kPlaces[] = {4, 2, 2};
  for (int k = 0; k < 3; ++k) {
    if (k && (i >= s.size() || s[i++] != '-')) return std::nullopt;
    for (std::size_t n = 0; n < kPlaces[k]; ++n, ++i) {
      if (i >= s.size() || s[i] < '0' || s[i] > '9') return std::nullopt;
      part[k] = part[k] * 10 + (s[i] - '0');
    }
  }
  const CivilDate date{part[0], part[1], part[2]};
  if (date.year < 1 || !exists(date)) return std::nullopt;
  return date;
}

class Resolver {
 public:
  Resolver(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
           std::string_view reference)
      : text_(text),
        tokens_(tokens),
        mentions_(mentions),
        reference_(parse_reference(reference)),
        narrative_(is_narrative(mentions)) {
    find_report_quarter();
    if (narrative_) find_first_year();
  }

  std::vector<Date> run() {
    std::vector<Date> dates;
    dates.reserve(mentions_.size());
    for (const Mention& m : mentions_) {
      Date date;
      date.span = {tokens_[m.first].begin, tokens_[m.end - 1].end};
      date.mod = m.mod;
      date.rule = m.rule;
      if (resolve_one(m, date)) dates.push_back(std::move(date));
      before_ = &m;
    }
    return dates;
  }

 private:
  bool resolve_one(const Mention& m, Date& date) {
    switch (m.kind) {
      case Kind::calendar:
        return calendar(m, date);
      case Kind::shift:
        return shift(m, date);
      case Kind::distance:
        return distance(m, date);
      case Kind::anaphora:
        return anaphora(m, date);
      case Kind::reference:
        return reference_word(m, date);
      case Kind::duration:
        return duration(m, date);
      case Kind::set:
        return set(m, date);
      case Kind::clock:
        return clock(m, date);
      case Kind::latest:
        return latest(m, date);
      case Kind::year_before:
        return year_before(m, date);
    }
    return false;
  }

  // ---- what is known -------------------------------------------------------------------------

  /// The quarter a business report is about: the last completed one when the text names it, else the first
  /// completed one it names.
  void find_report_quarter() {
    if (!reference_) return;
    const CivilDate now = *reference_;
    const CivilDate completed = add_months({now.year, (now.month - 1) / 3 * 3 + 1, 1}, -3);
    bool reports = false;
    for (const Mention& m : mentions_) {
      reports |= m.kind == Kind::latest || m.kind == Kind::year_before;
      if (m.kind != Kind::calendar || !m.quarter || m.unit == Unit::year) continue;
      const CivilDate start =
          m.has_year() ? CivilDate{m.year, m.quarter * 3 - 2, 1} : quarter_near(m.quarter);
      if (start == completed) {
        report_quarter_ = start;
        return;
      }
      if (!report_quarter_ && month_count(start) + 3 <= month_count(now) + 1) report_quarter_ = start;
    }
    if (!report_quarter_ && reports) last_completed_ = completed;
  }

  void find_first_year() {
    for (const Mention& m : mentions_)
      if (m.kind == Kind::calendar && m.has_year() && m.grain <= Unit::year) {
        anchor_ = {m.year, m.month ? m.month : 1, 1};
        anchor_grain_ = m.month ? Unit::month : Unit::year;
        return;
      }
  }

  /// A quarter without a year: this year's, or last year's when it lies two or more ahead.
  CivilDate quarter_near(std::int32_t quarter) const {
    const std::int32_t now = (reference_->month - 1) / 3 + 1;
    return {reference_->year - (quarter - now >= 2 ? 1 : 0), quarter * 3 - 2, 1};
  }

  /// What unresolved times count from: the date before in a narrative, else the text's day.
  std::optional<CivilDate> base() const {
    if (narrative_ && anchor_) return anchor_;
    return reference_;
  }

  void remember(CivilDate date, Unit grain) {
    last_ = date;
    last_grain_ = grain;
  }

  /// A dated event moves the narrative; a look back at years long before does not.
  void move_anchor(const Mention& m, CivilDate date) {
    if (!narrative_ || m.grain > Unit::year) return;
    const bool opens = tokens_[m.first].has(token_flag::gap_before);
    const bool back = anchor_ && date.year < anchor_->year;
    const bool far_ahead = anchor_ && date.year > anchor_->year + 5;
    if ((back || far_ahead) && !opens && m.grain == Unit::year) return;
    anchor_ = date;
    anchor_grain_ = m.grain;
  }

  // ---- writing -------------------------------------------------------------------------------

  void put(Date& date, const Point& point) {
    date.type = DateType::date;
    date.value = timex(point);
    date.from = iso_date(first_day(point));
    date.to = iso_date(day_after(point));
    date.edtf = edtf(point, date.mod);
    date.grain = grain_of(point.grain);
  }

  void put_clock(const Mention& m, Date& date, CivilDate day) {
    date.type = DateType::time;
    date.value = timex({day, Unit::day, 0}) + timex_clock(m.clock);
    date.grain = m.clock.second >= 0 ? Grain::second : m.clock.minute >= 0 ? Grain::minute : Grain::hour;
    ClockTime from = m.clock, to = m.clock;
    CivilDate from_day = day, to_day = day;
    if (from.hour == 24) {
      from.hour = to.hour = 0;
      from_day = to_day = add_days(day, 1);
    }
    if (to.second >= 0) {
      if (++to.second == 60) to.second = 0, ++to.minute;
    } else if (to.minute >= 0) {
      ++to.minute;
    } else {
      ++to.hour;
    }
    if (to.minute == 60) to.minute = 0, ++to.hour;
    if (to.hour == 24) to.hour = 0, to_day = add_days(to_day, 1);
    date.from = iso_date(from_day) + iso_clock(from);
    date.to = iso_date(to_day) + iso_clock(to);
    date.edtf = date.from;
    if (m.clock.hour == 24 ||
        (m.clock.hour == 0 && !m.clock.half_day && m.clock.certain && m.clock.minute == 0))
      return;
    if (!m.clock.half_day && m.clock.hour >= 1 && m.clock.hour < 12 && !m.clock.certain) {
      ClockTime later = m.clock;
      later.hour = static_cast<std::int16_t>(later.hour + 12);
      date.alternatives.push_back(timex({day, Unit::day, 0}) + timex_clock(later));
    }
  }

  void put_part(const Mention& m, Date& date, CivilDate day) {
    date.type = DateType::time;
    date.value = timex({day, Unit::day, 0}) + timex_part(m.part);
    date.grain = Grain::part_of_day;
    static constexpr std::int16_t kFrom[] = {6, 12, 12, 18, 18, 6};
    static constexpr std::int16_t kTo[] = {12, 14, 18, 24, 30, 18};
    ClockTime from, to;
    from.hour = kFrom[static_cast<int>(m.part)];
    const std::int16_t end = kTo[static_cast<int>(m.part)];
    to.hour = static_cast<std::int16_t>(end % 24);
    date.from = iso_date(day) + iso_clock(from);
    date.to = iso_date(add_days(day, end / 24)) + iso_clock(to);
  }

  /// A day, with the clock time or part of the day that is written.
  void put_day(const Mention& m, Date& date, CivilDate day) {
    if (m.unit == Unit::week && m.rule == "dates.week-of"_rule)
      put(date, {day, Unit::week, 0});
    else if (m.clock)
      put_clock(m, date, day);
    else if (m.has_part)
      put_part(m, date, day);
    else
      put(date, {day, Unit::day, 0});
    remember(day, Unit::day);
  }

  /// A value with its unknown parts as X.
  void put_open(const Mention& m, Date& date, std::string value, Unit grain) {
    date.type = DateType::date;
    date.value = std::move(value);
    date.grain = grain_of(grain);
    if (m.clock) {
      date.value += timex_clock(m.clock);
      date.type = DateType::time;
      date.grain = m.clock.minute >= 0 ? Grain::minute : Grain::hour;
    } else if (m.has_part) {
      date.value += timex_part(m.part);
      date.type = DateType::time;
      date.grain = Grain::part_of_day;
    }
  }

  // ---- calendar names ------------------------------------------------------------------------

  bool calendar(const Mention& m, Date& date) {
    if (m.elided || m.century_inferred) date.inferred.push_back(m.century_inferred ? "century" : "year");
    if (m.holiday >= 0) return holiday(m, date);
    if (m.weekday && !m.day) return weekday_alone(m, date);
    if (m.unit == Unit::year && m.year_inferred) return part_of_near_year(m, date);
    if (m.grain == Unit::day) return day(m, date);
    if (m.month) return month(m, date);
    if (m.season) return season(m, date);
    if (m.quarter || m.half) return quarter(m, date);
    return year(m, date);
  }

  bool year(const Mention& m, Date& date) {
    const CivilDate first{m.year, 1, 1};
    if (m.rule == "dates.year-period"_rule && report_quarter_) {
      put(date, {{m.year, report_quarter_->month, 1}, Unit::quarter, 0});
      return true;
    }
    put(date, {first, m.grain, 0});
    remember(first, m.grain);
    move_anchor(m, first);
    return true;
  }

  bool day(const Mention& m, Date& date) {
    if (m.has_year()) {
      const CivilDate written{m.year, m.month, m.day};
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

  static std::int32_t nearest_leap_year(std::int32_t year) {
    while (!is_leap_year(year)) --year;
    return year;
  }

  /// A day that the calendar does not have is reported as written and means no interval.
  bool no_such_day(const Mention& m, Date& date, CivilDate written) {
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

  /// The year of a month (and day) from the dates before it.
  std::int32_t narrative_year(const Mention& m) const {
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

  /// The year of a month and day from the text's day: the one its weekday confirms, else by tense, unless the
  /// other is much nearer.
  std::int32_t year_near(const Mention& m, Date& date) {
    const CivilDate now = *reference_;
    if (m.weekday)
      for (const std::int32_t shift : {0, 1, -1})
        if (const CivilDate day{now.year + shift, m.month, m.day}; exists(day) && weekday(day) == m.weekday)
          return day.year;
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

  bool month(const Mention& m, Date& date) {
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

  std::int32_t year_of_month(const Mention& m, Date& date) {
    const CivilDate now = *reference_;
    const std::int32_t gap = m.month - now.month;
    if (m.hint == Hint::same) return now.year;
    if (m.hint == Hint::past) return gap < 0 ? now.year : now.year - 1;
    if (m.hint == Hint::future) return gap > 0 ? now.year : now.year + 1;
    if (gap == 0) return now.year;
    const std::int32_t past_year = gap < 0 ? now.year : now.year - 1;
    const std::int32_t back = gap < 0 ? -gap : 12 - gap, ahead = 12 - back;
    Direction direction = direction_of(text_, tokens_, m);
    if (direction == Direction::open) direction = back <= ahead ? Direction::past : Direction::future;
    constexpr std::int32_t kFar = 10, kNear = 2;
    if (back >= kFar && ahead <= kNear) direction = Direction::future;
    if (ahead >= kFar && back <= kNear) direction = Direction::past;
    date.rule = direction == Direction::past ? "dates.month-past"_rule : "dates.month-future"_rule;
    return direction == Direction::past ? past_year : past_year + 1;
  }

  bool weekday_alone(const Mention& m, Date& date) {
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
    if (m.shift == 1) {  // "Monday week"
      days = (ahead ? ahead : 7) + 7;
    } else if (m.hint == Hint::past) {
      days = ahead - 7;
      date.rule = "dates.weekday-last"_rule;
    } else if (m.hint == Hint::future) {
      days = ahead ? ahead : 7;
      date.rule = "dates.weekday-next"_rule;
      // "next Friday" on a Tuesday: this week's or the week after
      date.alternatives.push_back(timex({add_days(now, days + 7), Unit::day, 0}));
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

  /// "Monday through Thursday", "Monday to Thursday", "Monday–Thursday".
  bool ends_range(const Mention& m) const {
    if (m.hint != Hint::none || m.first != before_->end + 1) return false;
    const Token& link = tokens_[before_->end];
    return link.is("through"_w) || link.is("to"_w) || link.is_mark('-') || link.is_mark(kEnDash);
  }

  bool season(const Mention& m, Date& date) {
    CivilDate first{0, m.season * 3, 1};
    if (m.has_year()) {
      first.year = m.year;
    } else if (!base()) {
      static constexpr const char* kOpen[] = {"", "XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
      put_open(m, date, kOpen[m.season], Unit::season);
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

  std::int32_t year_of_season(const Mention& m) {
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

  bool quarter(const Mention& m, Date& date) {
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
    remember(first, unit);
    return true;
  }

  /// "June last year", "the third quarter of this year".
  bool part_of_near_year(const Mention& m, Date& date) {
    const std::optional<CivilDate> from = m.anchor == Anchor::before && last_ ? last_ : base();
    if (!from) {
      Mention plain = m;
      plain.unit = Unit::day;
      plain.year_inferred = false;
      plain.hint = Hint::none;
      return calendar(plain, date);
    }
    Mention dated = m;
    dated.year =
        (m.anchor == Anchor::before ? from->year : (reference_ ? *reference_ : *from).year) + m.shift;
    dated.unit = Unit::day;
    dated.year_inferred = false;
    date.inferred.push_back("year");
    return calendar(dated, date);
  }

  bool holiday(const Mention& m, Date& date) {
    const holidays::Row& row = holidays::rows[m.holiday];
    if (m.has_year()) {
      put_day(m, date, holiday_day(row, m.year));
    } else if (!base()) {
      std::string value = "XXXX-";
      if (row.way == holidays::Way::fixed) {
        append_number(value, row.month, 2);
        value += '-';
        append_number(value, row.day, 2);
      } else {
        value += "XX-XX";
      }
      put_open(m, date, std::move(value), Unit::day);
      return true;
    } else {
      date.inferred.push_back("year");
      const CivilDate now = *base();
      const CivilDate here = holiday_day(row, now.year);
      const std::int64_t gap = day_number(here) - day_number(now);
      std::int32_t year = now.year;
      if (m.hint == Hint::past)
        year -= gap >= 0;
      else if (m.hint == Hint::future)
        year += gap <= 0;
      else if (m.hint == Hint::none && !narrative_) {
        const Direction direction = direction_of(text_, tokens_, m);
        if (gap > 270 || (direction == Direction::past && gap > 90)) --year;
        if (gap < -270 || (direction == Direction::future && gap < -60)) ++year;
      }
      put_day(m, date, holiday_day(row, year));
    }
    if (row.way == holidays::Way::islamic && date.mod == DateMod::none) {
      date.mod = DateMod::approx;
      date.edtf += '~';
    }
    return true;
  }

  // ---- from the text's day -------------------------------------------------------------------

  static const char* open_value(Unit unit) {
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

  bool shift(const Mention& m, Date& date) {
    std::optional<CivilDate> from = reference_;
    if (m.anchor == Anchor::before && narrative_ && anchor_) from = anchor_;
    if (!from) {
      put_open(m, date, open_value(m.unit), m.unit);
      return true;
    }
    if (m.unit == Unit::day || m.unit == Unit::night) {
      put_day(m, date, add_days(*from, m.shift));
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
    remember(first_day(point), m.unit);
    return true;
  }

  // ---- distances -----------------------------------------------------------------------------

  bool distance(const Mention& m, Date& date) {
    const bool back = m.shift < 0;
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
        return report_year_before(date);
      return counted(m, date, *reference_, back ? -m.amount.hundredths : m.amount.hundredths);
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
    if (m.unit == Unit::year && amount == 1 && back && report_quarter_) return report_year_before(date);
    if (m.unit == Unit::year && last_ && back) return counted(m, date, *last_, -m.amount.hundredths);
    if (m.unit == Unit::year && reference_ && back)
      return counted(m, date, *reference_, -m.amount.hundredths);
    return length(m, date);
  }

  bool report_year_before(Date& date) {
    put(date, {add_years(*report_quarter_, -1), Unit::quarter, 0});
    date.rule = "dates.year-before-quarter"_rule;
    return true;
  }

  bool counted(const Mention& m, Date& date, CivilDate from, std::int64_t hundredths) {
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

  /// "a week from Friday": counted from the coming Friday.
  bool from_weekday(const Mention& m, Date& date, CivilDate from, std::int64_t days) {
    const std::int32_t ahead = (m.weekday - weekday(from) + 7) % 7;
    put_day(m, date, add_days(from, (ahead ? ahead : 7) + days));
    return true;
  }

  bool in_calendar(Date& date, CivilDate day) {
    if (day.year >= 1 && day.year <= 9999) return true;
    date.from.clear();
    date.to.clear();
    date.edtf.clear();
    return true;
  }

  // ---- anaphora ------------------------------------------------------------------------------

  bool anaphora(const Mention& m, Date& date) {
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
    if (!from && !last_) from = base();
    if (!from && reference_ && !narrative_) return false;
    if (!from) {
      put_open(m, date, open_value(m.unit), m.unit);
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
    const Point point = shifted(*from, m.unit == Unit::season ? Unit::year : m.unit, m.shift);
    put(date, point);
    if (!end_of_unit) {
      remember(first_day(point), point.grain);
      if (narrative_ && m.shift) {
        anchor_ = first_day(point);
        anchor_grain_ = point.grain;
      }
    }
    return true;
  }

  bool latest(const Mention& m, Date& date) {
    if (m.rule == "dates.the-year"_rule) {
      if (!report_quarter_ || !reference_) return false;
      put(date, shifted(*reference_, Unit::year, 0));
      return true;
    }
    if (report_quarter_) {
      put(date, {*report_quarter_, Unit::quarter, 0});
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

  bool year_before(const Mention& m, Date& date) {
    if (m.quarter && reference_) {
      CivilDate first = quarter_near(m.quarter);
      put(date, {add_years(first, -1), Unit::quarter, 0});
      return true;
    }
    if (report_quarter_) {
      put(date, {add_years(*report_quarter_, -1), Unit::quarter, 0});
      return true;
    }
    if (!reference_) {
      put_open(m, date, "XXXX", Unit::year);
      return true;
    }
    put(date, shifted(*reference_, Unit::year, -1));
    return true;
  }

  // ---- lengths and sets ----------------------------------------------------------------------

  bool length(const Mention& m, Date& date) {
    date.type = DateType::duration;
    date.value = duration_value(m.amount, m.unit, m.minor_amount, m.minor_unit);
    date.grain = grain_of(m.unit);
    return true;
  }

  bool duration(const Mention& m, Date& date) {
    length(m, date);
    if (!reference_ || m.amount.vague || m.unit < Unit::day || narrative_ || m.hint == Hint::none ||
        m.hint == Hint::same || m.amount.hundredths > kLongestDistance * 100)
      return true;
    // "the past two weeks", "the next three years" lie beside the text's day
    const std::int64_t count = m.amount.hundredths / 100;
    const CivilDate now = *reference_;
    CivilDate other = now;
    const std::int64_t sign = m.hint == Hint::past ? -1 : 1;
    switch (m.unit) {
      case Unit::day:
        other = add_days(now, sign * count);
        break;
      case Unit::week:
        other = add_days(now, sign * 7 * count);
        break;
      case Unit::month:
        other = add_months(now, sign * count);
        break;
      case Unit::quarter:
        other = add_months(now, sign * 3 * count);
        break;
      case Unit::year:
        other = add_years(now, sign * count);
        break;
      case Unit::decade:
        other = add_years(now, sign * 10 * count);
        break;
      default:
        return true;
    }
    if (other.year < 1 || other.year > 9999) return true;
    date.from = iso_date(sign < 0 ? other : now);
    date.to = iso_date(sign < 0 ? now : other);
    return true;
  }

  bool set(const Mention& m, Date& date) {
    date.type = DateType::set;
    if (m.set_value) {
      date.value = m.set_value;
    } else if (m.weekday) {
      date.value = "XXXX-WXX-";
      append_number(date.value, m.weekday);
      if (m.has_part) date.value += timex_part(m.part);
    } else if (m.month) {
      date.value = "XXXX-";
      append_number(date.value, m.month, 2);
    } else if (m.has_part) {
      date.value = "XXXX-XX-XX" + timex_part(m.part);
    } else {
      date.value = duration_value(m.amount, m.unit);
    }
    date.mod = DateMod::none;
    return true;
  }

  bool reference_word(const Mention& m, Date& date) {
    using tables::time_references::Value;
    date.type = DateType::date;
    date.value = m.reference == Value::PRESENT_REF ? "PRESENT_REF"
                 : m.reference == Value::PAST_REF  ? "PAST_REF"
                                                   : "FUTURE_REF";
    return true;
  }

  /// A time of day without its day: the day of the date before it in the sentence, else the text's day.
  bool clock(const Mention& m, Date& date) {
    std::optional<CivilDate> day;
    if (last_ && last_grain_ == Unit::day) day = last_;
    if (!day || !same_paragraph(m)) day = narrative_ && last_grain_ == Unit::day ? last_ : reference_;
    if (!day) {
      put_open(m, date, "XXXX-XX-XX", Unit::day);
      return true;
    }
    date.inferred.push_back("day");
    put_clock(m, date, *day);
    return true;
  }

  bool same_paragraph(const Mention& m) const {
    constexpr std::size_t kWindow = 40;
    for (std::size_t k = 0; k < kWindow && k < m.first; ++k)
      if (tokens_[m.first - k].has(token_flag::gap_before)) return false;
    return true;
  }

  const Text& text_;
  const Tokens& tokens_;
  const std::vector<Mention>& mentions_;
  std::optional<CivilDate> reference_;
  bool narrative_;
  std::optional<CivilDate> anchor_;  // of the narrative
  Unit anchor_grain_ = Unit::year;
  std::optional<CivilDate> last_;  // the date resolved before
  Unit last_grain_ = Unit::day;
  const Mention* before_ = nullptr;  // the mention resolved before
  std::optional<CivilDate> report_quarter_;
  std::optional<CivilDate> last_completed_;  // when a report names no quarter
};

}  // namespace

std::vector<Date> resolve(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
                          std::string_view reference) {
  return Resolver(text, tokens, mentions, reference).run();
}

}  // namespace copydesk::dates
