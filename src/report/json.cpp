// The report as JSON, byte for byte as JSON.stringify writes it.
#include <charconv>

#include "copydesk/report.h"
#include "report/fields.h"
#include "report/json_string.h"

namespace copydesk {
namespace {

class JsonWriter {
 public:
  JsonWriter(std::string_view utf8, const Utf16Index& index, std::string& out)
      : utf8_(utf8), index_(index), out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_optional_object() { open('{'); }
  void begin_array(std::size_t) { open('['); }
  void end_array() { close(']'); }
  void key(const char* name) {
    comma();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
  }
  void text(std::string_view value) {
    comma();
    append_json_string(value, out_);
  }
  void name(std::string_view value) { text(value); }
  void span_text(Span span) { text(utf8_.substr(span.begin, span.size())); }
  void offset(std::uint32_t byte) { integer(index_.units(byte)); }
  void integer(std::uint32_t value) {
    comma();
    char digits[12];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  void null() {
    comma();
    out_ += "null";
  }
  void null_object() { null(); }
  void absent_text() {}
  void absent_integer() {}
  void absent_object() {}
  void absent_passage() {}

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void open(char c) {
    comma();
    out_ += c;
    first_ = true;
  }
  void close(char c) {
    out_ += c;
    first_ = false;
  }
  std::string_view utf8_;
  const Utf16Index& index_;
  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string to_json(const Report& report, std::string_view utf8) {
  std::string out;
  const Result<Text> text = Text::from_utf8(utf8);
  if (!text) return out;
  const Utf16Index index(text.value());
  JsonWriter writer(utf8, index, out);
  FieldWalk<JsonWriter>(writer).report(report);
  return out;
}

}  // namespace copydesk
