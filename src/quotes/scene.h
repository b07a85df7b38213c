// What attribution reads, together, and what it may tell a developer.
#pragma once

#include <cstdint>
#include <vector>

#include "copydesk/rule.h"
#include "quotes/cues.h"
#include "quotes/marks.h"
#include "quotes/units.h"
#include "syntax/syntax.h"
#include "weigh/weigh.h"

namespace copydesk {

/// One choice with all that was to choose from, for tools/fit and debug output.
struct Decision {
  enum class About : std::uint8_t { cue, speaker, indirect };  // as QuoteDecision::About
  enum class What : std::uint8_t { speaker, nobody, cue, same, not_quotation, yes, no };  // as there
  struct Option {
    What what;
    Span span;     ///< the phrase or the cue
    Span speaker;  ///< of a cue, when it has one
    int sum;
    std::vector<std::uint16_t> features;
  };
  About about;
  Span span;    ///< the cue or the stretch decided on
  Span extent;  ///< of an indirect one
  std::vector<Option> options;
  std::size_t chosen = 0;
  bool nested = false;  ///< in the words of a quotation
};

struct Models {
  const weigh::Model* speaker;
  const weigh::Model* cue;
  const weigh::Model* indirect;
  RuleId without{};  ///< an exact rule to leave out, for tools/ablate
  static Models built_in();
};

struct Scene {
  const Text& text;
  const Tokens& tokens;
  const Syntax& syntax;
  const Marks& marks;
  const Units& units;
  const Cues& cues;
  const Models& models;
  std::vector<Decision>* recorder;  ///< null outside tools

  weigh::Score score(const weigh::Model* model) const { return weigh::Score(*model, decisions() != nullptr); }
  std::vector<Decision>* decisions() const { return weigh::kKeepsEvidence ? recorder : nullptr; }

  Span bytes(std::uint32_t begin, std::uint32_t end) const {
    return {tokens[begin].begin, tokens[end - 1].end};
  }
};

/// What a phrase names, as attribution sees it; the values of the feature axis of that name.
enum class PhraseType : std::uint8_t {
  he,
  i,
  they,
  him,
  it,
  you,
  someone,
  who,
  name,
  fullname,
  person,
  people,
  organisation,
  thing,
  number,
  time,
};
PhraseType phrase_type(const Scene& scene, const Unit& unit);

}  // namespace copydesk
