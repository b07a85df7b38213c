#include "blocks/chain.h"

#include <doctest/doctest.h>

#include <string>

#include "blocks/dateline.h"
#include "blocks/page.h"

using namespace copydesk;

namespace {

/// The lines of the best reading, 'b' for body and '-' for the rest.
std::string reading(const std::vector<LineScores>& lines) {
  std::string out;
  for (const std::int32_t margin : body_margins(lines)) out += margin >= 0 ? 'b' : '-';
  return out;
}

constexpr LineScores kBody{-10, 0, -5, 0, 0};
constexpr LineScores kFurniture{10, 0, -5, 0, 0};

}  // namespace

TEST_CASE("the body is one stretch, broken only where it pays") {
  CHECK(reading({}).empty());
  CHECK(reading({kFurniture, kBody, kBody, kFurniture}) == "-bb-");
  CHECK(reading({kBody, kFurniture, kBody}) == "b-b");
  constexpr LineScores kDoubtful{3, 0, -5, 0, 0};
  CHECK(reading({kBody, kDoubtful, kBody}) == "bbb");
  CHECK(reading({kFurniture, kFurniture}) == "--");
}

TEST_CASE("a page does not end inside a gap") {
  constexpr LineScores kDearEnd{10, 0, 0, 0, -100};
  CHECK(reading({kBody, kDearEnd}) == "bb");
}

TEST_CASE("datelines") {
  const auto place = [](std::string_view s) {
    const Text text = Text::from_utf8(s).value();
    const Tokens tokens = tokenize(text);
    const PageReading page = read_lines_of_page(text, tokens);
    const Dateline found = read_dateline(text, page.view(tokens), 0);
    return found ? std::string(text.slice(found.place)) : std::string();
  };
  CHECK(place("PORT ALDER, Oct. 3 (AP) — The ferry sank.") == "PORT ALDER");
  CHECK(place("Tolland (Reuters) - The ferry sank.") == "Tolland");
  CHECK(place("TOLLAND — The ferry sank.") == "TOLLAND");
  CHECK(place("Tolland — a quiet town — wept.").empty());
  CHECK(place("NATO said no.").empty());
}
