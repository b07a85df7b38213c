#include "numbers/units.h"

#include <cstring>

#include "lexicon/lookup.h"
#include "lexicon/rule_names.h"
#include "numbers/digits.h"
#include "tables/units.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
namespace units = tables::units;

[[gnu::noinline]] std::int16_t row_of(std::string_view id) {
  for (unsigned r = 0; r < units::size; ++r)
    if (id == units::rows[r].id) return static_cast<std::int16_t>(r);
  return -1;
}

/// Temperatures are spoken of in the words before `i`.
bool weather_before(const Source& s, std::size_t i) {
  constexpr std::size_t kReach = 8;
  for (std::size_t k = 1; k <= kReach && k <= i; ++k) {
    const Token& t = s[i - k];
    if (t.is("temperature"_w) || t.is("temperatures"_w) || t.is("highs"_w) || t.is("lows"_w) ||
        t.is("mercury"_w) || t.is("degrees"_w))
      return true;
    if (t.has(token_flag::gap_before)) return false;
  }
  return false;
}

class UnitReader {
 public:
  UnitReader(const Source& s, Figure& f) : s_(s), f_(f), at_(f.end) {}

  bool run() {
    if (s_[at_].has(token_flag::gap_before)) return false;
    if (s_[at_].is_any_mark() && (percent_sign() || degree_sign() || feet_and_inches_marks() || micro_sign()))
      return true;
    if (f_.form.has(shape::digits) && s_[at_].is("yo"_w)) {
      take(static_cast<unsigned>(row_of("year")), at_ + 1);
      f_.kind = NumberKind::age;
      f_.rule = "numbers.age"_rule;
      return true;
    }
    if ((s_[at_].is("s"_w) || is_plural_tens(f_.form)) && (age_group() || tens())) return true;
    if (f_.form.has(shape::fraction) && part_of_one()) return true;
    hyphen_ = s_.joins(at_);
    if (hyphen_ || (f_.form.has(shape::vague) && s_[at_].is("of"_w))) ++at_;  // "hundreds of miles"
    const Hit hit = find_unit(at_);
    if (!hit) return !hyphen_ && mach();
    take(hit.row, at_ + hit.length);
    follow();
    return true;
  }

 private:
  const units::Row& row() const { return units::rows[f_.measure.row]; }

  void take(unsigned row, std::size_t end) {
    f_.measure.family = Measure::Family::unit;
    f_.measure.row = static_cast<std::uint16_t>(row);
    f_.measure.id = units::rows[row].id;
    f_.end = static_cast<std::uint32_t>(end);
    const bool share =
        std::strncmp(f_.measure.id, "perc", 4) == 0 || std::strcmp(f_.measure.id, "basis-point") == 0;
    f_.kind = share ? NumberKind::percent : NumberKind::measure;
    f_.rule = share ? "numbers.percent"_rule : "numbers.measure"_rule;
  }

  /// "Mach 1.2": the one unit that stands before.
  bool mach() {
    if (f_.first == 0 || !s_[f_.first - 1].is("mach"_w) || !s_[f_.first - 1].capital()) return false;
    take(static_cast<unsigned>(row_of("mach")), f_.form.end);
    --f_.first;
    return true;
  }

  /// "over 18s", "the under-21s": people by age, and no seconds.
  bool age_group() {
    const Token& t = s_[at_];
    if (!t.glued() || !t.is("s"_w) || f_.form.shape != shape::digits || f_.first == 0) return false;
    const bool hyphen = s_.joins(f_.first - 1);
    const Token& bound = s_[std::size_t{f_.first} - (hyphen ? 2 : 1)];
    const bool over = bound.is("over"_w);
    if (!over && !bound.is("under"_w)) return false;
    take(static_cast<unsigned>(row_of("year")), at_ + 1);
    f_.kind = NumberKind::age;
    f_.rule = "numbers.age"_rule;
    if (hyphen && !bound.capital()) {
      f_.approx = over ? Approx::more_than : Approx::less_than;
      f_.first -= 2;
    }
    return true;
  }

  /// "three quarters of a mile", "½ a mile", "half of a percentage point": a part of one unit.
  bool part_of_one() {
    std::size_t at = at_;
    if (s_[at].is("of"_w)) ++at;
    if (f_.form.has(shape::magnitude) || !(s_[at].is("a"_w) || s_[at].is("an"_w))) return false;
    const Hit hit = s_[at + 1].has(Tag::units) ? find(units::keys, s_.tokens, at + 1) : Hit{};
    if (!hit || hit.form != units::base || s_[at + 1].capital()) return false;
    take(hit.row, at + 1 + hit.length);
    return true;
  }

