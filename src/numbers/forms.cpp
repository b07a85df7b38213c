#include "numbers/forms.h"

#include "lexicon/lookup.h"
#include "numbers/digits.h"
#include "numbers/words.h"
#include "tables/multiples.gen.h"
#include "tables/short_magnitudes.gen.h"
#include "tables/vulgar_fractions.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
using tables::number_words::Place;

bool is_article(const Token& t) {
  return t.is("a"_w) || t.is("an"_w);
}

class FormReader {
 public:
  FormReader(const Source& s, std::size_t i, std::size_t from) : s_(s), i_(i), from_(from) {}

  Form run() {
    const Token& t = s_[i_];
    if (t.is_number())
      digits();
    else if (t.is_mark(kFraction))
      sign_fraction(i_);
    else if (t.has(Tag::number_words))
      in_words();
    else if (t.has(Tag::multiples))
      multiple();
    if (!form_.end || !form_.value.some()) return {};
    return form_;
  }

 private:
  void begin(std::size_t first, std::size_t end, Decimal value, unsigned shape) {
    form_.first = static_cast<std::uint32_t>(first);
    form_.end = static_cast<std::uint32_t>(end);
    form_.value = value;
    form_.shape = static_cast<std::uint16_t>(shape);
  }
  void extend(std::size_t end) { form_.end = static_cast<std::uint32_t>(end); }
  void add(unsigned shape) { form_.shape = static_cast<std::uint16_t>(form_.shape | shape); }
  void reach_back(std::size_t first) {
    if (first >= from_ && first < form_.first) form_.first = static_cast<std::uint32_t>(first);
  }

  // --- digits ---------------------------------------------------------------------------------

  void digits() {
    const Digits d = read_digits(s_.slice(i_));
    if (!d.value.some()) return;
    begin(i_, i_ + 1, d.value,
          shape::digits | (d.grouped ? shape::grouped : 0u) | (d.point ? shape::point : 0u) |
              (d.unsure ? shape::unsure : 0u));
    if (!d.grouped && !d.point) {
      leading_point();
      if (!form_.has(shape::point)) other_groups();
    }
    scientific();
    if (written_fraction()) {
      minus_before();
      return;
    }
    if (ordinal_suffix()) return;
    if (quotient()) {
      minus_before();
      return;
    }
    plus_minus();
    mixed_fraction();
    magnitude_after();
    if (form_.has(shape::magnitude) && !form_.has(shape::fraction)) and_a_half();
    minus_before();
    if (s_[form_.end].glued() && s_[form_.end].is("x"_w) &&
        !(s_[form_.end + 1].glued() && (s_[form_.end + 1].is_word() || s_[form_.end + 1].is_number()))) {
      extend(form_.end + 1);
      add(shape::multiple);
    }
    in_ratio();
  }

  /// ".5": a point before the digits, and nothing glued before the point.
  void leading_point() {
    if (i_ <= from_ || !s_[i_].glued() || !s_[i_ - 1].is_mark('.') || s_[i_ - 1].glued()) return;
    char plain[64] = {'.'};
    const std::string_view tail = s_.slice(i_);
    if (tail.size() >= sizeof plain) return;
    for (std::size_t k = 0; k < tail.size(); ++k) plain[k + 1] = tail[k];
    form_.value = Decimal::parse({plain, tail.size() + 1});
    form_.first = static_cast<std::uint32_t>(i_ - 1);
    add(shape::point);
  }

  /// "1 234 567" and "1'234".
  void other_groups() {
    const std::string_view head = s_.slice(i_);
    if (head.size() > 3 || head[0] == '0') return;
    Decimal value = form_.value;
    std::size_t at = i_ + 1;
    bool apostrophes = false, narrow = true, zeros = false;
    unsigned groups = 0;
    while (groups < 12) {
      std::size_t next = at;
      if (s_[next].glued() && (s_[next].is_mark('\'') || s_[next].is_mark(kRightSingle)) &&
          s_[next + 1].glued()) {
        if (groups && !apostrophes) break;
        apostrophes = true;
        ++next;
      } else if (apostrophes || s_[next].glued() || s_[next].has(token_flag::line_before)) {
        break;
      } else {
        const std::uint32_t gap = s_[next].begin - s_[next - 1].end;
        const bool blank = gap == 1;
        if (gap > 3) break;
        narrow &= !blank;
      }
      const Token& group = s_[next];
      if (!group.is_number() || group.end - group.begin != 3) break;
      const std::string_view text = s_.slice(next);
      const Decimal part = Decimal::parse(text);
      if (!part.some()) break;
      zeros |= text == "000";
      value = value.shifted(3) + part;
      at = next + 1;
      ++groups;
    }
    if (!groups) return;
    if (!apostrophes && !narrow && !zeros && groups < 2) return;
    if (s_[at].is_number() && !s_[at].glued() && groups == 1 && !narrow) return;
    form_.value = value;
    extend(at);
    add(shape::grouped | (apostrophes || narrow ? 0u : shape::unsure));
  }

