// Years, decades and eras in digits and by name: "1998", "'98", "the mid-1980s", "264 BC", "2023/24".
#include <string_view>

#include "dates/recognise.h"
#include "lexicon/rule_names.h"
#include "tables/decade_names.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;

/// A number beside a hyphen is part of a longer one unless a year stands there: "555-1998".
bool follows_number(const Reader& in, std::size_t at) {
  if (!in.is_dash(at - 1) || !in.at(at).glued() || !in.at(at - 1).glued()) return false;
  const Token& before = in.at(at - 2);
  return before.is_number() && before.end - before.begin != 4;
}

bool is_common_era(const Token& token) {
  return (token.is("ad"_w) && token.has(token_flag::all_capitals)) || token.is("a.d."_w) ||
         token.is("a.d"_w) || (token.is("ce"_w) && token.has(token_flag::all_capitals));
}

/// "c. 1790", "ca. 1790".
bool is_circa(const Reader& in, std::size_t at) {
  return in.at(at - 1).is_mark('.') && (in.at(at - 2).is("c"_w) || in.at(at - 2).is("ca"_w));
}

/// "The index fell to 1987": a level; "to 1987 levels" is a year.
bool is_level(const Reader& in, std::size_t at) {
  if (!in.at(at - 1).is("to"_w) || in.at(at + 1).is("levels"_w)) return false;
  const Token& verb = in.at(at - 2);
  return verb.is("fell"_w) || verb.is("rose"_w) || verb.is("climbed"_w) || verb.is("dropped"_w) ||
         verb.is("slipped"_w) || verb.is("jumped"_w) || verb.is("gained"_w) || verb.is("sank"_w) ||
         verb.is("slid"_w) || verb.is("tumbled"_w) || verb.is("plunged"_w) || verb.is("surged"_w) ||
         verb.is("soared"_w) || verb.is("eased"_w) || verb.is("percent"_w) || verb.is_mark('%');
}

bool opens_quote(const Token& token) {
  return token.is_mark('"') || token.is_mark(kLeftDouble) || token.is_mark(kLeftSingle) ||
         token.is_mark('\'');
}
bool closes_quote(const Reader& in, std::size_t i) {
  const Token& token = in.at(in.at(i).is_mark(',') || in.at(i).is_mark('.') ? i + 1 : i);
  return token.glued() && (token.is_mark('"') || token.is_mark(kRightDouble) || token.is_mark(kRightSingle) ||
                           token.is_mark('\''));
}

/// A number that is a title: alone between quotation marks, or a person's at the end of a clause
/// ("Orwell's 1984 is …").
bool is_title(const Reader& in, std::size_t first, std::size_t end) {
  if (in.at(first).glued() && opens_quote(in.at(first - 1)) && closes_quote(in, end)) return true;
  return in.is_possessive(first - 1) && in.at(first - 2).capital() && !in.at(first - 2).has(Tag::weekdays) &&
         !in.at(first - 2).has(Tag::months) && ends_clause(in, end) && !in.is_possessive(end) &&
         !in.is_dash(end);
}

/// "the 2019 Ford Fiesta": a capital after a maker's name, and no word of the firm's own name.
bool names_model(const Reader& in, std::size_t i) {
  const Token& word = in.at(i);
  return word.is_word() && word.capital() && !word.has(token_flag::line_before) && !word.is("motor"_w) &&
         !word.is("motors"_w) && !word.is("foundation"_w) && !word.is("company"_w) && !word.is("co"_w) &&
         !word.is("corp"_w) && !word.is("group"_w);
}

