#include "calendar/absolute.h"

#include <string_view>

#include "tables/months.gen.h"
#include "tables/weekdays.gen.h"
#include "tables/zones.gen.h"
#include "values/civil.h"

namespace copydesk {
namespace {

using namespace literals;
namespace months = tables::months;
namespace weekdays = tables::weekdays;
namespace zones = tables::zones;

std::size_t digits_of(const Token& token) {
  return token.is_number() ? token.end - token.begin : 0;
}

/// Digits only, at most four of them; −1 otherwise.
std::int32_t small_number(const Text& text, const Token& token) {
  if (!token.is_number() || token.end - token.begin > 4) return -1;
  std::int32_t value = 0;
  for (const char c : text.slice(token.span())) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_ordinal_suffix(const Token& token) {
  return token.glued() && (token.is("th"_w) || token.is("st"_w) || token.is("nd"_w) || token.is("rd"_w));
}

bool is_dash(const Token& token) {
  return token.is_mark('-') || token.is_mark(kHyphen) || token.is_mark(kEnDash);
}

bool is_year(std::int32_t value) {
  return value >= 1000 && value <= 2999;
}

/// Whether a dot at `dot` belongs to the abbreviation before it.
bool is_abbreviation_dot(const Token& token) {
  return token.is_mark('.') && token.glued();
}

bool same_line(const Token& token) {
  return !token.has(token_flag::line_before);
}
/// A line may be wrapped inside a date, but a blank line parts texts.
bool same_text(const Token& token) {
  return token.kind != TokenKind::none && !token.has(token_flag::gap_before);
}

/// A year after a date: four digits, or an apostrophe and two.
struct YearWord {
  std::int32_t year = 0;
  std::size_t end = 0;
  bool short_form = false;
};

YearWord read_year(const Text& text, const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.is_number() && digits_of(token) == 4 && same_text(token)) {
    const std::int32_t value = small_number(text, token);
    const Token& next = tokens[at + 1];
    if (is_year(value) &&
        !(next.glued() && next.is_mark(':') && tokens[at + 2].glued() && tokens[at + 2].is_number()))
      return {value, at + 1, false};
  }
  if ((token.is_mark('\'') || token.is_mark(kRightSingle) || token.is_mark(kLeftSingle)) &&
      tokens[at + 1].glued() && digits_of(tokens[at + 1]) == 2 && !tokens[at + 2].is("s"_w)) {
    const std::int32_t value = small_number(text, tokens[at + 1]);
    if (value >= 0) return {value + (value < 50 ? 2000 : 1900), at + 2, true};
  }
  return {};
}

/// A year that may stand after a comma or "of" in a date.
YearWord read_following_year(const Text& text, const Tokens& tokens, std::size_t at, bool of_allowed) {
  if (YearWord year = read_year(text, tokens, at); year.end) return year;
  if (tokens[at].is_mark(',') && same_text(tokens[at + 1])) return read_year(text, tokens, at + 1);
  if (of_allowed && tokens[at].is("of"_w)) return read_year(text, tokens, at + 1);
  return {};
}

void read_month_first(const Text& text, const Tokens& tokens, std::size_t at, AbsoluteDate& date) {
  const CalendarWord month = read_month(tokens, at);
  if (!month.end) return;
  std::size_t i = month.end;
  // Templates cut every month to three letters and a stop, May too: "May. 11, 2024".
  if (tokens[at].is("may"_w) && is_abbreviation_dot(tokens[i]) && same_line(tokens[i + 1]) &&
      tokens[i + 2].is_mark(',') && digits_of(tokens[i + 3]) == 4)
    ++i;
  std::int32_t day = small_number(text, tokens[i]);
  if (tokens[i].is("the"_w) && is_ordinal_suffix(tokens[i + 2])) day = small_number(text, tokens[++i]);
  const Token& after = tokens[i + 1];
  const bool whole = digits_of(tokens[i]) <= 2 && same_text(tokens[i]) &&
                     !(after.glued() && (after.is_mark('%') || after.is_mark('/'))) &&
                     !(after.glued() && after.is_mark(':') && tokens[i + 2].is_number());
  if (day >= 1 && day <= 31 && whole) {
    date.month = month.value;
    date.day = day;
    date.end = i + 1;
    if (is_ordinal_suffix(tokens[date.end])) ++date.end;
    if (const YearWord year = read_following_year(text, tokens, date.end, true); year.end) {
      date.year = year.year;
      date.century_inferred = year.short_form;
      date.end = year.end;
    }
    return;
  }
  if (const YearWord year = read_following_year(text, tokens, month.end, true); year.end) {
    date.month = month.value;
    date.year = year.year;
    date.century_inferred = year.short_form;
    date.end = year.end;
  }
}

void read_day_first(const Text& text, const Tokens& tokens, std::size_t at, AbsoluteDate& date) {
  const std::int32_t day = small_number(text, tokens[at]);
  if (day < 1 || day > 31 || digits_of(tokens[at]) > 2) return;
  std::size_t i = at + 1;
  bool ordinal = false;
  if (is_ordinal_suffix(tokens[i])) {
    ++i;
    ordinal = true;
  }
  bool dashed = false;
  if (tokens[i].is("of"_w)) {
    ++i;
  } else if (is_dash(tokens[i]) && tokens[i].glued() && tokens[i + 1].glued() && !ordinal) {
    ++i;
    dashed = true;
  }
  if (!same_text(tokens[i])) return;
  const CalendarWord month = read_month(tokens, i);
  if (!month.end) return;
  std::size_t end = month.end;
  if (dashed) {
    if (!is_dash(tokens[end]) || !tokens[end + 1].glued()) return;
    ++end;
  } else if (tokens[i].glued()) {
    return;
  }
  date.day = day;
  date.month = month.value;
  date.end = end;
  if (const YearWord year = read_following_year(text, tokens, end, !dashed); year.end) {
    date.year = year.year;
    date.century_inferred = year.short_form;
    date.end = year.end;
  } else if (dashed) {
    const std::int32_t two = small_number(text, tokens[end]);
    if (digits_of(tokens[end]) == 2 && two >= 0) {
      date.year = two + (two < 50 ? 2000 : 1900);
      date.century_inferred = true;
      date.end = end + 1;
    } else {
      date = {};
    }
  }
}

struct ThreeNumbers {
  std::int32_t part[3] = {};
  std::size_t places[3] = {};
  char separator = 0;
  std::size_t end = 0;
};

/// "2024-06-03", "3/4/2024" (five tokens), "21.09.2023" (one).
ThreeNumbers read_three_numbers(const Text& text, const Tokens& tokens, std::size_t at) {
  ThreeNumbers out;
  const Token& first = tokens[at];
  if (const std::string_view s = text.slice(first.span()); s.size() >= 6 && s.size() <= 10) {
    unsigned part = 0;
    for (const char c : s) {
      if (c == '.') {
        if (++part > 2) return {};
      } else if (c >= '0' && c <= '9') {
        out.part[part] = out.part[part] * 10 + (c - '0');
        if (++out.places[part] > 4) return {};
      } else {
        return {};
      }
    }
    if (part != 2) return {};
    out.separator = '.';
    out.end = at + 1;
    return out;
  }
  const Token& mark = tokens[at + 1];
  if (!mark.glued() || !(mark.is_mark('/') || mark.is_mark('-'))) return {};
  for (unsigned k = 0; k < 3; ++k) {
    const Token& number = tokens[at + 2 * k];
    if (k && (!number.glued() || !tokens[at + 2 * k - 1].glued() || tokens[at + 2 * k - 1].word != mark.word))
      return {};
    out.part[k] = small_number(text, number);
    out.places[k] = digits_of(number);
    if (out.part[k] < 0) return {};
  }
  const Token& next = tokens[at + 5];
  if (next.glued() && next.is_any_mark() && next.word == mark.word) return {};
  out.separator = static_cast<char>(mark.word);
  out.end = at + 5;
  return out;
}

void read_numeric(const Text& text, const Tokens& tokens, std::size_t at, AbsoluteDate& date) {
  const Token& before = tokens[at - 1];
  if (tokens[at].glued() && before.is_any_mark() && !before.is_mark('(') && !before.is_mark('[') &&
      !before.is_mark('"') && !before.is_mark(kLeftDouble) && !before.is_mark(':'))
    return;
  const ThreeNumbers n = read_three_numbers(text, tokens, at);
  if (!n.end) return;
  std::int32_t year = 0, month = 0, day = 0;
  bool century_inferred = false, ambiguous = false;
  if (n.places[0] == 4 && n.places[1] <= 2 && n.places[2] <= 2) {
    year = n.part[0], month = n.part[1], day = n.part[2];
  } else if (n.places[0] <= 2 && n.places[1] <= 2 &&
             (n.places[2] == 4 || (n.places[2] == 2 && n.separator == '/'))) {
    year = n.part[2];
    if (n.places[2] == 2) {
      year += year < 50 ? 2000 : 1900;
      century_inferred = true;
    }
    const bool day_first = n.separator == '.' || n.part[0] > 12;
    month = day_first ? n.part[1] : n.part[0];
    day = day_first ? n.part[0] : n.part[1];
    ambiguous = !day_first && day <= 12 && day != month;
  } else {
    return;
  }
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return;
  date.year = year;
  date.month = month;
  date.day = day;
  date.century_inferred = century_inferred;
  date.order_ambiguous = ambiguous;
  date.numeric = true;
  date.end = n.end;
}

/// "a.m.", "pm", "A.M": 1 for a.m., 2 for p.m., 0 for none.
int half_day_of(const Token& token) {
  if (token.is("p.m."_w) || token.is("p.m"_w) || token.is("pm"_w)) return 2;
  if (token.is("a.m."_w) || token.is("a.m"_w) || token.is("am"_w)) return 1;
  return 0;
}

bool is_zone_sign(const Token& token) {
  return token.is_mark('+') || token.is_mark('-') || token.is_mark(kMinus);
}

/// "+04:00", "+4", "-0530" at `at`; false when none.
bool read_offset(const Text& text, const Tokens& tokens, std::size_t at, ClockTime& time, std::size_t& end) {
  if (!is_zone_sign(tokens[at]) || !tokens[at + 1].glued()) return false;
  const std::int32_t value = small_number(text, tokens[at + 1]);
  const std::size_t places = digits_of(tokens[at + 1]);
  if (value < 0) return false;
  std::int32_t minutes = places > 2 ? value / 100 * 60 + value % 100 : value * 60;
  end = at + 2;
  if (places <= 2 && tokens[end].is_mark(':') && tokens[end].glued() && digits_of(tokens[end + 1]) == 2) {
    minutes += small_number(text, tokens[end + 1]);
    end += 2;
  }
  if (minutes > 14 * 60) return false;
  time.zone = ZoneKind::fixed;
  time.zone_minutes = static_cast<std::int16_t>(tokens[at].is_mark('+') ? minutes : -minutes);
  return true;
}

/// "Baghdad time", "New Delhi time" at `i`: the token after it; 0 for none.
std::size_t named_place_time(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kWords = 2;
  for (std::size_t k = 0; k < kWords; ++k) {
    const Token& word = tokens[i + k];
    if (!word.is_word() || !word.capital() || word.has(token_flag::line_before) || word.has(Tag::weekdays) ||
        word.has(Tag::months))
      return 0;
    if (tokens[i + k + 1].is("time"_w) && !tokens[i + k + 1].capital()) return i + k + 2;
  }
  return 0;
}

/// `after_date`: the time stands in an ISO date-time, where a minus is an offset and no range.
void read_zone(const Text& text, const Tokens& tokens, ClockTime& time, bool after_date) {
  std::size_t i = time.end;
  const bool bracket = tokens[i].is_mark('(');
  if (bracket) ++i;
  const Token& token = tokens[i];
  std::size_t end = 0;
  if (token.has(Tag::zones)) {
    const Hit hit = find(zones::keys, tokens, i);
    const bool name =
        hit.length > 1 || token.is("eastern"_w) || token.is("pacific"_w) || token.is("central"_w);
    if (hit && (token.has(token_flag::all_capitals) || (name && (token.capital() || token.is("local"_w))))) {
      const zones::Row& row = zones::rows[hit.row];
      static constexpr ZoneKind kKinds[] = {ZoneKind::utc, ZoneKind::fixed, ZoneKind::seasonal,
                                            ZoneKind::european, ZoneKind::local};
      time.zone = kKinds[static_cast<unsigned>(row.kind)];
      time.zone_minutes = row.minutes;
      end = i + hit.length;
      if (time.zone == ZoneKind::utc) read_offset(text, tokens, end, time, end);
    }
  } else if (token.is("z"_w) && token.glued() && token.capital()) {
    time.zone = ZoneKind::utc;
    end = i + 1;
  } else if (token.glued() && time.minute >= 0 && (after_date || token.is_mark('+'))) {
    read_offset(text, tokens, i, time, end);
  } else if (token.is_mark('+') && (tokens[i + 2].is_mark(':') || digits_of(tokens[i + 1]) == 4)) {
    // "6 p.m. +04:00", "18:00 +0400"
    read_offset(text, tokens, i, time, end);
  }
  if (!end && (end = named_place_time(tokens, i))) time.zone = ZoneKind::local;
  if (!end) return;
  if (bracket) {
    if (!tokens[end].is_mark(')')) {
      time.zone = ZoneKind::none;
      return;
    }
    ++end;
  }
  time.end = end;
  time.certain = true;
}

/// "5.30" as hours and minutes: British times of day, with a.m. or p.m. only.
bool split_dotted(std::string_view s, std::int32_t& hour, std::int32_t& minute) {
  const std::size_t dot = s.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 2 || s.size() != dot + 3) return false;
  hour = minute = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (i == dot) continue;
    if (s[i] < '0' || s[i] > '9') return false;
    (i < dot ? hour : minute) = (i < dot ? hour : minute) * 10 + (s[i] - '0');
  }
  return true;
}