  /// "1.99×10^-30", "6x10-4", "1e10".
  void scientific() {
    std::size_t at = form_.end;
    bool e_form = false;
    if (s_[at].glued() && s_[at].is("e"_w)) {
      e_form = true;
      ++at;
    } else if (s_[at].is_mark(kMultiply) || s_[at].is("x"_w)) {
      ++at;
      if (!s_[at].is_number() || s_.slice(at) != "10") return;
      ++at;
      if (s_[at].is_mark('^')) ++at;
    } else {
      return;
    }
    if (s_[at].is_mark(kSuperscript)) {
      superscript_power(at);
      return;
    }
    bool negative = false;
    if (s_[at].glued() && (s_.dash(at) || s_[at].is_mark('+'))) {
      negative = !s_[at].is_mark('+');
      ++at;
    }
    if (!s_[at].glued() || !s_[at].is_number() || (e_form && s_[at + 1].glued() && s_[at + 1].is_word()))
      return;
    const std::int64_t power = Decimal::parse(s_.slice(at)).small(9999);
    if (power < 0) return;
    form_.value = form_.value.shifted(static_cast<int>(negative ? -power : power));
    extend(at + 1);
    add(shape::scientific);
  }

  void superscript_power(std::size_t at) {
    static constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    int power = 0;
    bool negative = false, any = false;
    for (unsigned n = 0; n < 5 && s_[at].is_mark(kSuperscript) && s_[at].glued(); ++n, ++at) {
      const std::string_view mark = s_.slice(at);
      if (mark == "⁻") negative = true;
      for (int d = 0; d < 10; ++d)
        if (mark == kDigits[d]) {
          power = power * 10 + d;
          any = true;
        }
    }
    if (!any) return;
    form_.value = form_.value.shifted(negative ? -power : power);
    extend(at);
    add(shape::scientific);
  }

  /// "1/2": only a fraction's look (numerator below denominator, nothing glued around).
  bool written_fraction() {
    const std::size_t at = form_.end;
    if (form_.shape != shape::digits || !is_slash(at) || !s_[at].glued()) return false;
    const Decimal part = slash_fraction(i_);
    if (!part.some()) return false;
    form_.value = part;
    extend(at + 2);
    add(shape::fraction);
    return true;
  }
  bool is_slash(std::size_t at) const { return s_[at].is_mark('/') || s_[at].is_mark(kFractionSlash); }

  /// The fraction a/b whose numerator is at `at`; none when the look is a date's or a rate's.
  Decimal slash_fraction(std::size_t at) const {
    if (!s_[at].is_number() || !is_slash(at + 1) || !s_[at + 1].glued()) return {};
    if (!s_[at + 2].is_number() || !s_[at + 2].glued()) return {};
    if (s_[at + 3].glued() && (is_slash(at + 3) || s_[at + 3].is_number())) return {};
    const std::int64_t a = Decimal::parse(s_.slice(at)).small(9999),
                       b = Decimal::parse(s_.slice(at + 2)).small(9999);
    if (a <= 0 || b <= 1 || a >= b) return {};
    if (a == 9 && b == 11) return {};
    return divide(Decimal(a), Decimal(b));
  }

  void mixed_fraction() {
    const std::size_t at = form_.end;
    if (form_.has(shape::point | shape::scientific)) return;
    if (s_[at].is_mark(kFraction) && !s_[at].has(token_flag::line_before)) {
      form_.value = form_.value + glyph(at);
      extend(at + 1);
      add(shape::fraction);
      return;
    }
    const std::size_t part = s_.joins(at) ? at + 1 : at;
    if (s_[part].is_number() && !s_[part].has(token_flag::line_before)) {
      const Decimal f = slash_fraction(part);
      const std::int64_t b = Decimal::parse(s_.slice(part + 2)).small(64);
      if (f.some() && (b == 2 || b == 3 || b == 4 || b == 5 || b == 8 || b == 16 || b == 32 || b == 64)) {
        form_.value = form_.value + f;
        extend(part + 3);
        add(shape::fraction);
        return;
      }
    }
    and_a_half();
  }

