#include "numbers/ranges.h"

#include <cstring>

#include "lexicon/lookup.h"
#include "lexicon/rule_names.h"
#include "numbers/units.h"
#include "tables/change_verbs.gen.h"
#include "tables/minor_currencies.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

enum class Link : std::uint8_t { none, dash, to, and_, or_, odds, margin, nothing };

/// What stands between two neighbours.
Link link_between(const Source& s, const Figure& a, const Figure& b) {
  const std::size_t from = a.end, to = b.first;
  if (to < from || to - from > 3 || s[to].has(token_flag::gap_before)) return Link::none;
  const std::size_t n = to - from;
  if (n == 0) return b.form.has(shape::plus_minus) ? Link::margin : Link::nothing;
  if (n == 1) {
    if (s.dash(from)) return s[from].glued() == s[to].glued() ? Link::dash : Link::none;
    if (s[from].is_mark(kPlusMinus)) return Link::margin;
    if (s[from].is_mark(':')) return s[from].glued() && s[to].glued() ? Link::odds : Link::none;
    if (s[from].is("to"_w) || s[from].is("through"_w)) return Link::to;
    if (s[from].is("and"_w)) return Link::and_;
    if (s[from].is("or"_w)) return Link::or_;
    return Link::none;
  }
  if (n == 2 && s.dash(from) && s[from].glued()) {  // "8- to 16-meter"
    if (s[from + 1].is("to"_w)) return Link::to;
    if (s[from + 1].is("or"_w)) return Link::or_;
  }
  if (s[from].is("to"_w) && n == 2 && (s.dash(from + 1) || s[from + 1].is("about"_w))) return Link::to;
  if (s[from].is("and"_w) && n == 2 && s[from + 1].is("about"_w)) return Link::and_;
  if (n == 3 && s.joins(from) && s[from + 1].is("to"_w) && s.joins(from + 2)) return Link::odds;
  return Link::none;
}

constexpr std::size_t kChangeReach = 10;  // tokens between "from" and the verb of change

bool changes(const Token& t) {
  return t.has(Tag::change_verbs);
}

/// Whether a change verb stands just before token `i`, past "by", "from" and the like.
bool change_before(const Source& s, std::size_t i, bool from) {
  if (i == 0) return false;
  if (!from) return changes(s[i - 1]) || (s[i - 1].is("by"_w) && (changes(s[i - 2]) || changes(s[i - 3])));
  if (!s[i - 1].is("from"_w)) return false;
  for (std::size_t k = 2; k <= kChangeReach && k <= i; ++k) {
    if (s[i - k].is_any_mark() && !s.joins(i - k)) return false;
    if (changes(s[i - k])) return true;
  }
  return false;
}

bool contest_near(const Source& s, std::size_t first, std::size_t end) {
  const auto is_contest = [&](const Token& t) {
    return t.is("vote"_w) || t.is("voted"_w) || t.is("votes"_w) || t.is("won"_w) || t.is("win"_w) ||
           t.is("wins"_w) || t.is("lost"_w) || t.is("loss"_w) || t.is("beat"_w) || t.is("beating"_w) ||
           t.is("defeated"_w) || t.is("defeat"_w) || t.is("victory"_w) || t.is("draw"_w) || t.is("drew"_w) ||
           t.is("ruling"_w) || t.is("ruled"_w) || t.is("decision"_w) || t.is("lead"_w) || t.is("led"_w) ||
           t.is("leading"_w) || t.is("record"_w) || t.is("tie"_w) || t.is("tied"_w) || t.is("final"_w) ||
           t.is("score"_w) || t.is("majority"_w) || t.is("series"_w) || t.is("passed"_w) || t.is("match"_w);
  };
  for (std::size_t k = 1; k <= 5 && k <= first; ++k)
    if (is_contest(s[first - k])) return true;
  for (std::size_t k = end; k < end + 4; ++k)
    if (is_contest(s[k])) return true;
  return false;
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.measure.family == b.measure.family && std::strcmp(a.measure.id, b.measure.id) == 0;
}

class Joiner {
 public:
  Joiner(const Source& s, std::vector<Figure>& figures) : s_(s), figures_(figures) {}

