#include "dates/values.h"

namespace copydesk::dates {
namespace {

std::int32_t floor_to(std::int32_t year, std::int32_t step) {
  const std::int32_t rest = year % step;
  return rest < 0 ? year - rest - step : year - rest;
}

void append_year(std::string& out, std::int32_t year) {
  if (year <= 0) {
    out += "BC";
    append_number(out, 1 - std::int64_t{year}, 4);
  } else {
    append_number(out, year, 4);
  }
}

constexpr const char* kSeasonNames[] = {"", "SP", "SU", "FA", "WI"};

std::int32_t season_month(std::int8_t season) {
  return season * 3;  // March, June, September, December
}

}  // namespace

std::string timex(const Point& p) {
  std::string out;
  switch (p.grain) {
    case Unit::week:
    case Unit::weekend: {
      const IsoWeek week = iso_week(p.date);
      append_year(out, week.year);
      out += "-W";
      append_number(out, week.week, 2);
      if (p.grain == Unit::weekend) out += "-WE";
      return out;
    }
    case Unit::month:
      append_year(out, p.date.year);
      out += '-';
      append_number(out, p.date.month, 2);
      return out;
    case Unit::season:
      append_year(out, p.date.year);
      out += '-';
      out += kSeasonNames[p.season];
      return out;
    case Unit::quarter:
      append_year(out, p.date.year);
      out += "-Q";
      append_number(out, (p.date.month - 1) / 3 + 1);
      return out;
    case Unit::half:
      append_year(out, p.date.year);
      out += "-H";
      append_number(out, (p.date.month - 1) / 6 + 1);
      return out;
    case Unit::year:
      append_year(out, p.date.year);
      return out;
    case Unit::decade:
      append_number(out, floor_to(p.date.year, 10) / 10, 3);
      return out;
    case Unit::century:
      if (p.date.year < 0) {
        out += "BC";
        append_number(out, -std::int64_t{p.date.year} / 100 - 1, 2);
      } else {
        append_number(out, p.date.year / 100, 2);
      }
      return out;
    case Unit::millennium:
      if (p.date.year < 0) out += "BC";
      append_number(out, p.date.year < 0 ? -std::int64_t{p.date.year} / 1000 - 1 : p.date.year / 1000);
      return out;
    default: {
      if (p.date.year > 0) return iso_date(p.date);
      append_year(out, p.date.year);
      out += '-';
      append_number(out, p.date.month, 2);
      out += '-';
      append_number(out, p.date.day, 2);
      return out;
    }
  }
}

std::string open_season(std::int8_t season) {
  return std::string("XXXX-") + kSeasonNames[season];
}

CivilDate first_day(const Point& p) {
  const std::int32_t year = p.date.year;
  switch (p.grain) {
    case Unit::week:
      return monday_of(p.date);
    case Unit::weekend:
      return add_days(monday_of(p.date), 5);
    case Unit::month:
      return {year, p.date.month, 1};
    case Unit::season:
      return {year, season_month(p.season), 1};
    case Unit::quarter:
      return {year, (p.date.month - 1) / 3 * 3 + 1, 1};
    case Unit::half:
      return {year, (p.date.month - 1) / 6 * 6 + 1, 1};
    case Unit::year:
      return {year, 1, 1};
    case Unit::decade:
      return {floor_to(year, 10), 1, 1};
    case Unit::century:
      return {floor_to(year, 100), 1, 1};
    case Unit::millennium:
      return {floor_to(year, 1000), 1, 1};
    default:
      return p.date;
  }
}

CivilDate day_after(const Point& p) {
  const CivilDate first = first_day(p);
  switch (p.grain) {
    case Unit::week:
      return add_days(first, 7);
    case Unit::weekend:
      return add_days(first, 2);
    case Unit::month:
      return add_months(first, 1);
    case Unit::season:
    case Unit::quarter:
      return add_months(first, 3);
    case Unit::half:
      return add_months(first, 6);
    case Unit::year:
      return add_years(first, 1);
    case Unit::decade:
      return add_years(first, 10);
    case Unit::century:
      return add_years(first, 100);
    case Unit::millennium:
      return add_years(first, 1000);
    default:
      return add_days(first, 1);
  }
}

std::string edtf(const Point& p, DateMod mod) {
  std::string out;
  const std::int32_t year = p.date.year;
  switch (p.grain) {
    case Unit::week:
    case Unit::weekend:
    case Unit::millennium:
      return out;
    case Unit::month:
      append_iso_year(out, year);
      out += '-';
      append_number(out, p.date.month, 2);
      break;
    case Unit::season:
    case Unit::quarter:
    case Unit::half: {
      append_iso_year(out, year);
      out += '-';
      const std::int32_t code = p.grain == Unit::season    ? 20 + p.season
                                : p.grain == Unit::quarter ? 33 + (p.date.month - 1) / 3
                                                           : 40 + (p.date.month - 1) / 6;
      append_number(out, code, 2);
      break;
    }
    case Unit::year:
      append_iso_year(out, year);
      break;
    case Unit::decade:
      if (year < 0) return out;
      append_number(out, year / 10, 3);
      out += 'X';
      break;
    case Unit::century:
      if (year < 0) return out;
      append_number(out, year / 100, 2);
      out += "XX";
      break;
    default:
      out = iso_date(p.date);
      break;
  }
  if (mod == DateMod::approx) out += '~';
  return out;
}

std::string timex_clock(const ClockTime& clock) {
  ClockTime written = clock;
  if (written.zone != ZoneKind::utc) written.zone = ZoneKind::none;
  return iso_time(written);
}

std::string timex_part(Part part) {
  static constexpr const char* kNames[] = {"TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  return kNames[static_cast<int>(part)];
}

namespace {

struct UnitCode {
  const char* letters;
  std::int32_t times;
  bool clock;
};

UnitCode code_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"S", 1, true};
    case Unit::minute:
      return {"M", 1, true};
    case Unit::hour:
      return {"H", 1, true};
    case Unit::week:
      return {"W", 1, false};
    case Unit::weekend:
      return {"WE", 1, false};
    case Unit::month:
      return {"M", 1, false};
    case Unit::quarter:
      return {"Q", 1, false};
    case Unit::year:
      return {"Y", 1, false};
    case Unit::decade:
      return {"Y", 10, false};
    case Unit::century:
      return {"Y", 100, false};
    case Unit::millennium:
      return {"Y", 1000, false};
    default:
      return {"D", 1, false};
  }
}

