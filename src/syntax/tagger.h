// Parts of speech for read_syntax.
#pragma once

#include <utility>
#include <vector>

#include "syntax/syntax.h"

namespace copydesk {

/// The last one to four bytes of a word, the last one lowest.
struct Suffix {
  std::uint32_t value = 0;
  std::uint32_t size = 0;

  template <std::size_t N>
  consteval Suffix(const char (&letters)[N]) : size(N - 1) {
    static_assert(N > 1 && N <= 5);
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(letters[i]);
  }
};

/// The end of a word, to be compared with suffixes.
struct WordEnd {
  std::uint32_t last_bytes;  // four, as in `Suffix`
  std::uint32_t size;        // of the word, in bytes

  /// Whether the word ends so and has two bytes and more before that.
  bool is(Suffix suffix) const {
    const std::uint32_t other = last_bytes ^ suffix.value;
    return size > suffix.size + 1 && other << (32 - 8 * suffix.size) == 0;
  }
};

class Tagger {
 public:
  Tagger(const Text& text, const Tokens& tokens)
      : text_(text),
        tokens_(tokens),
        all_pos_(Row<Pos>::start(tokens.size())),
        all_soft_(Row<std::uint8_t>::start(tokens.size())) {
    all_pos_.resize(all_pos_.size() + tokens.size());
    all_soft_.resize(all_soft_.size() + tokens.size());
    pos_ = all_pos_.data() + Row<Pos>::kMargin;
    soft_ = all_soft_.data() + Row<std::uint8_t>::kMargin;
  }

  void run(const std::vector<Sentence>& sentences);
  Row<Pos> take_pos() { return Row<Pos>(std::move(all_pos_)); }
  Row<std::uint8_t> take_soft() { return Row<std::uint8_t>(std::move(all_soft_)); }

 private:
  struct Verb {
    std::uint8_t form;  // tables::verbs::Form
    bool known;
    bool noun;       // the base form is a noun as well
    bool also_base;  // the form is the base form too: put
  };

  void find_soft_capitals(const std::vector<Sentence>& sentences);
  bool soft_after_mark(std::size_t i) const;
  void soften_headlines();
  void remember_names();
  bool remembered(std::uint32_t hash) const;

  Pos tag(std::size_t i) const;
  Pos mark(std::size_t i) const;
  Pos apostrophe_s(std::size_t i) const;
  Pos closed_class(std::size_t i) const;
  bool given_name(std::size_t i) const;
  Pos capital(std::size_t i) const;
  Pos open_class(std::size_t i) const;
  Pos verb_or_other(std::size_t i, Verb verb) const;
  Pos past(std::size_t i, bool past_only) const;
  Pos third_person(std::size_t i, bool noun) const;
  Pos base(std::size_t i, bool noun) const;
  bool joined_name(std::size_t i) const;
  Pos gerund(std::size_t i) const;
  Pos by_suffix(std::size_t i) const;

  Verb verb_of(std::size_t i) const;
  Pos before(std::size_t i) const;  // the tag before, adverbs passed over
  std::size_t index_before(std::size_t i) const;
  bool opens_phrase(std::size_t i) const;  // a determiner, pronoun, capital or number stands there
  bool nominal(std::size_t i) const;       // the token can go on a noun phrase
  WordEnd end_of(std::size_t i) const;
  bool ends_with(std::size_t i, Suffix suffix) const { return end_of(i).is(suffix); }
  Pos previous(std::size_t i) const { return i ? pos_[i - 1] : Pos::none; }

  const Text& text_;
  const Tokens& tokens_;
  std::vector<Pos> all_pos_;
  std::vector<std::uint8_t> all_soft_;
  Pos* pos_;  // of the first token
  std::uint8_t* soft_;
  std::vector<std::uint64_t> names_;  // a filter of the words that stand with a capital inside a sentence
  std::uint32_t name_mask_ = 0;
};

}  // namespace copydesk
