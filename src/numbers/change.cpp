#include "numbers/change.h"

#include <cstring>

#include "lexicon/lookup.h"
#include "numbers/units.h"
#include "tables/change_verbs.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

constexpr unsigned kMostFigures = 8;  // that one verb of change can stand before
constexpr std::size_t kReach = 8;     // tokens between a verb of change, or the figure before, and a figure

bool ends_clause(const Token& t) {
  return t.has(token_flag::gap_before) || t.is_mark('.') || t.is_mark(';') || t.is_mark('!') ||
         t.is_mark('?');
}

/// The direction of the nearest verb of change in (from, i), or none.
Direction verb_before(const Source& s, std::size_t i, std::size_t from) {
  for (std::size_t k = i; k > from && i - k < kReach; --k) {
    const Token& t = s[k - 1];
    if (ends_clause(t)) break;
    if (!t.has(Tag::change_verbs)) continue;
    const Hit hit = find_word(tables::change_verbs::keys, t.word);
    if (!hit || (t.is("up"_w) && s[k].is("to"_w) && k == i - 1)) continue;
    return tables::change_verbs::rows[hit.row].direction == tables::change_verbs::Direction::up
               ? Direction::up
               : Direction::down;
  }
  return Direction::none;
}

ChangeRole role_before(const Source& s, std::size_t first) {
  if (first == 0) return ChangeRole::none;
  const Token& t = s[first - 1];
  if (t.is("to"_w)) return ChangeRole::to;
  if (t.is("from"_w)) return ChangeRole::from;
  if (t.is("by"_w)) return ChangeRole::by;
  if (t.has(Tag::change_verbs)) return ChangeRole::by;
  return ChangeRole::none;
}

/// A noun of change, "a rise": not the verb of "prices rose 5 percent to".
bool is_noun(const Source& s, std::size_t i) {
  return s[i].has(Tag::change_verbs) && s.syntax.pos(i) == Pos::noun;
}

/// The direction of the change that a figure measures without a verb before it: "a 5 percent rise", "an
/// increase of 5 percent", "$2 higher", "12 points lower".
Direction measured_change(const Source& s, const Figure& f) {
  const auto direction = [&](std::size_t i) {
    const Hit hit = s[i].has(Tag::change_verbs) ? find_word(tables::change_verbs::keys, s[i].word) : Hit{};
    if (!hit) return Direction::none;
    return tables::change_verbs::rows[hit.row].direction == tables::change_verbs::Direction::up
               ? Direction::up
               : Direction::down;
  };
  if (f.first > 2 && s[f.first - 1].is("of"_w) && is_noun(s, f.first - 2)) return direction(f.first - 2);
  std::size_t k = f.end;
  if (s.joins(k))
    k += 2;  // "a 12-point drop"
  else if (s[k].is("points"_w))
    ++k;
  if (s[k].has(token_flag::gap_before)) return Direction::none;
  const bool beside = s[k].is("higher"_w) || s[k].is("lower"_w);
  return (beside && !s[k + 1].is("than"_w)) || is_noun(s, k) ? direction(k) : Direction::none;
}

bool changes_nothing(const Figure& f) {
  return f.kind == NumberKind::ordinal || f.kind == NumberKind::age || f.kind == NumberKind::score;
}

bool clause_between(const Source& s, std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k)
    if (ends_clause(s[k])) return true;
  return false;
}

}  // namespace

/// The direction in force at a figure: that of the nearest verb of change before it, or before the figures
/// that stand close before it in the same clause.
static Direction direction_at(const Source& s, const std::vector<Figure>& figures, std::size_t i) {
  for (unsigned step = 0; step < kMostFigures; ++step, --i) {
    const Figure& f = figures[i];
    const std::size_t from = i ? figures[i - 1].end : 0;
    const Direction own = changes_nothing(f) ? Direction::none : verb_before(s, f.first, from);
    if (own != Direction::none) return own;
    if (i == 0 || f.first - from > kReach || clause_between(s, from, f.first)) break;
  }
  return Direction::none;
}

void mark_changes(const Source& s, std::vector<Figure>& figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& f = figures[i];
    if (changes_nothing(f)) continue;
    const ChangeRole role = role_before(s, f.first);
    if (role == ChangeRole::none) {
      f.direction = measured_change(s, f);
      if (f.direction != Direction::none) f.role = ChangeRole::by;
      continue;
    }
    const Direction direction = direction_at(s, figures, i);
    if (direction == Direction::none) continue;
    f.role = role;
    f.direction = direction;
  }
}

void link_conversions(const Source& s, std::vector<Figure>& figures) {
  for (std::size_t i = 1; i < figures.size(); ++i) {
    const Figure& a = figures[i - 1];
    Figure& b = figures[i];
    if (b.first != a.end + 1 || !s[a.end].is_mark('(')) continue;
    const bool closes = s[b.end].is_mark(')') || s[b.end].is_mark(',') || s[b.end].is_mark(';');
    if (!closes) continue;
    const bool money = a.measure.family == Measure::Family::money &&
                       b.measure.family == Measure::Family::money &&
                       std::strcmp(a.measure.id, b.measure.id) != 0;
    const bool minor =
        a.measure.family == Measure::Family::minor && b.measure.family == Measure::Family::money;
    const bool units =
        same_dimension(a.measure, b.measure) && unit_identifier(a.measure) != unit_identifier(b.measure);
    if (money || minor || units) b.same_as = static_cast<std::int32_t>(i - 1);
  }
}

}  // namespace copydesk::numbers
