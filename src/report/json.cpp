// The report as JSON, byte for byte as JSON.stringify writes it.
#include <algorithm>
#include <charconv>

#include "copydesk/report.h"
#include "report/fields.h"
#include "report/json_string.h"

namespace copydesk {
namespace {

/// Writes into a string that is longer than what is written, until `finish` cuts it.
class JsonWriter {
 public:
  JsonWriter(std::string_view utf8, const Utf16Index& index, std::string& out)
      : utf8_(utf8), index_(index), out_(out) {}

  void finish() { out_.resize(size_); }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_optional_object() { open('{'); }
  void begin_array(std::size_t) { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    char* at = begin(name.size() + 3);
    *at++ = '"';
    for (const char c : name) *at++ = c;
    *at++ = '"';
    *at++ = ':';
    end(at);
    first_ = true;
  }
  void text(std::string_view value) { end(write_json_string(value, begin(json_string_limit(value.size())))); }
  /// Names are of this program and hold nothing that is escaped.
  void name(std::string_view value) {
    char* at = begin(value.size() + 2);
    *at++ = '"';
    at = std::copy(value.begin(), value.end(), at);
    *at++ = '"';
    end(at);
  }
  void span_text(Span span) { text(utf8_.substr(span.begin, span.size())); }
  void offset(std::uint32_t byte) { integer(index_.units(byte)); }
  void integer(std::uint32_t value) {
    constexpr std::size_t kDigits = 10;
    char* at = begin(kDigits);
    end(std::to_chars(at, at + kDigits, value).ptr);
  }
  void null() {
    static constexpr std::string_view kNull = "null";
    end(std::copy(kNull.begin(), kNull.end(), begin(kNull.size())));
  }
  void null_object() { null(); }
  void absent_text() {}
  void absent_integer() {}
  void absent_object() {}
  void absent_passage() {}

 private:
  /// Room for `most` bytes of a value or a key, behind the comma that parts it from the last.
  char* begin(std::size_t most) {
    if (out_.size() - size_ <= most) out_.resize(2 * out_.size() + most + 1);
    char* at = out_.data() + size_;
    if (!first_) *at++ = ',';
    first_ = false;
    return at;
  }
  void end(const char* at) { size_ = static_cast<std::size_t>(at - out_.data()); }
  void open(char c) {
    char* at = begin(1);
    *at = c;
    end(at + 1);
    first_ = true;
  }
  void close(char c) {
    first_ = true;  // no comma before it
    char* at = begin(1);
    *at = c;
    end(at + 1);
  }
  std::string_view utf8_;
  const Utf16Index& index_;
  std::string& out_;
  std::size_t size_ = 0;
  bool first_ = true;
};

}  // namespace

std::string to_json(const Report& report, std::string_view utf8) {
  std::string out;
  const Result<Text> text = Text::from_utf8(utf8);
  if (!text) return out;
  const Utf16Index index(text.value());
  JsonWriter writer(utf8, index, out);
  out.resize(4 * utf8.size() + 1024);
  FieldWalk<JsonWriter>(writer).report(report);
  writer.finish();
  return out;
}

}  // namespace copydesk
