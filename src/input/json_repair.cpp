#include "input/json_repair.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace copydesk {
namespace {

constexpr std::size_t kMaxDepth = 200;
/// How far after a quote mark in a string its end is looked for: a name and its colon.
constexpr std::size_t kLookAhead = 200;

enum Repair : std::uint32_t {
  kWrapper = 1 << 0,
  kControl = 1 << 1,
  kInnerQuote = 1 << 2,
  kEscape = 1 << 3,
  kEntity = 1 << 4,
  kComma = 1 << 5,
  kComment = 1 << 6,
  kValue = 1 << 7,
  kSeveral = 1 << 8,
  kEnd = 1 << 9,
  kSingleQuote = 1 << 10,
  kStray = 1 << 11,
  kDepth = 1 << 12,
};
constexpr const char* kWords[] = {"wrappers around the JSON",
                                  "raw line breaks in strings",
                                  "unescaped quotes in strings",
                                  "wrong escapes",
                                  "HTML entities in the place of quotes",
                                  "commas and colons",
                                  "comments",
                                  "values without quotes",
                                  "several values in one script",
                                  "a missing end",
                                  "single quotes",
                                  "stray characters",
                                  "values nested too deeply"};

bool is_space(char c) {
  return c == ' ' || ('\t' <= c && c <= '\r');
}
/// Bytes of the white space at the text's beginning; a blank that does not break is one.
std::size_t space_at(std::string_view text) {
  return text.substr(0, 2) == "\u00a0" ? 2 : !text.empty() && is_space(text[0]) ? 1 : 0;
}
bool is_word(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '$' ||
         c == '-' || c == '+' || c == '.' || c == '@';
}
bool is_hex(char c) {
  return ('0' <= c && c <= '9') || ('a' <= (c | 32) && (c | 32) <= 'f');
}
bool is_number(std::string_view word) {
  std::size_t at = word.substr(0, 1) == "-" ? 1 : 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < word.size() && '0' <= word[at] && word[at] <= '9') ++at;
    return at - first;
  };
  const bool zero = at < word.size() && word[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (at < word.size() && word[at] == '.' && (++at, digits() == 0)) return false;
  if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
    ++at;
    if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == word.size();
}

