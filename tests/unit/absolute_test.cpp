#include "calendar/absolute.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace copydesk;

namespace {

/// The ISO form of the date at the start of `s`, and what is left of it.
std::string read(std::string_view s) {
  const Text text = Text::from_utf8(s).value();
  const Tokens tokens = tokenize(text);
  const AbsoluteDate date = read_absolute_date(text, tokens, 0, true);
  if (!date) return "none";
  std::ostringstream out;
  if (const std::string iso = to_iso(date); !iso.empty())
    out << iso;
  else
    out << date.year << '/' << date.month << '/' << date.day;
  if (date.end < tokens.size()) out << " +" << s.substr(tokens[date.end].begin);
  return out.str();
}

std::string clock(std::string_view s) {
  const Text text = Text::from_utf8(s).value();
  const Tokens tokens = tokenize(text);
  const ClockTime time = read_clock(text, tokens, 0);
  if (!time) return "none";
  std::ostringstream out;
  out << time.hour << ':' << time.minute;
  if (time.zone != ZoneKind::none) out << ' ' << time.zone_minutes;
  if (time.end < tokens.size()) out << " +" << s.substr(tokens[time.end].begin);
  return out.str();
}

}  // namespace

TEST_CASE("dates in every order and punctuation") {
  CHECK(read("September 21, 2023") == "2023-09-21");
  CHECK(read("Sept. 21, 2023 in") == "2023-09-21 +in");
  CHECK(read("Thursday, September 21, 2023.") == "2023-09-21 +.");
  CHECK(read("Thu 21 Sep 2023") == "2023-09-21");
  CHECK(read("21st of September, 2023") == "2023-09-21");
  CHECK(read("21-Sep-2023") == "2023-09-21");
  CHECK(read("2023-09-21T10:30:00Z") == "2023-09-21T10:30:00Z");
  CHECK(read("2023-09-21T10:30+04:00") == "2023-09-21T10:30+04:00");
  CHECK(read("21.09.2023") == "2023-09-21");
  CHECK(read("21/9/2023") == "2023-09-21");
  CHECK(read("9/21/98") == "1998-09-21");
  CHECK(read("May 12, 2024 00:01") == "2024-05-12T00:01");
  CHECK(read("June 3, 2024 at 5:30 p.m. GMT") == "2024-06-03T17:30Z");
  CHECK(read("June 3, 2024\n\nAt 5:30 p.m. they met") == "2024-06-03 +At 5:30 p.m. they met");
  CHECK(read("May. 11, 2024") == "2024-05-11");
  CHECK(read("June 3") == "0/6/3");
  CHECK(read("3 June") == "0/6/3");
  CHECK(read("June 2024") == "2024/6/0");
  CHECK(read("June the 3rd, 2024") == "2024-06-03");
  CHECK(read("June 31, 2024") == "2024/6/31");
}

TEST_CASE("what is no date") {
  CHECK(read("may 3 of them") == "none");
  CHECK(read("May. 11 of them") == "none");
  CHECK(read("march 3 miles") == "none");
  CHECK(read("June 3% more") == "none");
  CHECK(read("1990-1991-1992") == "none");
  CHECK(read("13/13/2013") == "none");
  CHECK(read("3/4") == "none");
  CHECK(read("192.168.1.1") == "none");
  CHECK(read("June") == "none");
  CHECK(read("Thursday") == "none");
}

TEST_CASE("clock times") {
  CHECK(clock("5:30 p.m. ET on") == "17:30 -300 +on");
  CHECK(clock("5pm") == "17:-1");
  CHECK(clock("12:05 a.m.") == "0:5");
  CHECK(clock("5.30pm") == "17:30");
  CHECK(clock("0900 GMT") == "9:0 0");
  CHECK(clock("17:00hrs") == "17:0");
  CHECK(clock("noon") == "12:0");
  CHECK(clock("9 a.m. local time") == "9:-1 0");
  CHECK(clock("9 a.m. (GMT+4)") == "9:-1 240");
  CHECK(clock("25:10") == "none");
  CHECK(clock("0900 people") == "none");
  CHECK(clock("5 amps") == "none");
}
