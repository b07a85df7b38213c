// Any bytes as article JSON: read or refused with a place, never anything else; what is read can be analysed.
#include <cstddef>
#include <string>

#include "check.h"
#include "input/article_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static copydesk::ArticleReader reader;
  const std::string line(reinterpret_cast<const char*>(data), size);
  const auto article = reader.read(line);
  if (!article) {
    copydesk::fuzz::require(article.error().offset <= size, "an error lies in the line");
    copydesk::fuzz::require(!article.error().message.empty(), "an error says what");
    return 0;
  }
  const auto report = copydesk::analyze(article.value().text, article.value().options);
  if (report) copydesk::fuzz::check_report(article.value().text, report.value());
  return 0;
}