  void run() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (kept && join(figures_[kept - 1], figures_[i])) continue;
      if (kept != i) figures_[kept] = figures_[i];
      ++kept;
    }
    figures_.resize(kept);
  }

 private:
  bool join(Figure& a, const Figure& b) {
    if (a.low.some()) return false;
    const Link link = link_between(s_, a, b);
    if (link == Link::none) return false;
    if (link == Link::margin) return margin(a, b);
    if (link == Link::nothing || (link == Link::and_ && b.measure.family == Measure::Family::minor))
      return compound_money(a, b);
    if (a.kind == NumberKind::age || a.form.has(shape::vague | shape::ratio | shape::multiple) ||
        b.form.has(shape::vague | shape::ratio | shape::multiple))
      return false;
    if (a.form.has(shape::ordinal) || b.form.has(shape::ordinal)) return false;
    const bool between = a.first > 0 && (s_[a.first - 1].is("between"_w) || s_[a.first - 2].is("between"_w));
    if (link == Link::and_ && !between) return false;
    if (link == Link::odds) return odds(a, b);
    if (!compatible(a, b, link)) return false;
    const bool plain = !a.measure && !b.measure;
    if (link == Link::to && plain && b.value == Decimal(1) && a.value > b.value &&
        !a.form.has(shape::point)) {
      const Token& before = s_[a.first - 1];
      const bool voted = before.is("voted"_w) || before.is("vote"_w) || before.is("votes"_w);
      return (voted && score(a, b)) || odds(a, b);
    }
    if (link == Link::dash && plain && odds_spoken(a, b)) return odds(a, b);
    if (link == Link::dash && plain && (height(a, b) || score(a, b))) return true;
    if (link == Link::or_ && !alternative(a, b)) return false;
    if (link == Link::to && !between) {
      if (change_before(s_, a.first, false) || change_before(s_, a.first, true)) {
        share(a, b);
        return false;
      }
      if (plain && a.value >= b.value)
        return (s_[a.first - 1].is("by"_w) || contest_near(s_, a.first, b.end)) && score(a, b);
      if (a.value > b.value && s_[a.first - 1].is("from"_w) == false) return false;
    }
    if (link == Link::dash && a.value > b.value && a.value != b.value && !between) {
      if (!(b.form.magnitude > 0 && a.form.magnitude == 0)) return false;
    }
    merge(a, b);
    return true;
  }

  /// A unit on one side serves both; two units must be the same.
  static bool compatible(const Figure& a, const Figure& b, Link link) {
    if (a.measure && b.measure) return same_unit(a, b) || b.kind == NumberKind::age;
    if (!a.measure) return true;
    if (a.measure.family == Measure::Family::money) return link != Link::or_;
    if (a.measure.family == Measure::Family::unit && a.end > a.form.end && link == Link::to)
      return a.kind != NumberKind::percent;  // "firmer by 0.3% to 1,371.5"
    return link == Link::and_;
  }

  static bool alternative(const Figure& a, const Figure& b) {
    if (!a.value.is_whole() || !b.value.is_whole() || a.value >= b.value) return false;
    return b.value <= a.value + a.value || b.value <= Decimal(3);
  }

  /// "6-4, 230 pounds", "stands 5-11", "5-11 tall": feet and inches.
  bool height(Figure& a, const Figure& b) {
    if (a.form.shape != shape::digits || b.form.shape != shape::digits) return false;
    const std::int64_t feet = a.value.small(8), inches = b.value.small(11);
    if (feet < 4 || inches < 0) return false;
    const Token& next = s_[b.end];
    const Token& before = s_[a.first - 1];
    const bool weighed =
        next.is_mark(',') && s_[b.end + 1].is_number() &&
        (s_[b.end + 2].is("pounds"_w) || (s_.joins(b.end + 2) && s_[b.end + 3].is("pound"_w)));
    if (!weighed && !next.is("tall"_w) && !before.is("stands"_w) && !before.is("standing"_w)) return false;
    a.end = a.form.end = b.end;
    set_feet_and_inches(a, b.value);
    return true;
  }

  /// "at odds of 10-1", "a 10-1 outsider".
  bool odds_spoken(const Figure& a, const Figure& b) const {
    const Token& next = s_[b.end];
    return s_[a.first - 2].is("odds"_w) || next.is("odds"_w) || next.is("shot"_w) || next.is("outsider"_w) ||
           next.is("favourite"_w) || next.is("favorite"_w);
  }

  /// "3-2", "52-48", "215 to 206": both sides small, no unit; ascending only where a contest is spoken of.
  bool score(Figure& a, const Figure& b) {
    if (!a.value.is_whole() || !b.value.is_whole() || a.value > Decimal(999) || b.value > Decimal(999))
      return false;
    if (a.form.has(shape::grouped | shape::magnitude) || b.form.has(shape::grouped | shape::magnitude))
      return false;
    const bool sides =
        s_[a.first - 1].capital() && s_[a.first - 1].is_word() && s_[b.end].is_word() && s_[b.end].capital();
    if (a.value < b.value && !sides && !contest_near(s_, a.first, b.end)) return false;
    a.kind = NumberKind::score;
    a.rule = "numbers.score"_rule;
    finish(a, b, a.value, b.value);
    return true;
  }

  /// "38% ± 6%": the margin in the unit of the value.
  static bool margin(Figure& a, const Figure& b) {
    if (b.measure && !same_unit(a, b)) return false;
    const Decimal value = a.value;
    finish(a, b, a.value - b.value, a.value + b.value);
    a.value = value;
    a.rule = "numbers.plus-minus"_rule;
    return true;
  }

  bool odds(Figure& a, const Figure& b) {
    if (a.value < b.value && s_[b.end].is("age"_w)) {  // "the 18-to-24 age group"
      merge(a, b);
      return true;
    }
    if (a.measure || b.measure) {
      if (b.measure.family != Measure::Family::unit || a.measure) return false;
      merge(a, b);
      return true;
    }
    a.kind = NumberKind::ratio;
    a.rule = "numbers.odds"_rule;
    finish(a, b, a.value, b.value);
    return true;
  }

  /// Gives the first the second's magnitude and unit: "$3 to $5 billion", "5 to 10 percent".
  static void share(Figure& a, const Figure& b) {
    if (b.form.magnitude > 0 && a.form.magnitude == 0 && a.value < Decimal(1000) &&
        !a.form.has(shape::grouped | shape::fraction) &&
        a.value.shifted(b.form.magnitude) < b.value + b.value &&
        (!a.measure || a.measure.family == Measure::Family::money))
      a.value = a.value.shifted(b.form.magnitude);
    if (!a.measure && b.measure && b.end > b.form.end) {
      a.measure = b.measure;
      a.kind = b.kind;
      a.rule = b.rule;
    }
  }

  void merge(Figure& a, const Figure& b) {
    share(a, b);
    if (!b.measure && a.measure) {
      a.form.magnitude = b.form.magnitude;
    } else if (b.measure) {
      a.measure = b.measure;
      a.kind = b.kind;
    }
    a.kind = NumberKind::range;
    a.rule = "numbers.range"_rule;
    finish(a, b, a.value, b.value);
    if (a.first > 0 && (s_[a.first - 1].is("between"_w) || s_[a.first - 1].is("from"_w))) --a.first;
  }

  static void finish(Figure& a, const Figure& b, const Decimal& low, const Decimal& high) {
    a.low = low;
    a.high = high;
    a.value = Decimal();
    a.base = Decimal();
    a.end = b.end;
    a.form.end = b.form.end;
    a.form.shape |= b.form.shape & (shape::magnitude | shape::grouped);
  }

  /// "3 dollars 50 cents", "15 dollars 50".
  static bool compound_money(Figure& a, const Figure& b) {
    if (a.measure.family != Measure::Family::money || a.form.has(shape::point) || a.form.magnitude >= 6)
      return false;
    if (a.end == a.form.end && b.measure.family != Measure::Family::minor) return false;
    if (!b.value.is_whole() || b.value >= Decimal(100)) return false;
    if (b.measure && b.measure.family != Measure::Family::minor) return false;
    if (!b.measure && (b.value < Decimal(10) || a.end == b.first)) {
      if (b.value < Decimal(10)) return false;
    }
    a.value = a.value + b.value.shifted(-2);
    a.end = b.end;
    a.form.shape |= shape::point;
    return true;
  }

  const Source& s_;
  std::vector<Figure>& figures_;
};

