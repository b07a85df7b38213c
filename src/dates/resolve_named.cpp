// Named days and days by their place: holidays, "the 15th", "the first Monday in September", "the Monday
// after Easter".
#include "dates/direction.h"
#include "dates/resolver.h"
#include "lexicon/rule_names.h"
#include "tables/holidays.gen.h"

namespace copydesk::dates {

using namespace literals;
namespace holidays = tables::holidays;

namespace {

/// The Islamic year in which the holiday first falls into a year of ours.
std::int32_t islamic_year_of(std::int32_t year, const holidays::Row& row) {
  const std::int32_t day = row.day ? row.day : 1;
  std::int32_t islamic_year = static_cast<std::int32_t>((std::int64_t{year} - 622) * 33 / 32) - 1;
  while (from_islamic(islamic_year, row.month, day).year < year) ++islamic_year;
  return islamic_year;
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
    case holidays::Way::hebrew:
      // 1 Nisan falls into spring, 1 Tishri into autumn of the same year of ours
      return from_hebrew(year + (row.month < 7 ? 3760 : 3761), row.month, row.day);
    case holidays::Way::lunar: {
      const std::int64_t new_year = day_number(lunar_new_year(year));
      if (!row.month) return civil_date(new_year + row.day);
      // the first new moon from that day on
      constexpr std::int64_t kMoon = 29531;  // thousandths of days
      const std::int64_t away = day_number({year, row.month, row.day}) - new_year;
      const std::int64_t moons = (away * 1000 + kMoon - 1) / kMoon;
      return civil_date(new_year + moons * kMoon / 1000 + row.which);
    }
    case holidays::Way::islamic:
      break;
  }
  return from_islamic(islamic_year_of(year, row), row.month, row.day ? row.day : 1);
}

/// A month of the Islamic calendar: the month of ours that holds its middle, and the days it covers.
void put_islamic_month(Date& date, std::int32_t islamic_year, std::int32_t month) {
  const CivilDate first = from_islamic(islamic_year, month, 1);
  const CivilDate after = from_islamic(islamic_year + (month == 12), month % 12 + 1, 1);
  constexpr std::int64_t kHalf = 15;
  date.type = DateType::date;
  date.value = timex({add_days(first, kHalf), Unit::month, 0});
  date.grain = Grain::month;
  date.mod = DateMod::approx;
  date.from = iso_date(first);
  date.to = iso_date(after);
  date.edtf = date.from + "~/" + iso_date(add_days(after, -1)) + "~";
}

/// "Eid": of the two feasts the one nearer to the text.
void settle_feast(holidays::Row& row, CivilDate now) {
  constexpr std::int64_t kHalfYear = 183;
  holidays::Row other = row;
  other.month = 12;
  other.day = 10;
  std::int64_t nearest = kHalfYear * 2;
  const holidays::Row feasts[] = {row, other};
  for (const holidays::Row& feast : feasts)
    for (const std::int32_t year : {now.year - 1, now.year, now.year + 1}) {
      const std::int64_t gap = day_number(holiday_day(feast, year)) - day_number(now);
      const std::int64_t away = gap < 0 ? -gap : gap;
      if (away >= nearest) continue;
      nearest = away;
      row = feast;
    }
}

/// The weekend a holiday makes long or lies in: from its Saturday or itself.
void put_weekend(Date& date, CivilDate day) {
  constexpr std::int32_t kWednesday = 3, kSaturday = 6;
  const std::int32_t weekday = copydesk::weekday(day);
  const CivilDate saturday = add_days(day, weekday < kWednesday ? -weekday - 1 : kSaturday - weekday);
  const CivilDate monday = add_days(saturday, 2), next = add_days(day, 1);
  date.type = DateType::date;
  date.value = timex({saturday, Unit::weekend, 0});
  date.grain = Grain::weekend;
  date.from = iso_date(day_number(day) < day_number(saturday) ? day : saturday);
  date.to = iso_date(day_number(next) > day_number(monday) ? next : monday);
  date.edtf.clear();
}

}  // namespace

void Resolver::put_open_holiday(const Mention& m, Date& date) {
  const holidays::Row& row = holidays::rows[m.holiday];
  if (m.unit == Unit::weekend) return put_open(m, date, open_value(Unit::weekend), Unit::weekend);
  std::string value = "XXXX-";
  if (row.way == holidays::Way::fixed) {
    append_number(value, row.month, 2);
    value += '-';
    append_number(value, row.day, 2);
  } else {
    value += "XX-XX";
  }
  put_open(m, date, std::move(value), Unit::day);
}

