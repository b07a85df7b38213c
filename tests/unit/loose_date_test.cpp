#include "input/loose_date.h"

#include <doctest/doctest.h>

namespace copydesk {

TEST_CASE("days in digits and in words") {
  CHECK(read_loose_date("2024-06-12") == "2024-06-12");
  CHECK(read_loose_date("2024/6/2") == "2024-06-02");
  CHECK(read_loose_date("2 Sept 2024") == "2024-09-02");
  CHECK(read_loose_date("12 June 2024") == "2024-06-12");
  CHECK(read_loose_date("Wednesday, 12 June 2024") == "2024-06-12");
  CHECK(read_loose_date("12 Rune 2024") == "");
  CHECK(read_loose_date("31 June 2024") == "");
  CHECK(read_loose_date("2024-06") == "");
  CHECK(read_loose_date("") == "");
}

TEST_CASE("clocks and zones") {
  CHECK(read_loose_date("2024-06-12T9:05") == "2024-06-12T09:05:00");
  CHECK(read_loose_date("2024-06-12 09:30:15.250 -0500") == "2024-06-12T09:30:15-05:00");
  CHECK(read_loose_date("2024-06-12T09:30+02") == "2024-06-12T09:30:00+02:00");
  CHECK(read_loose_date("20240612T093015Z") == "2024-06-12T09:30:15Z");
  CHECK(read_loose_date("12 Jun 2024 09:30:00 UTC") == "2024-06-12T09:30:00Z");
}

TEST_CASE("a time that is none leaves the day") {
  CHECK(read_loose_date("2024-06-12T25:30") == "2024-06-12");
  CHECK(read_loose_date("2024-06-12 at noon") == "2024-06-12");
  CHECK(read_loose_date("2024-06-12T-1:30") == "2024-06-12");
  CHECK(read_loose_date("2024-06-12T09:30 local time") == "2024-06-12T09:30:00");
}

}  // namespace copydesk
