#include "lexicon/lookup.h"
#include "numbers/digits.h"
#include "numbers/form_builder.h"
#include "numbers/nouns.h"
#include "tables/vulgar_fractions.gen.h"

namespace copydesk::numbers {
namespace {

constexpr std::size_t kPressureReach = 8;  // tokens between "pressure" and its figures
constexpr std::size_t kOddsReach = 12;     // tokens between "odds" and figures parted by a slash

using namespace literals;
using tables::number_words::Place;

class DigitReader : public FormBuilder {
 public:
  using FormBuilder::FormBuilder;

  void run() {
    if (s_[i_].is_number())
      digits();
    else
      sign_fraction(i_);
  }

 private:
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
    if (!form_.end) return;
    if (pressure()) return;
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
    if (fold()) return;
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
    const bool told = apostrophes || narrow || zeros || groups > 1;
    if (!told && !counted_behind(at)) return;
    if (s_[at].is_number() && !s_[at].glued() && groups == 1 && !narrow) return;
    form_.value = value;
    extend(at);
    add(shape::grouped | (apostrophes || narrow ? 0u : shape::unsure));
  }

  /// Whether one thing is counted or measured at `at`, so that "1 234" before it is one number.
  bool counted_behind(std::size_t at) const {
    if (s_[at].glued() || s_[at].has(token_flag::gap_before) || s_[at].capital()) return false;
    if (i_ > 0 && s_[i_ - 1].is_word() && s_[i_ - 1].capital() && !s_[i_].has(token_flag::line_before))
      return false;  // "Flight 12 345 people"
    return s_[at].has(Tag::units) || s_[at].has(Tag::million_nouns) || plural_noun(s_, at);
  }

  /// "1.99×10^-30", "6x10-4", "1e10", "10^6".
  void scientific() {
    std::size_t at = form_.end;
    bool e_form = false;
    const bool bare = is_bare_power(at);
    if (bare) {
      if (s_[at].is_mark('^')) ++at;
    } else if (s_[at].glued() && s_[at].is("e"_w)) {
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
    if (power < 0) {  // 10^100000, 1e99999
      form_.end = 0;
      return;
    }
    if (bare) form_.value = 1;
    form_.value = form_.value.shifted(static_cast<int>(negative ? -power : power));
    extend(at + 1);
    add(shape::scientific);
  }

  bool is_bare_power(std::size_t at) const {
    return form_.shape == shape::digits && s_[at].glued() &&
           (s_[at].is_mark('^') || s_[at].is_mark(kSuperscript)) && s_.slice(i_) == "10";
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
    if (is_bare_power(form_.end)) form_.value = 1;
    form_.value = form_.value.shifted(negative ? -power : power);
    extend(at);
    add(shape::scientific);
  }

  /// "120/80"; "7/2".
  bool pressure() {
    if (!s_[form_.end].is_mark('/') || !(is_blood_pressure(s_, i_) || is_slashed_odds(s_, i_))) return false;
    form_.margin = Decimal::parse(s_.slice(form_.end + 1));
    extend(form_.end + 2);
    add(shape::pair);
    return true;
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
    if (form_.has(shape::point) && s_[at].is_mark(kFraction) && s_[at].glued() && money_before() &&
        s_.slice(i_).size() > 3 && s_.slice(i_)[s_.slice(i_).size() - 3] == '.') {
      form_.value = form_.value + glyph(at).shifted(-2);  // "$6.12¼": a fraction of a cent
      return extend(at + 1);
    }
    if (form_.has(shape::point) && s_[at].is_number() && !s_[at].glued() && s_.slice(at).size() == 1 &&
        money_before()) {
      const Decimal f = slash_fraction(at);  // "$4.55 1/2": half a cent
      if (f.some()) {
        form_.value = form_.value + f.shifted(-2);
        return extend(at + 3);
      }
    }
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
    else if ((s_[at].is_mark('+') && is_slash(at + 1) && s_.dash(at + 2)) ||
             (s_[at].is("plus"_w) && s_[at + 1].is("or"_w) && s_[at + 2].is("minus"_w)))
      at += 3;
    else
      return;
    const Digits d = s_[at].is_number() ? read_digits(s_.slice(at)) : Digits{};
    if (!d.value.some()) return;
    form_.margin = d.value;
    extend(at + 1);
    add(shape::plus_minus);
  }
};

}  // namespace

bool is_blood_pressure(const Source& s, std::size_t i) {
  if (!(s[i + 1].is_mark('/') || s[i + 1].is("over"_w)) || !s[i].is_number() || !s[i + 2].is_number())
    return false;
  const std::int64_t upper = Decimal::parse(s.slice(i)).small(260),
                     lower = Decimal::parse(s.slice(i + 2)).small(160);
  if (upper < 60 || lower < 30 || upper <= lower) return false;
  if (s[i + 3].is("mmhg"_w) || (s[i + 3].is("mm"_w) && s[i + 4].is("hg"_w))) return true;
  for (std::size_t k = 1; k <= kPressureReach && k <= i; ++k)
    if (s[i - k].is("pressure"_w) || s[i - k].is("systolic"_w)) return true;
  return false;
}

bool is_slashed_odds(const Source& s, std::size_t i) {
  if (!s[i + 1].is_mark('/') || !s[i + 1].glued() || !s[i].is_number() || !s[i + 2].is_number() ||
      !s[i + 2].glued() || (s[i + 3].glued() && (s[i + 3].is_mark('/') || s[i + 3].is_number())))
    return false;
  if (Decimal::parse(s.slice(i)).small(1000) < 1 || Decimal::parse(s.slice(i + 2)).small(100) < 1)
    return false;
  const Token& next = s[i + 3];
  if (next.is("favourite"_w) || next.is("favorite"_w) || next.is("outsider"_w) || next.is("shot"_w) ||
      next.is("odds"_w))
    return true;
  for (std::size_t k = 1; k <= kOddsReach && k <= i; ++k)
    if (s[i - k].is("odds"_w)) return true;
  return false;
}

Form read_digit_form(const Source& source, std::size_t i, std::size_t from) {
  DigitReader reader(source, i, from);
  reader.run();
  return reader.take();
}

}  // namespace copydesk::numbers