  Decimal glyph(std::size_t at) const {
    const std::string_view sign = s_.slice(at);
    for (unsigned r = 0; r < tables::vulgar_fractions::size; ++r) {
      const auto& row = tables::vulgar_fractions::rows[r];
      if (sign == row.sign) return divide(Decimal(row.numerator), Decimal(row.denominator));
    }
    return {};
  }
  void sign_fraction(std::size_t at) {
    begin(at, at + 1, glyph(at), shape::digits | shape::fraction);
    minus_before();
    magnitude_after();
  }

  bool ordinal_suffix() {
    const Token& t = s_[form_.end];
    if (!t.glued() || form_.has(shape::point | shape::unsure)) return false;
    if (!t.is("th"_w) && !t.is("st"_w) && !t.is("nd"_w) && !t.is("rd"_w)) return false;
    const std::string_view text = s_.slice(i_);
    const char last = text.back(), before = text.size() > 1 ? text[text.size() - 2] : '0';
    if (t.is("st"_w) && (last != '1' || before == '1')) return false;
    extend(form_.end + 1);
    add(shape::ordinal);
    return true;
  }

  void plus_minus() {
    std::size_t at = form_.end;
    if (s_[at].is_mark(kPlusMinus))
      ++at;
    else if (s_[at].is_mark('+') && is_slash(at + 1) && s_.dash(at + 2))
      at += 3;
    else
      return;
    const Digits d = s_[at].is_number() ? read_digits(s_.slice(at)) : Digits{};
    if (!d.value.some()) return;
    form_.margin = d.value;
    extend(at + 1);
    add(shape::plus_minus);
  }

  // --- what follows either ---------------------------------------------------------------------

  /// "2 and a half", "one and three-quarters", "two-and-a-half".
  void and_a_half() {
    std::size_t at = form_.end;
    if (s_.joins(at)) ++at;
    if (!s_[at].is("and"_w)) return;
    ++at;
    if (s_.joins(at)) ++at;
    const std::size_t count = at;
    Decimal numerator = 1;
    if (is_article(s_[at])) {
      ++at;
    } else {
      WordReader reader(s_, at);
      if (!word_at(s_[at]).cardinal() || !reader.run() || reader.ordinal() || reader.has_magnitude()) return;
      numerator = reader.value();
      at = reader.end();
    }
    if (s_.joins(at)) ++at;
    const Decimal denominator = denominator_at(at);
    if (!denominator.some()) return;
    const Word w = word_at(s_[at]);
    if (w.ordinal() && !w.plural && numerator > Decimal(1)) return;
    if (count != at && s_[at + 1].is("of"_w) && !s_[at].is("half"_w)) return;
    const Decimal part = divide(numerator, denominator);
    const bool of_magnitude = word_at(s_[form_.end - 1]).multiplies();
    form_.value = form_.value + (of_magnitude ? part.shifted(form_.magnitude) : part);
    extend(at + 1);
    add(shape::fraction);
  }

  /// What a fraction is counted in: "half" 2, "thirds" 3; none for other words.
  Decimal denominator_at(std::size_t at) const {
    const Word w = word_at(s_[at]);
    if (!w) return {};
    if (w.row->place == Place::half) return 2;
    if (!w.ordinal() || s_[at].is("first"_w) || s_[at].is("second"_w) || s_[at].is("seconds"_w)) return {};
    return w.value();
  }

