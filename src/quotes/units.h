// The article as attribution sees it: noun phrases, verbs, quotations and marks in one row, each a unit.
// What stands inside a quotation is one opaque unit.
#pragma once

#include <cstdint>
#include <vector>

#include "quotes/marks.h"
#include "syntax/syntax.h"
#include "text/row.h"

namespace copydesk {

enum class UnitKind : std::uint8_t {
  none,
  phrase,
  stretch,
  verb,  // finite, or a base form
  participle,
  gerund,
  auxiliary,
  adverb,
  preposition,
  conjunction,
  subordinator,
  relative,
  infinitive,
  comma,
  stop,  // . ? ! at a sentence's end
  colon,
  semicolon,
  dash,
  bracket,
  according,  // "according to"
  adjective,  // a predicate
  other,
  count_,
};

/// How many units of each kind a stretch of at most 255 has.
class KindCounts {
 public:
  void add(UnitKind kind) { ++counts_[static_cast<unsigned>(kind)]; }
  unsigned operator[](UnitKind kind) const { return counts_[static_cast<unsigned>(kind)]; }

 private:
  std::uint8_t counts_[static_cast<unsigned>(UnitKind::count_)] = {};
};

struct Unit {
  std::uint32_t begin = 0;  ///< first token
  std::uint32_t end = 0;    ///< after the last token
  std::uint32_t index = 0;  ///< of the noun phrase or the stretch
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  UnitKind kind = UnitKind::none;
  Pos pos = Pos::none;
};

struct Units : Row<Unit> {
  using Row::Row;
  std::vector<std::uint32_t> of_stretch;       ///< unit of each stretch; kNone for nested ones
  std::vector<std::uint32_t> paragraph_begin;  ///< first unit of each paragraph, and the end
  std::vector<std::uint32_t> sentence_begin;   ///< first unit of each sentence, and the end

  static constexpr std::uint32_t kNone = 0xffffffff;
};

Units build_units(const Tokens& tokens, const Syntax& syntax, const Marks& marks);

}  // namespace copydesk