  /// "in her 30s", "his mid-forties": ages; "temperatures in the low 40s": degrees; from ten to nine more.
  bool tens() {
    const Token& t = s_[at_];
    const bool digits = t.glued() && t.is("s"_w) && f_.form.shape == shape::digits;
    const bool words = is_plural_tens(f_.form);
    if (f_.first < 2 || (!digits && !words)) return false;
    const std::size_t end = words ? at_ : at_ + 1;
    const std::int64_t n = f_.form.value.small(100);
    if (n < 10 || n % 10 != 0) return false;
    std::size_t before = f_.first - 1;
    if (s_.joins(before)) --before;
    const Token& part = s_[before];
    const bool third = part.is("early"_w) || part.is("mid"_w) || part.is("late"_w);
    const bool side = part.is("low"_w) || part.is("lower"_w) || part.is("high"_w) || part.is("upper"_w);
    const Token& owner = s_[third || side ? before - 1 : before];
    const bool age = owner.has(Tag::possessive) && !side;
    const bool degrees = !age && (third || side || part.is("the"_w)) && weather_before(s_, f_.first);
    if (!age && !degrees && !(side && !words)) return false;
    if (age || degrees) take(static_cast<unsigned>(row_of(age ? "year" : "degree")), end);
    if (age) {
      f_.kind = NumberKind::age;
      f_.rule = "numbers.age"_rule;
    } else {
      f_.kind = NumberKind::range;
      f_.rule = "numbers.range"_rule;
    }
    f_.end = static_cast<std::uint32_t>(end);
    if (words) f_.form.shape = 0;
    f_.low = f_.form.value;
    f_.high = f_.form.value + Decimal(9);
    return true;
  }

  /// The unit at token `at`, when its form may stand behind this number.
  Hit find_unit(std::size_t at) const {
    if (!s_[at].is_word() || !s_[at].has(Tag::units)) return {};
    const Hit hit = find(units::keys, s_.tokens, at);
    if (!hit) return {};
    const bool digits = f_.form.has(shape::digits);
    const bool glued = s_[at].glued() && !hyphen_;
    if (hit.form == units::glued) {
      if (!digits || hyphen_ || !glued_fits(at) || (!glued && !spaced_fits(at))) return {};
      return hit;
    }
    if (hit.form == units::abbr) {
      if (!digits || (s_[at].is("mo"_w) && !glued) || s_[at].is("ac"_w)) return {};
      if (s_[at].is("ma"_w) && s_.slice(at) != "mA") return {};
      return hit;
    }
    if (glued && !digits) return {};
    if (s_[at].capital() && !capital_fits(at)) return {};
    if (f_.form.has(shape::vague) && hit.form == units::base) return {};
    if (hit.form == units::base && !hyphen_ && year_like()) return {};
    const bool plain = hit.form == units::base && !hyphen_ && f_.form.value != Decimal(1);
    if (s_[at].is("quarter"_w)) return {};
    if ((s_[at].is("league"_w) || s_[at].is("leagues"_w) || s_[at].is("cable"_w) || s_[at].is("cables"_w)) &&
        hit.length == 1 && !parts_places(at + 1))
      return {};
    if (s_[at].is("second"_w)) {
      if (plain && !f_.form.has(shape::point)) return {};  // "5 second homes", but "a 4.3 second dash"
      if (s_[at - 1].is("one"_w) == false && !hyphen_ && !s_[at].glued() && !digits) return {};
    }
    return hit;
  }

  /// "leagues under the sea", "three cables off": behind such words a distance, no clubs and no wires.
  bool parts_places(std::size_t at) const {
    const Token& t = s_[at];
    return t.is("away"_w) || t.is("off"_w) || t.is("from"_w) || t.is("under"_w) || t.is("beneath"_w) ||
           t.is("below"_w) || t.is("distant"_w) || t.is("astern"_w) || t.is("deep"_w);
  }

