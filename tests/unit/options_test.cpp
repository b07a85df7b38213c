#include "report/options.h"

#include <doctest/doctest.h>

#include "report/time_zones.h"

namespace copydesk {

TEST_CASE("an ISO date exists and has no more than a date-time has") {
  for (const char* good : {"2024-06-12", "2024-02-29", "2024-06-12T09:30", "2024-06-12T09:30:01",
                           "2024-06-12T23:59:60Z", "2024-06-12T09:30:01.25+05:30", "2024-06-12T09:30-03:30"})
    CHECK_MESSAGE(is_iso_date(good), good);
  for (const char* bad : {"", "2024", "2024-06", "2024-6-12", "2023-02-29", "2024-06-31", "2024-13-01",
                          "12 June 2024", "2024-06-12 09:30", "2024-06-12T24:01", "2024-06-12T9:30",
                          "2024-06-12T09:30:", "2024-06-12T09:30:01.", "2024-06-12T09:30+5",
                          "2024-06-12T09:30+15:00", "2024-06-12x"})
    CHECK_MESSAGE(!is_iso_date(bad), bad);
}

TEST_CASE("time zones are known by name or offset") {
  for (const char* good :
       {"Europe/Paris", "America/Argentina/Buenos_Aires", "UTC", "Z", "+05:30", "-12:00", "Etc/GMT+3"})
    CHECK_MESSAGE(is_time_zone(good), good);
  for (const char* bad : {"", "Paris", "Europe/", "Europe/paris", "Europe/Paris ", "Europe/London Europe",
                          "Mars/Base", "+5:30", "+15:00", "05:30"})
    CHECK_MESSAGE(!is_time_zone(bad), bad);
}

TEST_CASE("a reference with an offset is taken on the newsroom's clocks") {
  CHECK(local_reference("2024-06-12T22:30:15Z", "+05:30") == "2024-06-13T04:00:15+05:30");
  CHECK(local_reference("2024-01-01T01:00+02:00", "UTC") == "2023-12-31T23:00Z");
  CHECK(local_reference("2024-06-12", "+05:30") == "2024-06-12");
  CHECK(local_reference("2024-06-12T22:30", "+05:30") == "2024-06-12T22:30");
  CHECK(local_reference("2024-06-12T22:30Z", "Asia/Kolkata") == "2024-06-12T22:30Z");
  CHECK(local_reference("1969-12-31T23:30Z", "-01:00") == "1969-12-31T22:30-01:00");
}

TEST_CASE("a bad option says which and how to write it") {
  CHECK(!find_bad_option({}));
  Options options;
  options.reference = "12 June";
  REQUIRE(find_bad_option(options));
  CHECK(find_bad_option(options)->code == ErrorCode::invalid_option);
  CHECK(find_bad_option(options)->message.find("\"12 June\"") != std::string::npos);
  options = {};
  options.time_zone = "Mars/Base";
  CHECK(find_bad_option(options)->message.find("\"Mars/Base\"") != std::string::npos);
}

}  // namespace copydesk
