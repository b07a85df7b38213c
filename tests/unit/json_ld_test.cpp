#include "copydesk/json_ld.h"

#include <doctest/doctest.h>

namespace copydesk {
namespace {

using Names = std::vector<std::string>;

Metadata read(std::string script) {
  return read_json_ld({std::move(script)});
}

}  // namespace

TEST_CASE("a news article") {
  const Metadata got =
      read(R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"Pilots &amp; tugs strike",
    "author":{"@type":"Person","name":"Ann Lee"},"datePublished":"2024-06-12T09:30:00+0200","dateModified":"2024-06-13"})");
  CHECK(got.headline == "Pilots & tugs strike");
  CHECK(got.authors == Names{"Ann Lee"});
  CHECK(got.published == "2024-06-12T09:30:00+02:00");
  CHECK(got.updated == "2024-06-13");
  CHECK(got.repairs.empty());
  CHECK(got.problems.empty());
}

TEST_CASE("graphs, lists of types, references, nested articles") {
  CHECK(
      read(
          R"({"@graph":[{"@type":"WebPage","name":"Site"},{"@type":["Article","NewsArticle"],"headline":"H","author":{"@id":"#ann"}},
    {"@id":"#ann","@type":"Person","name":"Ann Lee"}]})")
          .authors == Names{"Ann Lee"});
  CHECK(read(R"([{"@type":"BreadcrumbList"},{"@type":"http://schema.org/NewsArticle","headline":"H"}])")
            .headline == "H");
  CHECK(
      read(R"({"@type":"WebPage","mainEntity":{"@type":"schema:ReportageNewsArticle","headline":["H","I"]}})")
          .headline == "H");
  CHECK(read_json_ld({R"({"@type":"WebPage","name":"Site","datePublished":"2024-01-01"})",
                      R"({"@type":"NewsArticle","headline":"H"})"})
            .headline == "H");
}

TEST_CASE("other articles of the page are not its own") {
  const Metadata got = read(
      R"([{"@type":"ItemList","itemListElement":[{"item":{"@type":"NewsArticle","headline":"Most read","datePublished":"2020-01-01"}}]},
    {"@type":"NewsArticle","hasPart":{"@type":"NewsArticle","headline":"In pictures"},"headline":"H","citation":{"@type":"Article","datePublished":"1999-12-31"}}])");
  CHECK(got.headline == "H");
  CHECK(got.published == "");
}

TEST_CASE("entities in values") {
  const auto headline = [](const char* value) {
    return read(std::string(R"({"@type":"Article","headline":")") + value + "\"}").headline;
  };
  CHECK(headline("Zo&euml; &amp; &#352;i&#x161;a&nbsp;pay &pound;3") == "Zoë & Šiša pay £3");
  CHECK(headline("caf&amp;eacute; &Agrave;&yuml;&nope; & co") == "café Àÿ&nope; & co");
}

TEST_CASE("authors as pages write them") {
  const auto authors = [](const char* value) {
    return read(std::string(R"({"@type":"Article","author":)") + value + "}").authors;
  };
  CHECK(authors(R"("By Ann Lee and Bo Day")") == Names{"Ann Lee", "Bo Day"});
  CHECK(authors(R"(["Ann Lee",{"name":"Bo Day"},"Ann Lee"])") == Names{"Ann Lee", "Bo Day"});
  CHECK(authors(R"({"name":["Ann Lee","Bo Day"]})") == Names{"Ann Lee", "Bo Day"});
  CHECK(authors(R"("https://example.org/ann")").empty());
  CHECK(authors(R"("Marlow, Finch and Sons")") == Names{"Marlow, Finch and Sons"});
  CHECK(authors("null").empty());
}

TEST_CASE("dates as pages write them") {
  const auto published = [](const char* value) {
    return read(std::string(R"({"@type":"Article","datePublished":")") + value + "\"}").published;
  };
  CHECK(published("2024-06-12 09:30") == "2024-06-12T09:30:00");
  CHECK(published("2024-06-12T09:30:00.000Z") == "2024-06-12T09:30:00Z");
  CHECK(published("20240612T093000Z") == "2024-06-12T09:30:00Z");
  CHECK(published("Wed, 12 Jun 2024 09:30:00 GMT") == "2024-06-12T09:30:00Z");
  CHECK(published("12 June 2024") == "2024-06-12");
  CHECK(published("2024-13-12") == "");
  CHECK(published("yesterday") == "");
}

TEST_CASE("what is broken is mended, what is nothing is said") {
  const Metadata mended = read("<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"The \"big\" one\n\",}\n-->");
  CHECK(mended.headline == "The \"big\" one");
  CHECK(mended.repairs.size() == 4);
  CHECK(mended.problems.empty());
  const Metadata lost = read("<html>no JSON here</html>");
  CHECK(lost.headline.empty());
  REQUIRE(lost.problems.size() == 1);
  CHECK(read("").problems.size() == 1);
  CHECK(read_json_ld({}).problems.empty());
}

TEST_CASE("authors without end") {
  std::string names, nodes;
  for (int i = 0; i < 5000; ++i) {
    names += "Ann Lee, ";
    nodes += "{\"name\":\"Ann " + std::to_string(i) + "\"},";
  }
  CHECK(read(R"({"@type":"NewsArticle","author":")" + names + R"(Bo Day"})").authors.empty());
  const Names some = read(R"({"@type":"NewsArticle","author":[)" + nodes + R"({"name":"Bo Day"}]})").authors;
  CHECK(some.size() > 50);
  CHECK(some.size() < 200);
}

}  // namespace copydesk
