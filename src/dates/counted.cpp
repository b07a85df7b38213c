#include "dates/counted.h"

#include "lexicon/rule_names.h"
#include "tables/duration_modifiers.gen.h"
#include "tables/time_amounts.gen.h"

namespace copydesk::dates {

using namespace literals;
namespace amounts = tables::time_amounts;
namespace units = tables::time_units;

namespace {

/// "half an hour", "half a century", "quarter century": the amount before the unit's article.
bool read_fraction_of_unit(const Reader& in, Counted& c) {
  std::size_t i = c.head;
  if (i > in.floor && in.is_hyphen(i - 1)) --i;
  if (i > in.floor && (in.at(i - 1).is("a"_w) || in.at(i - 1).is("an"_w))) --i;
  if (i > in.floor && in.at(i - 1).is("of"_w) && i < c.head) --i;
  if (i <= in.floor) return false;
  const Token& part = in.at(i - 1);
  if (part.is("quarters"_w) && c.unit == Unit::hour) {  // "three-quarters of an hour"
    const std::size_t three = in.is_hyphen(i - 2) ? i - 3 : i - 2;
    if (three < in.floor || !in.at(three).is("three"_w)) return false;
    c.first = three;
    c.amount.hundredths = 75;
    return c.has_amount = true;
  }
  const bool half = part.is("half"_w), quarter = part.is("quarter"_w);
  if (!half && !quarter) return false;
  if (c.unit == Unit::quarter || c.unit == Unit::half || c.plural) return false;
  if (in.is_hyphen(i - 2)) return false;  // "two-and-a-half-year"
  const Quantity more = read_quantity_before(in, i - 1);
  const bool joined = i - 1 > in.floor && (in.at(i - 2).is("and"_w) || in.at(i - 2).is("a"_w));
  if (more || (joined && in.at(i - 2).is("and"_w))) return false;
  if (quarter && i == c.head && c.unit != Unit::century && c.unit != Unit::hour) return false;
  c.first = i - 1;
  if (joined) --c.first;
  c.amount.hundredths = half ? 50 : 25;
  c.has_amount = true;
  return true;
}

}  // namespace

const tables::time_units::Row* unit_row(const Token& token, bool& plural) {
  const Hit hit = find_word(units::keys, token.word);
  if (!hit) return nullptr;
  plural = hit.form != 0;
  return &units::rows[hit.row];
}

Counted read_counted(const Reader& in, std::size_t head, const units::Row& row, bool plural) {
  Counted c;
  c.head = c.first = head;
  c.end = head + 1;
  c.unit = row.unit;
  c.plural = plural;
  if (read_fraction_of_unit(in, c)) return c;
  std::size_t e = head;
  const bool odd = e > in.floor + 2 && in.at(e - 1).is("odd"_w) && in.is_hyphen(e - 2);  // "30-odd years"
  if (odd) e -= 2;
  if (e > in.floor && in.is_hyphen(e - 1) && !odd) {
    c.hyphen = true;
    --e;
  } else {
    for (int n = 0;
         n < 2 && e > in.floor + 1 && in.at(e - 1).has(Tag::time_adjectives) && in.is_plain_word(e - 1); ++n)
      --e;
  }
  if (const Quantity quantity = read_quantity_before(in, e); quantity && quantity.hundredths) {
    c.first = quantity.first;
    c.amount.hundredths = quantity.hundredths;
    c.has_amount = true;
    c.odd = odd;
    // "two to three weeks", "five or six years", "3-4 days"
    if (c.first > in.floor + 1) {
      const std::size_t link = c.first - 1;
      const bool between = in.at(link).is("and"_w);
      if (in.at(link).is("to"_w) || in.at(link).is("or"_w) || between || in.is_dash(link)) {
        const Quantity low = read_quantity_before(in, link);
        if (low && (!between || in.at(low.first - 1).is("between"_w)) &&
            low.hundredths < quantity.hundredths) {
          c.first = low.first;
          c.amount.hundredths = low.hundredths;
          c.amount.low_of_range = true;
        }
      }
    }
  } else if (e > in.floor && in.at(e - 1).is_number()) {
    c.unreadable = true;
  } else if (const Hit hit = in.find_before(amounts::keys, e, 4); hit && !c.hyphen) {
    const amounts::Row& amount = amounts::rows[hit.row];
    const bool one = amount.kind == amounts::Kind::one;
    if (one == plural && one) return c;
    if (in.at(e - hit.length).is("many"_w) && in.at(e - hit.length - 1).is("as"_w)) return c;
    c.first = e - hit.length;
    c.amount.hundredths = amount.amount * 100;
    c.amount.vague = amount.kind == amounts::Kind::vague;
    c.has_amount = true;
    c.article = one && hit.length == 1 && !in.at(c.first).is("another"_w);
  }
  if (c.has_amount) {
    c.amount.hundredths *= row.count;
    // "a year and a half", "an hour and a half"
    if (in.at(c.end).is("and"_w) && in.at(c.end + 1).is("a"_w) && in.at(c.end + 2).is("half"_w)) {
      c.amount.hundredths += 50 * row.count;
      c.end += 3;
    }
  }
  return c;
}

Mention start(const Counted& c, Kind kind, RuleId rule) {
  Mention m;
  m.first = c.first;
  m.end = c.end;
  m.kind = kind;
  m.unit = c.unit;
  m.grain = c.unit;
  m.amount = c.amount;
  m.attributive = c.hyphen;
  if (c.odd) m.mod = DateMod::approx;
  m.rule = rule;
  return m;
}

void read_exactness(const Reader& in, Mention& m) {
  if (const Hit hit = in.find_before(tables::duration_modifiers::keys, m.first, 4); hit) {
    using tables::duration_modifiers::Mod;
    const Mod mod = tables::duration_modifiers::rows[hit.row].mod;
    const std::size_t first = m.first - hit.length;
    const bool verb_particle = in.at(first).is("over"_w) && m.kind == Kind::duration &&
                               (in.at(m.first).is("the"_w) || in.at(first - 1).has(Tag::verbs));
    if (!verb_particle) {
      m.mod = mod == Mod::APPROX          ? DateMod::approx
              : mod == Mod::LESS_THAN     ? DateMod::less_than
              : mod == Mod::MORE_THAN     ? DateMod::more_than
              : mod == Mod::EQUAL_OR_LESS ? DateMod::equal_or_less
                                          : DateMod::equal_or_more;
      m.first = first;
    }
  }
  if (in.at(m.end).is("or"_w)) {
    const Token& word = in.at(m.end + 1);
    if (word.is("two"_w) && m.amount.hundredths == 100 && m.unit >= Unit::minute) {  // "a day or two"
      m.mod = DateMod::approx;
      m.end += 2;
      return;
    }
    if (word.is("so"_w) || word.is("more"_w) || word.is("less"_w)) {
      m.mod = word.is("so"_w)     ? DateMod::approx
              : word.is("more"_w) ? DateMod::equal_or_more
                                  : DateMod::equal_or_less;
      m.end += 2;
    }
  }
}

}  // namespace copydesk::dates
