// The stage: candidates → forms → figures with their surroundings → records.
#include "numbers/numbers.h"

#include <algorithm>

#include "lexicon/rule_names.h"
#include "numbers/accounts.h"
#include "numbers/approximation.h"
#include "numbers/change.h"
#include "numbers/confidence.h"
#include "numbers/context.h"
#include "numbers/counted.h"
#include "numbers/figure.h"
#include "numbers/forms.h"
#include "numbers/marks.h"
#include "numbers/money.h"
#include "numbers/ranges.h"
#include "numbers/ranks.h"
#include "numbers/units.h"
#include "tables/minor_currencies.gen.h"

namespace copydesk {
namespace numbers {
namespace {

using namespace literals;

/// The kind a figure has by its number alone.
void set_plain_kind(const Source& s, Figure& f) {
  const Form& form = f.form;
  f.kind = NumberKind::cardinal;
  f.rule = form.has(shape::digits) ? "numbers.digits"_rule : "numbers.words"_rule;
  if (form.has(shape::scientific)) f.rule = "numbers.scientific"_rule;
  if (form.has(shape::plus_minus)) f.rule = "numbers.plus-minus"_rule;
  if (form.has(shape::vague)) f.rule = "numbers.vague"_rule;
  if (form.has(shape::fraction)) {
    f.rule = "numbers.fraction"_rule;
    if (!form.has(shape::magnitude)) f.kind = NumberKind::fraction;
  }
  if (form.has(shape::pair)) {
    f.kind = NumberKind::ratio;
    f.rule = is_slashed_odds(s, form.first) ? "numbers.odds"_rule : "numbers.pressure"_rule;
  }
  if (form.has(shape::ratio)) {
    f.kind = NumberKind::ratio;
    f.rule = "numbers.ratio"_rule;
  }
  if (form.has(shape::multiple)) {
    f.kind = NumberKind::multiple;
    f.rule = "numbers.multiple"_rule;
  }
  if (form.has(shape::ordinal)) {
    f.kind = NumberKind::ordinal;
    f.rule = form.has(shape::roman) ? "numbers.roman"_rule : "numbers.ordinal"_rule;
  }
  if (form.has(shape::unsure)) f.confidence = Confidence::medium;
}

class Finder {
 public:
  Finder(const Source& source, const std::vector<Block>& blocks, std::vector<Span>* past_limits)
      : s_(source), blocks_(blocks), past_limits_(past_limits) {}

  std::vector<Figure> run() {
    figures_.reserve(s_.tokens.size() / 32 + 8);
    const Token* const tokens = s_.tokens.begin();
    for (std::size_t i = 0, size = s_.tokens.size(); i < size;) {
      if (is_candidate(tokens[i]))
        i = candidate(i);
      else
        ++i;
    }
    settle_marks(s_, figures_);
    join_neighbours(s_, figures_);
    settle_currencies(s_, figures_);
    std::size_t from = 0;
    for (Figure& f : figures_) {
      finish(f, from);
      from = f.end;
    }
    join_bounds(s_, figures_);
    mark_changes(s_, figures_);
    find_counted(s_, figures_);
    weigh_confidence(s_, figures_);
    link_conversions(s_, figures_);
    return std::move(figures_);
  }

 private:
  /// Handles the candidate at `i`; the token to go on from.
  std::size_t candidate(std::size_t i) {
    if (const std::size_t end = s_[i].is_word() ? end_of_spoken_year(s_, i) : end_of_code(s_, i)) {
      from_ = end;
      return end;
    }
    Figure f;
    f.form = read_form(s_, i, from_);
    if (!f.form) {
      note_limit(i);
      return i + 1;
    }
    f.first = f.form.first;
    f.end = f.form.end;
    set_plain_kind(s_, f);
    if (!attach_money(s_, f, from_) && !f.form.has(shape::ordinal | shape::multiple)) attach_unit(s_, f);
    if (!f.measure && may_be_bound(s_[f.end])) attach_unit_behind_bound(f);
    if (!f.measure && is_plural_tens(f.form)) return skip(i + 1);
    if (!f.measure) attach_times(f);
    const std::size_t next = f.end > i ? f.end : i + 1;
    if ((in_brackets(s_, f) && attach_account_brackets(s_, f)) ||
        (behind_number_sign(s_, f) && as_rank(s_, f))) {
      // taken as it stands
    } else if (!f.measure && is_apposed_age(s_, f))
      as_age(f, "numbers.age-apposed"_rule);
    else if (!is_named_age(s_, f) && is_no_figure(s_, f, in_headline(s_[i].begin)))
      return skip(next);
    f.value = f.form.value;
    if (!f.value.some()) return next;
    if (f.low.some()) f.value = Decimal();  // "in her 30s"
    spoken_score(f);
    figures_.push_back(f);
    from_ = next;
    return next;
  }