class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) {}

  RepairedJson run() {
    unwrap();
    out_ += '[';
    open_.push_back('[');
    while (!at_end()) step();
    finish();
    RepairedJson result;
    result.json = top_values_ == 1 ? out_.substr(1, out_.size() - 2) : out_;
    for (std::size_t i = 0; i < std::size(kWords); ++i)
      if (done_ >> i & 1) result.repairs.push_back(kWords[i]);
    return result;
  }

 private:
  enum class Place { value, name, after_name, after_value };

  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool in_object() const { return open_.back() == '{'; }
  bool starts(std::string_view with) const { return text_.substr(at_, with.size()) == with; }
  void did(Repair repair) { done_ |= repair; }

  /// Byte order mark, script tags, comment and CDATA marks before the value.
  void unwrap() {
    if (starts("\xef\xbb\xbf")) at_ += 3, did(kWrapper);
  }

  /// Skips a wrapper or comment; false when there is none here.
  bool skip_comment() {
    for (const std::string_view mark :
         {"<!--", "-->", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */",
          "]]>", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */"})
      if (starts(mark)) {
        at_ += mark.size();
        did(kWrapper);
        return true;
      }
    if (starts("<script") || starts("</script")) {
      at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
      did(kWrapper);
      return true;
    }
    if (starts("//") || starts("/*")) {
      const std::string_view close = starts("//") ? "\n" : "*/";
      const std::size_t end = text_.find(close, at_ + 2);
      at_ = end == text_.npos ? text_.size() : end + close.size();
      did(kComment);
      return true;
    }
    return false;
  }

  void step() {
    const char c = peek();
    if (const std::size_t space = space_at(text_.substr(at_, 2))) {
      at_ += space;
    } else if (skip_comment()) {
    } else if (c == '{' || c == '[') {
      open(c);
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (c == ',') {
      comma();
    } else if (c == ':') {
      colon();
    } else if (c == '"' || starts("&quot;") || starts("&#34;")) {
      string(c == '"' ? "\"" : starts("&quot;") ? "&quot;" : "&#34;");
    } else if (c == '\'') {
      did(kSingleQuote);
      string("'");
    } else if (is_word(c)) {
      word();
    } else {
      if (c != ';') did(kStray);
      ++at_;
    }
  }

  /// Puts a value's beginning in its place, with the comma that is missing before it.
  bool begin_value() {
    if (place_ == Place::after_value) {
      if (open_.size() > 1) did(kComma);
      place_ = in_object() ? Place::name : Place::value;
    }
    if (place_ == Place::name) return false;
    if (place_ == Place::after_name) {
      out_ += ':';
      did(kComma);
      place_ = Place::value;
    }
    if (!in_object() && count_ > 0) out_ += ',';
    return true;
  }
  void end_value() {
    place_ = Place::after_value;
    ++count_;
    if (open_.size() == 1 && ++top_values_ == 2) did(kSeveral);
  }

  void open(char bracket) {
    ++at_;
    if (!begin_value()) return did(kStray);
    comma_pending_ = false;
    if (open_.size() >= kMaxDepth) {
      did(kDepth);
      at_ = text_.size();
      out_ += "null";
      return end_value();
    }
    out_ += bracket;
    counts_.push_back(count_);
    open_.push_back(bracket);
    count_ = 0;
    place_ = bracket == '{' ? Place::name : Place::value;
  }

  void close(char bracket) {
    ++at_;
    const char wanted = bracket == '}' ? '{' : '[';
    if (open_.size() == 1 || std::find(open_.begin() + 1, open_.end(), wanted) == open_.end())
      return did(kStray);
    while (open_.back() != wanted) close_one(), did(kEnd);
    close_one();
  }
  void close_one() {
    if (in_object() && place_ != Place::name && place_ != Place::after_value) {
      if (place_ == Place::after_name) out_ += ':';
      out_ += "null";
      did(kEnd);
    } else if (comma_pending_) {
      did(kComma);
    }
    comma_pending_ = false;
    out_ += in_object() ? '}' : ']';
    open_.pop_back();
    count_ = counts_.back();
    counts_.pop_back();
    end_value();
  }

  void comma() {
    ++at_;
    if (open_.size() == 1) return;  // between values in one script: said as several values
    if (place_ != Place::after_value) {
      if (in_object() && (place_ == Place::value || place_ == Place::after_name)) {
        if (place_ == Place::after_name) out_ += ':';
        out_ += "null";
        did(kValue);
        end_value();
      } else {
        return did(kComma);
      }
    }
    place_ = in_object() ? Place::name : Place::value;
    comma_pending_ = true;
  }
  void colon() {
    ++at_;
    if (place_ != Place::after_name) return did(kStray);
    out_ += ':';
    place_ = Place::value;
  }

  void begin_name() {
    if (place_ == Place::after_value) did(kComma);
    if (count_ > 0) out_ += ',';
  }

  void word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    comma_pending_ = false;
    if (in_object() && (place_ == Place::name || place_ == Place::after_value)) {
      begin_name();
      did(kValue);
      out_.append("\"").append(word).append("\"");
      place_ = Place::after_name;
      return;
    }
    if (open_.size() == 1 || !begin_value()) return did(kStray);
    if (word == "true" || word == "false" || word == "null" || is_number(word)) {
      out_ += word;
    } else if (word == "undefined" || word == "NaN" || word == "None") {
      did(kValue);
      out_ += "null";
    } else {
      did(kValue);
      out_.append("\"").append(word).append("\"");
    }
    end_value();
  }

  void string(std::string_view quote) {
    if (quote.size() > 1) did(kEntity);
    const bool name = in_object() && (place_ == Place::name || place_ == Place::after_value);
    at_ += quote.size();
    if (open_.size() == 1) return did(kStray);
    comma_pending_ = false;
    if (name)
      begin_name();
    else if (!begin_value())
      return did(kStray);
    out_ += '"';
    while (!at_end()) {
      if (starts(quote)) {
        if (ends_string(at_ + quote.size(), quote, name)) break;
        did(kInnerQuote);
        at_ += quote.size();
        out_ += quote == "'" ? "'" : "\\\"";
      } else {
        character();
      }
    }
    if (at_end()) did(kEnd);
    at_ = std::min(at_ + quote.size(), text_.size());
    out_ += '"';
    if (name)
      place_ = Place::after_name;
    else
      end_value();
  }

  void character() {
    const char c = peek();
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      did(kControl);
      static constexpr char kHex[] = "0123456789abcdef";
      if (c == '\n' || c == '\r' || c == '\t')
        out_ += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
      else
        out_.append("\\u00").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
      ++at_;
    } else if (c == '"') {
      out_ += "\\\"";
      ++at_;
    } else if (c == '\\') {
      escape();
    } else {
      out_ += c;
      ++at_;
    }
  }

  void escape() {
    const char c = peek(1);
    if (c == 'u') {
      if (is_hex(peek(2)) && is_hex(peek(3)) && is_hex(peek(4)) && is_hex(peek(5))) {
        out_ += text_.substr(at_, 6);
        at_ += 6;
        return;
      }
    } else if (c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
      out_ += text_.substr(at_, 2);
      at_ += 2;
      return;
    }
    did(kEscape);
    if (c == 'x' && is_hex(peek(2)) && is_hex(peek(3))) {
      out_.append("\\u00").append(text_.substr(at_ + 2, 2));
      at_ += 4;
      return;
    }
    ++at_;  // the backslash goes, what it stands before stays
  }

  /// Where the text goes on behind white space and short comments.
  std::size_t skip_space(std::size_t at) const {
    for (;;) {
      while (const std::size_t space = space_at(text_.substr(at, 2))) at += space;
      const std::string_view next = text_.substr(at, kLookAhead);
      const std::string_view opens = next.substr(0, 2);
      if (opens != "//" && opens != "/*") return at;
      const std::size_t end = next.find(opens == "//" ? "\n" : "*/", 2);
      if (end == next.npos) return at;
      at += end + (opens == "//" ? 1 : 2);
    }
  }
  /// Does the quote mark before `after` end its string?  It does when what follows goes on as JSON does.
  bool ends_string(std::size_t after, std::string_view quote, bool name) const {
    const std::size_t at = skip_space(after);
    if (at >= text_.size()) return true;
    const char c = text_[at];
    if (name) return std::string_view(":,}{[\"-0123456789").find(c) != std::string_view::npos;
    if (c == '}' || c == ']') {
      const std::size_t next = skip_space(at + 1);
      return next >= text_.size() || std::string_view(",}]</;").find(text_[next]) != std::string_view::npos ||
             open_.size() == 2;
    }
    if (c == ',')
      return in_object() ? name_follows(skip_space(at + 1), quote) : value_follows(skip_space(at + 1), quote);
    // A comma may be missing: then a name and its colon stand on a line of their own.
    return text_.substr(at, quote.size()) == quote &&
           text_.substr(after, at - after).find('\n') != std::string_view::npos &&
           (!in_object() || name_follows(at, quote));
  }
  bool value_follows(std::size_t at, std::string_view quote) const {
    if (at >= text_.size() || text_.substr(at, quote.size()) == quote) return true;
    const char c = text_[at];
    return c == '{' || c == '[' || c == ']' || c == '}' || c == '-' || ('0' <= c && c <= '9') ||
           text_.substr(at, 4) == "null" || text_.substr(at, 4) == "true" || text_.substr(at, 5) == "false";
  }
  /// A name in quotes, or bare, and its colon; or the end of the object.
  bool name_follows(std::size_t at, std::string_view quote) const {
    if (at >= text_.size() || text_[at] == '}' || text_[at] == ',') return true;
    const std::string_view next = text_.substr(at, kLookAhead);
    std::size_t end = 0;
    if (next.substr(0, quote.size()) == quote) {
      end = next.find(quote, quote.size());
      if (end == next.npos) return at + next.size() >= text_.size();
      end += quote.size();
    } else {
      while (end < next.size() && is_word(next[end])) ++end;
      if (end == 0) return false;
    }
    while (end < next.size() && is_space(next[end])) ++end;
    return end < next.size() ? next[end] == ':' : at + end >= text_.size();
  }

  void finish() {
    if (open_.size() > 1) did(kEnd);
    while (open_.size() > 1) close_one();
    out_ += ']';
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::string open_;                 // the open brackets, from the script's own list inwards
  std::vector<std::size_t> counts_;  // items before, in each list around
  std::size_t count_ = 0;            // items in the innermost one
  std::size_t top_values_ = 0;
  Place place_ = Place::value;
  bool comma_pending_ = false;
  std::uint32_t done_ = 0;
};

}  // namespace

RepairedJson repair_json(std::string_view text) {
  return Repairer(text).run();
}

}  // namespace copydesk