bool apply_half_day(ClockTime& time, int half) {
  if (time.hour < 1 || time.hour > 12) return time.hour > 12 && time.hour < 24 && half == 2;
  if (half == 2 && time.hour < 12) time.hour = static_cast<std::int16_t>(time.hour + 12);
  if (half == 1 && time.hour == 12) time.hour = 0;
  return true;
}

ClockTime read_digital(const Text& text, const Tokens& tokens, std::size_t at) {
  ClockTime time;
  const Token& first = tokens[at];
  std::int32_t hour = small_number(text, first), minute = -1, second = -1;
  std::size_t end = at + 1;
  bool four_digits = false, dotted = false;
  if (hour < 0) {
    if (!split_dotted(text.slice(first.span()), hour, minute)) return {};
    dotted = true;
  } else if (first.end - first.begin > 2) {
    if (first.end - first.begin != 4) return {};
    four_digits = true;
    minute = hour % 100;
    hour /= 100;
  } else if (tokens[end].is_mark(':') && tokens[end].glued() && tokens[end + 1].glued() &&
             digits_of(tokens[end + 1]) == 2) {
    minute = small_number(text, tokens[end + 1]);
    end += 2;
    if (tokens[end].is_mark(':') && tokens[end].glued() && tokens[end + 1].glued() &&
        digits_of(tokens[end + 1]) == 2) {
      second = small_number(text, tokens[end + 1]);
      end += 2;
    }
  }
  if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute > 0)) return {};
  time.hour = static_cast<std::int16_t>(hour);
  time.minute = static_cast<std::int16_t>(minute);
  time.second = static_cast<std::int16_t>(second);
  time.end = end;
  const bool colon = !four_digits && !dotted && minute >= 0;
  if (const int half = half_day_of(tokens[end]); half && same_line(tokens[end])) {
    // "I am": the small word after a lone number needs its dots or no blank.
    const Token& mark = tokens[end];
    const bool clear = mark.has(token_flag::dotted) || mark.glued() || colon || dotted || half == 2;
    if (four_digits || !clear || !apply_half_day(time, half)) return {};
    time.half_day = true;
    time.certain = true;
    time.end = end + 1;
  } else if (const Token& word = tokens[end]; (four_digits || colon || dotted) &&
                                              (word.is("hrs"_w) || word.is("hours"_w) || word.is("hr"_w) ||
                                               (word.glued() && word.is("h"_w))) &&
                                              (four_digits || !word.is("hours"_w))) {
    time.certain = true;
    time.end = end + 1;
    if (is_abbreviation_dot(tokens[time.end]) && word.is("hrs"_w)) ++time.end;
  }
  read_zone(text, tokens, time, tokens[at].glued() && tokens[at - 1].is("t"_w));
  if (time.half_day || time.certain) return time;
  // "at 0345", but "0900 people"
  const Token& next = tokens[end];
  const bool alone = !next.is_word() || next.is("on"_w) || next.is("and"_w) || next.is("to"_w) ||
                     next.has(Tag::weekdays) || next.has(Tag::day_words);
  const bool leading_zero = four_digits && alone && text.slice(first.span()).front() == '0';
  return colon || leading_zero ? time : ClockTime{};
}

}  // namespace

