#include "sentences/labels.h"

namespace copydesk::sentences {
namespace {

struct Read {
  std::uint32_t value = 0;
  bool letter = false;
  bool stop = false;
  bool bracket = false;
};

/// A label at token `at`: one or two digits or one letter, then ".", ")" or ".)", then a blank.
Read read_label(const Text& text, const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  const std::string_view s = text.slice(token.span());
  Read label;
  if (token.is_number() && s.size() <= 2) {
    for (char c : s) {
      if (c < '0' || c > '9') return {};
      label.value = label.value * 10 + static_cast<std::uint32_t>(c - '0');
    }
  } else if (token.is_word() && s.size() == 1) {
    label.letter = true;
    label.value = static_cast<std::uint32_t>((s[0] | 0x20) - 'a' + 1);
  } else {
    return {};
  }
  std::size_t i = at + 1;
  if (tokens[i].is_mark('.') && tokens[i].glued()) {
    label.stop = true;
    ++i;
  }
  if (tokens[i].is_mark(')') && tokens[i].glued()) {
    label.bracket = true;
    ++i;
  }
  if (!(label.stop || label.bracket) || tokens[i].glued() || tokens[i].kind == TokenKind::none) return {};
  return label;
}

}  // namespace

void Label::start(const Text& text, const Tokens& tokens, std::size_t begin) {
  if (tokens[begin].is_mark(kBullet) || tokens[begin].is_mark('-') || tokens[begin].is_mark('*')) ++begin;
  const Read label = read_label(text, tokens, begin);
  value_ = label.value;
  letter_ = label.letter;
  stop_ = label.stop;
  bracket_ = label.bracket;
}

bool Label::next(const Text& text, const Tokens& tokens, std::size_t at, std::size_t begin) const {
  if (value_ == 0 || at <= begin + 2 || tokens[at].glued()) return false;
  const Read label = read_label(text, tokens, at);
  return label.value == value_ + 1 && label.letter == letter_ && label.stop == stop_ &&
         label.bracket == bracket_;
}

}  // namespace copydesk::sentences