/// Whether four digits are a year.  1900 … 2099 are, unless something is counted; other years need a cue.
bool is_year(const Reader& in, std::size_t at, std::int32_t value) {
  const Token& before = in.at(at - 1);
  const Token& after = in.at(at + 1);
  if (after.has(Tag::counted_nouns) && !after.has(token_flag::line_before)) return false;
  if (after.glued() &&
      (after.is_word() || (after.is_mark(':') && in.at(at + 2).glued() && in.at(at + 2).is_number())) &&
      !after.is("s"_w) && !in.is_possessive(at + 1))
    return false;
  if (in.is_hyphen(at + 1) && in.at(at + 2).is_word() && !in.at(at + 2).has(Tag::months)) {
    if (in.at(at + 2).is("year"_w) || in.at(at + 2).has(Tag::counted_nouns)) return false;
  }
  if (before.has(Tag::identifier_words) || (in.is_dash(at - 1) && in.at(at - 3).has(Tag::identifier_words)) ||
      before.is("at"_w) || follows_number(in, at) ||
      (before.is("than"_w) &&
       (in.at(at - 2).is("more"_w) || in.at(at - 2).is("less"_w) || in.at(at - 2).is("fewer"_w))))
    return false;
  if (after.is("index"_w) || is_level(in, at) || is_title(in, at, at + 1)) return false;
  if (after.has(Tag::car_makers) && after.capital() &&
      (before.is("a"_w) || before.is("an"_w) || before.has(Tag::possessive) || names_model(in, at + 2)))
    return false;
  const bool cue = is_year_cue(before) || (before.is("of"_w) && !after.is("the"_w)) || before.is_mark('(') ||
                   (before.is("the"_w) && in.at(at - 2).has(Tag::preposition));
  if (value >= 1900 && value <= 2099) {
    if (cue) return true;
    // "Boeing 2000s" and "the 2000-strong crowd" are rarer than years; a number with a unit is not one.
    return !(before.is("about"_w) || before.is("around"_w)) || !in.is_plain_word(at + 1) ||
           in.is_preposition(at + 1);
  }
  if (value < 1000 || value > 2999) return false;
  // "1861-1865"; a heading "Plan and blockade, 1861"
  if (in.is_dash(at - 1) && in.at(at).glued() && in.at(at - 2).is_number() &&
      !in.at(at - 3).has(Tag::identifier_words)) {
    const std::int32_t first = plain_number(in.text, in.at(at - 2));
    if (first >= 1000 && first < value && value - first < 200) return true;
  }
  if (in.is_hyphen(at + 1) && in.at(at + 2).is_number() && !in.at(at + 3).has(Tag::counted_nouns)) {
    const Token& second = in.at(at + 2);
    const std::int32_t last = second.end - second.begin == 4 ? plain_number(in.text, second) : 0;
    if (last > value && last - value < 100 && last < 2100 &&
        !(in.at(at + 3).glued() && (in.at(at + 3).is_word() || in.is_dash(at + 3))))
      return true;
  }
  if (before.is_mark(',') && after.has(token_flag::gap_before) && value < 2100) return true;
  if (value > 2099) return is_year_cue(before) && !in.is_plain_word(at + 1) && !before.is("from"_w);
  if (is_year_cue(before) || (before.is("of"_w) && in.at(at - 2).is_word())) {
    if (!in.is_plain_word(at + 1) || in.is_preposition(at + 1)) return true;
    // a plural after it is what the number counts
    const std::string_view word = in.text.slice(after.span());
    return word.size() < 4 || word.back() != 's' || after.has(Tag::verbs);
  }
  // "built about 1480", "around 1480"
  const bool near = before.is("around"_w) || (before.is("about"_w) && in.at(at - 2).is_word() &&
                                              in.text.slice(in.at(at - 2).span()).ends_with("ed"));
  if (is_circa(in, at) || (near && value < 2000 && ends_clause(in, at + 1))) return true;
  if (before.is_mark('(')) return in.at(at + 1).is_mark(')') || in.is_dash(at + 1);
  // "his 1796 essay", "the 1848 revolution": one thing, so nothing that the number counts
  if (value < 1500 ||
      !(before.has(Tag::determiner) || before.has(Tag::possessive) || in.is_possessive(at - 1)))
    return false;
  const std::string_view thing = in.text.slice(after.span());
  return in.is_plain_word(at + 1) && !in.is_preposition(at + 1) && thing.size() > 3 && thing.back() != 's' &&
         !after.has(Tag::conjunction) && !in.is_hyphen(at + 2);
}

