#include "numbers/counted.h"

#include "lexicon/lookup.h"
#include "lexicon/rule_names.h"
#include "numbers/forms.h"
#include "numbers/nouns.h"
#include "tables/verbs.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

constexpr std::size_t kMostWords = 7;      // of a counted noun phrase
constexpr std::size_t kElisionReach = 20;  // tokens between a figure and the one whose noun it shares
constexpr std::size_t kNumberReach = 12;   // tokens between "number of" and the figure

bool determiner(const Token& t) {
  return t.is("the"_w) || t.is("its"_w) || t.is("his"_w) || t.is("her"_w) || t.is("their"_w) ||
         t.is("our"_w) || t.is("my"_w) || t.is("your"_w) || t.is("these"_w) || t.is("those"_w) ||
         t.is("all"_w) || t.is("this"_w) || t.is("that"_w) || t.is("a"_w) || t.is("an"_w);
}

bool base_verb(const Token& t) {
  return has_form(tables::verbs::keys, t.word, tables::verbs::base);
}

/// A word that can stand inside the phrase.
bool inside(const Token& t) {
  return t.is_word() && !t.has(token_flag::gap_before) && !t.has(Tag::np_stops);
}

/// Whether the phrase goes on at `i`: no verb after its first word, no name behind a common noun.
bool goes_on(const Source& s, std::size_t i, std::size_t words) {
  if (!inside(s[i])) return false;
  const Pos pos = s.syntax.pos(i);
  if (s[i].has(Tag::change_verbs) && pos != Pos::noun) return false;
  if (!words) return true;
  const Token& before = s[i - 1];
  if (before.is("people"_w) || before.is("men"_w) || before.is("women"_w) || before.is("children"_w))
    return s[i].is("'s"_w);
  if (pos == Pos::verb_s || pos == Pos::verb_past || pos == Pos::verb || pos == Pos::adverb ||
      is_auxiliary(pos))
    return false;
  return !(pos == Pos::name && s.syntax.pos(i - 1) == Pos::noun && !s[i - 1].capital());
}

/// The run of words that may be the phrase, from token `at`.
[[gnu::noinline]] std::optional<Span> phrase_at(const Source& s, std::size_t at) {
  if (!inside(s[at + 1]) && (s[at].is("less"_w) || s[at].is("fewer"_w) || s[at].is("more"_w)))
    return std::nullopt;
  std::size_t end = at, words = 0, last = at;
  while (words < kMostWords && goes_on(s, end, words)) {
    if (words && s[end].is("'s"_w)) {
      ++end;
      continue;
    }
    last = ++end;
    ++words;
    if (s.joins(end) && inside(s[end + 1]))
      ++end;
    else if (s[end].is_any_mark() || is_candidate(s[end]))
      break;
  }
  if (!words || (words == 2 && s[at].is("more"_w) && s[at + 1].is("left"_w))) return std::nullopt;
  return Span{s[at].begin, s[last - 1].end};
}

/// Finds what each figure counts, in text order.
class Counter {
 public:
  Counter(const Source& s, std::vector<Figure>& figures) : s_(s), figures_(figures) {}

  void run() {
    for (i_ = 0; i_ < figures_.size(); ++i_) figures_[i_].of = phrase(figures_[i_]);
    for (std::size_t i = figures_.size(); i-- > 1;) {
      share_suspended(figures_[i - 1], figures_[i]);
      share_partitive(figures_[i - 1], figures_[i]);
    }
  }

 private:
  /// The figure that begins at token `at`, if it is the next one.
  const Figure* next_at(std::size_t at) const {
    return i_ + 1 < figures_.size() && figures_[i_ + 1].first == at ? &figures_[i_ + 1] : nullptr;
  }