void append_amount(std::string& out, std::int64_t hundredths) {
  append_number(out, hundredths / 100);
  const std::int64_t rest = hundredths % 100;
  if (!rest) return;
  out += '.';
  append_number(out, rest % 10 ? rest : rest / 10, rest % 10 ? 2 : 1);
}

}  // namespace

std::string duration_value(Amount amount, Unit unit, std::int64_t minor_hundredths, Unit minor) {
  std::string out = "P";
  const UnitCode code = code_of(unit);
  if (code.clock) out += 'T';
  if (amount.vague) {
    out += 'X';
    out += unit == Unit::decade ? "DE" : unit == Unit::century ? "CE" : code.letters;
    return out;
  }
  std::int64_t value = amount.hundredths * code.times;
  if (unit == Unit::hour && value % 100) {
    // one and a half hours are an hour and thirty minutes
    if (value >= 100) {
      append_number(out, value / 100);
      out += 'H';
    }
    append_number(out, value % 100 * 60 / 100);
    out += 'M';
    return out;
  }
  append_amount(out, value);
  out += code.letters;
  if (minor_hundredths) {
    const UnitCode small = code_of(minor);
    if (small.clock && !code.clock) out += 'T';
    append_amount(out, minor_hundredths * small.times);
    out += small.letters;
  }
  return out;
}

Point shifted(CivilDate from, Unit unit, std::int64_t shift) {
  switch (unit) {
    case Unit::week:
    case Unit::weekend:
      return {add_days(from, 7 * shift), unit, 0};
    case Unit::month:
      return {add_months({from.year, from.month, 1}, shift), unit, 0};
    case Unit::quarter:
      return {add_months({from.year, from.month, 1}, 3 * shift), unit, 0};
    case Unit::half:
      return {add_months({from.year, from.month, 1}, 6 * shift), unit, 0};
    case Unit::year:
      return {add_years({from.year, from.month, 1}, shift), unit, 0};
    case Unit::decade:
      return {add_years({from.year, 1, 1}, 10 * shift), unit, 0};
    case Unit::century:
      return {add_years({from.year, 1, 1}, 100 * shift), unit, 0};
    case Unit::millennium:
      return {add_years({from.year, 1, 1}, 1000 * shift), unit, 0};
    default:
      return {add_days(from, shift), Unit::day, 0};
  }
}

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

}  // namespace copydesk::dates