bool is_lower_bound(const Figure& f) {
  return f.approx == Approx::more_than || f.approx == Approx::at_least;
}
bool is_upper_bound(const Figure& f) {
  return f.approx == Approx::less_than || f.approx == Approx::at_most || f.approx == Approx::up_to;
}

}  // namespace

void join_bounds(const Source& s, std::vector<Figure>& figures) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure* a = kept ? &figures[kept - 1] : nullptr;
    const Figure& b = figures[i];
    const bool linked = a && b.first == a->end + 1 && (s[a->end].is("and"_w) || s[a->end].is("but"_w)) &&
                        a->value.some() && b.value.some() && (!a->measure || same_unit(*a, b));
    const bool rising = linked && is_lower_bound(*a) && is_upper_bound(b) && a->value < b.value;
    const bool falling = linked && is_upper_bound(*a) && is_lower_bound(b) && b.value < a->value;
    if (rising || falling) {
      a->low = rising ? a->value : b.value;
      a->high = rising ? b.value : a->value;
      a->value = a->base = Decimal();
      a->measure = b.measure;
      a->kind = NumberKind::range;
      a->rule = "numbers.range"_rule;
      a->approx = Approx::none;
      a->end = b.end;
      continue;
    }
    if (kept != i) figures[kept] = figures[i];
    ++kept;
  }
  figures.resize(kept);
}

void join_neighbours(const Source& source, std::vector<Figure>& figures) {
  Joiner(source, figures).run();
}

}  // namespace copydesk::numbers