  std::optional<Span> phrase(const Figure& f) const {
    std::size_t at = f.end;
    if (f.kind == NumberKind::age || f.kind == NumberKind::score) return std::nullopt;
    if (s_[at].has(token_flag::gap_before)) return before(f);
    if (f.measure.family == Measure::Family::money || f.measure.family == Measure::Family::minor)
      return per_phrase(at);
    if (s_.joins(at)) at += s_[at + 1].is("strong"_w) ? 2 : 1;            // "the 3,000-strong crowd"
    const bool distance = f.first > 0 && s_[f.first - 1].is("within"_w);  // "within 2% of its high"
    if (s_[at].is("of"_w)) return distance ? std::nullopt : of_phrase(f, at + 1);
    if (f.measure) return f.kind == NumberKind::measure && s_[at].is("per"_w) ? per_phrase(at) : std::nullopt;
    if (f.kind == NumberKind::multiple && f.form.end < f.end && !s_[at].is("the"_w) && compares(s_[at]))
      return std::nullopt;
    if (f.form.has(shape::fraction))
      while (determiner(s_[at])) ++at;
    if (f.form.has(shape::ordinal))  // "the first five questioners"
      if (const Figure* g = next_at(at); g && !g->measure) return phrase_at(s_, g->end);
    const auto partitive = phrase_before(f);
    if (const auto behind = phrase_behind(at); behind && !(partitive && !plural_noun(s_, at))) return behind;
    return partitive ? partitive : before(f);
  }

  /// "a third of its 40 members"; "12 of them" counts what was counted before.
  std::optional<Span> of_phrase(const Figure& f, std::size_t at) const {
    if (s_[at].is("them"_w) || s_[at].is("whom"_w) || s_[at].is("which"_w)) return counted_before(f);
    if (s_[at].is("those"_w) && !inside(s_[at + 1])) return counted_before(f);
    while (determiner(s_[at])) ++at;
    const Figure* g = next_at(at);
    if (g && g->measure) return phrase_behind(at);
    if (g) return phrase_at(s_, g->end);
    // "seven of Bexland state's 44 delegates"
    constexpr std::size_t kOwner = 5;
    const Figure* owned = i_ + 1 < figures_.size() ? &figures_[i_ + 1] : nullptr;
    if (owned && !owned->measure && owned->first <= at + kOwner && owned->first > at &&
        s_[owned->first - 1].is("'s"_w))
      return phrase_at(s_, owned->end);
    return phrase_at(s_, at);
  }

  /// The phrase at `at`, past a measure that describes it ("eight 250ml bottles"), with what it is taken by
  /// ("deaths per 1,000 births").
  [[gnu::noinline]] std::optional<Span> phrase_behind(std::size_t at) const {
    std::size_t begin = at;
    if (const Figure* g = next_at(at); g && g->measure.family == Measure::Family::unit) begin = g->end;
    if (s_.joins(begin)) ++begin;
    std::optional<Span> noun = phrase_at(s_, begin);
    if (begin != at && !noun) return std::nullopt;
    if (noun && begin == at && (acts(at) || acts_now(at, *noun))) return std::nullopt;
    if (!noun) return per_phrase(at);
    noun->begin = s_[at].begin;
    std::size_t end = begin;
    while (end < s_.tokens.size() && s_[end].end < noun->end) ++end;
    end = last_plural(begin, end);
    noun->end = s_[end].end;
    if (!s_[end + 1].is("per"_w)) return noun;
    if (const auto per = per_phrase(end + 1)) noun->end = per->end;
    return noun;
  }

  /// The last plural of the phrase from `first` to `last`, where a word that is none ends it: "9,000
  /// Tavronians reside".  A plural seldom stands before a singular head, unless one is counted, or a rank.
  std::size_t last_plural(std::size_t first, std::size_t last) const {
    const Figure& f = figures_[i_];
    if (f.kind != NumberKind::cardinal || f.value == Decimal(1) || f.form.has(shape::fraction)) return last;
    const auto plural = [&](std::size_t i) {
      const std::string_view word = s_.slice(i);
      return plural_noun(s_, i) || (s_[i].capital() && word.size() > 3 && word.ends_with("s"));
    };
    if (plural(last) || s_[last].capital() || s_[last].has(Tag::noun)) return last;
    for (std::size_t i = last; i-- > first;)
      if (plural(i) && !s_[i + 1].glued()) return i;
    return last;
  }

