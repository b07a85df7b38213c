// The engine as JavaScript sees it.  The only file that knows Emscripten.
//
// Bytes go in, one array of integers and one block of UTF-8 come out; each call crosses the border
// once, and no object of Embind's outlives it.  web/engine.js is the other side.
//
//   input(size)       a view of `size` bytes to write text into; what was there before stays
//   analyze(size, …)  reads the first `size` of them; true: a report, false: an error
//   words(), blob()   the answer of the last call, as views: copy or read them before the next one
//
// Memory that runs out ends the call with a JavaScript exception and leaves this instance unusable.
#include <emscripten.h>
#include <emscripten/bind.h>

#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/report.h"
#include "report/flat.h"
#ifndef COPYDESK_CORE_ONLY
#include "input/article_json.h"
#include "patterns/cache.h"
#endif

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

// clang-format off
EM_JS(void, throw_out_of_memory, (), { throw new RangeError("copydesk: out of memory"); });
// clang-format on

/// What one call leaves for JavaScript to read.
struct Exchange {
  std::vector<char> input;
  std::vector<std::int32_t> words;
  std::string blob;
};

Exchange& exchange() {
  static Exchange held;
  return held;
}

val input(std::uint32_t size) {
  auto& bytes = exchange().input;
  if (bytes.size() < size) bytes.resize(size);
  return val(typed_memory_view(size, reinterpret_cast<unsigned char*>(bytes.data())));
}

val words() { return val(typed_memory_view(exchange().words.size(), exchange().words.data())); }

val blob() {
  const auto& bytes = exchange().blob;
  return val(typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
}

/// An error as words: code, line, offset in two halves; the blob holds its sentence.
bool fail(const copydesk::Error& error) {
  exchange().words = {static_cast<std::int32_t>(error.code), static_cast<std::int32_t>(error.line),
                      static_cast<std::int32_t>(error.offset & 0xffffffffu), static_cast<std::int32_t>(error.offset >> 32)};
  exchange().blob = error.message;
  return false;
}

bool analyze(std::uint32_t size, const std::string& reference, const std::string& time_zone, bool keep_quotes_whole) {
  const std::string_view text(exchange().input.data(), size);
  copydesk::Options options;
  options.reference = reference;
  options.time_zone = time_zone;
  options.keep_quotes_whole = keep_quotes_whole;
  const auto report = copydesk::analyze(text, options);
  if (!report) return fail(report.error());
  copydesk::to_flat(report.value(), text, exchange().words, exchange().blob);
  return true;
}

#ifndef COPYDESK_CORE_ONLY
/// `options` is JSON: {"reference", "timeZone", "keepQuotesWhole", "jsonld", "patterns"}.
bool analyze_with(std::uint32_t size, const std::string& options) {
  static copydesk::ArticleReader reader;
  static copydesk::PatternCache patterns;
  const std::string_view text(exchange().input.data(), size);
  copydesk::ArticleInput input;
  if (const auto error = reader.read_options(options, input)) return fail(*error);
  const auto set = patterns.get(input.patterns);
  if (!set) return fail(set.error());
  auto report = copydesk::analyze(text, input.options);
  if (!report) return fail(report.error());
  if (set.value()) report.value().matches = set.value()->find(text, report.value().blocks);
  copydesk::to_flat(report.value(), text, exchange().words, exchange().blob);
  return true;
}
#endif

std::string error_name(int code) { return copydesk::error_name(static_cast<copydesk::ErrorCode>(code)); }

}  // namespace

EMSCRIPTEN_BINDINGS(copydesk) {
  std::set_new_handler(throw_out_of_memory);
  emscripten::function("input", &input);
  emscripten::function("analyze", &analyze);
#ifndef COPYDESK_CORE_ONLY
  emscripten::function("analyzeWith", &analyze_with);
#endif
  emscripten::function("words", &words);
  emscripten::function("blob", &blob);
  emscripten::function("errorName", &error_name);
}
