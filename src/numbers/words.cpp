#include "numbers/words.h"

#include "lexicon/lookup.h"

namespace copydesk::numbers {

using namespace literals;
namespace words = tables::number_words;
using words::Place;

Word word_at(const Token& token) {
  if (!token.is_word() || !token.has(Tag::number_words)) return {};
  const Hit hit = find_word(words::keys, token.word);
  if (!hit) return {};
  return {&words::rows[hit.row], hit.form != words::base};
}

/// "threescore and ten", "fourscore and seven", "three score and ten".
static bool counts_scores(const Token& t) {
  return t.is("threescore"_w) || t.is("fourscore"_w) || t.is("score"_w);
}

bool WordReader::take_after_score(std::size_t i) {
  if (word_at(s_[i]).row->coefficient > 19 || word_at(s_[i]).multiplies()) return false;
  last_ = Place::hundred;
  return take(i);
}

bool WordReader::step() {
  if (ordinal_ || closed_ || at_ > start_ + 40) return false;
  if (!any_) return take(at_);
  if (s_[at_].has(token_flag::line_before) && s_[at_].has(token_flag::gap_before)) return false;
  if (take(at_)) return true;
  if ((s_.dash(at_) || s_[at_].is_mark(kEmDash)) && (s_[at_].glued() == s_[at_ + 1].glued()) && take(at_ + 1))
    return true;
  const bool after_and = s_[at_].is("and"_w);
  if (after_and && counts_scores(s_[at_ - 1]) && word_at(s_[at_ + 1]).cardinal())
    return take_after_score(at_ + 1);
  if (after_and && (last_ == Place::hundred || last_ == Place::magnitude) && smaller_follows(at_ + 1))
    return take(at_ + 1);
  if (s_[at_].is_mark(',') && last_ == Place::magnitude && magnitude_ends(at_ + 1)) return take(at_ + 1);
  return false;
}

bool WordReader::smaller_follows(std::size_t i) const {
  const Word first = word_at(s_[i]), second = word_at(s_[i + 1]);
  const bool shares =
      second && (second.row->place == Place::half ||
                 (second.ordinal() && (second.plural || (first && first.row->place == Place::unit))));
  if (shares) return false;  // "a hundred and two fifths"
  if (!first || first.plural || (first.cardinal() && first.row->place == Place::dozen)) return false;
  if (first.row->place == Place::half || first.row->place == Place::zero) return false;
  for (std::size_t k = i + 1; k < i + 8; ++k) {
    const Word w = word_at(s_[k]);
    if (!w) {
      if (s_.joins(k)) continue;
      break;
    }
    if (w.cardinal() && w.row->place == Place::hundred && last_ == Place::hundred) return false;
    if (w.cardinal() && w.row->place == Place::magnitude) return w.row->exponent < last_magnitude_;
  }
  return first.row->place != Place::magnitude;
}

bool WordReader::magnitude_ends(std::size_t i) const {
  const Word first = word_at(s_[i]);
  if (!first.cardinal() || first.plural) return false;
  for (std::size_t k = i + 1; k < i + 5; ++k) {
    const Word w = word_at(s_[k]);
    if (w.multiplies()) return w.row->exponent < last_magnitude_;
    if (!w && !s_.joins(k)) return false;
  }
  return false;
}

bool WordReader::take(std::size_t i) {
  const Word w = word_at(s_[i]);
  if (!w || w.row->place == Place::half) return false;
  const bool counts = w.cardinal() && (w.row->place == Place::magnitude || w.row->place == Place::dozen);
  if (w.plural && !(counts && any_)) return false;
  if (w.ordinal() && s_[i].is("quarter"_w)) return false;
  if (!fits(w)) return false;
  any_ = true;
  at_ = i + 1;
  last_ = w.row->place;
  ordinal_ = w.ordinal();
  const std::int64_t n = w.row->coefficient;
  switch (w.row->place) {
    case Place::zero:
      closed_ = true;
      break;
    case Place::hundred:
      current_ = (current_ ? current_ : 1) * 100;
      has_magnitude_ = true;
      total_magnitude_ = 2;
      break;
    case Place::magnitude: {
      const std::int64_t count = current_ || total_ > Decimal(0) ? current_ : 1;
      total_ = total_ + Decimal(count).shifted(w.row->exponent);
      current_ = 0;
      last_magnitude_ = w.row->exponent;
      has_magnitude_ = true;
      total_magnitude_ = w.row->exponent;
      break;
    }
    case Place::dozen:
      current_ = (current_ ? current_ : 1) * n;
      closed_ = !counts_scores(s_[i]);
      break;
    default:
      current_ += n;
  }
  return true;
}

bool WordReader::fits(const Word& w) const {
  switch (w.row->place) {
    case Place::zero:
      return !any_;
    case Place::unit:
      return !any_ || last_ == Place::tens || last_ == Place::hundred || last_ == Place::magnitude;
    case Place::teen:
    case Place::tens:
      return !any_ || last_ == Place::hundred || last_ == Place::magnitude;
    case Place::hundred:
      return !any_ || last_ == Place::unit || last_ == Place::teen || last_ == Place::tens;
    case Place::magnitude:
      return !any_ || (last_ != Place::magnitude && w.row->exponent < last_magnitude_);
    case Place::dozen:
      return !any_ ||
             (current_ < 100 && (last_ == Place::unit || last_ == Place::teen || last_ == Place::tens));
    case Place::half:
      return false;
  }
  return false;
}

}  // namespace copydesk::numbers