CalendarWord read_month(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (!token.has(Tag::months)) return {};
  const Hit hit = find_word(months::keys, token.word);
  if (!hit) return {};
  const months::Row& row = months::rows[hit.row];
  if (!token.capital() && row.ambiguous) return {};
  const bool dotted = row.form == months::Form::short_ && is_abbreviation_dot(tokens[at + 1]);
  return {row.month, at + (dotted ? 2 : 1), row.form == months::Form::short_, row.ambiguous != 0, false};
}

CalendarWord read_weekday(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (!token.has(Tag::weekdays) || !token.capital()) return {};
  const Hit hit = find_word(weekdays::keys, token.word);
  if (!hit) return {};
  const weekdays::Row& row = weekdays::rows[hit.row];
  const bool shortened = row.spelling == weekdays::Spelling::short_;
  const bool dotted = shortened && is_abbreviation_dot(tokens[at + 1]);
  return {row.day, at + (dotted ? 2 : 1), shortened, false, hit.form != 0};
}

std::int32_t plain_number(const Text& text, const Token& token) {
  const std::int32_t value = small_number(text, token);
  return value < 0 ? 0 : value;
}

ClockTime read_clock(const Text& text, const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.is_number()) {
    const Token& before = tokens[at - 1];
    if (token.glued() && before.is_any_mark() &&
        (before.is_mark('$') || before.is_mark(kPound) || before.is_mark(kEuro) || before.is_mark(':') ||
         before.is_mark('.') || before.is_mark(',') || before.is_mark('/')))
      return {};
    return read_digital(text, tokens, at);
  }
  ClockTime time;
  if (token.is("noon"_w) || token.is("midday"_w))
    time.hour = 12;
  else if (token.is("midnight"_w))
    time.hour = 24;
  else
    return {};
  time.minute = 0;
  time.end = at + 1;
  time.certain = true;
  read_zone(text, tokens, time, false);
  return time;
}