  /// "12 m", "2 g", "40 C": letters that keep their sense after a blank.
  bool spaced_fits(std::size_t at) const {
    const Token& t = s_[at];
    const Token& next = s_[at + 1];
    if (t.has(token_flag::line_before) || next.is_mark('\'')) return false;
    if (t.is("in"_w)) return measures_in(at + 1);
    if (t.is("c"_w) || t.is("f"_w) || t.is("k"_w)) {
      const bool ends = next.is_any_mark()
                            ? !next.is_mark('.') || s_[at + 2].capital() || !s_[at + 2].is_word()
                            : next.has(Tag::np_stops) || next.kind == TokenKind::none;
      return t.capital() && ends && !next.is_mark('-') && !next.is_mark('&');
    }
    return (t.is("m"_w) || t.is("g"_w) || t.is("l"_w)) && !t.capital();
  }

  /// "2 1/2 in thick", "12 in wide".
  bool measures_in(std::size_t at) const {
    const Token& t = s_[at];
    return t.is("thick"_w) || t.is("wide"_w) || t.is("long"_w) || t.is("tall"_w) || t.is("deep"_w) ||
           t.is("high"_w) || t.is("diameter"_w) || t.is("across"_w);
  }

  /// Letters glued to digits that mean something else elsewhere: capitals tell litres from names.
  bool glued_fits(std::size_t at) const {
    const Token& t = s_[at];
    if (s_[at + 1].glued() && (s_[at + 1].is_word() || s_.dash(at + 1)) && !s_[at + 1].is("'s"_w)) {
      if (!(s_.dash(at + 1) && s_[at + 2].glued())) return false;
    }
    if (s_[at + 1].glued() && s_[at + 1].is_number() &&
        !(t.is("m"_w) && s_[at + 1].end - s_[at + 1].begin == 1))
      return false;
    const std::string_view text = s_.slice(at);
    if (t.is("m"_w) || t.is("g"_w) || t.is("t"_w) || t.is("h"_w)) {
      if (text != (t.is("m"_w) ? "m" : t.is("g"_w) ? "g" : t.is("t"_w) ? "t" : "h")) return false;
    }
    if (t.is("c"_w) || t.is("f"_w) || t.is("v"_w) || t.is("w"_w)) return t.capital();
    if (t.is("s"_w)) return !t.capital() && !decade();
    if (t.is("in"_w)) return !t.capital();
    return true;
  }
  /// "1990s", "20s".
  bool decade() const {
    const std::int64_t n = f_.form.value.small(9999);
    return n >= 10 && n % 10 == 0;
  }
  /// A spelled-out unit with a capital: only temperatures, and names of people that are units.
  bool capital_fits(std::size_t at) const {
    const Token& t = s_[at];
    if (t.is("celsius"_w) || t.is("fahrenheit"_w) || t.is("kelvin"_w) || t.is("british"_w) ||
        t.is("mach"_w) || t.is("bitcoin"_w) || t.is("bitcoins"_w) || t.is("ether"_w))
      return true;
    if (t.is("stone"_w) || t.is("cup"_w) || t.is("pound"_w) || t.is("mark"_w)) return false;
    return !year_like();
  }
  bool year_like() const {
    const std::int64_t n = f_.form.value.small(9999);
    return n >= 1900 && n < 2100 && f_.form.shape == shape::digits;
  }

  bool percent_sign() {
    if (!s_[at_].is_mark('%')) return false;
    std::size_t end = at_ + 1;
    if (s_.joins(end)) ++end;
    if (s_[end].is("point"_w) || s_[end].is("points"_w)) {
      take(static_cast<unsigned>(row_of("percentage-point")), end + 1);
    } else {
      take(static_cast<unsigned>(row_of("percent")), at_ + 1);
    }
    return true;
  }

  bool degree_sign() {
    if (!s_[at_].is_mark(kDegree)) return false;
    const Token& scale = s_[at_ + 1];
    const bool c = scale.is("c"_w) || scale.is("celsius"_w) || scale.is("centigrade"_w);
    const bool f = scale.is("f"_w) || scale.is("fahrenheit"_w);
    const bool k = scale.is("k"_w);
    take(static_cast<unsigned>(row_of(c   ? "celsius"
                                      : f ? "fahrenheit"
                                      : k ? "kelvin"
                                          : "degree")),
         at_ + (c || f || k ? 2 : 1));
    return true;
  }

