#include "sentences/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "blocks/blocks.h"
#include "reference/sentences_twin.h"
#include "sentences/candidate.h"
#include "support/random_text.h"

using namespace copydesk;

namespace {

struct Split {
  std::string bytes;
  Text text;
  Tokens tokens;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;

  explicit Split(std::string s, bool whole = false)
      : bytes(std::move(s)),
        text(Text::from_utf8(bytes).value()),
        tokens(tokenize(text)),
        blocks(read_page(text, tokens).blocks) {
    sentences = split_sentences(text, tokens, blocks, whole);
  }
};

std::string shown(const std::string& s, bool whole = false) {
  const Split split(s, whole);
  std::string out;
  for (const Sentence& sentence : split.sentences) {
    if (!out.empty()) out += " | ";
    out += split.text.slice(sentence.span);
  }
  return out;
}

/// Non-space bytes of every block, and the same of its sentences, in order.
void check_tiling(const Split& split) {
  std::uint32_t at = 0;
  for (const Sentence& sentence : split.sentences) {
    REQUIRE(sentence.block < split.blocks.size());
    CHECK(split.blocks[sentence.block].span.contains(sentence.span));
    CHECK(sentence.span.begin >= at);
    CHECK(sentences::skip_blank(split.text, at) >= std::min(sentence.span.begin, split.text.size()));
    CHECK(!sentence.span.empty());
    at = sentence.span.end;
  }
  CHECK(sentences::skip_blank(split.text, at) == split.text.size());
}

}  // namespace

TEST_CASE("abbreviations by what stands on both sides") {
  CHECK(shown("They bought Alder Brothers Inc. Traders said so.") ==
        "They bought Alder Brothers Inc. | Traders said so.");
  CHECK(shown("He met R.L. Day at the U.S. Postal Service.") ==
        "He met R.L. Day at the U.S. Postal Service.");
  CHECK(shown("They thanked Sens. Warren and Kane.") == "They thanked Sens. Warren and Kane.");
  CHECK(shown("It closed at 5 p.m. Monday and at 6 p.m. He left.") ==
        "It closed at 5 p.m. Monday and at 6 p.m. | He left.");
  CHECK(shown("She holds a Ph.D. The rest do not.") == "She holds a Ph.D. | The rest do not.");
  CHECK(shown("It was World War I. The front moved.") == "It was World War I. | The front moved.");
}

TEST_CASE("quotations") {
  const std::string two = "“Rain fell. Snow came,” she said. “Enough?” he asked. They left.";
  CHECK(shown(two) == "“Rain fell. | Snow came,” she said. | “Enough?” he asked. | They left.");
  CHECK(shown(two, true) == "“Rain fell. Snow came,” she said. | “Enough?” he asked. | They left.");
  CHECK(shown("He left (she stayed.). They met.") == "He left (she stayed.). | They met.");
}

TEST_CASE("text without capitals, without marks, with marks alone") {
  CHECK(shown("the gate fell and nobody saw it") == "the gate fell and nobody saw it");
  CHECK(shown("....") == "....");
  CHECK(shown("\"\"\"\"") == "\"\"\"\"");
  CHECK(shown("") == "");
  CHECK(shown(" \n\t ") == "");
}

TEST_CASE("sentences tile their blocks, and the twin agrees") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    tests::Random random(seed);
    const Split split(tests::random_text(random, 3 + random.below(120)));
    CAPTURE(split.bytes);
    check_tiling(split);
    const std::vector<Sentence> twin = reference::split_sentences(split.text, split.tokens, split.blocks);
    REQUIRE(twin.size() == split.sentences.size());
    for (std::size_t i = 0; i < twin.size(); ++i) CHECK(twin[i].span == split.sentences[i].span);
  }
}

TEST_CASE("every candidate names its rule") {
  const Split split("Dr. Hale left at 5 p.m. She had asked Alder Inc. Chairman Tom Bell… “Why?” he said.");
  std::vector<BoundaryDecision> decisions;
  split_sentences(split.text, split.tokens, split.blocks, false, &decisions);
  CHECK(decisions.size() == 6);
  for (const BoundaryDecision& decision : decisions) CHECK(!rule_name(decision.rule).empty());
}

TEST_CASE("hostile text is split, and quickly") {
  for (const char* piece : {".", "\"", "Mr. A. B. ", "? ", "(", "….", "a.b", "1. ", "雨。"}) {
    std::string s;
    while (s.size() < 1'000'000) s += piece;
    const Split split(s);
    CHECK(!split.sentences.empty());
    CHECK(split.sentences.back().span.end ==
          sentences::skip_blank(split.text, 0) + split.blocks.back().span.end);
  }
}