AbsoluteDate read_absolute_date(const Text& text, const Tokens& tokens, std::size_t at, bool with_time) {
  AbsoluteDate date;
  std::size_t i = at;
  std::int32_t weekday = 0;
  if (const CalendarWord word = read_weekday(tokens, at); word && !word.plural) {
    weekday = word.value;
    i = word.end;
    if (tokens[i].is_mark(',')) ++i;
    if (tokens[i].is("the"_w)) ++i;
    if (!same_text(tokens[i])) return {};
  }
  const Token& token = tokens[i];
  if (token.is_number()) {
    read_numeric(text, tokens, i, date);
    if (!date) read_day_first(text, tokens, i, date);
  } else if (token.has(Tag::months)) {
    read_month_first(text, tokens, i, date);
  }
  if (!date) return {};
  if (weekday) {
    if (!date.day) return {};
    date.weekday = weekday;
  }
  if (!with_time || !date.day) return date;
  // "2024-06-03T10:30", "May 12, 2024 00:01", "June 3, 2024 at 5 p.m.", "June 3, 2024, 5 p.m."
  std::size_t t = date.end;
  const bool joined = date.numeric && tokens[t].glued() && tokens[t].is("t"_w);
  const auto at_follows = [&] { return tokens[t].is("at"_w) && same_line(tokens[t]); };
  if (joined || tokens[t].is_mark(',') || at_follows()) ++t;
  if (at_follows()) ++t;
  if (tokens[t].is_number() && (joined || same_line(tokens[t]))) {
    if (ClockTime time = read_digital(text, tokens, t)) {
      date.time = time;
      date.end = time.end;
    }
  }
  return date;
}

std::string iso_time(const ClockTime& time) {
  std::string out = "T";
  append_number(out, time.hour, 2);
  out += ':';
  append_number(out, time.minute < 0 ? 0 : time.minute, 2);
  if (time.second >= 0) {
    out += ':';
    append_number(out, time.second, 2);
  }
  if (time.zone == ZoneKind::utc) {
    out += 'Z';
  } else if (time.zone == ZoneKind::fixed) {
    const std::int32_t minutes = time.zone_minutes < 0 ? -time.zone_minutes : time.zone_minutes;
    out += time.zone_minutes < 0 ? '-' : '+';
    append_number(out, minutes / 60, 2);
    out += ':';
    append_number(out, minutes % 60, 2);
  }
  return out;
}

std::string to_iso(const AbsoluteDate& date) {
  const CivilDate day{date.year, date.month, date.day};
  if (!date.year || !date.month || !date.day || !exists(day)) return {};
  std::string out = iso_date(day);
  if (date.time && date.time.hour >= 0 && date.time.hour <= 23) out += iso_time(date.time);
  return out;
}

}  // namespace copydesk
