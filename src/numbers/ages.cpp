#include "numbers/context.h"

namespace copydesk::numbers {

using namespace literals;

/// "Jane Quill (44), of Leeds", "Jane Quill (44) said": behind a full name, and no list of scorers.
[[gnu::noinline]] static bool is_bracketed_age(const Source& s, const Figure& f) {
  if (!s[f.end].is_mark(')') || f.form.value < Decimal(10)) return false;
  const auto name = [&](std::size_t i) { return s[i].is_word() && s[i].capital() && !s[i].has(Tag::months); };
  if (f.first < 3 || !name(f.first - 2) || !name(f.first - 3)) return false;
  const std::size_t after = s[f.end + 1].is_mark(',') ? f.end + 2 : f.end + 1;
  const Token& next = s[after];
  return next.is_word() && !next.capital() && !next.is("and"_w) && !next.has(token_flag::gap_before);
}

bool is_apposed_age(const Source& s, const Figure& f) {
  if (f.measure || f.form.shape != shape::digits || f.form.end - f.form.first != 1) return false;
  const std::int64_t n = f.form.value.small(120);
  if (n < 1 || f.first < 2) return false;
  if (s[f.first - 1].is_mark('(')) return is_bracketed_age(s, f);
  if (!s[f.first - 1].is_mark(',') || !s[f.first - 1].glued()) return false;
  const Token& before = s[f.first - 2];
  if (!before.is_word() || before.has(Tag::months)) return false;
  const Token& next = s[f.end];
  const bool closed =
      next.glued() && (next.is_mark(',') || next.is_mark('.') || next.is_mark(';') || next.is_mark(')'));
  if (!closed) return next.is("and"_w) || next.is("who"_w) ? before.capital() : false;
  if (next.is_mark(',') && s[f.end + 1].is_number()) return false;
  return before.capital() || next.is_mark(',');
}

bool is_named_age(const Source& s, const Figure& f) {
  if (f.measure || f.form.has(shape::ordinal | shape::magnitude | shape::vague | shape::grouped) ||
      f.first == 0)
    return false;
  const Token& before = s[f.first - 1];
  const std::int64_t n = f.form.value.small(120);
  if (n < 0) return false;
  if (before.is("aged"_w) || before.is("ages"_w) || before.is("age"_w)) return true;
  const Token& prior = s[f.first - 2];
  if (before.is("of"_w) && (prior.is("age"_w) || prior.is("ages"_w))) return true;
  const Token& next = s[f.end];
  const bool closed = (next.is_any_mark() && !s.dash(f.end) && !next.is_mark('%') && !next.is_mark('/')) ||
                      next.is("and"_w) || next.is("when"_w) || next.is("now"_w) ||
                      next.kind == TokenKind::none;
  if (f.form.shape != shape::digits || n < 5) return false;
  const bool dated = next.is("on"_w) || next.is("in"_w) || next.is("this"_w) || next.is("next"_w) ||
                     next.is("last"_w) || next.has(Tag::day_words);
  if (before.is("turned"_w) || before.is("turns"_w) || before.is("turning"_w)) return closed || dated;
  if (!closed) return false;
  if (before.is("of"_w))
    return prior.is("man"_w) || prior.is("woman"_w) || prior.is("boy"_w) || prior.is("girl"_w);
  if (before.is("at"_w)) return prior.is("died"_w) || prior.is("dies"_w) || prior.is("dead"_w);
  const bool is = before.is("is"_w) || before.is("was"_w) || before.is("'s"_w);
  return is && (prior.is("he"_w) || prior.is("she"_w) || prior.is("who"_w));
}

}  // namespace copydesk::numbers
