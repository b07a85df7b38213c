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
  return t.is_word() && !t.has(token_flag::gap_before) && !t.has(Tag::np_stops) && !t.has(Tag::change_verbs);
}

/// The run of words that may be the phrase, from token `at`.
std::optional<Span> phrase_at(const Source& s, std::size_t at) {
  std::size_t end = at, words = 0, last = at;
  while (words < kMostWords) {
    if (!inside(s[end])) break;
    if (words && s[end].is("'s"_w)) {
      ++end;
      continue;
    }
    last = ++end;
    ++words;
    if ((s[end].is_mark('-') || s[end].is_mark(kHyphen)) && s[end].glued() && s[end + 1].glued() &&
        inside(s[end + 1]))
      ++end;
    else if (s[end].is_any_mark() || is_candidate(s[end]))
      break;
  }
  if (!words) return std::nullopt;
  return Span{s[at].begin, s[last - 1].end};
}

}  // namespace

std::optional<Span> counted_phrase(const Source& s, const Figure& f) {
  std::size_t at = f.end;
  if (s[at].has(token_flag::gap_before)) return std::nullopt;
  if (f.kind == NumberKind::ordinal || f.kind == NumberKind::age || f.kind == NumberKind::score)
    return std::nullopt;
  if (f.kind == NumberKind::money) {
    const bool per = s[at].is("per"_w) || s[at].is("a"_w) || s[at].is("an"_w) || s[at].is("each"_w);
    if (!per || !inside(s[at + 1])) return std::nullopt;
    return Span{s[at + 1].begin, s[at + 1].end};
  }
  if (s.joins(at)) ++at;
  if (s[at].is("of"_w)) {
    ++at;
    while (determiner(s[at])) ++at;
    return phrase_at(s, at);
  }
  if (f.kind == NumberKind::percent || f.kind == NumberKind::measure) return std::nullopt;
  if (f.form.has(shape::fraction))
    while (determiner(s[at])) ++at;
  return phrase_at(s, at);
}

}  // namespace copydesk::numbers
