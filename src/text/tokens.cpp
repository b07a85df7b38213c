#include "text/tokens.h"

#include <algorithm>

#include "text/chars.h"

namespace copydesk {
namespace {

using namespace token_flag;

bool is_letter(unsigned char c) {
  return kByteClass[c] == kByteUpper || kByteClass[c] == kByteLower;
}
bool is_digit(unsigned char c) {
  return kByteClass[c] == kByteDigit;
}
bool is_upper(unsigned char c) {
  return kByteClass[c] == kByteUpper;
}

class Scanner {
 public:
  Scanner(std::string_view bytes, std::vector<Token>& out) : s_(bytes), out_(out) {}

  void run() {
    while (at_ < s_.size()) {
      const auto c = static_cast<unsigned char>(s_[at_]);
      switch (kByteClass[c]) {
        case kByteControl:
          ++at_;
          break;
        case kByteSpace:
          ++at_;
          gap_ |= space_before;
          break;
        case kByteNewline:
          newline(c);
          break;
        case kByteDigit:
          number();
          break;
        case kByteUpper:
        case kByteLower:
          word(at_);
          break;
        case kBytePunct:
          punctuation(c);
          break;
        default:
          wide();
          break;
      }
    }
  }

 private:
  void newline(unsigned char c) {
    at_ += c == '\r' && next_is('\n') ? 2 : 1;
    gap_ |= gap_ & line_before ? gap_before : 0;
    gap_ |= line_before | space_before;
  }

  bool next_is(char c, std::size_t ahead = 1) const {
    return at_ + ahead < s_.size() && s_[at_ + ahead] == c;
  }