  /// A verb of its own behind the figure: "hundreds fled", "12 died".
  bool acts(std::size_t at) const {
    const bool past = s_.syntax.pos(at) == Pos::verb_past || s_[at].is("left"_w) ||
                      (s_[at + 1].is_number() && s_.slice(at).ends_with("ed"));  // "3,000 walked 12 miles"
    return past && !inside(s_[at + 1]);
  }
  /// "Five carry fertilizer", "12 live in town": a plain verb behind a figure that opens its clause, and no
  /// plural that it could count.
  bool acts_now(std::size_t at, Span noun) const {
    if (!s_[at].has(Tag::verbs)) return false;
    const Figure& f = figures_[i_];
    const Token& before = s_[std::size_t{f.first} - 1];
    const bool opens_clause =
        f.first == 0 || opens(s_, f.first) || before.is_mark(',') || before.has(Tag::conjunction);
    if (!opens_clause || f.end != at || f.value == Decimal(1) || !base_verb(s_[at])) return false;
    std::size_t last = at;
    while (s_[last + 1].end <= noun.end && last + 1 < s_.tokens.size()) ++last;
    return !plural_noun(s_, last) && !is_verb(s_.syntax.pos(last + 1)) &&
           !is_auxiliary(s_.syntax.pos(last + 1));
  }
  static bool compares(const Token& t) {
    return t.is("more"_w) || t.is("higher"_w) || t.is("larger"_w) || t.is("bigger"_w) || t.is("faster"_w) ||
           t.is("greater"_w) || t.is("less"_w);
  }

  /// "a share", "per barrel", "an hour", "per 100,000 people"; not the "a year" of "a year earlier".
  [[gnu::noinline]] std::optional<Span> per_phrase(std::size_t at) const {
    if (s_.joins(at) && s_.joins(at + 2) && s_[at + 1].is("a"_w) && inside(s_[at + 3]))
      return Span{s_[at + 3].begin, s_[at + 3].end};
    const bool per = s_[at].is("per"_w);
    if (s_[at].has(token_flag::gap_before)) return std::nullopt;
    if (per) {
      if (const Figure* g = next_at(at + 1)) {
        const auto noun = phrase_at(s_, s_.joins(g->end) ? g->end + 1 : g->end);
        return Span{s_[g->first].begin, noun && !g->measure ? noun->end : s_[g->end - 1].end};
      }
    }
    const bool article = (s_[at].is("a"_w) || s_[at].is("an"_w)) && !s_[at].capital();
    if (!per && !article && !s_[at].is("each"_w)) return std::nullopt;
    if (!inside(s_[at + 1])) return std::nullopt;
    const Token& after = s_[at + 2];
    if (after.is("earlier"_w) || after.is("ago"_w) || after.is("before"_w) || after.is("later"_w))
      return std::nullopt;
    return Span{s_[at + 1].begin, s_[at + 1].end};
  }

  /// "of the residents, 25,000", "of the 40 miners, 12": the phrase before.
  std::optional<Span> phrase_before(const Figure& f) const {
    if (f.first < 3 || !s_[f.first - 1].is_mark(',')) return std::nullopt;
    for (std::size_t k = f.first - 1; k > 0 && f.first - k <= 8; --k) {
      if (!s_[k - 1].is("of"_w)) continue;
      if (!s_[k - 1].capital()) return std::nullopt;
      std::size_t at = k;
      while (determiner(s_[at])) ++at;
      if (i_ > 0 && figures_[i_ - 1].first == at && !figures_[i_ - 1].measure) at = figures_[i_ - 1].end;
      if (at + 1 > f.first - 1) return std::nullopt;
      return Span{s_[at].begin, s_[f.first - 2].end};
    }
    return std::nullopt;
  }