/// "264 BC", "AD 79", "the 5th century BC" is read at its unit.
bool read_era_year(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  std::int32_t value = plain_number(in.text, in.at(at));
  if (!value && is_era_after(in.at(at + 1))) {  // "1,500 BC"
    const std::int64_t grouped = read_quantity(in, at).hundredths;
    if (grouped % 100 == 0 && grouped < 9999'00) value = static_cast<std::int32_t>(grouped / 100);
  }
  if (!value) return false;
  if (is_era_after(in.at(at + 1)) && in.joined(at + 1)) {
    Mention m = calendar(at, at + 2, Unit::year);
    m.year = 1 - value;
    m.rule = "dates.era"_rule;
    // "264 to 241 BC", "(264-241 BC)"
    const bool range = at >= in.floor + 2 && (in.is_dash(at - 1) || in.at(at - 1).is("to"_w));
    const std::int32_t earlier = range ? plain_number(in.text, in.at(at - 2)) : 0;
    if (earlier > value) {
      Mention first = calendar(at - 2, at - 1, Unit::year);
      first.year = 1 - earlier;
      first.elided = true;
      first.rule = "dates.era"_rule;
      out.push_back(first);
    } else {
      extend_left(in, m);
    }
    out.push_back(m);
    return true;
  }
  const bool after = is_common_era(in.at(at + 1));
  const bool before =
      at > in.floor && is_common_era(in.at(at - 1)) && !in.at(at).has(token_flag::line_before);
  if (!after && !before) return false;
  Mention m = calendar(before ? at - 1 : at, before ? at + 1 : at + 2, Unit::year);
  m.year = value;
  m.rule = "dates.era"_rule;
  extend_left(in, m);
  out.push_back(m);
  // "AD 41 to 54"
  const std::int32_t later = plain_number(in.text, in.at(m.end + 1));
  if (before && (in.is_dash(m.end) || in.at(m.end).is("to"_w)) && later > value && later < 1000 &&
      ends_clause(in, m.end + 2)) {
    Mention second = calendar(m.end + 1, m.end + 2, Unit::year);
    second.year = later;
    second.elided = true;
    second.rule = "dates.era"_rule;
    out.push_back(second);
  }
  return true;
}

/// "his 80s", "her early thirties", "their mid-40s": an age.
bool owned(const Reader& in, std::size_t i) {
  if (in.is_hyphen(i - 1)) --i;
  for (const std::size_t k : {i - 1, i - 2})
    if (in.at(k).has(Tag::possessive) || in.at(k).is("her"_w)) return true;
  return false;
}

/// "highs in the mid-60s": temperatures are spoken of.
bool weather_before(const Reader& in, std::size_t i) {
  constexpr std::size_t kReach = 8;
  for (std::size_t k = 1; k <= kReach && k <= i; ++k) {
    const Token& token = in.at(i - k);
    if (token.is("temperature"_w) || token.is("temperatures"_w) || token.is("highs"_w) ||
        token.is("lows"_w) || token.is("mercury"_w) || token.is("degrees"_w))
      return true;
    if (token.has(token_flag::gap_before)) return false;
  }
  return false;
}

/// "the 1990s", "the '90s", "1990's", "the mid-80s".
bool read_decade(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& number = in.at(at);
  const std::size_t places = number.end - number.begin;
  if (places != 2 && places != 4) return false;
  const std::int32_t value = plain_number(in.text, number);
  const Token& mark = in.at(at + 1);
  std::size_t end = 0;
  if (mark.glued() && mark.is("s"_w))
    end = at + 2;
  else if (in.is_possessive(at + 1))
    end = at + 2;
  if (!end || value % 10 != 0) return false;
  std::size_t first = at;
  const bool elided = at > in.floor && in.is_apostrophe(at - 1) && number.glued();
  if (elided) --first;
  const Token& before = in.at(first - 1);
  const bool cue = before.is("the"_w) || before.is("early"_w) || before.is("late"_w) || before.is("mid"_w) ||
                   before.is("middle"_w) || in.is_hyphen(first - 1) || before.is("to"_w) ||
                   before.is("and"_w) || before.is("since"_w) || before.is("of"_w) || before.is("in"_w);
  if (places == 2) {
    // "in his 80s" is an age and "in the 80s" a temperature or a score; the apostrophe or a part tells.
    const bool pair = (before.is("and"_w) || before.is("or"_w)) && in.at(first - 2).is("s"_w) &&
                      in.at(first - 3).is_number() && !out.empty() && out.back().end == first - 1;
    if (!elided && !pair && !(cue && !before.is("in"_w) && !before.is("and"_w))) return false;
    if (owned(in, first) || weather_before(in, first)) return false;
    if (value == 0) return false;
  } else {
    if (value < 1000 || value > 2090) return false;
    if (in.is_possessive(at + 1) && !cue) return false;
    if (in.is_possessive(at + 1) && !before.is("the"_w) && !before.is("early"_w) && !before.is("late"_w) &&
        !in.is_hyphen(first - 1))
      return false;
  }
  // "the 1800s" are the century; "the 2000s" the decade
  const bool hundred = places == 4 && value % 100 == 0 && value < 2000;
  Mention m = calendar(first, end, hundred ? Unit::century : Unit::decade);
  // "the '20s and '30s": both of one century
  const std::size_t second = in.is_apostrophe(end + 1) ? end + 2 : end + 1;
  const bool pair = in.at(end).is("and"_w) && in.at(second + 1).is("s"_w) && in.at(second + 1).glued() &&
                    plain_number(in.text, in.at(second)) > 20;
  m.year = places == 4 ? value : value <= 20 && !pair ? 2000 + value : 1900 + value;
  m.century_inferred = places == 2;
  m.rule = "dates.decade"_rule;
  extend_left(in, m);
  out.push_back(m);
  return true;
}

/// "fiscal year", "tax year" at `i`.
bool is_fiscal_year(const Reader& in, std::size_t i) {
  return in.at(i + 1).is("year"_w) &&
         (in.at(i).is("fiscal"_w) || in.at(i).is("financial"_w) || in.at(i).is("tax"_w));
}

bool read_year(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& number = in.at(at);
  const std::size_t places = number.end - number.begin;
  const std::int32_t value = plain_number(in.text, number);
  // "FY24", "FY2024", "the 2024 fiscal year"
  const bool fy = in.at(at - 1).is("fy"_w) && at > in.floor;
  if (fy && places == 2) {
    Mention m = calendar(at - 1, at + 1, Unit::year);
    m.year = value < 50 ? 2000 + value : 1900 + value;
    m.century_inferred = m.fiscal = true;
    m.rule = "dates.year"_rule;
    out.push_back(m);
    return true;
  }
  // "2024-W24"
  const Token& week = in.at(at + 3);
  if (places == 4 && in.is_hyphen(at + 1) && in.at(at + 2).is("w"_w) && in.at(at + 2).capital() &&
      week.glued() && week.end - week.begin == 2 && value >= 1900 && value < 2100) {
    const std::int32_t which = plain_number(in.text, week);
    if (which < 1 || which > 53) return false;
    Mention m = calendar(at, at + 4, Unit::week);
    m.year = value;
    m.shift = which;
    m.rule = "dates.numeric"_rule;
    out.push_back(m);
    return true;
  }
  const bool early =
      places == 3 && value && in.at(at - 1).is("year"_w) && in.at(at - 2).is("the"_w);  // "the year 500"
  // "between 1845 and 1852", "from 1845 to 1852"
  const bool pair = places == 4 && value < 1900 && !out.empty() && out.back().end + 1 == at &&
                    out.back().kind == Kind::calendar && out.back().grain == Unit::year &&
                    out.back().year < value && out.back().year + 300 > value &&
                    (in.at(at - 1).is("and"_w) || in.at(at - 1).is("to"_w) || in.at(at - 1).is("until"_w)) &&
                    !in.at(at + 1).has(Tag::counted_nouns);
  if (!early && !pair && (places != 4 || !is_year(in, at, value))) return false;
  Mention m = calendar(fy ? at - 1 : at, at + 1, Unit::year);
  m.year = value;
  m.fiscal = fy || is_fiscal_year(in, at + 1);
  m.rule = "dates.year"_rule;
  const Token& next_word = in.at(at + 1);
  if ((next_word.is("period"_w) || next_word.is("quarter"_w)) && at > in.floor && in.at(at - 1).is("the"_w)) {
    --m.first;
    ++m.end;
    m.rule = "dates.year-period"_rule;
  }
  extend_left(in, m);
  if (in.at(m.end).is("and"_w) && in.at(m.end + 1).is("beyond"_w) && m.mod == DateMod::none) {
    m.mod = DateMod::on_or_after;
    m.end += 2;
  }
  out.push_back(m);
  // "1998-99", "1914–18"
  if (in.is_hyphen(at + 1)) {
    const Token& second = in.at(at + 2);
    if (second.is_number() && second.end - second.begin == 2) {
      const std::int32_t two = plain_number(in.text, second);
      const std::int32_t full = value / 100 * 100 + two;
      const Token& next = in.at(at + 3);
      if (full > value && full <= value + 60 && !(next.glued() && (next.is_number() || in.is_dash(at + 3)))) {
        Mention rest = calendar(at + 2, at + 3, Unit::year);
        rest.year = full;
        rest.century_inferred = rest.elided = true;
        rest.fiscal = out.back().fiscal = out.back().fiscal || is_fiscal_year(in, at + 3);
        rest.rule = "dates.year"_rule;
        out.push_back(rest);
      }
    }
  }
  return true;
}

/// "'98" with a cue.
bool read_elided_year(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (at == in.floor || !in.is_apostrophe(at - 1) || !in.at(at).glued()) return false;
  const Token& number = in.at(at);
  const Token& before = in.at(at - 2);
  if (number.end - number.begin != 2 || in.at(at + 1).is("s"_w) || in.is_possessive(at + 1)) return false;
  const bool pair =
      before.is("and"_w) && !out.empty() && out.back().end + 1 == at - 1 && out.back().century_inferred;
  if (!is_year_cue(before) && !before.is("of"_w) && !before.is("to"_w) && !pair) return false;
  if (in.at(at + 1).glued() && in.at(at + 1).is_mark('\'')) return false;
  const std::int32_t two = plain_number(in.text, number);
  Mention m = calendar(at - 1, at + 1, Unit::year);
  m.year = two < 30 ? 2000 + two : 1900 + two;
  m.century_inferred = true;
  m.rule = "dates.year"_rule;
  extend_left(in, m);
  out.push_back(m);
  return true;
}

}  // namespace