  /// "million", "-million", "bn", "k", "dozen", "hundred and 21".
  void magnitude_after() {
    if (form_.has(shape::ordinal)) return;
    for (unsigned n = 0; n < 3; ++n) {
      std::size_t at = form_.end;
      if (s_[at].has(token_flag::gap_before)) return;
      if (s_.joins(at)) ++at;
      const Word w = word_at(s_[at]);
      if (w.cardinal() && (w.multiplies() || w.row->place == Place::dozen)) {
        if (w.row->place == Place::dozen && w.plural) return;
        if (s_[at].is("score"_w) && form_.has(shape::digits)) return;
        if (form_.has(shape::magnitude) && w.row->exponent <= form_.magnitude && form_.magnitude != 2) return;
        form_.value = form_.value * w.value();
        form_.magnitude = static_cast<std::int16_t>(form_.magnitude + w.row->exponent);
        extend(at + 1);
        add(shape::magnitude);
        if (w.row->place == Place::hundred) and_digits();
        continue;
      }
      if (form_.has(shape::digits) && at == form_.end) short_magnitude(at);
      return;
    }
  }
  /// "3 hundred and 21".
  void and_digits() {
    const std::size_t at = form_.end;
    if (!s_[at].is("and"_w) || !s_[at + 1].is_number()) return;
    const std::int64_t n = Decimal::parse(s_.slice(at + 1)).small(99);
    const Word after = word_at(s_[at + 2]);
    if (n <= 0 || after.multiplies()) return;
    form_.value = form_.value + Decimal(n);
    extend(at + 2);
  }
  void short_magnitude(std::size_t at) {
    const Token& t = s_[at];
    if (!t.is_word() || !t.has(Tag::short_magnitudes)) return;
    const Hit hit = find_word(tables::short_magnitudes::keys, t.word);
    if (!hit) return;
    const auto& row = tables::short_magnitudes::rows[hit.row];
    const bool money = money_before();
    if (row.glued && !t.glued() && !money && !t.is("k"_w)) return;
    if (row.money && !money && !(t.glued() && millions_by_context(at))) return;
    if (s_[at + 1].glued() && s_[at + 1].is_word() && !s_[at + 1].is("'s"_w)) return;
    if (t.is("k"_w) && s_[at + 1].glued() && s_[at + 1].is_number()) return;
    form_.value = form_.value.shifted(row.exponent);
    form_.magnitude = row.exponent;
    extend(at + 1);
    add(shape::magnitude);
  }
  /// "1.2M viewers", "40m guilders", "6m people": a million without a currency sign; other "6m" is a length.
  bool millions_by_context(std::size_t at) const {
    const Token& t = s_[at];
    if (t.capital()) return t.is("m"_w) || t.is("b"_w);
    const Token& next = s_[at + 1];
    return t.is("m"_w) && !next.glued() && (next.has(Tag::currencies) || next.has(Tag::million_nouns));
  }

  /// A currency sign or code just before the digits: "$5m", "Rs 5cr".
  bool money_before() const {
    const Token& t = s_[form_.first - 1];
    if (t.is_mark('$') || (t.is_any_mark() && t.word >= kPound && t.word <= kCurrency)) return true;
    return t.is_word() && t.has(token_flag::capital) && t.has(Tag::currency_codes);
  }

  void minus_before() {
    if (form_.first <= from_ || form_.first == 0) return;
    const std::size_t before = form_.first - 1;
    const Token& t = s_[before];
    std::size_t first = before;
    if (s_.dash(before) && s_[form_.first].glued() && t.glued() && before > from_ &&
        s_[before - 1].is("minus"_w))
      first = before - 1;  // "minus-130 degrees"
    else if (!t.is("minus"_w) && !t.is("negative"_w) && !minus_mark(before))
      return;
    form_.value = form_.value.negated();
    reach_back(first);
    add(shape::sign);
  }
  /// A dash glued to the digits and not to a word or a number before it.
  bool minus_mark(std::size_t at) const {
    if (!s_.dash(at) || s_[at].is_mark(kHyphen) || !s_[form_.first].glued()) return false;
    if (!s_[at].glued() || at == 0) return true;
    const Token& prior = s_[at - 1];
    return prior.is_mark('(') || prior.is_mark('$') || prior.is_mark(kPound) || prior.is_mark(kEuro);
  }

