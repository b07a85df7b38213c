// Cue candidates: every verb that is no auxiliary, "according to", nouns of saying, colons before a mark.
#pragma once

#include <cstdint>
#include <vector>

#include "quotes/units.h"

namespace copydesk {

enum class CueKind : std::uint8_t {
  say,
  state,
  tell,
  ask,
  name,
  urge,
  write,
  manner,
  continue_,
  think,
  show,
  hear,     // as in cues.tsv
  unknown,  // a verb on no list
  noun,     // "her claim"
  according,
  colon,  // Name: "…"
};

enum class CueForm : std::uint8_t {
  finite,
  perfect,
  gerund,
  passive,
  participle,
  infinitive,
  noun,
  according,
  colon
};

struct CueUnit {
  static constexpr std::uint16_t kNoRow = 0xffff;
  std::uint32_t unit = 0;
  std::uint32_t first_unit = 0;  ///< of its auxiliaries
  std::uint32_t begin = 0;       ///< first token, auxiliaries included
  std::uint32_t end = 0;         ///< after the last token, particles included
  std::uint32_t verb = 0;        ///< token of the verb or noun itself
  std::uint16_t row = kNoRow;    ///< of the cue table
  std::uint8_t takes = 0;
  CueKind kind = CueKind::unknown;
  CueForm form = CueForm::finite;
};

struct Cues {
  std::vector<CueUnit> all;
  std::vector<std::uint32_t> from_unit;  ///< first cue at or after a unit
  std::size_t from(std::size_t unit) const { return unit < from_unit.size() ? from_unit[unit] : all.size(); }
};

Cues find_cues(const Tokens& tokens, const Syntax& syntax, const Units& units);

}  // namespace copydesk