  bool inch_mark(std::size_t at) const {
    return s_[at].glued() &&
           (s_[at].is_mark('"') || s_[at].is_mark(kDoublePrime) || s_[at].is_mark(kRightDouble));
  }
  /// 5'10", 6′2″, 5'10.
  bool feet_and_inches_marks() {
    const Token& t = s_[at_];
    if (!f_.form.has(shape::digits) || !t.glued()) return false;
    const bool two = t.is_mark('\'') && s_[at_ + 1].is_mark('\'') && s_[at_ + 1].glued();
    if (two || (t.is_mark('"') && !closes_quote(at_))) {
      take(static_cast<unsigned>(row_of("inch")), at_ + (two ? 2 : 1));
      return true;
    }
    if (t.is_mark(kDoublePrime)) {
      take(static_cast<unsigned>(row_of("inch")), at_ + 1);
      return true;
    }
    if (!(t.is_mark('\'') || t.is_mark(kRightSingle) || t.is_mark(kPrime))) return false;
    const Token& next = s_[at_ + 1];
    if (!next.glued() || !next.is_number()) {
      if (!t.is_mark(kPrime)) return false;
      take(static_cast<unsigned>(row_of("foot")), at_ + 1);
      return true;
    }
    const Digits inches = read_digits(s_.slice(at_ + 1));
    if (!inches.value.some() || inches.value >= Decimal(12) || f_.form.value > Decimal(20)) return false;
    std::size_t end = at_ + 2;
    if (inch_mark(end))
      ++end;
    else if (s_[end].glued() && (s_[end].is_mark('\'') || s_[end].is_mark(kRightSingle)) &&
             s_[end + 1].glued() && (s_[end + 1].is_mark('\'') || s_[end + 1].is_mark(kRightSingle)))
      end += 2;
    take(static_cast<unsigned>(row_of("foot")), end);
    parts(inches.value, 12, "inch");
    f_.rule = "numbers.height"_rule;
    return true;
  }

  /// "12 µs", "5µm".
  bool micro_sign() {
    if (!s_[at_].is_mark(kMicro) || !s_[at_ + 1].glued()) return false;
    const Token& t = s_[at_ + 1];
    const char* id = t.is("s"_w)   ? "microsecond"
                     : t.is("m"_w) ? "micrometer"
                     : t.is("g"_w) ? "microgram"
                                   : nullptr;
    if (!id) return false;
    take(static_cast<unsigned>(row_of(id)), at_ + 2);
    return true;
  }

  /// Whether the straight quote mark at `at` closes a quotation of its paragraph, within 60 tokens.
  bool closes_quote(std::size_t at) const {
    unsigned marks = 0;
    for (std::size_t k = at; k > 0 && at - k < 60 && !s_[k].has(token_flag::gap_before); --k)
      marks += s_[k - 1].is_mark('"') ? 1 : 0;
    return marks % 2 == 1;
  }

  /// The value of a whole and a smaller unit: 6 ft 2 in is 6 + 2/12 ft; the base value is their exact sum.
  void parts(const Decimal& smaller, int per_whole, std::string_view smaller_id) {
    const auto small_row = row_of(smaller_id);
    if (small_row < 0) return;
    f_.base = f_.form.value * Decimal::parse(row().factor) +
              smaller * Decimal::parse(units::rows[small_row].factor);
    f_.form.value = divide(f_.form.value * Decimal(per_whole) + smaller, Decimal(per_whole));
  }

  // --- after the unit -----------------------------------------------------------------------------

  void follow() {
    if (std::strcmp(f_.measure.id, "percent") == 0) {
      percent_points();
      return;
    }
    square_or_cubic();
    degree_scale();
    below_zero();
    if (smaller_part("foot", "inch", 12) || smaller_part("pound", "ounce", 16) ||
        smaller_part("stone", "pound", 14))
      return;
    if (is_time(f_.measure) && age()) return;
    per();
  }

  void percent_points() {
    std::size_t end = f_.end;
    if (s_.joins(end)) ++end;
    if (s_[end].is("point"_w) || s_[end].is("points"_w))
      take(static_cast<unsigned>(row_of("percentage-point")), end + 1);
  }

  /// "km2", "m²".
  void square_or_cubic() {
    if (row().kind != units::Kind::length) return;
    const Token& t = s_[f_.end];
    if (!t.glued() || !(t.is_mark(kSuperscript) || t.is_number())) return;
    const std::string_view power = s_.slice(f_.end);
    const char* prefix = power == "2" || power == "²"   ? "square-"
                         : power == "3" || power == "³" ? "cubic-"
                                                        : nullptr;
    if (!prefix || (s_[f_.end + 1].glued() && (s_[f_.end + 1].is_word() || s_[f_.end + 1].is_number())))
      return;
    char id[64];
    const std::size_t size = std::strlen(row().id);
    if (size + 8 > sizeof id) return;
    std::memcpy(id, prefix, std::strlen(prefix));
    std::memcpy(id + std::strlen(prefix), row().id, size + 1);
    const auto found = row_of(id);
    if (found >= 0) take(static_cast<unsigned>(found), f_.end + 1);
  }

