#include "reference/tokens_twin.h"

#include <algorithm>
#include <string>

#include "text/chars.h"

namespace copydesk::reference {
namespace {

enum class Kind { control, space, line, digit, wide_digit, capital, small, apostrophe, mark, invisible, end };

struct Character {
  Kind kind = Kind::end;
  bool ascii = true;
  std::uint32_t begin = 0, end = 0;
  WordId mark = 0;
};

bool is_letter(const Character& c) {
  return c.kind == Kind::capital || c.kind == Kind::small;
}
bool is_ascii_letter(const Character& c) {
  return is_letter(c) && c.ascii;
}

Kind ascii_kind(char c) {
  if (c == ' ' || c == '\t' || c == '\v' || c == '\f') return Kind::space;
  if (c == '\n' || c == '\r') return Kind::line;
  if (c >= '0' && c <= '9') return Kind::digit;
  if (c >= 'A' && c <= 'Z') return Kind::capital;
  if (c >= 'a' && c <= 'z') return Kind::small;
  if (c == '\'') return Kind::apostrophe;
  return c < ' ' || c == '\x7f' ? Kind::control : Kind::mark;
}

Kind wide_kind(WideClass wide) {
  switch (wide.kind) {
    case CodeClass::space:
      return Kind::space;
    case CodeClass::newline:
      return Kind::line;
    case CodeClass::upper:
      return Kind::capital;
    case CodeClass::letter:
      return Kind::small;
    case CodeClass::digit:
      return Kind::wide_digit;
    case CodeClass::invisible:
      return Kind::invisible;
    case CodeClass::mark:
      break;
  }
  return wide.mark == kRightSingle ? Kind::apostrophe : Kind::mark;
}

std::vector<Character> spell(std::string_view bytes) {
  std::vector<Character> out;
  for (std::uint32_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    Character c;
    c.begin = at;
    c.end = at += point.size;
    c.ascii = point.size == 1;
    if (c.ascii) {
      c.kind = ascii_kind(bytes[c.begin]);
      c.mark = static_cast<unsigned char>(bytes[c.begin]);
    } else {
      const WideClass wide = classify_wide(point.value);
      c.kind = wide_kind(wide);
      c.mark = wide.mark;
    }
    out.push_back(c);
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), text_(spell(bytes)) {}

  std::vector<Token> run() {
    for (std::size_t i = 0; i < text_.size();) i = step(i);
    return out_;
  }

 private:
  Character at(std::size_t i) const { return i < text_.size() ? text_[i] : Character{}; }
  bool is_dot(std::size_t i) const { return at(i).kind == Kind::mark && at(i).mark == '.'; }
  bool is_comma(std::size_t i) const { return at(i).kind == Kind::mark && at(i).mark == ','; }

  /// Reads what begins at character `i`; gives where the next thing begins.
  std::size_t step(std::size_t i) {
    switch (at(i).kind) {
      case Kind::control:
      case Kind::invisible:
        return i + 1;
      case Kind::space:
        space_ = true;
        return i + 1;
      case Kind::line:
        ++lines_;
        return i + (bytes_.substr(at(i).begin, 2) == "\r\n" ? 2 : 1);
      case Kind::digit:
        return add(i, number_end(i), TokenKind::number, 0);
      case Kind::wide_digit:
        return add(i, i + 1, TokenKind::number, 0);
      case Kind::capital:
      case Kind::small:
        return dotted_end(i) ? add_word(i, dotted_end(i)) : add_word(i, word_end(i));
      case Kind::apostrophe:
        if (follows_word(i) && clitic_end(i + 1)) return add_word(i, clitic_end(i + 1));
        break;
      case Kind::mark:
      case Kind::end:
        break;
    }
    return add(i, i + 1, TokenKind::mark, at(i).mark);
  }

  std::size_t number_end(std::size_t i) const {
    for (;;) {
      if (at(i).kind == Kind::digit)
        ++i;
      else if ((is_dot(i) || is_comma(i)) && at(i + 1).kind == Kind::digit)
        ++i;
      else
        return i;
    }
  }

  /// Single ASCII letters with dots between them, and the dot after the last; 0 for fewer than two.
  std::size_t dotted_end(std::size_t i) const {
    std::vector<std::size_t> letters;
    if (!is_ascii_letter(at(i))) return 0;
    letters.push_back(i);
    for (std::size_t next = i + 2; is_dot(next - 1) && is_ascii_letter(at(next)) && !is_letter(at(next + 1));
         next += 2)
      letters.push_back(next);
    if (letters.size() < 2) return 0;
    return letters.back() + (is_dot(letters.back() + 1) ? 2 : 1);
  }

  /// Letters, what is invisible between them, and apostrophes before a letter that begin no clitic.
  std::size_t word_end(std::size_t i) const {
    for (;; ++i) {
      const Character c = at(i);
      if (is_letter(c) || c.kind == Kind::invisible) continue;
      if (c.kind == Kind::apostrophe && is_letter(at(i + 1)) && !clitic_end(i + 1)) continue;
      return i;
    }
  }

  /// The end of s, ll, re, ve, d or m at `i`, with no letter after it; else 0.
  std::size_t clitic_end(std::size_t i) const {
    std::string letters;
    while (is_ascii_letter(at(i)) && letters.size() < 3)
      letters += static_cast<char>(bytes_[at(i++).begin] | 0x20);
    static constexpr std::string_view kClitics[] = {"s", "ll", "re", "ve", "d", "m"};
    const bool known = std::find(std::begin(kClitics), std::end(kClitics), letters) != std::end(kClitics);
    return known && !is_letter(at(i)) ? i : 0;
  }

  bool follows_word(std::size_t i) const {
    return !out_.empty() && out_.back().end == at(i).begin && !out_.back().is_any_mark();
  }

  std::size_t add_word(std::size_t begin, std::size_t end) {
    const bool is_dotted = dotted_end(begin) == end;
    std::string normal;
    std::size_t letters = 0, capitals = 0;
    std::uint8_t flags = is_dotted ? token_flag::dotted : 0;
    bool small = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Character c = at(i);
      if (!c.ascii) flags |= token_flag::wide;
      if (c.kind == Kind::invisible) continue;
      if (c.kind == Kind::apostrophe)
        normal += '\'';
      else if (c.ascii)
        normal += static_cast<char>(c.kind == Kind::capital ? bytes_[c.begin] | 0x20 : bytes_[c.begin]);
      else
        normal += bytes_.substr(c.begin, c.end - c.begin);
      if (!is_letter(c)) continue;
      ++letters;
      if (c.kind == Kind::capital) {
        ++capitals;
        if (letters == 1) flags |= token_flag::capital;
        if (small && !is_dotted) flags |= token_flag::inner_capital;
      } else {
        small = true;
      }
    }
    if (at(begin).kind == Kind::apostrophe)
      flags &= token_flag::wide;  // a clitic is a part of the word before it: capitals are not its own
    else if (letters > 1 && letters == capitals)
      flags |= token_flag::all_capitals;
    const std::uint32_t hash = word_hash(normal);
    return add(begin, end, TokenKind::word, lexicon_find(hash), hash, flags);
  }

  std::size_t add(std::size_t begin, std::size_t end, TokenKind kind, WordId word, std::uint32_t hash = 0,
                  std::uint8_t flags = 0) {
    const bool first = out_.empty();
    const bool blank_line = first || lines_ > 1;
    if (space_ || lines_ || first) flags |= token_flag::space_before;
    if (lines_ || first) flags |= token_flag::line_before;
    if (blank_line) flags |= token_flag::gap_before;
    if (kind != TokenKind::word && !at(begin).ascii) flags |= token_flag::wide;
    out_.push_back({at(begin).begin, at(end - 1).end, hash, word, kind, flags});
    space_ = false;
    lines_ = 0;
    return end;
  }

  std::string_view bytes_;
  std::vector<Character> text_;
  std::vector<Token> out_;
  bool space_ = false;
  std::size_t lines_ = 0;
};

}  // namespace

std::vector<Token> tokenize(const Text& text) {
  return Reader(text.bytes()).run();
}

}  // namespace copydesk::reference
