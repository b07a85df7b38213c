#include "quotes/shape.h"

#include <algorithm>

namespace copydesk {
namespace {

/// 0 comma, 1 period, 2 question, 3 exclamation, 4 none, 5 dash.
unsigned closing(const Token& t) {
  switch (t.is_any_mark() ? t.word : WordId{0}) {
    case ',':
      return 0;
    case '.':
      return 1;
    case '?':
      return 2;
    case '!':
      return 3;
    case kEmDash:
    case kEnDash:
    case '-':
    case kEllipsis:
      return 5;
    default:
      return 4;
  }
}

unsigned length_bucket(unsigned words) {
  return words <= 1    ? 0
         : words <= 2  ? 1
         : words <= 4  ? 2
         : words <= 7  ? 3
         : words <= 12 ? 4
         : words <= 25 ? 5
                       : 6;
}

/// verb noun name adjective pronoun determiner other; without determiner for the last word.
unsigned inner_pos(Pos p) {
  if (is_verb(p) || is_auxiliary(p)) return 0;
  if (p == Pos::noun) return 1;
  if (p == Pos::name) return 2;
  if (p == Pos::adjective) return 3;
  if (is_pronoun(p)) return 4;
  return p == Pos::determiner || p == Pos::possessive ? 5 : 6;
}

/// The stretch is the noun of a phrase that begins before it: a “new era”.
bool led(const Scene& scene, std::uint32_t unit) {
  if (unit == 0 || scene.units[unit - 1].sentence != scene.units[unit].sentence) return false;
  const Unit& x = scene.units[unit - 1];
  const Pos pos = x.kind == UnitKind::phrase  ? scene.syntax.pos(x.end - 1)
                  : x.kind == UnitKind::other ? x.pos
                                              : Pos::none;
  return pos == Pos::determiner || pos == Pos::possessive || pos == Pos::genitive || pos == Pos::adjective ||
         pos == Pos::number;
}

}  // namespace

Shape shape_of(const Scene& scene, std::uint32_t stretch) {
  const Stretch& q = scene.marks.stretches[stretch];
  const Tokens& tokens = scene.tokens;
  Shape x;
  x.stretch = stretch;
  x.unit = scene.units.of_stretch[stretch];
  unsigned capitals = 0, long_words = 0;
  const std::uint32_t stop = std::min<std::uint32_t>(q.close, q.inner + 40);
  for (std::uint32_t i = q.inner; i < stop; ++i) {
    const Token& t = tokens[i];
    x.verb |= is_verb(scene.syntax.pos(i)) || is_auxiliary(scene.syntax.pos(i));
    if (!t.is_word() && !t.is_number()) continue;
    ++x.words;
    if (t.is_word() && t.span().size() >= 4) {
      ++long_words;
      capitals += t.capital();
    }
  }
  if (stop < q.close) x.words = 40;
  const Token& first = tokens[q.inner];
  x.capital = first.capital();
  // In a headline capitals say nothing.
  const bool headline = scene.marks.paragraphs[q.paragraph].headline || scene.syntax.headline(q.inner);
  x.capitals = headline                                               ? 4
               : first.is_number()                                    ? 3
               : !x.capital                                           ? 0
               : capitals == long_words && (x.words > 1 || x.capital) ? 2
                                                                      : 1;
  x.length = length_bucket(x.words);
  x.end = closing(tokens[q.close - 1]);
  // Marks stand inside in one country, outside in another.
  if (tokens[q.end].glued() && closing(tokens[q.end]) <= 1) x.end = closing(tokens[q.end]);
  const Paragraph& p = scene.marks.paragraphs[q.paragraph];
  const bool starts = q.open == p.begin, ends = q.end + 1 >= p.end;
  x.place = starts && ends ? 2 : starts ? 1 : 0;
  x.after = x.unit + 1;
  const Unit& after = scene.units[x.after];
  if (x.end <= 3 && after.begin == q.end && tokens[q.end].glued() &&
      (after.kind == UnitKind::comma || after.kind == UnitKind::stop))
    ++x.after;
  x.led = led(scene, x.unit);
  x.first_pos = inner_pos(scene.syntax.pos(q.inner));
  x.last_pos = std::min(inner_pos(scene.syntax.pos(
                            x.end <= 3 && tokens[q.close - 1].is_any_mark() ? q.close - 2 : q.close - 1)),
                        5u);
  return x;
}

}  // namespace copydesk