  /// "degrees C".
  void degree_scale() {
    if (std::strcmp(f_.measure.id, "degree") != 0) return;
    const Token& t = s_[f_.end];
    if (s_.slice(f_.end) == "C" && t.capital())
      take(static_cast<unsigned>(row_of("celsius")), f_.end + 1);
    else if (s_.slice(f_.end) == "F" && t.capital())
      take(static_cast<unsigned>(row_of("fahrenheit")), f_.end + 1);
  }

  /// "10 degrees below zero".
  void below_zero() {
    const auto kind = row().kind;
    if (kind != units::Kind::temperature && kind != units::Kind::angle) return;
    if (!s_[f_.end].is("below"_w) || !s_[f_.end + 1].is("zero"_w) || f_.form.has(shape::sign)) return;
    f_.form.value = f_.form.value.negated();
    f_.form.shape |= shape::sign;
    f_.end += 2;
  }

  bool smaller_part(std::string_view whole, std::string_view part, int per_whole) {
    if (whole != f_.measure.id) return false;
    std::size_t at = f_.end;
    const bool linked = s_[at].is("and"_w);
    if (s_.joins(at) || s_[at].is_mark(',') || linked) ++at;
    if (s_[at].has(token_flag::line_before)) return false;
    const bool digits = s_[at].is_number();
    const Decimal n = digits                          ? read_digits(s_.slice(at)).value
                      : s_[at].has(Tag::number_words) ? small_word(at)
                                                      : Decimal();
    if (!n.some() || n >= Decimal(per_whole)) return false;
    std::size_t end = at + 1;
    if (s_.joins(end)) ++end;
    const Hit hit = s_[end].has(Tag::units) ? find(units::keys, s_.tokens, end) : Hit{};
    const bool named = hit && part == units::rows[hit.row].id;
    if (named)
      end += hit.length;
    else if (inch_mark(at + 1) && part == "inch")
      end = at + 2;
    else if (hit || whole != "foot" || s_[at].is_mark(',') || s_[f_.end].is_mark(',') || linked ||
             (!digits && s_[at].is("one"_w)) || (!(hyphen_ && s_.joins(f_.end)) && !ends_height(at + 1)))
      return false;
    else
      end = at + 1;
    f_.end = static_cast<std::uint32_t>(end);
    parts(n, per_whole, part);
    f_.rule = "numbers.height"_rule;
    return true;
  }
  Decimal small_word(std::size_t at) const;
  /// "six feet two." but not "six feet two metres" or "6 feet 3 boys".
  bool ends_height(std::size_t at) const {
    return !(s_[at].is_word() || s_[at].is_mark('%')) || s_[at].is("tall"_w);
  }

  /// "-year-old", "years old", "years of age", "yo".
  bool age() {
    std::size_t at = f_.end;
    if (s_.joins(at)) ++at;
    if (s_[at].is("old"_w) || s_[at].is("olds"_w))
      f_.end = static_cast<std::uint32_t>(at + 1);
    else if (s_[at].is("of"_w) && s_[at + 1].is("age"_w))
      f_.end = static_cast<std::uint32_t>(at + 2);
    else
      return false;
    f_.kind = NumberKind::age;
    f_.rule = "numbers.age"_rule;
    return true;
  }

  /// "per hour", "an hour", "/s", "a gallon".
  void per() {
    std::size_t at = f_.end;
    if (s_.joins(at)) ++at;
    const bool slash = s_[at].is_mark('/') && s_[at].glued();
    const bool to_the = s_[at].is("to"_w) && s_[at + 1].is("the"_w);  // "40 miles to the gallon"
    const bool word = s_[at].is("per"_w) || (s_[at].is("a"_w) || s_[at].is("an"_w)) || to_the;
    if (!slash && !word) return;
    const bool article = !slash && !s_[at].is("per"_w);
    if (to_the) ++at;
    ++at;
    if (s_.joins(at)) ++at;
    if (!s_[at].has(Tag::units)) return;
    const Hit hit = find(units::keys, s_.tokens, at);
    if (!hit) return;
    const auto& by = units::rows[hit.row];
    if (!slash && hit.form != units::base) return;
    if (article && (to_the || by.kind != units::Kind::time) && by.kind != units::Kind::volume) return;
    if (is_time(f_.measure)) return;
    f_.measure.per = static_cast<std::int16_t>(hit.row);
    f_.end = static_cast<std::uint32_t>(at + hit.length);
  }

