#include "input/loose_date.h"

#include <string_view>

#include "report/options.h"
#include "values/civil.h"

namespace copydesk {
namespace {

bool is_blank(char c) {
  return c == ' ' || ('\t' <= c && c <= '\r');
}
bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
bool is_small(char c) {
  return 'a' <= c && c <= 'z';
}
bool is_letter(char c) {
  return is_small(c) || ('A' <= c && c <= 'Z');
}
bool is_zone(char c) {
  return is_letter(c) || is_digit(c) || c == ':' || c == '+' || c == '-';
}

/// Reads a text piece by piece; a piece that does not stand next is refused.
class Pieces {
 public:
  explicit Pieces(std::string_view rest) : rest_(rest) {}

  bool mark(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool blanks() {
    while (!rest_.empty() && is_blank(rest_[0])) rest_.remove_prefix(1);
    return true;
  }
  /// A number of up to `most` characters, its sign among them, and the blanks before it.
  bool number(std::size_t most, int& value) {
    blanks();
    const bool minus = !rest_.empty() && rest_[0] == '-';
    if (minus || mark('+')) --most;
    if (minus) mark('-');
    const std::string_view digits = run(is_digit, most);
    value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    if (minus) value = -value;
    return !digits.empty();
  }
  std::string_view run(bool (*is_part)(char), std::size_t most) {
    std::size_t size = 0;
    while (size < most && size < rest_.size() && is_part(rest_[size])) ++size;
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }

 private:
  std::string_view rest_;
};

struct Day {
  int year = 0, month = 0, day = 0;
};
struct Clock {
  int hour = 0, minute = 0, second = 0;
};

/// "20240612T093000"
bool read_compact(Pieces& p, Day& d, Clock& c) {
  return p.number(4, d.year) && p.number(2, d.month) && p.number(2, d.day) && p.mark('T') &&
         p.number(2, c.hour) && p.number(2, c.minute) && p.number(2, c.second);
}

/// "2024-06-12", "2024/6/12"
bool read_numeric(Pieces& p, Day& d, char between) {
  return p.number(4, d.year) && p.mark(between) && p.number(2, d.month) && p.mark(between) &&
         p.number(2, d.day);
}

/// 1 … 12 for "jan" … "dec" in any case, else 0.
int month_of(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = static_cast<char>(c | 0x20);
  const std::size_t at = std::string_view("janfebmaraprmayjunjulaugsepoctnovdec").find(small);
  return small.size() == 3 && at != std::string_view::npos && at % 3 == 0 ? static_cast<int>(at / 3) + 1 : 0;
}

/// "12 Jun 2024", "12 June 2024"
bool read_named(Pieces& p, Day& d) {
  if (!p.number(2, d.day) || !p.blanks()) return false;
  d.month = month_of(p.run(is_letter, 3));
  p.run(is_small, std::string_view::npos);
  return p.number(4, d.year) && d.month;
}

bool read_day(Pieces& p, Day& d, std::string_view text) {
  const Pieces whole = p;
  if (read_numeric(p, d, '-') || read_numeric(p = whole, d, '/')) return true;
  const std::size_t comma = text.find(',');
  p = Pieces(comma == text.npos ? text : text.substr(comma + 1));
  return read_named(p, d);
}

/// "T09:30", " 09:30:15"
bool read_clock(Pieces& p, Clock& c) {
  while (p.mark('T') || p.mark('t') || p.mark(' ')) continue;
  if (!p.number(2, c.hour) || !p.mark(':') || !p.number(2, c.minute)) return false;
  Pieces further = p;
  if (further.mark(':') && further.number(2, c.second)) p = further;
  return true;
}

std::string read_zone(Pieces& p) {
  p.blanks();
  std::string zone(p.run(is_zone, 15));
  if (zone == "UTC" || zone == "GMT" || zone == "z") return "Z";
  const bool offset = !zone.empty() && (zone[0] == '+' || zone[0] == '-');
  if (offset && zone.size() == 5) zone.insert(3, ":");
  if (offset && zone.size() == 3) zone += ":00";
  return zone;
}

std::string to_text(Clock c) {
  std::string out = "T";
  append_number(out, c.hour, 2);
  out += ':';
  append_number(out, c.minute, 2);
  out += ':';
  append_number(out, c.second, 2);
  return out;
}

}  // namespace

std::string read_loose_date(const std::string& written) {
  const std::string_view text = written.c_str();  // up to a NUL
  Day d;
  Clock c;
  Pieces p(text);
  const bool compact = read_compact(p, d, c);
  if (!compact && (c = {}, p = Pieces(text), !read_day(p, d, text))) return {};
  if (d.year < 0 || d.month < 0 || d.day < 0) return {};
  const std::string date = iso_date(CivilDate{d.year, d.month, d.day});
  if (!is_iso_date(date)) return {};
  if (!compact && !read_clock(p, c)) return date;
  if (c.hour < 0 || c.minute < 0 || c.second < 0) return date;
  if (p.mark('.')) p.run(is_digit, std::string_view::npos);
  const std::string time = date + to_text(c);
  if (const std::string zoned = time + read_zone(p); is_iso_date(zoned)) return zoned;
  return is_iso_date(time) ? time : date;
}

}  // namespace copydesk