  /// "one in four", "9 out of 10", "two of every three".
  void in_ratio() {
    if (form_.has(shape::ordinal | shape::fraction | shape::magnitude | shape::point)) return;
    std::size_t at = form_.end;
    const std::size_t start = at;
    if (s_.joins(at)) ++at;
    if (s_[at].is("out"_w) && (s_[at + 1].is("of"_w) || s_.joins(at + 1)))
      at += s_.joins(at + 1) ? 4 : 2;
    else if (s_[at].is("in"_w))
      at += s_.joins(at + 1) ? 2 : 1;
    else
      return;
    const bool out_of = s_[start].is("out"_w);
    if (s_[at].is("every"_w)) ++at;
    Decimal denominator;
    std::size_t end = at + 1;
    if (s_[at].is_number()) {
      const Digits d = read_digits(s_.slice(at));
      if (d.point || s_[end].is_mark('%') || s_[end].glued()) {
        if (!(s_[end].glued() && s_[end].is_any_mark() && !s_.dash(end) && !s_[end].is_mark('%') &&
              !is_slash(end)))
          return;
      }
      denominator = d.value;
    } else {
      WordReader r(s_, at);
      if (!word_at(s_[at]).cardinal() || !r.run() || r.ordinal()) return;
      denominator = r.value();
      end = r.end();
    }
    const Decimal most = out_of ? Decimal(100'000'000) : Decimal(1'000'000);
    if (!denominator.is_whole() || denominator <= Decimal(1) || denominator > most) return;
    if (form_.value >= denominator || form_.value <= Decimal(0)) return;
    if (!out_of) {
      const Token& after = s_[end];
      if (after.has(Tag::units) && !after.is("people"_w)) return;  // "one in two weeks"
      if (denominator >= Decimal(1000) && denominator < Decimal(2100) && s_[at].is_number() &&
          s_.slice(at).size() == 4)
        return;  // "5 in 2019"
      if (form_.has(shape::digits) && form_.value > Decimal(20)) return;
    }
    form_.value = divide(form_.value, denominator);
    extend(end);
    add(shape::ratio);
  }

  // --- words ------------------------------------------------------------------------------------

  void in_words() {
    const Word w = word_at(s_[i_]);
    if (!w) return;
    if (w.row->place == Place::half) return half();
    if (w.plural) return vague_plural(w);
    if (s_[i_].is("quarter"_w)) return quarter();
    WordReader reader(s_, i_);
    if (!reader.run()) return;
    begin(i_, reader.end(), reader.value(), reader.has_magnitude() ? shape::magnitude : 0);
    form_.magnitude = static_cast<std::int16_t>(reader.magnitude());
    if (reader.ordinal()) {
      add(shape::ordinal);
      a_third(w);
      return;
    }
    if (s_[i_].is("score"_w)) {
      form_.end = 0;
      return;
    }
    bare_multiplier(w);
    if (!form_.end) return;
    point_before();
    decimal_point();
    if (over_denominator()) {
      minus_before();
      return;
    }
    and_a_half();
    magnitude_after();
    minus_before();
    in_ratio();
  }

  /// "a hundred", "several thousand"; a bare "thousand" is none.
  void bare_multiplier(const Word& w) {
    if (!w.multiplies() && w.row->place != Place::dozen) return;
    const Token& before = s_[i_ - 1];
    const bool reachable = i_ > from_;
    if (reachable && is_article(before)) {
      reach_back(i_ - 1);
      add(shape::article);
      return;
    }
    if (reachable &&
        (before.is("several"_w) || before.is("few"_w) || before.is("couple"_w) || before.is("many"_w))) {
      reach_back(before.is("few"_w) && i_ > from_ + 1 && is_article(s_[i_ - 2]) ? i_ - 2 : i_ - 1);
      add(shape::vague);
      return;
    }
    if (w.row->place == Place::dozen && form_.end == i_ + 1 && !before.is("the"_w) && i_ != 0) form_.end = 0;
  }

  /// "point one two": two digits at least, for a point in time is followed by one.
  void point_before() {
    if (i_ <= from_ || !s_[i_ - 1].is("point"_w) || form_.end != i_ + 1) return;
    const Word next = word_at(s_[form_.end]);
    const bool digit =
        next.cardinal() && !next.plural && (next.row->place == Place::unit || next.row->place == Place::zero);
    if (!digit && !s_[form_.end].is("o"_w)) return;
    form_.value = 0;
    form_.end = static_cast<std::uint32_t>(i_ - 1);
    decimal_point();
    form_.first = static_cast<std::uint32_t>(i_ - 1);
  }

