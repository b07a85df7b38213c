#include "syntax/syntax.h"

#include <doctest/doctest.h>

#include <string>

using namespace copydesk;

namespace {

/// The noun phrases of a one-sentence text, joined by " | ", the head of each after "/".
std::string phrases(const std::string& s) {
  const auto text = Text::from_utf8(s);
  const Tokens tokens = tokenize(text.value());
  const std::vector<Sentence> sentences = {{{0, text.value().size()}, 0, {}}};
  const Syntax syntax = read_syntax(text.value(), tokens, sentences);
  std::string out;
  for (const NounPhrase& p : syntax.phrases()) {
    if (!out.empty()) out += " | ";
    out += std::string(text.value().slice({tokens[p.begin].begin, tokens[p.end - 1].end})) + "/" +
           std::string(text.value().slice(tokens[p.head].span()));
  }
  return out;
}

Pos pos_of(const std::string& s, std::string_view word) {
  const auto text = Text::from_utf8(s);
  const Tokens tokens = tokenize(text.value());
  const Syntax syntax = read_syntax(text.value(), tokens, {{{0, text.value().size()}, 0, {}}});
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (text.value().slice(tokens[i].span()) == word) return syntax.pos(i);
  return Pos::none;
}

}  // namespace

TEST_CASE("base noun phrases with possessors, titles and initials") {
  CHECK(phrases("The former Maryland governor, Sen. Ann O'Leary, spoke") ==
        "The former Maryland governor/governor | Sen. Ann O'Leary/O'Leary");
  CHECK(phrases("her party’s plan and officials' claims") ==
        "her party’s plan/plan | officials' claims/claims");
  CHECK(phrases("said J. B. Moore of the Ferry Board") == "J. B. Moore/Moore | the Ferry Board/Board");
}

TEST_CASE("a time word does not run into the name beside it") {
  CHECK(phrases("She told reporters Thursday that it rained") ==
        "She/She | reporters/reporters | Thursday/Thursday | it/it");
  CHECK(phrases("on Monday Ann Lee said") == "Monday/Monday | Ann Lee/Lee");
}

TEST_CASE("tags of ambiguous words come from the neighbours") {
  CHECK(pos_of("He claims that it works", "claims") == Pos::verb_s);
  CHECK(pos_of("the claims were filed", "claims") == Pos::noun);
  CHECK(pos_of("Voters saw her party", "her") == Pos::possessive);
  CHECK(pos_of("They told her that", "her") == Pos::object);
  CHECK(pos_of("Lee's going home", "'s") == Pos::be);
  CHECK(pos_of("Lee's brother left", "'s") == Pos::genitive);
  CHECK(pos_of("They want to pay it", "to") == Pos::infinitive);
  CHECK(pos_of("They went to Paris", "to") == Pos::preposition);
  CHECK(pos_of("It was said by Lee", "said") == Pos::participle);
  CHECK(pos_of("It rained, Lee said", "said") == Pos::verb_past);
}

TEST_CASE("no tokens, no phrases") {
  CHECK(phrases("") == "");
  CHECK(phrases(" . , \" ") == "");
}