  /// What a figure without a noun of its own counts by what stands before it.
  std::optional<Span> before(const Figure& f) const {
    if (f.measure || f.form.has(shape::ordinal)) return std::nullopt;
    if (const auto number_of = number_phrase(f)) return number_of;
    const Pos next = s_.syntax.pos(f.end);
    const bool elided = is_auxiliary(next) || next == Pos::verb_past || next == Pos::verb_s ||
                        (base_verb(s_[f.end]) && i_ > 0);
    return elided && !s_[f.end].has(token_flag::gap_before) ? counted_before(f) : std::nullopt;
  }

  /// "Of the 40 miners, 12 died and 20 were hurt": 20 of what 12 are of, in the same sentence.
  [[gnu::noinline]] std::optional<Span> counted_before(const Figure& f) const {
    if (i_ == 0) return std::nullopt;
    const Figure& prior = figures_[i_ - 1];
    if (prior.measure || !prior.of || prior.kind != NumberKind::cardinal ||
        f.first - prior.end > kElisionReach)
      return std::nullopt;
    for (std::size_t k = prior.end; k < f.first; ++k)
      if (s_[k].has(token_flag::gap_before) || s_[k].is_mark('.') || s_[k].is_mark('?') ||
          s_[k].is_mark('!') || s_[k].is_mark('"') || s_[k].is_mark(kLeftDouble))
        return std::nullopt;
    return prior.of;
  }

  /// "the number of visitors rose to 3,000".
  std::optional<Span> number_phrase(const Figure& f) const {
    const Token& link = s_[f.first - 1];
    const bool linked =
        f.first > 3 && (link.is("was"_w) || link.is("is"_w) || link.is("to"_w) || link.is("at"_w) ||
                        link.is("by"_w) || link.is("from"_w) || link.is("reached"_w));
    if (!linked) return std::nullopt;
    for (std::size_t k = f.first - 1; k > 1 && f.first - k < kNumberReach; --k) {
      const Token& t = s_[k - 1];
      if (t.is_mark('.') || t.has(token_flag::gap_before)) break;
      if (!t.is("of"_w) || !(s_[k - 2].is("number"_w) || s_[k - 2].is("total"_w))) continue;
      std::size_t at = k;
      while (determiner(s_[at])) ++at;
      return at < f.first ? phrase_at(s_, at) : std::nullopt;
    }
    return std::nullopt;
  }

  /// "four-, five- and six-litre engines": the hyphen waits for the unit or the noun of the next figure.
  void share_suspended(Figure& f, const Figure& next) const {
    const bool waits =
        !f.measure && !f.of && s_.dash(f.end) && s_[f.end].glued() && !s_[f.end + 1].is_word()
            ? s_[f.end + 1].is_mark(',')
            : !f.measure && !f.of && s_.dash(f.end) && s_[f.end].glued() && !s_[f.end + 1].glued();
    if (!waits || next.first > f.end + 3) return;
    f.of = next.of;
    if (next.measure.family != Measure::Family::unit) return;
    take_measure(f, next);
  }

  /// "280 million of the 1.5 billion shekels": a part is in the unit of the whole.
  void share_partitive(Figure& f, const Figure& whole) const {
    const bool part = !f.measure && f.kind == NumberKind::cardinal && s_[f.end].is("of"_w) &&
                      determiner(s_[f.end + 1]) && whole.first == f.end + 2;
    const bool describes =
        s_.joins(whole.form.end) || plural_noun(s_, whole.end);  // "of the three-ton trucks"
    if (!part || describes || !whole.measure || whole.kind == NumberKind::percent ||
        whole.kind == NumberKind::age)
      return;
    take_measure(f, whole);
    f.of.reset();
  }

  static void take_measure(Figure& f, const Figure& from) {
    f.measure = from.measure;
    f.kind = from.measure.family == Measure::Family::unit ? NumberKind::measure : NumberKind::money;
    f.rule = from.measure.family == Measure::Family::unit ? "numbers.measure"_rule : "numbers.money"_rule;
  }

  const Source& s_;
  std::vector<Figure>& figures_;
  std::size_t i_ = 0;
};

}  // namespace

void find_counted(const Source& source, std::vector<Figure>& figures) {
  Counter(source, figures).run();
}

}  // namespace copydesk::numbers