  /// Digits or a power of ten that no exact value holds.
  void note_limit(std::size_t i) {
    constexpr std::size_t kMost = 20;
    if (!past_limits_ || past_limits_->size() >= kMost || !s_[i].is_number()) return;
    const bool power = s_[i + 1].glued() && (s_[i + 1].is_mark('^') || s_[i + 1].is("e"_w)) &&
                       s_[i + 2].glued() && s_[i + 2].is_number();
    if (power || s_[i].end - s_[i].begin > Decimal::kMostDigits)
      past_limits_->push_back({s_[i].begin, s_[power ? i + 2 : i].end});
  }

  /// "20 or more years", "50-plus miles", "10 or so dollars": the bound stands before the unit.
  void attach_unit_behind_bound(Figure& f) const {
    if (f.form.has(shape::ordinal | shape::multiple | shape::pair)) return;
    Figure bound = f;
    if (!attach_bound_behind(s_, bound)) return;
    const std::size_t end = bound.end;
    if (!attach_money(s_, bound, f.first) && !attach_unit(s_, bound)) return;
    if (bound.end > end) f = bound;
  }

  static bool may_be_bound(const Token& t) {
    return t.is("or"_w) || t.is_mark('+') || t.is_mark('-') || t.is_mark(kHyphen);
  }

  /// "1.9 times earnings", "four times as many", but not the "four times" of frequency.
  void attach_times(Figure& f) {
    if (!s_[f.end].is("times"_w) || f.form.has(shape::ordinal | shape::vague | shape::ratio)) return;
    const Token& next = s_[f.end + 1];
    const bool compares = next.is("as"_w) || next.is("more"_w) || next.is("higher"_w) ||
                          next.is("larger"_w) || next.is("bigger"_w) || next.is("faster"_w) ||
                          next.is("greater"_w) || next.is("less"_w) || next.is("the"_w) || next.is("its"_w) ||
                          next.is("that"_w);
    if (!compares && !f.form.has(shape::point)) return;
    f.kind = NumberKind::multiple;
    f.rule = "numbers.multiple"_rule;
    ++f.end;
  }

  /// "2-nil", "3-all".
  void spoken_score(Figure& f) const {
    if (!s_.joins(f.end) || f.measure || f.form.value.small(99) < 0) return;
    const Token& other = s_[f.end + 1];
    const bool all = other.is("all"_w);
    if ((!all && !other.is("nil"_w)) || (all && s_[f.end + 2].glued() && s_.joins(f.end + 2))) return;
    f.kind = NumberKind::score;
    f.rule = "numbers.score"_rule;
    f.low = f.value;
    f.high = all ? f.value : Decimal(0);
    f.value = Decimal();
    f.end += 2;
  }

  /// Goes on behind what is no figure, and what a dash or a group's blank ties to it: "ISO 3888-2".
  std::size_t skip(std::size_t next) {
    if (s_[next - 1].is_number() && s_[next].is_number() && s_[next].begin == s_[next - 1].end + 1 &&
        s_[next].end - s_[next].begin == 3 && !s_[next].has(token_flag::line_before))
      ++next;
    if (s_.joins(next) && s_[next + 1].is_number()) next += 2;
    from_ = next;
    return next;
  }

  static void as_age(Figure& f, RuleId rule) {
    set_unit(f, "year");
    f.kind = NumberKind::age;
    f.rule = rule;
  }

  /// "aged 24 and 31": one age after another.
  bool follows_age(const Figure& f) const {
    if (after_age_ == 0 || f.first != after_age_ + 1 || f.form.value.small(120) < 1) return false;
    const Token& link = s_[after_age_];
    return link.is("and"_w) || link.is("or"_w) || link.is_mark(',');
  }

