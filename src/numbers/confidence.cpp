#include "numbers/confidence.h"

#include <algorithm>

#include "numbers/nouns.h"
#include "tables/figure.features.gen.h"

namespace copydesk::numbers {
namespace {

namespace figure = features::figure;

constexpr std::size_t kPhraseReach = 9;  // tokens between a figure and the end of its noun phrase
constexpr int kHigh = 20, kMedium = 0;   // sums from which a figure is so sure

unsigned form_value(const Figure& f) {
  namespace is = figure::form_is;
  if (f.form.has(shape::magnitude)) return is::magnitude;
  if (f.form.has(shape::grouped)) return is::grouped;
  if (f.form.has(shape::point)) return is::point;
  return f.form.has(shape::digits) ? is::plain : is::words;
}

unsigned measure_value(const Source& s, const Figure& f) {
  namespace is = figure::measure_is;
  if (!f.measure || f.kind == NumberKind::age) return f.measure ? is::word : is::none;
  const Token& last = s[f.end - 1];
  if (f.measure.family == Measure::Family::unit && f.form.end < f.end && last.is_word() &&
      last.end - last.begin == 1)
    return is::letter;
  return last.is_any_mark() || s[f.first].is_any_mark() ? is::sign : is::word;
}

unsigned counted_value(const Source& s, const Figure& f) {
  namespace is = figure::counted_is;
  if (!f.of) return is::none;
  std::size_t last = f.end;
  while (last < f.end + kPhraseReach && s[last].end < f.of->end) ++last;
  if (plural_noun(s, last)) return is::plural;
  return is::other;
}

unsigned before_value(const Source& s, const Figure& f) {
  namespace is = figure::before_is;
  const Token& t = s[std::size_t{f.first} - 1];
  if (t.is_number()) return is::number;
  if (!t.is_word() || s[f.first].has(token_flag::line_before))
    return opens(s, f.first) ? is::opener : is::other;
  return t.capital() && !t.has(Tag::capital_words) && !opens(s, f.first - 1) ? is::capital : is::other;
}

unsigned next_value(const Source& s, const Figure& f) {
  namespace is = figure::next_is;
  const Token& t = s[f.end];
  if (t.is_number()) return is::number;
  if (t.is_word() && t.capital()) return is::capital;
  return t.is_word() ? is::other : is::mark;
}

Confidence confidence_of(const Source& s, const Figure& f) {
  weigh::Score e(figure::model);
  e.add(figure::form[form_value(f)]);
  e.add(figure::measure[measure_value(s, f)]);
  e.add(figure::counted[counted_value(s, f)]);
  e.add(figure::before[before_value(s, f)]);
  e.add(figure::next[next_value(s, f)]);
  e.add_if(f.approx != Approx::none, figure::hedged);
  e.add_if(f.kind == NumberKind::ordinal, figure::rank);
  e.add_if(f.low.some() && f.high.some(), figure::joint);
  e.add_if(f.form.has(shape::fraction | shape::ratio | shape::multiple), figure::fraction);
  e.add_if(!f.measure && f.form.shape == shape::digits && f.form.value.small(2099) >= 1100, figure::yearlike);
  const int sum = e.sum();
  return sum >= kHigh ? Confidence::high : sum >= kMedium ? Confidence::medium : Confidence::low;
}

}  // namespace

void weigh_confidence(const Source& s, std::vector<Figure>& figures) {
  for (Figure& f : figures) f.confidence = std::min(f.confidence, confidence_of(s, f));
}

}  // namespace copydesk::numbers
