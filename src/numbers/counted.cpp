#include "numbers/counted.h"

#include "lexicon/hash.h"
#include "numbers/forms.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

constexpr std::size_t kMostWords = 7;  // of a counted noun phrase

bool determiner(const Token& t) {
  return t.is("the"_w) || t.is("its"_w) || t.is("his"_w) || t.is("her"_w) || t.is("their"_w) ||
         t.is("our"_w) || t.is("my"_w) || t.is("your"_w) || t.is("these"_w) || t.is("those"_w) ||
         t.is("all"_w) || t.is("this"_w) || t.is("that"_w) || t.is("a"_w) || t.is("an"_w);
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
std::optional<Span> phrase_at(const Source& s, std::size_t at) {
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
  if (!words) return std::nullopt;
  return Span{s[at].begin, s[last - 1].end};
}

/// "a share", "per barrel", "an hour"; not the "a year" of "a year earlier".
std::optional<Span> per_phrase(const Source& s, std::size_t at) {
  if (s.joins(at) && s.joins(at + 2) && s[at + 1].is("a"_w) && inside(s[at + 3]))
    return Span{s[at + 3].begin, s[at + 3].end};
  const bool per = s[at].is("per"_w) || s[at].is("a"_w) || s[at].is("an"_w) || s[at].is("each"_w);
  if (!per || !inside(s[at + 1]) || s[at].has(token_flag::gap_before)) return std::nullopt;
  const Token& after = s[at + 2];
  if (after.is("earlier"_w) || after.is("ago"_w) || after.is("before"_w) || after.is("later"_w))
    return std::nullopt;
  return Span{s[at + 1].begin, s[at + 1].end};
}

/// "of the residents, 25,000": the phrase before, when the figure stands alone behind it.
std::optional<Span> phrase_before(const Source& s, const Figure& f) {
  if (f.first < 3 || !s[f.first - 1].is_mark(',')) return std::nullopt;
  for (std::size_t k = f.first - 1; k > 0 && f.first - k <= 6; --k) {
    if (!s[k - 1].is("of"_w)) continue;
    if (!s[k - 1].capital()) return std::nullopt;
    std::size_t at = k;
    while (determiner(s[at])) ++at;
    if (at + 1 > f.first - 1) return std::nullopt;
    return Span{s[at].begin, s[f.first - 2].end};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> counted_phrase(const Source& s, const Figure& f) {
  std::size_t at = f.end;
  if (s[at].has(token_flag::gap_before)) return std::nullopt;
  if (f.kind == NumberKind::age || f.kind == NumberKind::score) return std::nullopt;
  if (f.measure.family == Measure::Family::money || f.measure.family == Measure::Family::minor)
    return per_phrase(s, at);
  if (s.joins(at)) ++at;
  if (s[at].is("of"_w)) {
    ++at;
    while (determiner(s[at])) ++at;
    if (is_candidate(s[at])) ++at;
    return phrase_at(s, at);
  }
  if (f.measure) return std::nullopt;
  if (f.form.has(shape::fraction))
    while (determiner(s[at])) ++at;
  if (const auto behind = phrase_at(s, at)) return behind;
  return phrase_before(s, f);
}

}  // namespace copydesk::numbers
