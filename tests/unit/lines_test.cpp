#include "blocks/lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace copydesk;

namespace {

/// The units, line breaks shown as "/", parted by " | ".
std::string units(std::string_view s) {
  const Text text = Text::from_utf8(s).value();
  std::string out;
  for (const Line& line : read_lines(text, tokenize(text))) {
    if (!out.empty()) out += " | ";
    for (char c : text.slice(line.span)) out += c == '\n' ? '/' : c;
  }
  return out;
}

}  // namespace

TEST_CASE("one line a paragraph, with and without blank lines") {
  CHECK(units("The ferry sank.\nNobody drowned.") == "The ferry sank. | Nobody drowned.");
  CHECK(units("The ferry sank.\n\n\nNobody drowned.\n") == "The ferry sank. | Nobody drowned.");
  CHECK(units("Home\nWorld\nSport") == "Home | World | Sport");
  CHECK(units("facebook\ntwitter\nshare this story now") == "facebook | twitter | share this story now");
  CHECK(units("") == "");
}

TEST_CASE("lines wrapped at a column are one paragraph") {
  CHECK(units("The old ferry sank on Monday off\nthe cape. Nobody drowned, the coast\nguard said.\n\nA new "
              "one was ordered from a yard in\nthe north.") ==
        "The old ferry sank on Monday off/the cape. Nobody drowned, the coast/guard said. | A new one was "
        "ordered from a yard in/the north.");
  CHECK(units("The ferry sank\nbecause of ice.") == "The ferry sank/because of ice.");
  CHECK(units("It was a cold\nand windy night.") == "It was a cold/and windy night.");
  CHECK(units("The ferry\nservice\nto the cape") == "The ferry | service | to the cape");
  CHECK(units("World\nsport and travel\nThe ferry sank.") == "World | sport and travel | The ferry sank.");
  CHECK(units("It was a long and cold\nnight in the port.") == "It was a long and cold/night in the port.");
}

TEST_CASE("a short last line ends a wrapped paragraph, an indent begins one") {
  CHECK(
      units(
          "The old ferry sank on Monday off the\ncape, the coast guard said last week.\nNobody drowned.\nThe "
          "owner did not want to say what\nthe ship had carried, or where to.") ==
      "The old ferry sank on Monday off the/cape, the coast guard said last week./Nobody drowned. | The "
      "owner "
      "did not want to say what/the ship had carried, or where to.");
  CHECK(
      units("   The old ferry sank on Monday off\nthe cape of the dead, and sank fast.\n   Nobody drowned in "
            "the cold water of\nthe bay.") ==
      "The old ferry sank on Monday off/the cape of the dead, and sank fast. | Nobody drowned in the cold "
      "water "
      "of/the bay.");
}

TEST_CASE("list items and quoted mail keep their lines") {
  CHECK(units("They want:\n• a new ferry\n• a bridge") == "They want: | • a new ferry | • a bridge");
  CHECK(units("> the ferry has sunk in the bay and\n> nobody drowned\nI know.") ==
        "> the ferry has sunk in the bay and/> nobody drowned | I know.");
}

TEST_CASE("a million lines, and one line of a million bytes") {
  std::string many, one;
  for (int i = 0; i < 100000; ++i) many += "a\n", one += "aaaa bbbb ";
  const Text text = Text::from_utf8(many).value();
  CHECK(read_lines(text, tokenize(text)).size() == 100000);
  const Text long_text = Text::from_utf8(one).value();
  CHECK(read_lines(long_text, tokenize(long_text)).size() == 1);
}
