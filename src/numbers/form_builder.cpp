#include "numbers/form_builder.h"

#include "lexicon/lookup.h"
#include "numbers/digits.h"
#include "tables/short_magnitudes.gen.h"

namespace copydesk::numbers {

using namespace literals;
using tables::number_words::Place;

void FormBuilder::and_a_half() {
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
  const Word lesser = word_at(s_[at + 1]);
  const bool of_lesser = of_magnitude && lesser.multiplies() && lesser.row->exponent < form_.magnitude;
  const int power = of_lesser ? lesser.row->exponent : of_magnitude ? form_.magnitude : 0;
  form_.value = form_.value + part.shifted(power);
  extend(at + (of_lesser ? 2 : 1));
  add(shape::fraction);
}

Decimal FormBuilder::denominator_from(std::size_t at, std::size_t& end) const {
  end = at + 1;
  const Word tens = word_at(s_[at]);
  if (!tens.cardinal() || tens.row->place != Place::tens || !s_.joins(at + 1)) return denominator_at(at);
  const Word unit = word_at(s_[at + 2]);
  if (!unit.ordinal() || unit.row->place != Place::unit || s_[at + 2].is("quarter"_w)) return {};
  end = at + 3;
  return tens.value() + unit.value();
}

Decimal FormBuilder::denominator_at(std::size_t at) const {
  const Word w = word_at(s_[at]);
  if (!w) return {};
  if (w.row->place == Place::half) return 2;
  if (!w.ordinal() || s_[at].is("first"_w) || s_[at].is("second"_w) || s_[at].is("seconds"_w)) return {};
  return w.value();
}

void FormBuilder::magnitude_after() {
  if (form_.has(shape::ordinal)) return;
  for (unsigned n = 0; n < 3; ++n) {
    std::size_t at = form_.end;
    if (s_[at].has(token_flag::gap_before)) return;
    if (s_.joins(at)) ++at;
    const Word w = word_at(s_[at]);
    if (w.cardinal() && (w.multiplies() || w.row->place == Place::dozen)) {
      if (w.row->place == Place::dozen && w.plural) return;
      if (s_[at].is("score"_w) && form_.has(shape::digits)) return;
      const bool squared = w.row->exponent == 6 && form_.magnitude == 6;  // "a million million"
      if (form_.has(shape::magnitude) && w.row->exponent <= form_.magnitude && form_.magnitude != 2 &&
          !squared)
        return;
      form_.value = form_.value * w.value();
      form_.magnitude = static_cast<std::int16_t>(form_.magnitude + w.row->exponent);
      extend(at + 1);
      add(shape::magnitude);
      if (w.row->place == Place::hundred) and_digits();
      continue;
    }
    if (at == form_.end && s_[at].is("grand"_w) && grand(at)) return;
    if (form_.has(shape::digits) && at == form_.end) short_magnitude(at);
    return;
  }
}

bool FormBuilder::grand(std::size_t at) {
  const Token& next = s_[at + 1];
  const bool ends = next.is_any_mark() || next.has(Tag::np_stops) || next.kind == TokenKind::none;
  if (s_[at].capital() || !ends || s_.joins(at + 1) || form_.has(shape::magnitude)) return false;
  form_.value = form_.value.shifted(3);
  form_.magnitude = 3;
  extend(at + 1);
  add(shape::magnitude);
  return true;
}

void FormBuilder::and_digits() {
  const std::size_t at = form_.end;
  if (!s_[at].is("and"_w) || !s_[at + 1].is_number()) return;
  const std::int64_t n = Decimal::parse(s_.slice(at + 1)).small(99);
  const Word after = word_at(s_[at + 2]);
  if (n <= 0 || after.multiplies()) return;
  form_.value = form_.value + Decimal(n);
  extend(at + 2);
}

void FormBuilder::short_magnitude(std::size_t at) {
  const Token& t = s_[at];
  if (!t.is_word() || !t.has(Tag::short_magnitudes)) return;
  const Hit hit = find_word(tables::short_magnitudes::keys, t.word);
  if (!hit) return;
  const auto& row = tables::short_magnitudes::rows[hit.row];
  const bool money = money_before();
  const bool kelvin = t.is("k"_w) && t.capital() && !t.glued();
  if (row.glued && !t.glued() && !money && !t.is("k"_w)) return;
  if (kelvin && !money) return;
  if (row.money && !money && !(t.glued() && millions_by_context(at))) return;
  if (s_[at + 1].glued() && s_[at + 1].is_word() && !s_[at + 1].is("'s"_w)) return;
  if (t.is("k"_w) && s_[at + 1].glued() && s_[at + 1].is_number()) return;
  form_.value = form_.value.shifted(row.exponent);
  form_.magnitude = row.exponent;
  extend(at + 1);
  add(shape::magnitude);
}

bool FormBuilder::millions_by_context(std::size_t at) const {
  const Token& t = s_[at];
  if (t.capital()) return t.is("m"_w) || t.is("b"_w);
  const Token& next = s_[at + 1];
  return t.is("m"_w) && !next.glued() && (next.has(Tag::currencies) || next.has(Tag::million_nouns));
}

bool FormBuilder::money_before() const {
  const Token& t = s_[form_.first - 1];
  if (t.is_mark('$') || (t.is_any_mark() && t.word >= kPound && t.word <= kCurrency)) return true;
  return t.is_word() && t.has(token_flag::capital) && t.has(Tag::currency_codes);
}

bool FormBuilder::fold() {
  if (!s_[form_.end].is("fold"_w) && !s_[form_.end + 1].is("fold"_w)) return false;
  const std::size_t at = s_.joins(form_.end) ? form_.end + 1 : form_.end;
  if (!s_[at].is("fold"_w) || (at == form_.end && !s_[at].glued())) return false;
  extend(at + 1);
  add(shape::multiple);
  return true;
}

bool FormBuilder::plus_minus_before() {
  if (form_.first <= from_ || form_.has(shape::plus_minus)) return false;
  std::size_t first = form_.first - 1;
  if (!s_[first].is_mark(kPlusMinus)) {
    if (first < from_ + 2) return false;
    const bool words = s_[first].is("minus"_w) && s_[first - 1].is("or"_w) && s_[first - 2].is("plus"_w);
    const bool marks = s_.dash(first) && is_slash(first - 1) && s_[first - 2].is_mark('+');
    if (!words && !marks) return false;
    first -= 2;
  }
  reach_back(first);
  add(shape::plus_minus);
  return true;
}

void FormBuilder::minus_before() {
  if (form_.first <= from_ || form_.first == 0 || plus_minus_before()) return;
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

bool FormBuilder::minus_mark(std::size_t at) const {
  if (!s_.dash(at) || s_[at].is_mark(kHyphen)) return false;
  if (!s_[form_.first].glued()) return minus_apart(at);
  if (!s_[at].glued() || at == 0) return true;
  const Token& prior = s_[at - 1];
  return prior.is_mark('(') || prior.is_mark('$') || prior.is_mark(kPound) || prior.is_mark(kEuro);
}

bool FormBuilder::minus_apart(std::size_t at) const {
  if (s_[form_.first].begin - s_[at].end != 1 || s_[at].glued() || s_[at].is_mark(kEnDash)) return false;
  if (s_[at].is_mark(kMinus)) return at == 0 || !s_[at - 1].is_number();
  if (at == 0) return false;
  const Token& prior = s_[at - 1];
  return prior.is("is"_w) || prior.is("was"_w) || prior.is("of"_w) || prior.is("to"_w) || prior.is("at"_w) ||
         prior.is("from"_w) || prior.is("by"_w) || prior.is_mark('=');
}

void FormBuilder::in_ratio() {
  if (form_.has(shape::ordinal | shape::fraction | shape::magnitude | shape::point)) return;
  std::size_t at = form_.end;
  const std::size_t start = at;
  if (s_.joins(at)) ++at;
  if (s_[at].is("out"_w) && (s_[at + 1].is("of"_w) || s_.joins(at + 1)))
    at += s_.joins(at + 1) ? 4 : 2;
  else if (s_[at].is("in"_w))
    at += s_.joins(at + 1) ? 2 : 1;
  else if (s_[at].is("of"_w) && s_[at + 1].is("every"_w))
    ++at;
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

bool FormBuilder::quotient() {
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
  if (form_.has(shape::digits) && is_blood_pressure(s_, i_)) {
    form_.margin = divisor;
    extend(end);
    add(shape::pair);
    return true;
  }
  if (!divisor.some() || divisor <= Decimal(1) || s_[end].is_word() || s_[end].is_mark('%') ||
      s_[end].is_mark('$'))
    return false;
  form_.value = divide(form_.value, divisor);
  extend(end);
  add(shape::fraction);
  return true;
}
}  // namespace copydesk::numbers
