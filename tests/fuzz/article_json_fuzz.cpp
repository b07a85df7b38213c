// Any bytes as article JSON: read or refused with a place, never anything else; what is read can be analysed.
#include <cstddef>
#include <optional>
#include <string>

#include "check.h"
#include "input/article_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static copydesk::ArticleReader reader;
  const std::string line(reinterpret_cast<const char*>(data), size);
  copydesk::ArticleInput article;
  if (const std::optional<copydesk::Error> error = reader.read(line, article)) {
    copydesk::fuzz::require(error->offset <= size, "an error lies in the line");
    copydesk::fuzz::require(!error->message.empty(), "an error says what");
    return 0;
  }
  const auto report = copydesk::analyze(article.text, article.options);
  if (report) copydesk::fuzz::check_report(article.text, report.value());
  return 0;
}
