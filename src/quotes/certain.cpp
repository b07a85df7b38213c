#include "quotes/certain.h"

#include "lexicon/rule_names.h"

namespace copydesk {

using namespace literals;

namespace {

/// Not the rule that tools/ablate leaves out.
bool certain(const Scene& scene, RuleId rule) {
  return !weigh::kKeepsEvidence || rule != scene.models.without;
}

bool sung(const Token& t) {
  return t.is("sang"_w) || t.is("sing"_w) || t.is("sings"_w) || t.is("sung"_w) || t.is("singing"_w);
}

/// One of three single words in marks or more, in a row: “plans,” “hopes” and “expects”.
bool listed_word(const Scene& scene, const Shape& shape) {
  if (shape.words != 1) return false;
  unsigned words = 1;
  for (const int step : {-1, 1})
    for (std::uint32_t k = shape.unit, n = 0; n < 8 && words < 3 && k > 0; ++n) {
      k += static_cast<std::uint32_t>(step);
      const Unit& x = scene.units[k];
      if (x.sentence != scene.units[shape.unit].sentence) break;
      if (x.kind == UnitKind::stretch && x.end - x.begin <= 4)
        ++words;
      else if (x.kind != UnitKind::comma && x.kind != UnitKind::conjunction)
        break;
    }
  return words >= 3;
}

/// The cue at the unit, or kNone.
std::uint32_t cue_at(const Scene& scene, std::uint32_t unit) {
  const std::size_t cue = scene.cues.from(unit);
  return cue < scene.cues.all.size() && scene.cues.all[cue].unit == unit ? static_cast<std::uint32_t>(cue)
                                                                         : Attribution::kNone;
}

}  // namespace

RuleId certain_term(const Scene& scene, const Shape& shape) {
  const Stretch& q = scene.marks.stretches[shape.stretch];
  if (q.open == 0) return {};
  const Tokens& tokens = scene.tokens;
  const Token& before = tokens[q.open - 1];
  const Token& after = tokens[q.end];
  // a so-called “term”
  if (before.is("called"_w) && q.open > 2 && tokens[q.open - 3].is("so"_w) && before.glued() &&
      certain(scene, "quotes.so-called"_rule))
    return "quotes.so-called"_rule;
  // half of a word: “term”-like
  if (after.is_mark('-') && after.glued() && tokens[q.end + 1].is_word() && tokens[q.end + 1].glued() &&
      certain(scene, "quotes.half-word"_rule))
    return "quotes.half-word"_rule;
  // One word that no cue governs: the noun of an indefinite phrase between prepositions, "for a “term” of".
  if (shape.words == 1 && !shape.capital && (before.is("a"_w) || before.is("an"_w)) &&
      scene.syntax.pos(q.open - 2) == Pos::preposition && !tokens[q.open - 2].is("as"_w) &&
      scene.syntax.pos(q.end) == Pos::preposition && certain(scene, "quotes.one-word"_rule))
    return "quotes.one-word"_rule;
  if (shape.capitals == 2 && sung(before) && certain(scene, "quotes.sung"_rule)) return "quotes.sung"_rule;
  if (listed_word(scene, shape) && certain(scene, "quotes.listed"_rule)) return "quotes.listed"_rule;
  if (nickname(scene, shape.unit) && certain(scene, "quotes.nickname"_rule)) return "quotes.nickname"_rule;
  return {};
}

std::uint32_t signed_headline(const Scene& scene, const Shape& shape) {
  const Units& units = scene.units;
  const Unit& colon = units[shape.unit + 1];
  const Unit& name = units[shape.unit + 2];
  if (colon.kind != UnitKind::colon || name.kind != UnitKind::phrase || name.paragraph != colon.paragraph ||
      units.paragraph_begin[colon.paragraph] != shape.unit || !scene.tokens[colon.begin].glued())
    return Attribution::kNone;
  const PhraseType type = phrase_type(scene, name);
  const std::uint32_t end = units.paragraph_begin[colon.paragraph + 1];
  const bool speaks = type >= PhraseType::name && type <= PhraseType::organisation;
  return speaks && end - shape.unit < 12 && units[end - 1].kind != UnitKind::stop &&
                 certain(scene, "quotes.signed-headline"_rule)
             ? cue_at(scene, shape.unit + 1)
             : Attribution::kNone;
}

std::uint32_t own_clause(const Scene& scene, const Shape& shape) {
  const Units& units = scene.units;
  const Unit& q = units[shape.unit];
  if (shape.unit == 0 || units[shape.unit - 1].kind != UnitKind::semicolon) return Attribution::kNone;
  const Unit& first = units[shape.after];
  const Unit& second = units[shape.after + 1];
  const Unit& end = units[shape.after + 2];
  const bool plain = first.kind == UnitKind::phrase && second.kind == UnitKind::verb;
  const bool inverted = first.kind == UnitKind::verb && second.kind == UnitKind::phrase;
  const bool ends =
      end.sentence != q.sentence || end.kind == UnitKind::stop || end.kind == UnitKind::semicolon;
  if (!(plain || inverted) || second.sentence != q.sentence || !ends) return Attribution::kNone;
  const std::uint32_t cue = cue_at(scene, plain ? shape.after + 1 : shape.after);
  return cue != Attribution::kNone && scene.cues.all[cue].kind <= CueKind::ask &&
                 certain(scene, "quotes.own-clause"_rule)
             ? cue
             : Attribution::kNone;
}

bool interrupted(const Scene& scene, const Shape& shape, std::uint32_t last, bool said) {
  const Units& units = scene.units;
  // The unit of a stretch that ends in a dash, a clause of two units, a dash, and a small letter.
  const auto breaks_off = [&](std::uint32_t unit) {
    const Unit& dash = units[unit + 3];
    const Unit& next = units[unit + 4];
    const Stretch& q = scene.marks.stretches[units[unit].index];
    const Token& end = scene.tokens[q.close - 1];
    return units[unit].kind == UnitKind::stretch && next.kind == UnitKind::stretch &&
           next.sentence == units[unit].sentence && dash.kind == UnitKind::dash &&
           (end.is_mark(kEmDash) || end.is_mark(kEnDash) || end.is_mark('-')) &&
           units[unit + 1].kind == UnitKind::phrase && units[unit + 2].kind == UnitKind::verb &&
           !scene.tokens[scene.marks.stretches[next.index].inner].capital();
  };
  const bool same = scene.units.of_stretch[last] + 4 == shape.unit && breaks_off(shape.unit - 4);
  return (same || (said && breaks_off(shape.unit))) && certain(scene, "quotes.interrupted"_rule);
}

}  // namespace copydesk
