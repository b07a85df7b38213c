#include "report/flat.h"

#include <array>

#include "report/fields.h"

namespace copydesk {
namespace {

constexpr std::int32_t kAbsent = 0, kNull = 1, kFirstString = 2;

class FlatWriter {
 public:
  FlatWriter(const Utf16Index& index, std::vector<std::int32_t>& words, std::string& strings)
      : index_(index), words_(words), strings_(strings) {
    words_.push_back(0);
  }

  void key(const char*) {}
  void begin_object() {}
  void begin_optional_object() { words_.push_back(1); }
  void end_object() {}
  void begin_array(std::size_t size) { words_.push_back(static_cast<std::int32_t>(size)); }
  void end_array() {}
  void null() { words_.push_back(kNull); }
  void null_object() { words_.push_back(0); }
  void absent_text() { words_.push_back(kAbsent); }
  void absent_integer() { words_.push_back(-1); }
  void absent_object() { words_.push_back(0); }
  void absent_passage() { words_.insert(words_.end(), 2, -1); }
  void offset(std::uint32_t byte) { integer(index_.units(byte)); }
  void integer(std::uint32_t value) { words_.push_back(static_cast<std::int32_t>(value)); }
  void span_text(Span) {}

  void text(std::string_view value) { words_.push_back(add(value)); }
  /// Names are few and repeated: each is written once, known by its address.
  void name(std::string_view value) {
    auto hash =
        static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(value.data()) * 2654435761u) >> 22;
    while (names_[hash].text && names_[hash].text != value.data()) hash = (hash + 1) % names_.size();
    Name& slot = names_[hash];
    if (!slot.text) {
      if (++name_count_ > names_.size() / 2) {
        --name_count_;
        return text(value);
      }
      slot = {value.data(), add(value)};
    }
    words_.push_back(slot.string);
  }

  void finish() {
    words_[0] = static_cast<std::int32_t>(words_.size());
    words_.insert(words_.end(), lengths_.begin(), lengths_.end());
  }

 private:
  struct Name {
    const char* text = nullptr;
    std::int32_t string = 0;
  };

  std::int32_t add(std::string_view value) {
    strings_.append(value);
    std::int32_t units = 0;
    for (const char ch : value) {
      const auto c = static_cast<unsigned char>(ch);
      units += ((c & 0xc0) != 0x80) + (c >= 0xf0);
    }
    lengths_.push_back(units);
    return kFirstString + static_cast<std::int32_t>(lengths_.size()) - 1;
  }

  const Utf16Index& index_;
  std::vector<std::int32_t>& words_;
  std::string& strings_;
  std::vector<std::int32_t> lengths_;
  std::array<Name, 1024> names_{};
  std::size_t name_count_ = 0;
};

}  // namespace

void to_flat(const Report& report, std::string_view utf8, std::vector<std::int32_t>& words,
             std::string& strings) {
  words.clear();
  strings.clear();
  const Result<Text> text = Text::from_utf8(utf8);
  if (!text) return;
  const Utf16Index index(text.value());
  FlatWriter writer(index, words, strings);
  FieldWalk<FlatWriter>(writer).report(report);
  writer.finish();
}

}  // namespace copydesk
