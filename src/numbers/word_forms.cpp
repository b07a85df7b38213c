#include "lexicon/lookup.h"
#include "numbers/form_builder.h"
#include "numbers/ranks.h"
#include "tables/multiples.gen.h"
#include "tables/roman_numerals.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
using tables::number_words::Place;

class PhraseReader : public FormBuilder {
 public:
  using FormBuilder::FormBuilder;

  void run() {
    if (s_[i_].has(Tag::number_words))
      in_words();
    else if (s_[i_].has(Tag::roman_numerals))
      roman();
    else
      multiple();
  }

 private:
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
      if (form_.has(shape::ordinal)) one_hundredth();
      return;
    }
    if (s_[i_].is("score"_w)) {
      form_.end = 0;
      return;
    }
    bare_multiplier(w);
    if (!form_.end) return;
    if (fold()) return;
    point_before();
    decimal_point();
    if (over_denominator()) {
      minus_before();
      return;
    }
    if (!form_.end) return;
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
    if (i_ > from_ + 1 && s_.joins(i_ - 1) && s_[i_ - 2].is("multi"_w)) {  // "multi-million-dollar"
      reach_back(i_ - 2);
      add(shape::vague);
      return;
    }
    if (reachable && is_article(before)) {
      reach_back(i_ - 1);
      add(shape::article);
      return;
    }
    if (i_ > from_ + 2 && before.is("of"_w) && s_[i_ - 2].is("couple"_w)) {
      reach_back(is_article(s_[i_ - 3]) ? i_ - 3 : i_ - 2);
      add(shape::vague);
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
    std::size_t end = at + 1;
    const Decimal denominator = denominator_from(at, end);
    if (!denominator.some() || form_.has(shape::point)) return false;
    const Word w = word_at(s_[end - 1]);
    if (denominator_alone(at, w)) return false;
    const bool one = form_.value == Decimal(1);
    if (w.row->place == Place::half && !w.plural && !(one && (at > form_.end || s_[end].is("of"_w))))
      return false;
    if (!w.plural && !one) return false;
    if (s_[at].is("quarter"_w) && !s_.dash(form_.end) && !s_[at + 1].is("of"_w) && !number_goes_on(at + 1))
      return false;
    if (s_[at].is("quarters"_w) && !form_.has(shape::article) && !s_.dash(form_.end) &&
        form_.value != Decimal(3))
      return false;
    form_.value = divide(form_.value, denominator);
    extend(end);
    add(shape::fraction);
    magnitude_of(end);
    return true;
  }
  /// "twenty-fifths": the denominator of a number before it, and none by itself.
  bool denominator_alone(std::size_t at, const Word& unit) {
    const Word last = word_at(s_[form_.end - 1]);
    if (at == form_.end || !unit.plural || unit.row->place != Place::unit) return false;
    if (!last.cardinal() || last.row->place != Place::tens) return false;
    form_.end = 0;
    return true;
  }
  /// "one hundredth of a second", but "the one hundredth anniversary".
  void one_hundredth() {
    if (!s_[i_].is("one"_w) || (i_ > 0 && determines(s_[i_ - 1]))) return;
    const std::size_t last = form_.end - 1;
    const Word w = word_at(s_[last]);
    if (!w.ordinal() || w.row->exponent < 2 || last > i_ + 2) return;
    const Token& next = s_[form_.end];
    if (!next.is("of"_w) && !next.is("as"_w) && !next.is_any_mark()) return;
    begin(i_, form_.end, divide(Decimal(1), w.value()), shape::fraction);
  }
  static bool determines(const Token& t) {
    return t.is("the"_w) || t.is("his"_w) || t.is("her"_w) || t.is("its"_w) || t.is("their"_w) ||
           t.is("our"_w) || t.is("my"_w) || t.is("'s"_w);
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
    if (article && s_[at].has(Tag::units)) return;  // "a half mile"
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
    if (w.row->place == Place::tens) return begin(i_, i_ + 1, w.value(), kPluralTens);
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

  void roman() {
    if (!ranks_behind(s_, i_)) return;
    const Hit hit = find_word(tables::roman_numerals::keys, s_[i_].word);
    if (hit)
      begin(i_, i_ + 1, Decimal(tables::roman_numerals::rows[hit.row].value), shape::ordinal | shape::roman);
  }

  void multiple() {
    const Hit hit = find_word(tables::multiples::keys, s_[i_].word);
    if (!hit) return;
    begin(i_, i_ + 1, Decimal(tables::multiples::rows[hit.row].value), shape::multiple);
  }
};

}  // namespace

Form read_word_form(const Source& source, std::size_t i, std::size_t from) {
  PhraseReader reader(source, i, from);
  reader.run();
  return reader.take();
}

}  // namespace copydesk::numbers
