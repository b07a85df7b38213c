#include "numbers/ranks.h"

#include "lexicon/rule_names.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

bool determiner(const Token& t) {
  return t.is("the"_w) || t.is("a"_w) || t.is("'s"_w) || t.is("its"_w) || t.is("his"_w) || t.is("her"_w) ||
         t.is("their"_w) || t.is("our"_w) || t.is("my"_w);
}

bool ranks(const Token& t) {
  return t.is("ranked"_w) || t.is("ranks"_w) || t.is("rank"_w) || t.is("be"_w) || t.is("been"_w) ||
         t.is("is"_w) || t.is("was"_w) || t.is("'s"_w) || t.is("become"_w) || t.is("became"_w) ||
         t.is("seeded"_w);
}

}  // namespace

bool as_rank(const Source& s, Figure& f) {
  if (f.measure || f.form.shape != shape::digits || f.first < 2) return false;
  const std::int64_t n = f.form.value.small(200);
  if (n < 1 || s[f.first].has(token_flag::line_before)) return false;
  std::size_t sign = f.first - 1;
  if (s[sign].is_mark('.') && s[sign].glued() && s[sign - 1].is("no"_w) && s[sign - 1].capital())
    --sign;
  else if (!(s[sign].is_mark('#') && s[f.first].glued() && !s[sign].glued()))
    return false;
  if (sign == 0 || s[sign].has(token_flag::line_before)) return false;
  const Token& before = s[sign - 1];
  const Token& next = s[f.end];
  const bool noun = next.is_word() && !next.capital() && !next.has(Tag::np_stops);
  const bool scope = (next.is("in"_w) || next.is("on"_w)) && s[f.end + 1].is("the"_w);
  const bool verb = ranks(before) && next.is_any_mark();
  if (!(determiner(before) && noun) && !verb && !scope) return false;
  f.first = static_cast<std::uint32_t>(sign);
  f.kind = NumberKind::ordinal;
  f.rule = "numbers.rank"_rule;
  f.form.shape |= shape::ordinal;
  return true;
}

bool ranks_behind(const Source& s, std::size_t i) {
  const Token& t = s[i];
  if (!t.has(token_flag::all_capitals) || i == 0 || t.has(token_flag::line_before)) return false;
  const Token& before = s[i - 1];
  if (before.is("numeral"_w) || before.is("numerals"_w)) return true;
  const Token& next = s[i + 1];
  const bool named = next.is_word() && next.capital() && !next.has(token_flag::all_capitals);
  return determiner(before) && (named || next.is("edition"_w) || next.is("congress"_w)) && !next.glued();
}

}  // namespace copydesk::numbers
