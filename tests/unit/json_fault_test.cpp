#include "input/json_fault.h"

#include <doctest/doctest.h>

#include <string>

namespace copydesk {

TEST_CASE("JSON has no fault") {
  for (const char* json : {"0", "-0.5e+7", "\"\"", " [ ] ", "{}", "[1,[],{}, {\"a\":[true,false,null]}]",
                           "\"\\u00e9\\n“\"", "{\"a\":{\"b\":{}},\"c\":1}\n"})
    CHECK_MESSAGE(!find_json_fault(json), json);
}

TEST_CASE("a fault is where the text stops being JSON") {
  struct Row {
    const char* json;
    std::size_t offset;
  };
  for (const Row& row :
       {Row{"", 0},        {"  ", 2},        {"{", 1},           {"[1", 2},         {"[1,]", 3},
        {"{\"a\":1,}", 7}, {"{\"a\" 1}", 5}, {"{a:1}", 1},       {"[1 2]", 3},      {"tru", 0},
        {"01", 1},         {"1.", 2},        {"1e", 2},          {"-", 1},          {"\"a", 0},
        {"\"a\nb\"", 2},   {"\"\\x\"", 1},   {"\"\\u12g4\"", 1}, {"1 2", 2},        {"{\"a\":}", 5},
        {"[}", 1},         {"{]", 1},        {"'a'", 0},         {"[\"\xff\"]", 2}, {"{\"a\":1]", 6}}) {
    const auto fault = find_json_fault(row.json);
    REQUIRE_MESSAGE(fault, row.json);
    CHECK_MESSAGE(fault->offset == row.offset, row.json);
    CHECK(*fault->reason);
  }
}

TEST_CASE("deep nesting is a fault and no crash") {
  CHECK(find_json_fault(std::string(1000000, '[')));
  CHECK(find_json_fault(std::string(999, '[') + std::string(999, ']')) == std::nullopt);
}

TEST_CASE("a byte order mark may stand first") {
  CHECK_FALSE(find_json_fault("\xef\xbb\xbf{}"));
  CHECK(find_json_fault("\xef\xbb\xbf{]")->offset == 4);
}

TEST_CASE("faults between strings are found, whatever the strings hold") {
  for (const char* json :
       {"{\"id\":7,\"text\":\"01 is -\",\"n\":[0,-0,1.5e+9,12345678901234567890123,1e999,null]}", "-1",
        "[\"\\\\\",1]", "[\"\\\"01\"]", "[\"\\z, not looked at\"]", "{}"})
    CHECK_MESSAGE(!find_structure_fault(json), json);
  const struct {
    const char* json;
    std::size_t offset;
  } rows[] = {{"[01]", 2},      {"[1.]", 3},     {"{\"a\":-}", 6}, {"[1e]", 3},
              {"[12abc]", 3},   {"[1.2.3]", 4},  {"[,,2]", 1},     {"[\"\\\\\",0x1]", 7},
              {"{\"a\":b}", 5}, {"[\"\\\"]", 1}, {"[\"a\" 1]", 5}, {"[\"a\\\\\"", 6},
              {"", 0}};
  for (const auto& row : rows) {
    const auto fault = find_structure_fault(row.json);
    REQUIRE_MESSAGE(fault, row.json);
    CHECK_MESSAGE(fault->offset == row.offset, row.json);
  }
}

TEST_CASE("the number of a member is given as it is written") {
  const char* const json =
      "{\"a\":{\"id\":1},\"\\u0069d\" : -12.50e3 ,\"id\":12345678901234567890123,\"b\":[7],\"c\":\"8\"}";
  CHECK(number_of_member(json, 0).empty());
  CHECK(number_of_member(json, 1) == "-12.50e3");
  CHECK(number_of_member(json, 2) == "12345678901234567890123");
  CHECK(number_of_member(json, 3).empty());
  CHECK(number_of_member(json, 4).empty());
  CHECK(number_of_member(json, 5).empty());
  CHECK(number_of_member("[7]", 0).empty());
}

}  // namespace copydesk
