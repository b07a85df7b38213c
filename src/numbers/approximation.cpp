#include "numbers/approximation.h"

#include "lexicon/lookup.h"
#include "numbers/units.h"
#include "tables/approximators.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
namespace table = tables::approximators;

constexpr unsigned kLongest = 5;  // tokens of an approximator

Approx to_approx(table::Approx a) {
  switch (a) {
    case table::Approx::about:
      return Approx::about;
    case table::Approx::nearly:
      return Approx::nearly;
    case table::Approx::more_than:
      return Approx::more_than;
    case table::Approx::less_than:
      return Approx::less_than;
    case table::Approx::at_least:
      return Approx::at_least;
    case table::Approx::at_most:
      return Approx::at_most;
    case table::Approx::up_to:
      return Approx::up_to;
    case table::Approx::as_many_as:
      return Approx::as_many_as;
    case table::Approx::vague:
      return Approx::vague;
  }
  return Approx::none;
}

bool sign_before(const Source& s, Figure& f, std::size_t from) {
  if (f.first <= from || f.first == 0) return false;
  const Token& t = s[f.first - 1];
  if (!t.is_any_mark()) return false;
  const bool equal = t.is_mark('=') && f.first > from + 1;
  const Token& mark = equal ? s[f.first - 2] : t;
  if (equal && !t.glued()) return false;
  if (mark.is_mark('~') || s.text.slice(mark.span()) == "≈")
    f.approx = Approx::about;
  else if (mark.is_mark('>'))
    f.approx = equal ? Approx::at_least : Approx::more_than;
  else if (mark.is_mark('<'))
    f.approx = equal ? Approx::at_most : Approx::less_than;
  else if (s.text.slice(mark.span()) == "≥")
    f.approx = Approx::at_least;
  else if (s.text.slice(mark.span()) == "≤")
    f.approx = Approx::at_most;
  else
    return false;
  f.first -= equal ? 2 : 1;
  return true;
}

bool side_fits(const Figure& f, table::Side side) {
  if (side == table::Side::before || side == table::Side::both) return true;
  const bool money = f.measure.family == Measure::Family::money || f.measure.family == Measure::Family::minor;
  return side == table::Side::money && (money || f.kind == NumberKind::percent);
}

/// "approx. 300", "ca. 300": past the abbreviation's dot.
bool dotted(const Source& s, std::size_t dot) {
  if (!s[dot].is_mark('.') || !s[dot].glued()) return false;
  const Token& t = s[dot - 1];
  return t.is("approx"_w) || t.is("ca"_w) || t.is("est"_w) || (t.is("c"_w) && !t.capital());
}

/// "grew over ten years": in the course of; "for over ten years", "over ten years ago" is a bound.
bool in_the_course_of(const Source& s, const Figure& f, std::size_t over) {
  if (f.form.has(shape::ordinal)) return true;
  if (!is_time(f.measure) || f.kind == NumberKind::age || over == 0) return false;
  const Token& t = s[over - 1];
  const Token& next = s[f.end];
  const bool bound = t.is("for"_w) || t.is("of"_w) || t.is("after"_w) || t.is("took"_w) || t.is("takes"_w) ||
                     t.is("take"_w) || t.is("lasted"_w) || t.is("lasts"_w) || t.is("spent"_w) ||
                     t.is("is"_w) || t.is("was"_w) || t.is("in"_w) || t.is("just"_w) || t.is("well"_w) ||
                     t.is("by"_w) || t.is("to"_w) || t.is("from"_w) || t.is("waited"_w) || t.is("until"_w) ||
                     t.is("been"_w) || next.is("ago"_w) || next.is("earlier"_w) || next.is("later"_w) ||
                     next.is("before"_w) || next.is("long"_w);
  return !bound;
}

/// "sub-500": the hyphen between makes it a bound from above.
bool sub_before(const Source& s, Figure& f, std::size_t from) {
  if (f.first < from + 2 || !s.joins(f.first - 1) || !s[f.first - 2].is("sub"_w)) return false;
  f.approx = Approx::less_than;
  f.first -= 2;
  return true;
}

/// "edged up to 4 percent": the way it went, and no bound.
bool moved_up(const Token& t) {
  return t.is("edged"_w) || t.is("edge"_w) || t.is("inched"_w) || t.is("ticked"_w) || t.is("crept"_w) ||
         t.is("nudged"_w) || t.is("moved"_w) || t.is("went"_w) || t.is("goes"_w) || t.is("bumped"_w);
}

