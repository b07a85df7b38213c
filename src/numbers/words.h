// Number words as tokens, and the number they make, one place after the other.
#pragma once

#include "numbers/figure.h"
#include "tables/number_words.gen.h"

namespace copydesk::numbers {

/// A number word at a token: its row, or null.
struct Word {
  const tables::number_words::Row* row = nullptr;
  bool plural = false;
  explicit operator bool() const { return row != nullptr; }
  bool cardinal() const { return row && row->series == tables::number_words::Series::cardinal; }
  bool ordinal() const { return row && row->series == tables::number_words::Series::ordinal; }
  bool multiplies() const {
    return cardinal() && (row->place == tables::number_words::Place::hundred ||
                          row->place == tables::number_words::Place::magnitude);
  }
  Decimal value() const { return Decimal(row->coefficient).shifted(row->exponent); }
};

/// The number word at the token; false when it is none.
Word word_at(const Token& token);

/// A number in words, one place after the other.
class WordReader {
 public:
  WordReader(const Source& s, std::size_t at) : s_(s), at_(at) {}

  /// Reads as far as the words go on; false when there is no number.
  bool run() {
    while (step()) {
    }
    return any_;
  }
  Decimal value() const { return total_ + Decimal(current_); }
  std::size_t end() const { return at_; }
  bool ordinal() const { return ordinal_; }
  bool has_magnitude() const { return has_magnitude_; }
  int magnitude() const { return total_magnitude_; }

 private:
  /// The next number word, past a hyphen, "and" or a comma that may stand inside a number.
  [[gnu::noinline]] bool step();
  /// After "and": a group whose magnitude is below the last one.
  bool smaller_follows(std::size_t i) const;
  /// After a comma: "five-hundred", that is a hundred or a magnitude within the group.
  bool magnitude_ends(std::size_t i) const;
  [[gnu::noinline]] bool take(std::size_t i);
  bool take_after_score(std::size_t i);
  bool fits(const Word& w) const;

  const Source& s_;
  std::size_t at_;
  const std::size_t start_ = at_;
  Decimal total_ = 0;
  std::int64_t current_ = 0;
  int last_magnitude_ = 1000;
  int total_magnitude_ = 0;
  tables::number_words::Place last_ = tables::number_words::Place::zero;
  bool any_ = false, ordinal_ = false, closed_ = false, has_magnitude_ = false;
};

}  // namespace copydesk::numbers