  const Source& s_;
  Figure& f_;
  std::size_t at_;
  bool hyphen_ = false;
};

Decimal UnitReader::small_word(std::size_t at) const {
  static constexpr std::uint32_t kWords[] = {"zero"_w, "one"_w,   "two"_w,   "three"_w, "four"_w, "five"_w,
                                             "six"_w,  "seven"_w, "eight"_w, "nine"_w,  "ten"_w,  "eleven"_w};
  for (int n = 0; n < 12; ++n)
    if (s_[at].is(kWords[n])) return n;
  return {};
}

/// value × factor; a factor written as a quotient is multiplied first and divided last.
Decimal times(const Decimal& value, std::string_view factor) {
  const std::size_t slash = factor.find('/');
  if (slash == factor.npos) return value * Decimal::parse(factor);
  return divide(value * Decimal::parse(factor.substr(0, slash)), Decimal::parse(factor.substr(slash + 1)));
}

}  // namespace

bool attach_unit(const Source& source, Figure& figure) {
  return UnitReader(source, figure).run();
}

void set_unit(Figure& figure, std::string_view id) {
  const auto row = row_of(id);
  if (row < 0) return;
  figure.measure = {};
  figure.measure.family = Measure::Family::unit;
  figure.measure.row = static_cast<std::uint16_t>(row);
  figure.measure.id = units::rows[row].id;
}

void set_feet_and_inches(Figure& figure, const Decimal& inches) {
  set_unit(figure, "foot");
  const Decimal all = figure.value * Decimal(12) + inches;
  figure.value = divide(all, Decimal(12));
  figure.base = all * Decimal::parse(units::rows[row_of("inch")].factor);
  figure.kind = NumberKind::measure;
  figure.rule = "numbers.height"_rule;
}

/// A quantity by another: 340 gallons a minute in cubic metres a second.
static Base in_base_units_per(const Figure& figure) {
  const auto& row = units::rows[figure.measure.row];
  const auto& by = units::rows[figure.measure.per];
  if (!*by.factor || *by.offset || *row.offset) return {};
  const Decimal upper = times(figure.value, row.factor);
  const Decimal value = std::strchr(by.factor, '/') ? Decimal() : divide(upper, Decimal::parse(by.factor));
  if (!value.some() || (std::strcmp(row.base, row.id) == 0 && std::strcmp(by.base, by.id) == 0)) return {};
  return {value.text(), std::string(row.base) + "-per-" + by.base};
}

Base in_base_units(const Figure& figure) {
  const Measure& m = figure.measure;
  if (m.family != Measure::Family::unit || !figure.value.some()) return {};
  const auto& row = units::rows[m.row];
  if (!*row.factor || !*row.base) return {};
  if (m.per >= 0) return in_base_units_per(figure);
  if (std::strcmp(row.base, row.id) == 0) return {};
  const Decimal from_nought = *row.offset ? figure.value + Decimal::parse(row.offset) : figure.value;
  const Decimal value = figure.base.some() ? figure.base : times(from_nought, row.factor);
  if (!value.some()) return {};
  return {value.text(), row.base};
}

std::string unit_identifier(const Measure& measure) {
  std::string id = measure.id;
  if (measure.per >= 0) {
    id += "-per-";
    id += units::rows[measure.per].id;
  }
  return id;
}

std::string ucum_code(const Measure& measure) {
  if (measure.family != Measure::Family::unit) return {};
  std::string code = units::rows[measure.row].ucum;
  if (measure.per < 0 || code.empty()) return code;
  const std::string_view by = units::rows[measure.per].ucum;
  if (by.empty()) return {};
  code += '/';
  code += by;
  return code;
}

bool is_time(const Measure& measure) {
  return measure.family == Measure::Family::unit && units::rows[measure.row].kind == units::Kind::time;
}

bool same_dimension(const Measure& a, const Measure& b) {
  if (a.family != Measure::Family::unit || b.family != Measure::Family::unit) return false;
  const auto& x = units::rows[a.row];
  const auto& y = units::rows[b.row];
  if (x.kind != y.kind || x.kind == units::Kind::other || x.kind == units::Kind::share) return false;
  return (a.per < 0) == (b.per < 0);
}

}  // namespace copydesk::numbers