  /// "two point five", "zero point zero three".
  void decimal_point() {
    if (!s_[form_.end].is("point"_w)) return;
    std::size_t at = form_.end + 1;
    char digits[40] = {'.'};
    std::size_t n = 1;
    for (; n < sizeof digits; ++at) {
      const Word w = word_at(s_[at]);
      if (s_[at].is("o"_w) || s_[at].is("oh"_w)) {
        digits[n++] = '0';
        continue;
      }
      if (!w.cardinal() || w.plural) break;
      if (w.row->place == Place::unit || w.row->place == Place::zero) {
        digits[n++] = static_cast<char>('0' + w.row->coefficient);
      } else if ((w.row->place == Place::tens || w.row->place == Place::teen) && n == 1) {
        std::int64_t two = w.row->coefficient;
        const std::size_t next = s_.joins(at + 1) ? at + 2 : at + 1;
        const Word unit = word_at(s_[next]);
        if (w.row->place == Place::tens && unit.cardinal() && unit.row->place == Place::unit) {
          two += unit.row->coefficient;
          at = next;
        }
        digits[n++] = static_cast<char>('0' + two / 10);
        digits[n++] = static_cast<char>('0' + two % 10);
        ++at;
        break;
      } else {
        break;
      }
    }
    if (n == 1) return;
    form_.value = form_.value + Decimal::parse({digits, n});
    extend(at);
    add(shape::point);
  }

  /// "two-thirds", "one fifth", "three and two fifths", "one over twenty".
  bool over_denominator() {
    std::size_t at = form_.end;
    if (quotient()) return true;
    if ((s_.dash(at) && s_[at].glued() == s_[at + 1].glued())) ++at;
    const Word w = word_at(s_[at]);
    const Decimal denominator = denominator_at(at);
    if (!denominator.some() || form_.has(shape::point)) return false;
    if (w.row->place == Place::half && !w.plural) return false;
    const bool one = form_.value == Decimal(1);
    if (!w.plural && !one) return false;
    if (s_[at].is("quarter"_w) && !s_.dash(form_.end) && !s_[at + 1].is("of"_w) && !number_goes_on(at + 1))
      return false;
    if (s_[at].is("quarters"_w) && !form_.has(shape::article) && !s_.dash(form_.end) &&
        form_.value != Decimal(3))
      return false;
    form_.value = divide(form_.value, denominator);
    extend(at + 1);
    add(shape::fraction);
    magnitude_of(at + 1);
    return true;
  }
  /// "one over twenty", "2000 over 3": a quotient where nothing is counted behind it.
  bool quotient() {
    const std::size_t at = form_.end;
    if (!s_[at].is("over"_w) || form_.has(shape::point | shape::ratio | shape::magnitude)) return false;
    Decimal divisor;
    std::size_t end = at + 2;
    if (s_[at + 1].is_number()) {
      divisor = read_digits(s_.slice(at + 1)).value;
    } else {
      WordReader reader(s_, at + 1);
      if (!word_at(s_[at + 1]).cardinal() || !reader.run() || reader.ordinal()) return false;
      divisor = reader.value();
      end = reader.end();
    }
    if (!divisor.some() || divisor <= Decimal(1) || s_[end].is_word() || s_[end].is_mark('%') ||
        s_[end].is_mark('$'))
      return false;
    form_.value = divide(form_.value, divisor);
    extend(end);
    add(shape::fraction);
    return true;
  }
  bool number_goes_on(std::size_t at) const { return word_at(s_[at]).multiplies(); }
  /// "two-thirds of a million", "quarter of a million".
  void magnitude_of(std::size_t at) {
    if (s_[at].is("of"_w) && is_article(s_[at + 1]) && word_at(s_[at + 2]).multiplies()) {
      form_.value = form_.value * word_at(s_[at + 2]).value();
      form_.magnitude = word_at(s_[at + 2]).row->exponent;
      extend(at + 3);
      add(shape::magnitude);
    }
  }

  /// "a third of", "a quarter million", "a tenth as much"; other "a third" stay ordinals.
  void a_third(const Word& w) {
    if (form_.end != i_ + 1 || i_ == from_ || !denominator_at(i_).some()) return;
    if (!is_article(s_[i_ - 1]) && !s_[i_ - 1].is("one"_w)) return;
    const Token& next = s_[form_.end];
    const bool part = next.is("of"_w) || next.is("as"_w) || next.is("fewer"_w) || next.is("more"_w) ||
                      next.is("less"_w) || next.is("to"_w) || next.is("in"_w) || next.is("from"_w) ||
                      next.is("since"_w) || (next.is_any_mark() && !s_.dash(form_.end)) ||
                      next.kind == TokenKind::none;
    if (!part && w.row->exponent < 2) return;
    begin(i_ - 1, form_.end, divide(Decimal(1), w.value()), shape::fraction | shape::article);
    magnitude_of(form_.end);
  }

