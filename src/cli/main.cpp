// The command line.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "copydesk/copydesk.h"
#include "input/article_json.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const bool ndjson = argc > 1 && std::string_view(argv[1]) == "--ndjson";
  if (!ndjson) {
    const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const auto report = copydesk::analyze(text);
    if (!report) {
      std::cerr << report.error().message << '\n';
      return 1;
    }
    std::cout << copydesk::to_json(report.value(), text) << '\n';
    return 0;
  }
  std::string line;
  copydesk::ArticleReader reader;
  while (std::getline(std::cin, line)) {
    const auto article = reader.read(line);
    if (!article) {
      std::cerr << article.error().message << '\n';
      continue;
    }
    auto report = copydesk::analyze(article.value().text, article.value().options);
    if (!report) {
      std::cerr << report.error().message << '\n';
      continue;
    }
    report.value().id = article.value().id;
    std::cout << copydesk::to_json(report.value(), article.value().text) << '\n';
  }
}
