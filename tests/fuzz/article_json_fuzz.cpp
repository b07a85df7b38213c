// Any bytes as lines of article JSON: each is read or refused with a place, never anything else; what is read
// can be analysed; and a reader that has seen other lines reads as a fresh one does.
#include <cstddef>
#include <string>

#include "check.h"
#include "input/article_json.h"
#include "input/json_fault.h"

namespace {

using namespace copydesk;
using fuzz::require;

void check_line(ArticleReader& used, const std::string& line) {
  ArticleReader fresh;
  ArticleInput input, same;
  const auto error = used.read(line, input);
  const auto fresh_error = fresh.read(line, same);
  require(error.has_value() == fresh_error.has_value(), "a reader keeps nothing of other lines");
  require(input.id == same.id, "a reader keeps no id of other lines");
  if (error) {
    require(error->offset <= line.size(), "an error lies in the line");
    require(!error->message.empty() && error->message == fresh_error->message, "an error says what");
    return;
  }
  require(!find_json_fault(line), "what is read is JSON");
  require(input.text == same.text && input.patterns == same.patterns,
          "a reader keeps no text of other lines");
  const auto report = analyze(input.text, input.options);
  if (!report) return;
  fuzz::check_report(input.text, report.value());
  require(to_json(report.value(), input.text) == to_json(analyze(same.text, same.options).value(), same.text),
          "the same line, the same report");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static ArticleReader reader;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (std::size_t at = 0; at <= size;) {
    const std::size_t end = std::min(bytes.find('\n', at), size);
    check_line(reader, bytes.substr(at, end - at));
    at = end + 1;
  }
  return 0;
}
