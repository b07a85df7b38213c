#include "dates/resolve.h"

#include "dates/direction.h"
#include "dates/narrative.h"
#include "dates/resolver.h"
#include "lexicon/rule_names.h"

namespace copydesk::dates {

using namespace literals;

namespace {

std::int64_t month_count(CivilDate date) {
  return std::int64_t{date.year} * 12 + date.month - 1;
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

}  // namespace

Resolver::Resolver(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
                   std::string_view reference)
    : text_(text),
      tokens_(tokens),
      mentions_(mentions),
      reference_(parse_reference(reference)),
      narrative_(is_narrative(mentions)) {
  find_report_quarter();
  if (narrative_) find_first_year();
}

std::vector<Date> Resolver::run() {
  std::vector<Date> dates;
  dates.reserve(mentions_.size());
  for (const Mention& m : mentions_) {
    Date date;
    date.span = {tokens_[m.first].begin, tokens_[m.end - 1].end};
    date.mod = m.mod;
    date.rule = m.rule;
    if (resolve_one(m, date)) {
      dates.push_back(std::move(date));
      place_beside(dates, m);
    }
    before_ = &m;
    note_period(m);
  }
  return dates;
}

bool Resolver::resolve_one(const Mention& m, Date& date) {
  if (m.nth && m.weekday) return nth_weekday_of(m, date);
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
    case Kind::anniversary:
      return anniversary(m, date);
    case Kind::year_before:
      return year_before(m, date);
  }
  return false;
}

void Resolver::find_report_quarter() {
  if (!reference_) return;
  const CivilDate now = *reference_;
  const CivilDate completed = add_months({now.year, (now.month - 1) / 3 * 3 + 1, 1}, -3);
  bool reports = false;
  std::optional<CivilDate> fiscal;
  for (const Mention& m : mentions_) {
    reports |= m.kind == Kind::latest || m.kind == Kind::year_before;
    if (m.kind != Kind::calendar || !m.quarter || m.unit == Unit::year) continue;
    const CivilDate start = m.has_year() ? CivilDate{m.year, m.quarter * 3 - 2, 1} : quarter_near(m.quarter);
    if (start == completed) {
      report_quarter_ = start;
      return;
    }
    if (!report_quarter_ && month_count(start) + 3 <= month_count(now) + 1) report_quarter_ = start;
    // "reported fourth-quarter earnings" before that quarter is over: the firm's own calendar
    if (!fiscal && m.attributive && !m.has_year() && start.year == now.year &&
        month_count(start) <= month_count(now) && direction_of(text_, tokens_, m) == Direction::past)
      fiscal = start;
  }
  if (!report_quarter_) report_quarter_ = fiscal;
  if (!report_quarter_ && reports) last_completed_ = completed;
}

void Resolver::find_first_year() {
  for (const Mention& m : mentions_)
    if (m.kind == Kind::calendar && m.has_year() && m.grain <= Unit::year) {
      anchor_ = {m.year, m.month ? m.month : 1, 1};
      anchor_grain_ = m.month ? Unit::month : Unit::year;
      return;
    }
}

CivilDate Resolver::quarter_near(std::int32_t quarter) const {
  const std::int32_t now = (reference_->month - 1) / 3 + 1;
  return {reference_->year - (quarter - now >= 2 ? 1 : 0), quarter * 3 - 2, 1};
}

std::optional<CivilDate> Resolver::base() const {
  if (narrative_ && anchor_) return anchor_;
  return reference_;
}

void Resolver::remember(CivilDate date, Unit grain) {
  last_ = date;
  last_grain_ = grain;
}

void Resolver::move_anchor(const Mention& m, CivilDate date) {
  if (!narrative_ || m.grain > Unit::year) return;
  const bool opens = tokens_[m.first].has(token_flag::gap_before);
  const bool back = anchor_ && date.year < anchor_->year;
  const bool far_ahead = anchor_ && date.year > anchor_->year + 5;
  if ((back || far_ahead) && !opens && m.grain == Unit::year) return;
  anchor_ = date;
  anchor_grain_ = m.grain;
}

void Resolver::put(Date& date, const Point& point) {
  date.type = DateType::date;
  date.value = timex(point);
  date.from = iso_date(first_day(point));
  date.to = iso_date(day_after(point));
  date.edtf = edtf(point, date.mod);
  date.grain = grain_of(point.grain);
}

void Resolver::put_clock(const Mention& m, Date& date, CivilDate day) {
  date.type = DateType::time;
  date.value = timex({day, Unit::day, 0}) + timex_clock(m.clock);
  date.grain = m.clock.second >= 0 ? Grain::second : m.clock.minute >= 0 ? Grain::minute : Grain::hour;
  ClockTime from = m.clock;
  const bool european = from.zone == ZoneKind::european;
  if (european || from.zone == ZoneKind::seasonal) {  // ET is −5 h, or −4 h in summer
    const std::optional<bool> summer = european ? european_summer_time(day) : us_daylight_time(day);
    if (summer) {
      from.zone = ZoneKind::fixed;
      from.zone_minutes = static_cast<std::int16_t>(from.zone_minutes + (*summer ? 60 : 0));
    }
  }
  ClockTime to = from;
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
  date.from = iso_date(from_day) + iso_time(from);
  date.to = iso_date(to_day) + iso_time(to);
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

void Resolver::put_part(const Mention& m, Date& date, CivilDate day) {
  date.type = DateType::time;
  date.value = timex({day, Unit::day, 0}) + timex_part(m.part);
  date.grain = Grain::part_of_day;
  static constexpr std::int16_t kFrom[] = {6, 12, 12, 18, 18, 6};
  static constexpr std::int16_t kTo[] = {12, 14, 18, 24, 30, 18};
  ClockTime from, to;
  from.hour = kFrom[static_cast<int>(m.part)];
  const std::int16_t end = kTo[static_cast<int>(m.part)];
  to.hour = static_cast<std::int16_t>(end % 24);
  date.from = iso_date(day) + iso_time(from);
  date.to = iso_date(add_days(day, end / 24)) + iso_time(to);
}

void Resolver::put_day(const Mention& m, Date& date, CivilDate day) {
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

void Resolver::put_open(const Mention& m, Date& date, std::string value, Unit grain) {
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

void Resolver::without_interval(Date& date) {
  date.from.clear();
  date.to.clear();
  date.edtf.clear();
}

void Resolver::place_beside(std::vector<Date>& dates, const Mention& m) const {
  if (dates.size() < 2 || !before_ || before_->kind != Kind::duration || before_->amount.vague) return;
  Date& length = dates[dates.size() - 2];
  const Date& day = dates.back();
  const Token& link = tokens_[before_->end];
  const bool after = link.is("after"_w);
  if (m.first != before_->end + 1 || (!after && !link.is("before"_w))) return;
  if (!length.from.empty() || day.from.empty() || day.type != DateType::date || !last_) return;
  if (last_grain_ != Unit::day) return;
  place(*before_, length, *last_, after ? 1 : -1);
}

std::vector<Date> resolve(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
                          std::string_view reference) {
  return Resolver(text, tokens, mentions, reference).run();
}

}  // namespace copydesk::dates