  bool in_headline(std::uint32_t at) {
    while (block_ < blocks_.size() && blocks_[block_].span.end <= at) ++block_;
    return block_ < blocks_.size() && blocks_[block_].span.begin <= at &&
           blocks_[block_].kind == BlockKind::headline;
  }

  /// Bounds, margins and signs of approximation, once neighbours are joined.
  void finish(Figure& f, std::size_t from) {
    if (!f.measure && (is_named_age(s_, f) || follows_age(f))) as_age(f, "numbers.age"_rule);
    after_age_ = f.rule == "numbers.age"_rule && f.end == f.form.end ? f.end : 0;
    attach_approximation(s_, f, from);
    if (f.low.some() && f.high.some() && f.approx != Approx::about && f.approx != Approx::nearly)
      f.approx = Approx::none;
    if (f.form.has(shape::vague) && f.value.some()) {
      f.low = f.value;
      f.value = Decimal();
    }
    if (f.form.has(shape::plus_minus) && f.value.some()) {
      const bool alone = !f.form.margin.some();
      f.low = alone ? f.value.negated() : f.value - f.form.margin;
      f.high = alone ? f.value : f.value + f.form.margin;
    }
    if (f.form.has(shape::pair)) {
      f.low = f.value;
      f.high = f.form.margin;
      f.value = Decimal();
    }
    if (!f.measure && f.kind == NumberKind::cardinal && f.form.value.small(120) > 0 && bounds_an_age(s_, f))
      as_age(f, "numbers.age"_rule);
  }

  const Source& s_;
  const std::vector<Block>& blocks_;
  std::vector<Span>* const past_limits_;
  std::vector<Figure> figures_;
  std::size_t block_ = 0;
  std::size_t from_ = 0;
  std::uint32_t after_age_ = 0;  // token behind an age just named, when it has no unit of its own
};

/// The value in the currency of an amount in its hundredths.
void minor_base(const Figure& f, Number& n) {
  const char* code = tables::minor_currencies::rows[f.measure.row].code;
  if (!f.value.some() || !*code) return;
  n.base_value = f.value.shifted(-2).text();
  n.base_unit = code;
}

/// What the currency could be, the likeliest first; empty when nothing else.
std::vector<std::string> currency_candidates(const Measure& m) {
  std::vector<std::string> out;
  if (!*m.shared) return out;
  out.emplace_back(m.id);
  if (*m.first) out.emplace_back(m.first);
  for (std::string_view rest = m.shared; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) != m.id) out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

Number to_number(const Source& s, const Figure& f) {
  Number n;
  n.span = {s[f.first].begin, s[f.end - 1].end};
  n.kind = f.kind;
  n.value = f.value.text();
  n.low = f.low.text();
  n.high = f.high.text();
  n.approx = f.approx;
  n.unit = unit_identifier(f.measure);
  n.unit_candidates = currency_candidates(f.measure);
  if (f.measure.family == Measure::Family::unit) {
    n.ucum = ucum_code(f.measure);
    const Base base = in_base_units(f);
    n.base_value = base.value;
    n.base_unit = base.unit;
  } else if (f.measure.family == Measure::Family::minor) {
    minor_base(f, n);
  }
  n.of = f.of;
  n.role = f.role;
  n.direction = f.direction;
  if (f.same_as >= 0) n.same_as = static_cast<std::uint32_t>(f.same_as);
  n.rule = f.rule;
  n.confidence = f.confidence;
  return n;
}

}  // namespace
}  // namespace numbers

std::vector<Number> find_numbers(const Text& text, const Tokens& tokens, const Syntax& syntax,
                                 const std::vector<Block>& blocks, std::vector<Span>* past_limits) {
  const numbers::Source source{text, tokens, syntax};
  const std::vector<numbers::Figure> figures = numbers::Finder(source, blocks, past_limits).run();
  std::vector<Number> out;
  out.reserve(figures.size());
  for (const numbers::Figure& f : figures) out.push_back(numbers::to_number(source, f));
  return out;
}

}  // namespace copydesk
