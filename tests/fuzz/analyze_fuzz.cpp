// Any bytes as an article: analysis succeeds on all UTF-8, refuses the rest at the first bad byte, and
// what it reports can be written down.
#include <cstddef>
#include <string>

#include "check.h"
#include "report/flat.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // An exact-size copy, so that reading one byte too far is seen.
  const std::string text(reinterpret_cast<const char*>(data), size);
  copydesk::Options options;
  if (size % 2) options.reference = "2024-06-04";
  options.keep_quotes_whole = size % 3 == 0;
  const auto report = copydesk::analyze(text, options);
  const bool valid = copydesk::Text::from_utf8(text).ok();
  copydesk::fuzz::require(report.ok() == valid, "UTF-8 is analysed, other bytes are refused");
  if (!report) {
    copydesk::fuzz::require(report.error().offset < size, "an error says where");
    return 0;
  }
  copydesk::fuzz::check_report(text, report.value());
  const std::string json = copydesk::to_json(report.value(), text);
  copydesk::fuzz::require(!json.empty() && json.back() == '}', "a report is one JSON object");
  std::vector<std::int32_t> words;
  std::string strings;
  copydesk::to_flat(report.value(), text, words, strings);
  copydesk::fuzz::require(!words.empty() && copydesk::Text::from_utf8(strings).ok(),
                          "a flat report is UTF-8");
  return 0;
}