bool words_before(const Source& s, Figure& f, std::size_t from) {
  if (sub_before(s, f, from)) return true;
  std::size_t end = f.first;
  if (end > from && (s[end - 1].is("another"_w) || s[end - 1].is("the"_w) || s[end - 1].is("just"_w)) &&
      end > from + 1) {
    const bool after_sign = s[end - 2].is("than"_w) || s[end - 2].is("least"_w) || s[end - 2].is("about"_w) ||
                            s[end - 2].is("nearly"_w) || s[end - 2].is("almost"_w);
    if (after_sign) --end;
  }
  if (s[f.first].has(token_flag::gap_before)) return false;
  if (end > from + 1 && dotted(s, end - 1)) {
    f.approx = Approx::about;
    f.first = static_cast<std::uint32_t>(end - 2);
    return true;
  }
  if (end == 0 || !s[end - 1].has(Tag::approximator_ends)) return false;
  for (unsigned length = kLongest; length > 0; --length) {
    if (end < from + length) continue;
    const std::size_t at = end - length;
    if (!s[at].has(Tag::approximators)) continue;
    const Hit hit = find(table::keys, s.tokens, at);
    if (hit.length != length || !side_fits(f, table::rows[hit.row].side)) continue;
    if (length == 1 && s[at].is("over"_w) && in_the_course_of(s, f, at)) continue;
    if (s[at].is("up"_w) && at > 0 && moved_up(s[at - 1])) continue;
    f.approx = to_approx(table::rows[hit.row].approx);
    f.first = static_cast<std::uint32_t>(at);
    return true;
  }
  return false;
}

/// Nothing is counted at the token: a clause or a line ends, or a word of a closed class stands there.
bool ends_behind(const Token& t) {
  return t.is_any_mark() || t.kind == TokenKind::none || t.has(token_flag::gap_before) ||
         t.has(Tag::np_stops);
}

/// Whether the phrase behind a figure says something of it and not of what follows: "18 and up", but "and up
/// 5 percent"; "100 at least", but "100, at least 20 of them".
bool belongs_to_figure(const Source& s, std::size_t at, const Hit& hit) {
  const Token& behind = s[at + hit.length];
  if (behind.is("than"_w) || behind.is_number() || behind.is_mark('$')) return false;
  if (s.joins(at + hit.length)) return false;  // "over 65 and under-fives"
  const Token& last = s[at + hit.length - 1];
  if (s[at].is("at"_w)) return behind.is_any_mark() || behind.kind == TokenKind::none;
  if (last.is("up"_w) || last.is("upward"_w) || last.is("upwards"_w) || hit.length == 1)
    return ends_behind(behind) && !behind.is("to"_w) && !behind.is("by"_w) && !behind.is("from"_w);
  return true;
}

[[gnu::noinline]] bool words_after(const Source& s, Figure& f) {
  const Token& t = s[f.end];
  if (t.glued() && t.is_mark('+') && !(s[f.end + 1].glued() && s[f.end + 1].is_number())) {
    f.approx = Approx::more_than;
    ++f.end;
    return true;
  }
  if (s.joins(f.end) && (s[f.end + 1].is("odd"_w) || s[f.end + 1].is("plus"_w))) {
    f.approx = s[f.end + 1].is("odd"_w) ? Approx::about : Approx::more_than;
    f.end += 2;
    return true;
  }
  if (t.has(token_flag::gap_before) || !t.has(Tag::approximators)) return false;
  const bool linked = t.is("or"_w) || t.is("and"_w) || t.is("at"_w);
  if (linked && !s[f.end + 1].has(Tag::bound_words)) return false;
  const Hit hit = find(table::keys, s.tokens, f.end);
  if (!hit || !belongs_to_figure(s, f.end, hit)) return false;
  const table::Side side = table::rows[hit.row].side;
  if (side != table::Side::after && side != table::Side::both) return false;
  f.approx = to_approx(table::rows[hit.row].approx);
  f.end += hit.length;
  return true;
}

}  // namespace

bool attach_bound_behind(const Source& source, Figure& figure) {
  return words_after(source, figure);
}

bool bounds_an_age(const Source& source, const Figure& figure) {
  // "children under 12", "women over 50"
  const Token& sign = source[figure.first];
  const Token& who = source[std::size_t{figure.first} - 1];
  if (figure.form.first == figure.first + 1 && (sign.is("under"_w) || sign.is("over"_w)) &&
      (who.is("children"_w) || who.is("people"_w) || who.is("women"_w) || who.is("men"_w) ||
       who.is("adults"_w) || who.is("anyone"_w) || who.is("those"_w) || who.is("kids"_w)))
    return true;
  const auto of_age = [](const Token& t) { return t.is("older"_w) || t.is("younger"_w) || t.is("age"_w); };
  return (figure.end > figure.form.end && of_age(source[figure.end - 1])) ||
         (figure.first < figure.form.first &&
          (of_age(source[figure.first]) || of_age(source[figure.form.first - 2])));
}

void attach_approximation(const Source& source, Figure& figure, std::size_t from) {
  if (figure.form.has(shape::ordinal) || figure.approx != Approx::none) return;
  if (figure.form.has(shape::vague)) {
    figure.approx = Approx::vague;
    return;
  }
  if (words_after(source, figure) || sign_before(source, figure, from)) return;
  words_before(source, figure, from);
}

}  // namespace copydesk::numbers