bool Resolver::holiday(const Mention& m, Date& date) {
  holidays::Row row = holidays::rows[m.holiday];
  if (row.way == holidays::Way::islamic && row.which && base()) settle_feast(row, *base());
  std::int32_t year = m.year;
  if (m.has_year()) {
    put_day(m, date, holiday_day(row, m.year));
  } else if (!base()) {
    put_open_holiday(m, date);
    return true;
  } else {
    date.inferred.push_back("year");
    const CivilDate now = *base();
    const CivilDate here = holiday_day(row, now.year);
    const std::int64_t gap = day_number(here) - day_number(now);
    year = now.year;
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
  if (row.way == holidays::Way::islamic && row.day == 0) {
    put_islamic_month(date, islamic_year_of(year, row), row.month);
    return true;
  }
  if (m.unit == Unit::weekend && last_) {
    put_weekend(date, *last_);
    return true;
  }
  const bool moon = row.way == holidays::Way::lunar && (row.month || row.day);
  if ((row.way == holidays::Way::islamic || moon) && date.mod == DateMod::none) {
    date.mod = DateMod::approx;
    date.edtf += '~';
  }
  return true;
}

bool Resolver::day_of_month(const Mention& m, Date& date) {
  const bool from_before = last_ && last_grain_ <= Unit::month && !m.weekday && m.hint == Hint::none &&
                           (narrative_ || same_paragraph(m));
  const std::optional<CivilDate> from = from_before ? last_ : base();
  if (!from) {
    std::string value = "XXXX-XX-";
    append_number(value, m.day, 2);
    date.edtf = value;
    put_open(m, date, std::move(value), Unit::day);
    return true;
  }
  for (const char* part : {"month", "year"}) date.inferred.push_back(part);
  const CivilDate month{from->year, from->month, 1};
  if (m.hint == Hint::same) {
    const CivilDate at = add_months(month, m.shift), day{at.year, at.month, m.day};
    if (!exists(day)) return no_such_day(m, date, day);
    put_day(m, date, day);
    return true;
  }
  // Every day of a month meets every weekday within fourteen months.
  constexpr std::int64_t kMonths = 14;
  std::optional<CivilDate> past, future;
  for (std::int64_t away = 0; away <= kMonths && (!past || !future); ++away)
    for (const std::int64_t shift : {-away, away}) {
      const CivilDate at = add_months(month, shift), day{at.year, at.month, m.day};
      if (!exists(day) || (m.weekday && weekday(day) != m.weekday)) continue;
      std::optional<CivilDate>& side = day_number(day) <= day_number(*from) ? past : future;
      if (!side) side = day;
    }
  if (!past || !future) return false;
  const std::int64_t back = day_number(*from) - day_number(*past),
                     ahead = day_number(*future) - day_number(*from);
  Direction direction = from_before ? Direction::open : direction_of(text_, tokens_, m);
  // The month of a date before it, when that has the day; else the nearer side.
  if (from_before && past->month == from->month && past->year == from->year) direction = Direction::past;
  if (direction == Direction::open) {
    const bool here = future->year == from->year && future->month == from->month;
    direction = here || ahead < back ? Direction::future : Direction::past;
  }
  constexpr std::int64_t kFar = 270, kNear = 90;
  if (back > kFar && ahead <= kNear) direction = Direction::future;
  if (ahead > kFar && back <= kNear) direction = Direction::past;
  const CivilDate day = direction == Direction::past ? *past : *future;
  put_day(m, date, day);
  move_anchor(m, day);
  return true;
}

bool Resolver::anniversary(const Mention& m, Date& date) {
  const std::size_t next = static_cast<std::size_t>(&m - mentions_.data()) + 1;
  if (next >= mentions_.size()) return false;
  const Mention& of = mentions_[next];
  const std::size_t begin = m.end + (tokens_[m.end + 1].is("the"_w) ? 2 : 1);
  const std::int64_t years = m.amount.hundredths / 100;
  if (of.first != begin || of.kind != Kind::calendar || !of.has_year() || of.grain > Unit::year ||
      of.grain == Unit::season || of.quarter || of.half || of.holiday >= 0 || years > kLongestDistance)
    return false;
  const CivilDate first{of.year, of.month ? of.month : 1, of.day ? of.day : 1};
  if (!exists(first)) return false;
  const CivilDate day = add_years(first, years);
  if (day.year > 9999) return false;
  put(date, {day, of.day ? Unit::day : of.month ? Unit::month : Unit::year, 0});
  return true;
}

bool Resolver::nth_weekday_of(const Mention& m, Date& date) {
  Mention whole = m;
  whole.weekday = whole.nth = 0;
  Date month;
  if (!resolve_one(whole, month)) return false;
  date.inferred = month.inferred;
  if (month.from.empty() || !last_) {
    put_open(m, date, month.value, Unit::month);
    return true;
  }
  const CivilDate day = nth_weekday(last_->year, last_->month, m.weekday, m.nth);
  if (day.month != last_->month) {  // "the fifth Monday of June"
    put_open(m, date, month.value, Unit::month);
    return true;
  }
  put_day(m, date, day);
  move_anchor(m, day);
  return true;
}

bool Resolver::beside_day(const Mention& m, Date& date) {
  Mention named = m;
  named.beside = 0;
  Date day;
  if (!calendar(named, day)) return false;
  date.inferred = day.inferred;
  if (day.from.empty() || !last_) {
    put_open(m, date, open_value(m.beside_unit), m.beside_unit);
    return true;
  }
  if (m.beside_unit == Unit::week) {
    const Point week = shifted(*last_, Unit::week, m.beside);
    put(date, week);
    remember(first_day(week), Unit::week);
  } else {
    std::int64_t away = 1;
    if (m.beside_weekday) {
      away = (m.beside * (m.beside_weekday - weekday(*last_)) + 14) % 7;
      if (!away) away = 7;
    }
    put_day(m, date, add_days(*last_, m.beside * away));
  }
  if (day.mod == DateMod::approx) date.mod = day.mod;
  return true;
}

}  // namespace copydesk::dates
