// Light syntax: a coarse part of speech for each token and the base noun phrases, from closed classes,
// suffixes, capitals and the neighbours.  One pass, no statistics.
//
//   The former Maryland governor, Sen. Ann O'Leary, told reporters Thursday that her party’s plan was dead.
//   [                          ]  [               ]       [       ] [      ]      [              ]
#pragma once

#include <cstdint>
#include <vector>

#include "copydesk/sentences.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

enum class Pos : std::uint8_t {
  none,  // outside the text
  mark,
  hyphen,      // between two halves of one word
  dot,         // after an abbreviation or an initial inside a phrase
  number,      // digits and number words
  determiner,  // the, this, some
  possessive,  // my, whose
  genitive,    // 's, s'
  subject,     // he, they, who as a subject
  object,      // him, whom
  pronoun,     // it, someone, himself, this alone
  preposition,
  conjunction,
  subordinator,  // that, because, when
  relative,      // who, which, that after a noun
  be,
  have,
  do_,
  modal,
  infinitive,  // to before a verb
  adverb,
  adjective,  // also participles before a noun
  noun,
  name,    // a capital inside a sentence
  verb,    // base form
  verb_s,  // third person
  verb_past,
  participle,  // after be or have, and reduced clauses
  gerund,      // -ing as a verb
};

constexpr bool is_verb(Pos p) {
  return p >= Pos::verb;
}
constexpr bool is_finite(Pos p) {
  return p == Pos::verb_s || p == Pos::verb_past || p == Pos::be || p == Pos::have || p == Pos::do_ ||
         p == Pos::modal;
}
constexpr bool is_auxiliary(Pos p) {
  return p >= Pos::be && p <= Pos::modal;
}
constexpr bool is_pronoun(Pos p) {
  return p == Pos::subject || p == Pos::object || p == Pos::pronoun;
}

enum class PhraseKind : std::uint8_t { noun, name, pronoun, number, time };

/// A base noun phrase: from its determiner to its head, possessors before it included.
struct NounPhrase {
  std::uint32_t begin = 0;     ///< first token
  std::uint32_t end = 0;       ///< after the last token; a closing 's is outside
  std::uint32_t head = 0;      ///< token of the head word
  std::uint32_t genitive = 0;  ///< token of the last 's inside, 0 for none: the possessor ends there
  PhraseKind kind = PhraseKind::noun;
  bool plural = false;
  bool is_possessor = false;  ///< an 's follows and nothing it could belong to
};

class Syntax {
 public:
  static constexpr std::uint32_t kNoPhrase = 0xffffffff;

  Pos pos(std::size_t token) const { return pos_[token]; }
  /// The noun phrases of the text in order.
  const std::vector<NounPhrase>& phrases() const { return phrases_; }
  /// Index of the first phrase that begins at or after the token.
  std::size_t phrase_from(std::size_t token) const {
    return token < next_phrase_.size() ? next_phrase_[token] : phrases_.size();
  }
  /// The phrase that holds the token, or null.
  const NounPhrase* phrase_of(std::size_t token) const {
    const std::size_t after = phrase_from(token + 1);
    if (after == 0) return nullptr;
    const NounPhrase& p = phrases_[after - 1];
    return p.begin <= token && token < p.end ? &p : nullptr;
  }
  /// The token's capital says nothing: it begins a sentence or stands in a line of capitals.
  bool soft_capital(std::size_t token) const { return soft_[token]; }

  /// The token stands in a line written in title case.
  bool headline(std::size_t token) const { return soft_[token] == 2; }

 private:
  friend class SyntaxReader;
  Row<Pos> pos_;
  Row<std::uint8_t> soft_;
  std::vector<std::uint32_t> next_phrase_;
  std::vector<NounPhrase> phrases_;
};

Syntax read_syntax(const Text& text, const Tokens& tokens, const std::vector<Sentence>& sentences);

}  // namespace copydesk
