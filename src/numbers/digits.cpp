#include "numbers/digits.h"

#include <array>

namespace copydesk::numbers {
namespace {

constexpr std::size_t kMostBytes = 128;

/// The digits between separators, as lengths.
struct Groups {
  std::array<std::uint8_t, kMostBytes> size{};
  std::size_t count = 0;
};

Groups groups_of(std::string_view s, char mark) {
  Groups g;
  std::uint8_t run = 0;
  for (char c : s) {
    if (c == mark) {
      g.size[g.count++] = run;
      run = 0;
    } else {
      ++run;
    }
  }
  g.size[g.count++] = run;
  return g;
}

/// Thousands (1,234,567) or lakhs and crores (12,34,567).
bool grouped_well(const Groups& g) {
  if (g.count < 2 || g.size[0] > 3 || g.size[g.count - 1] != 3) return false;
  bool thousands = true, indian = g.size[0] <= 2;
  for (std::size_t i = 1; i + 1 < g.count; ++i) {
    thousands &= g.size[i] == 3;
    indian &= g.size[i] == 2;
  }
  return thousands || indian;
}

/// The digits with `point` as decimal mark and every other mark dropped.
Decimal value_of(std::string_view s, char point) {
  char plain[kMostBytes];
  std::size_t n = 0;
  for (char c : s)
    if (c == point)
      plain[n++] = '.';
    else if (c >= '0' && c <= '9')
      plain[n++] = c;
  return Decimal::parse({plain, n});
}

}  // namespace

Digits read_digits(std::string_view s) {
  Digits out;
  if (s.size() > kMostBytes) return out;
  const std::size_t last_comma = s.rfind(','), last_point = s.rfind('.');
  const bool commas = last_comma != s.npos, points = last_point != s.npos;
  if (!commas && !points) {
    out.value = Decimal::parse(s);
    return out;
  }
  if (commas && points) {
    const char point = last_comma > last_point ? ',' : '.';
    const std::size_t at = point == ',' ? last_comma : last_point;
    const char mark = point == ',' ? '.' : ',';
    if (s.find(point) != at || !grouped_well(groups_of(s.substr(0, at), mark))) return out;
    out = {value_of(s, point), true, true, point == ','};
    return out;
  }
  const char mark = commas ? ',' : '.';
  const Groups g = groups_of(s, mark);
  if (commas && grouped_well(g))
    out = {value_of(s, 0), true, false, false};
  else if (g.count == 2)
    out = {value_of(s, mark), false, true, commas};
  else if (!commas && grouped_well(g))
    out = {value_of(s, 0), true, false, true};
  return out;
}

}  // namespace copydesk::numbers