  void push(std::size_t end, TokenKind kind, std::uint32_t hash, WordId word, std::uint8_t flags) {
    out_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), hash, word, kind,
                    static_cast<std::uint8_t>(flags | gap_)});
    at_ = end;
    gap_ = 0;
  }

  void number() {
    std::size_t i = at_ + 1;
    while (i < s_.size()) {
      const auto c = static_cast<unsigned char>(s_[i]);
      if (is_digit(c))
        ++i;
      else if ((c == '.' || c == ',') && i + 1 < s_.size() && is_digit(static_cast<unsigned char>(s_[i + 1])))
        i += 2;
      else
        break;
    }
    push(i, TokenKind::number, 0, kUnknownWord, 0);
  }

  /// The size of an apostrophe at `i` (straight, typographic), or 0.
  std::size_t apostrophe(std::size_t i) const {
    if (i >= s_.size()) return 0;
    if (s_[i] == '\'') return 1;
    if (s_[i] != '\xe2' || i + 2 >= s_.size()) return 0;
    return s_[i + 1] == '\x80' && s_[i + 2] == '\x99' ? 3 : 0;
  }

  /// Whether "'s", "'ll", "'re", "'ve", "'d" or "'m" stands after the apostrophe and ends the word.
  std::size_t clitic(std::size_t letters) const {
    std::size_t i = letters;
    char low[2] = {0, 0};
    while (i < s_.size() && is_letter(static_cast<unsigned char>(s_[i]))) {
      if (i - letters >= 2) return 0;
      low[i - letters] = static_cast<char>(s_[i] | 0x20);
      ++i;
    }
    if (i < s_.size() && static_cast<unsigned char>(s_[i]) >= 0x80 && letter_at(i)) return 0;
    const std::string_view w(low, i - letters);
    return w == "s" || w == "ll" || w == "re" || w == "ve" || w == "d" || w == "m" ? i : 0;
  }

  bool letter_at(std::size_t i) const {
    if (i >= s_.size()) return false;
    const auto c = static_cast<unsigned char>(s_[i]);
    if (c < 0x80) return is_letter(c);
    const CodeClass kind = classify_wide(decode(s_, i).value).kind;
    return kind == CodeClass::letter || kind == CodeClass::upper;
  }

  /// Dotted letters from `i`: "U.S.", "a.m.", "J.P".  The end, or 0 when it is an ordinary word.
  std::size_t dotted_end(std::size_t i) const {
    if (i + 2 >= s_.size() || s_[i + 1] != '.' || !is_letter(static_cast<unsigned char>(s_[i + 2]))) return 0;
    std::size_t end = i + 1;
    while (end + 1 < s_.size() && s_[end] == '.' && is_letter(static_cast<unsigned char>(s_[end + 1])) &&
           !(end + 2 < s_.size() && letter_at(end + 2)))
      end += 2;
    if (end == i + 1) return 0;
    return end < s_.size() && s_[end] == '.' ? end + 1 : end;
  }

  void word(std::size_t from) {
    if (const std::size_t end = is_letter(static_cast<unsigned char>(s_[from])) ? dotted_end(from) : 0) {
      std::uint32_t h = kHashSeed;
      bool all = true;
      for (std::size_t i = from; i < end; ++i) {
        const auto c = static_cast<unsigned char>(s_[i]);
        all &= !is_letter(c) || is_upper(c);
        h = hash_byte(h, is_upper(c) ? c | 0x20 : c);
      }
      finish_word(
          end, h,
          static_cast<std::uint8_t>(dotted | (is_upper(static_cast<unsigned char>(s_[from])) ? capital : 0) |
                                    (all ? all_capitals : 0)));
      return;
    }
    std::uint32_t h = kHashSeed;
    std::size_t i = from;
    unsigned letters = 0, capitals = 0;
    std::uint8_t flags = 0;
    bool small_before = false;
    while (i < s_.size()) {
      const auto c = static_cast<unsigned char>(s_[i]);
      if (kByteClass[c] == kByteLower) {
        const std::size_t first = i;
        h = hash_small_letters(i, h);
        letters += static_cast<unsigned>(i - first);
        small_before = true;
      } else if (kByteClass[c] == kByteUpper) {
        h = hash_byte(h, c | 0x20);
        if (!letters) flags |= capital;
        if (small_before) flags |= inner_capital;
        ++letters;
        ++capitals;
        ++i;
      } else if (const std::size_t a = apostrophe(i); a) {
        if (i == from || !letter_at(i + a) || clitic(i + a)) break;
        h = hash_byte(h, '\'');
        if (a == 3) flags |= token_flag::wide;
        i += a;
      } else if (c >= 0x80) {
        const CodePoint p = decode(s_, i);
        const CodeClass kind = classify_wide(p.value).kind;
        if (kind != CodeClass::letter && kind != CodeClass::upper && kind != CodeClass::invisible) break;
        if (kind == CodeClass::upper) {
          if (!letters) flags |= capital;
          if (small_before) flags |= inner_capital;
          ++capitals;
        } else {
          small_before = kind == CodeClass::letter || small_before;
        }
        flags |= token_flag::wide;
        letters += kind != CodeClass::invisible;
        if (kind != CodeClass::invisible)
          for (std::uint32_t k = 0; k < p.size; ++k) h = hash_byte(h, static_cast<unsigned char>(s_[i + k]));
        i += p.size;
      } else {
        break;
      }
    }
    if (letters > 1 && capitals == letters) flags |= all_capitals;
    finish_word(i, h, flags);
  }

  /// Hashes the small letters from `i` and moves it behind them.
  std::uint32_t hash_small_letters(std::size_t& i, std::uint32_t h) const {
    const auto* at = reinterpret_cast<const unsigned char*>(s_.data()) + i;
    const auto* const end = reinterpret_cast<const unsigned char*>(s_.data()) + s_.size();
    do h = hash_byte(h, *at++);
    while (at != end && kByteClass[*at] == kByteLower);
    i = s_.size() - static_cast<std::size_t>(end - at);
    return h;
  }

  void finish_word(std::size_t end, std::uint32_t h, std::uint8_t flags) {
    const std::uint32_t hash = hash_finish(h);
    push(end, TokenKind::word, hash, lexicon_find(hash), flags);
  }

  void punctuation(unsigned char c) {
    if (c == '\'') {
      apostrophe_token(1);
      return;
    }
    push(at_ + 1, TokenKind::mark, 0, c, 0);
  }

  /// An apostrophe that begins a token: "'s" after a word, else a mark of its own.
  void apostrophe_token(std::size_t size) {
    const bool after_word = !gap_ && out_.back().kind != TokenKind::mark && out_.back().end == at_;
    const std::size_t end = after_word ? clitic(at_ + size) : 0;
    if (!end) {
      push(at_ + size, TokenKind::mark, 0, size == 1 ? WordId{'\''} : WordId{kRightSingle},
           size == 1 ? std::uint8_t{0} : std::uint8_t{token_flag::wide});
      return;
    }
    std::uint32_t h = hash_byte(kHashSeed, '\'');
    for (std::size_t i = at_ + size; i < end; ++i) h = hash_byte(h, static_cast<unsigned char>(s_[i] | 0x20));
    finish_word(end, h, size == 1 ? std::uint8_t{0} : std::uint8_t{token_flag::wide});
  }

  void wide() {
    const CodePoint p = decode(s_, at_);
    const WideClass w = classify_wide(p.value);
    switch (w.kind) {
      case CodeClass::space:
        at_ += p.size;
        gap_ |= space_before;
        return;
      case CodeClass::newline:
        newline(0);
        at_ += p.size - 1;
        return;
      case CodeClass::invisible:
        at_ += p.size;
        return;
      case CodeClass::upper:
      case CodeClass::letter:
        word(at_);
        return;
      case CodeClass::digit:
        push(at_ + p.size, TokenKind::number, 0, kUnknownWord, token_flag::wide);
        return;
      case CodeClass::mark:
        break;
    }
    if (w.mark == kRightSingle)
      apostrophe_token(p.size);
    else
      push(at_ + p.size, TokenKind::mark, 0, w.mark, token_flag::wide);
  }

  std::string_view s_;
  std::vector<Token>& out_;
  std::size_t at_ = 0;
  std::uint8_t gap_ = space_before | line_before | gap_before;
};

}  // namespace

std::size_t Tokens::at_or_after(std::uint32_t offset) const {
  return static_cast<std::size_t>(
      std::lower_bound(begin(), end(), offset,
                       [](const Token& token, std::uint32_t at) { return token.begin < at; }) -
      begin());
}

Tokens tokenize(const Text& text) {
  std::vector<Token> tokens = Tokens::start(text.size() / 4 + 16);
  Scanner(text.bytes(), tokens).run();
  return Tokens(std::move(tokens));
}

}  // namespace copydesk
