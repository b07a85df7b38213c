// What readers of bare numbers share: the number being made, and what may follow or stand before either kind.
#pragma once

#include "numbers/forms.h"
#include "numbers/words.h"

namespace copydesk::numbers {

inline bool is_article(const Token& t) {
  using namespace literals;
  return t.is("a"_w) || t.is("an"_w);
}

/// The number being made from the telling word at `i`, never reaching back before token `from`.
class FormBuilder {
 public:
  FormBuilder(const Source& s, std::size_t i, std::size_t from) : s_(s), i_(i), from_(from) {}

  /// The number made; empty when there is none.
  Form take() const { return form_.end && form_.value.some() ? form_ : Form{}; }

 protected:
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

  /// "2 and a half", "one and three-quarters", "two-and-a-half".
  [[gnu::noinline]] void and_a_half();
  /// What a fraction is counted in: "half" 2, "thirds" 3; none for other words.
  [[gnu::noinline]] Decimal denominator_at(std::size_t at) const;
  /// What a fraction is counted in from token `at`: "thirds", "twenty-fifths"; `end` is set behind it.
  Decimal denominator_from(std::size_t at, std::size_t& end) const;
  /// "million", "-million", "bn", "k", "dozen", "hundred and 21".
  [[gnu::noinline]] void magnitude_after();
  /// "five grand", but not "two grand pianos".
  bool grand(std::size_t at);
  /// "3 hundred and 21".
  void and_digits();
  void short_magnitude(std::size_t at);
  /// "1.2M viewers", "40m guilders", "6m people": a million without a currency sign; other "6m" is a length.
  bool millions_by_context(std::size_t at) const;
  /// A currency sign or code just before the digits: "$5m", "Rs 5cr".
  bool money_before() const;
  [[gnu::noinline]] void minus_before();
  /// A dash glued to the digits and not to a word or a number before it.
  bool minus_mark(std::size_t at) const;
  /// "was - 5": a dash between blanks, where a clause can hardly be parted.
  bool minus_apart(std::size_t at) const;
  /// "10-fold", "three-fold".
  [[gnu::noinline]] bool fold();
  /// "±3", "plus or minus 3": the figure is the margin itself.
  bool plus_minus_before();
  /// "one in four", "9 out of 10", "two of every three".
  [[gnu::noinline]] void in_ratio();
  bool is_slash(std::size_t at) const { return s_[at].is_mark('/') || s_[at].is_mark(kFractionSlash); }
  /// "one over twenty", "2000 over 3": a quotient where nothing is counted behind it.
  [[gnu::noinline]] bool quotient();

  const Source& s_;
  const std::size_t i_, from_;
  Form form_;
};

}  // namespace copydesk::numbers