  void quarter() {
    const std::size_t at = i_ + 1;
    const bool article = i_ > from_ && is_article(s_[i_ - 1]);
    begin(article ? i_ - 1 : i_, at, Decimal::parse("0.25"),
          shape::fraction | (article ? shape::article : 0u));
    const std::size_t next = s_.joins(at) ? at + 1 : at;
    if (next > at && s_[next].has(Tag::units)) return;
    if (number_goes_on(next) && !word_at(s_[next]).plural) {
      form_.value = form_.value * word_at(s_[next]).value();
      form_.magnitude = word_at(s_[next]).row->exponent;
      extend(next + 1);
      add(shape::magnitude);
    } else if (article && s_[at].is("of"_w)) {
      magnitude_of(at);
    } else {
      form_.end = 0;
    }
  }

  void half() {
    if (word_at(s_[i_]).plural) return;
    std::size_t at = i_ + 1;
    const bool article = i_ > from_ && is_article(s_[i_ - 1]);
    begin(article ? i_ - 1 : i_, at, Decimal::parse("0.5"),
          shape::fraction | (article ? shape::article : 0u));
    std::size_t next = at;
    if (s_.joins(next) || is_article(s_[next])) ++next;
    const Word w = word_at(s_[next]);
    if (w.multiplies() || (w.cardinal() && w.row->place == Place::dozen)) {
      if (w.plural) return;
      form_.value = form_.value * w.value();
      form_.magnitude = w.row->exponent;
      extend(next + 1);
      add(shape::magnitude);
      return;
    }
    if (is_article(s_[at]) && s_[at + 1].has(Tag::units)) {
      extend(at + 1);
      return;
    }
    if (s_.joins(at)) {
      if (!s_[at + 1].has(Tag::units)) form_.end = 0;
      return;
    }
    const Token& after = s_[at];
    const Token& before = s_[form_.first - 1];
    const bool measured = after.is("of"_w) || after.is("the"_w) || is_article(after) || after.is("as"_w) ||
                          after.is("its"_w) || after.is("their"_w) || after.is("his"_w) ||
                          after.is("her"_w) || after.is("our"_w) || after.is("my"_w) || after.is("that"_w) ||
                          after.is("those"_w);
    const bool counted = before.is("about"_w) || before.is("nearly"_w) || before.is("almost"_w) ||
                         before.is("by"_w) || before.is("over"_w) || before.is("than"_w) ||
                         before.is("least"_w) || before.is("roughly"_w) || before.is("only"_w) ||
                         before.is("in"_w);
    const bool period = before.has(Tag::number_words) || before.is("this"_w) || before.is("other"_w) ||
                        before.is("latter"_w) || before.is("better"_w) || before.is("past"_w) ||
                        before.is("last"_w) || after.is("past"_w);
    if (period || article || (!measured && !counted)) form_.end = 0;
  }

  /// "hundreds", "tens of thousands", "hundreds of millions".
  void vague_plural(const Word& w) {
    if (!w.cardinal()) return;
    const bool of = s_[i_ + 1].is("of"_w);
    if ((s_[i_].is("tens"_w) || s_[i_].is("scores"_w)) && !of) return;
    if (!w.multiplies() && w.row->place != Place::dozen && !s_[i_].is("tens"_w)) return;
    Decimal low = w.value();
    std::size_t end = i_ + 1;
    for (unsigned n = 0; n < 2 && s_[end].is("of"_w); ++n) {
      const Word more = word_at(s_[end + 1]);
      if (!more.multiplies() || !more.plural) break;
      low = low * more.value();
      end += 2;
    }
    if (s_[i_].is("tens"_w) && end == i_ + 1) return;
    begin(i_, end, low, shape::vague | shape::magnitude);
  }

  void multiple() {
    const Hit hit = find_word(tables::multiples::keys, s_[i_].word);
    if (!hit) return;
    begin(i_, i_ + 1, Decimal(tables::multiples::rows[hit.row].value), shape::multiple);
  }

  const Source& s_;
  const std::size_t i_, from_;
  Form form_;
};

}  // namespace

Form read_form(const Source& source, std::size_t i, std::size_t from) {
  return FormReader(source, i, from).run();
}

}  // namespace copydesk::numbers
