#include "input/json_fault.h"

#include <algorithm>
#include <vector>

#include "copydesk/text.h"

namespace copydesk {
namespace {

constexpr std::size_t kMaxDepth = 1000;

class Scanner {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  explicit Scanner(std::string_view json, std::size_t wanted = kNone) : json_(json), wanted_(wanted) {}

  std::optional<JsonFault> run() {
    if (const Result<Text> text = Text::from_utf8(json_); !text)
      fail(text.error().offset, "the bytes are not UTF-8 from here on");
    else
      document();
    return fault_;
  }

  std::optional<JsonFault> run_between_strings() {
    passes_strings_ = true;
    document();
    return fault_;
  }

  /// After `run()`.
  std::string_view wanted_number() const { return wanted_number_; }

 private:
  bool fail(std::size_t at, const char* reason) {
    if (!fault_) fault_ = JsonFault{at, reason};
    return false;
  }
  bool done() const { return at_ >= json_.size(); }
  char peek() const { return done() ? '\0' : json_[at_]; }
  bool take(char c) {
    if (done() || json_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_space() {
    while (!done() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')) ++at_;
  }

  bool document() {
    if (json_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;  // a byte order mark, as simdjson takes it
    skip_space();
    if (done()) return fail(at_, "there is no value");
    do {
      if (!value()) return false;
    } while (!open_.empty());
    skip_space();
    return done() || fail(at_, "something follows the value");
  }

  /// Reads one scalar or opens one container, then closes what ends here.
  bool value() {
    skip_space();
    if (take('{')) return open('{') && (closes('}') || key());
    if (take('[')) return open('[') && (closes(']') || !fault_);
    return scalar() && after_value();
  }
  bool open(char bracket) {
    open_.push_back(bracket);
    return open_.size() <= kMaxDepth || fail(at_ - 1, "the values are nested too deeply");
  }
  /// An empty container's end.
  bool closes(char bracket) {
    skip_space();
    if (!take(bracket)) return false;
    open_.pop_back();
    return after_value();
  }
  bool after_value() {
    while (!open_.empty()) {
      skip_space();
      const bool object = open_.back() == '{';
      if (take(',')) {
        skip_space();
        if (peek() == '}' || peek() == ']') return fail(at_, "a comma stands before the closing bracket");
        return object ? key() : true;
      }
      if (!take(object ? '}' : ']'))
        return fail(at_,
                    done() ? "the text ends inside a value" : "a comma or the closing bracket is missing");
      open_.pop_back();
    }
    return true;
  }
  bool key() {
    if (fault_) return false;
    skip_space();
    if (done()) return fail(at_, "the text ends inside an object");
    if (peek() != '"') return fail(at_, "a name in double quotes is missing");
    if (!string()) return false;
    if (open_.size() == 1) member_ = member_ == kNone ? 0 : member_ + 1;
    skip_space();
    return take(':') || fail(at_, "a colon is missing after the name");
  }

  bool scalar() {
    if (done()) return fail(at_, "a value is missing");
    const char c = peek();
    if (c == '"') return string();
    if (c == '-' || ('0' <= c && c <= '9')) {
      const std::size_t first = at_;
      if (!number()) return false;
      if (open_.size() == 1 && member_ == wanted_) wanted_number_ = json_.substr(first, at_ - first);
      return true;
    }
    for (const std::string_view word : {"true", "false", "null"})
      if (json_.substr(at_, word.size()) == word) {
        at_ += word.size();
        return true;
      }
    return fail(at_, "this is no JSON value");
  }
  bool digits() {
    const std::size_t first = at_;
    while ('0' <= peek() && peek() <= '9') ++at_;
    return at_ > first || fail(at_, "a digit is missing");
  }
  bool number() {
    take('-');
    if (take('0')) {
      if ('0' <= peek() && peek() <= '9') return fail(at_, "a number begins with 0");
    } else if (!digits()) {
      return false;
    }
    if (take('.') && !digits()) return false;
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }
  /// Moves behind the string's end, or to the end of the text.
  bool pass_string() {
    const std::size_t first = at_;
    do {
      at_ = std::min(json_.find('"', at_ + 1), json_.size());
      std::size_t backslashes = 0;
      while (json_[at_ - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) break;
    } while (!done());
    return take('"') || fail(first, "this string has no end");
  }
  bool string() {
    if (passes_strings_) return pass_string();
    const std::size_t first = at_++;
    for (; !done(); ++at_) {
      const auto c = static_cast<unsigned char>(peek());
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c < 0x20) return fail(at_, "a control character stands in a string; write it as an escape");
      if (c == '\\' && !escape()) return false;
    }
    return fail(first, "this string has no end");
  }
  bool escape() {
    const std::size_t first = at_++;
    if (peek() != 'u')
      return (!done() && std::string_view("\"\\/bfnrt").find(peek()) != std::string_view::npos) ||
             fail(first, "this is no escape");
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const char c = peek();
      if (!(('0' <= c && c <= '9') || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F')))
        return fail(first, "\\u needs four hexadecimal digits");
    }
    return true;
  }

  std::string_view json_;
  std::size_t wanted_,
      member_ = kNone;  // of the outermost object's members: the wanted one, the last one seen
  std::string_view wanted_number_;
  bool passes_strings_ = false;
  std::size_t at_ = 0;
  std::vector<char> open_;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view json) {
  return Scanner(json).run();
}

std::optional<JsonFault> find_structure_fault(std::string_view json) {
  return Scanner(json).run_between_strings();
}

std::string_view number_of_member(std::string_view json, std::size_t index) {
  Scanner scanner(json, index);
  scanner.run();
  return scanner.wanted_number();
}

}  // namespace copydesk
