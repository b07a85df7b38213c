#include "input/json_repair.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "input/json_fault.h"

namespace copydesk {
namespace {

std::string repaired(std::string_view text) {
  return repair_json(text).json;
}

}  // namespace

TEST_CASE("what is JSON stays JSON") {
  for (const char* json : {"{\"a\":[1,-2.5e3,true,false,null,\"x\\\"y\\n\"],\"b\":{}}", "[]", "[[],[{}]]",
                           "{\"a\":\"b, c: d } e\"}"}) {
    CHECK(repaired(json) == json);
    CHECK(repair_json(json).repairs.empty());
  }
}

TEST_CASE("each breakage is mended and said") {
  struct Row {
    const char* broken;
    const char* mended;
    const char* repair;
  };
  for (const Row& row : {
           Row{"{\"a\":\"one\ntwo\tthree\"}", "{\"a\":\"one\\ntwo\\tthree\"}", "raw line breaks in strings"},
           {"<!-- {\"a\":1} -->", "{\"a\":1}", "wrappers around the JSON"},
           {"//<![CDATA[\n{\"a\":1}\n//]]>", "{\"a\":1}", "wrappers around the JSON"},
           {"/*<![CDATA[*/{\"a\":1}/*]]>*/", "{\"a\":1}", "wrappers around the JSON"},
           {"\xef\xbb\xbf{\"a\":1}", "{\"a\":1}", "wrappers around the JSON"},
           {"<script type=\"application/ld+json\">{\"a\":1}</script>", "{\"a\":1}",
            "wrappers around the JSON"},
           {"{\"a\":1,}", "{\"a\":1}", "commas and colons"},
           {"{\"a\":[1,2,],}", "{\"a\":[1,2]}", "commas and colons"},
           {"{\"a\":1,,\"b\":2}", "{\"a\":1,\"b\":2}", "commas and colons"},
           {"{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}", "commas and colons"},
           {"{\"a\" 1}", "{\"a\":1}", "commas and colons"},
           {"{\"a\":\"the \"big\" one\",\"b\":2}", "{\"a\":\"the \\\"big\\\" one\",\"b\":2}",
            "unescaped quotes in strings"},
           {"{\"a\":\"he said \"yes\", then left\",\"b\":2}",
            "{\"a\":\"he said \\\"yes\\\", then left\",\"b\":2}", "unescaped quotes in strings"},
           {"{\"a\":\"ends in \"quotes\"\"}", "{\"a\":\"ends in \\\"quotes\\\"\"}",
            "unescaped quotes in strings"},
           {"{&quot;a&quot;:&quot;b&quot;}", "{\"a\":\"b\"}", "HTML entities in the place of quotes"},
           {"{'a':'b \"c\"'}", "{\"a\":\"b \\\"c\\\"\"}", "single quotes"},
           {"{\"a\":\"don\\'t\"}", "{\"a\":\"don't\"}", "wrong escapes"},
           {"{\"a\":1}{\"b\":2}", "[{\"a\":1},{\"b\":2}]", "several values in one script"},
           {"{\"a\":1};", "{\"a\":1}", nullptr},
           {"{\"a\":{\"b\":\"cut he", "{\"a\":{\"b\":\"cut he\"}}", "a missing end"},
           {"{\"a\":[1,{\"b\"", "{\"a\":[1,{\"b\":null}]}", "a missing end"},
           {"{\"a\":", "{\"a\":null}", "a missing end"},
           {"{a:undefined,b:NaN,c:007}", "{\"a\":null,\"b\":null,\"c\":\"007\"}", "values without quotes"},
           {"{\"a\":\"can\\x27t\"}", "{\"a\":\"can\\u0027t\"}", "wrong escapes"},
           {"{\"a\":\"b\",\v\u00a0\"c\":\"d\"}", "{\"a\":\"b\",\"c\":\"d\"}", nullptr},
           {"{\"a\":\"b\", // old\n \"c\":\"d\"}", "{\"a\":\"b\",\"c\":\"d\"}", "comments"},
           {"{\"a\":/* x */1}", "{\"a\":1}", "comments"},
           {"", "[]", nullptr},
           {"not JSON at all", "[]", "stray characters"},
       }) {
    const RepairedJson got = repair_json(row.broken);
    CHECK_MESSAGE(got.json == row.mended, row.broken);
    bool said = row.repair == nullptr;
    for (const std::string& repair : got.repairs) said |= row.repair && repair == row.repair;
    CHECK_MESSAGE(said, row.broken);
  }
}

TEST_CASE("whatever comes in, JSON comes out") {
  const std::string_view pieces[] = {"{",  "}",  "[",  "]",      ":",    ",",     "\"",     "'",
                                     "\\", "a",  "1",  "-",      "true", "\n",    "&quot;", "<!--",
                                     "//", "/*", "*/", "\"a\":", "é",    "\\u12", ";",      " "};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned n = random() % 24; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const auto fault = find_json_fault(repaired(text));
    CHECK_MESSAGE(!fault, text, " gives ", repaired(text));
  }
}

TEST_CASE("hostile lengths cost little") {
  for (const std::string_view piece :
       {"[", "{\"a\":", "\"", "\" ", "\",", "\\", "&quot;", "<!--", "{\"a\":\"b\" "}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    CHECK(!find_json_fault(repaired(text)));
  }
}

}  // namespace copydesk