bool is_era_after(const Token& token) {
  return token.is("bc"_w) || token.is("b.c."_w) || token.is("b.c"_w) || token.is("bce"_w) ||
         token.is("b.c.e."_w);
}

bool is_year_cue(const Token& token) {
  return token.is("in"_w) || token.is("since"_w) || token.is("by"_w) || token.is("until"_w) ||
         token.is("till"_w) || token.is("during"_w) || token.is("from"_w) || token.is("before"_w) ||
         token.is("after"_w) || token.is("through"_w) || token.is("year"_w) || token.is("early"_w) ||
         token.is("late"_w) || token.is("mid"_w) || token.is("spring"_w) || token.is("summer"_w) ||
         token.is("autumn"_w) || token.is("fall"_w) || token.is("winter"_w) || token.is("fiscal"_w) ||
         token.is("circa"_w) || token.is("between"_w);
}

bool read_slashed_years(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& first = in.at(at);
  const Token& second = in.at(at + 2);
  if (first.end - first.begin != 4 || !in.at(at + 1).is_mark('/') || !second.is_number() || !second.glued() ||
      (second.end - second.begin != 2 && second.end - second.begin != 4) ||
      (first.glued() && !in.at(at - 1).is_mark('(') && !in.at(at - 1).is("fy"_w)))
    return false;
  const Token& next = in.at(at + 3);
  if (next.glued() && (next.is_number() || next.is_mark('/') || next.is_word())) return false;
  const std::int32_t value = plain_number(in.text, first);
  const std::int32_t after = plain_number(in.text, second);
  if (value < 1800 || value > 2099 || ((value + 1) % 100 != after && value + 1 != after)) return false;
  for (const std::size_t i : {at, at + 2}) {
    const bool fy = i == at && first.glued() && in.at(at - 1).is("fy"_w);
    Mention m = calendar(fy ? i - 1 : i, i + 1, Unit::year);
    m.fiscal = (in.at(at - 1).is("fy"_w) && first.glued()) || is_fiscal_year(in, at + 3) ||
               is_fiscal_year(in, at - 2);
    m.year = i == at ? value : value + 1;
    m.century_inferred = m.elided = i != at && after < 100;
    m.rule = "dates.year"_rule;
    out.push_back(m);
  }
  return true;
}

bool read_decade_name(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Hit hit = find_word(tables::decade_names::keys, in.at(at).word);
  if (!hit) return false;
  Mention m = calendar(at, at + 1, Unit::decade);
  std::size_t first = at;
  std::int32_t century = 1900;
  if (at > in.floor && in.at(at - 1).is("nineteen"_w)) --first;
  m.first = first;
  const Token& before = in.at(first - 1);
  const bool hyphen = in.is_hyphen(first - 1) && in.at(first - 2).is("mid"_w);
  if (!before.is("the"_w) && !before.is("early"_w) && !before.is("late"_w) && !hyphen) return false;
  if (owned(in, first) || weather_before(in, first)) return false;
  m.year = century + tables::decade_names::rows[hit.row].decade * 10;
  m.century_inferred = true;
  m.rule = "dates.decade"_rule;
  extend_left(in, m);
  out.push_back(m);
  return true;
}

bool read_year_number(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  return read_era_year(in, at, out) || read_decade(in, at, out) || read_year(in, at, out) ||
         read_elided_year(in, at, out);
}

}  // namespace copydesk::dates
