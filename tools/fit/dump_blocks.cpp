// Prints, for each article of an NDJSON stream, its lines with their evidence, for tools/fit/fit-blocks.mjs.
//
//   dump_blocks < articles.ndjson > evidence.ndjson
//
// One line of output: {"id", "names": {...} (first line only), "lines": [[begin, end, hash, [line features],
// [title features]]]} with UTF-16 offsets; title features are empty for a line that cannot be a headline.
#include <cstdio>
#include <iostream>
#include <string>

#include "blocks/chain.h"
#include "blocks/head.h"
#include "blocks/headline.h"
#include "blocks/page.h"
#include "input/article_json.h"
#include "tables/author.features.gen.h"
#include "tables/day.features.gen.h"
#include "tables/line.features.gen.h"
#include "tables/title.features.gen.h"

using namespace copydesk;

namespace {

void print_names(const char* key, const weigh::Model& model) {
  std::printf("\"%s\":[", key);
  for (unsigned i = 0; i < model.count; ++i) std::printf("%s\"%s\"", i ? "," : "", model.names[i]);
  std::printf("]");
}

void print_ids(const weigh::Evidence& evidence) {
  std::printf("[");
  bool first = true;
  for (const std::uint16_t id : evidence) std::printf("%s%u", first ? "" : ",", id), first = false;
  std::printf("]");
}

void print_article(const ArticleInput& article, bool first) {
  const Text text = Text::from_utf8(article.text).value();
  const Tokens tokens = tokenize(text);
  const Utf16Index index(text);
  const PageReading reading = read_lines_of_page(text, tokens);
  const PageView page = reading.view(tokens);
  LineEvidence lines(page);
  const HeadlineEvidence titles(page);
  weigh::Evidence seen;
  std::printf("{\"id\":\"%s\",", article.id.c_str());
  if (first) {
    std::printf("\"names\":{");
    print_names("line", features::line::model);
    std::printf(",");
    print_names("title", features::title::model);
    std::printf(",");
    print_names("day", features::day::model);
    std::printf(",");
    print_names("author", features::author::model);
    std::printf("},");
  }
  std::printf("\"headline\":%d,\"lines\":[", static_cast<int>(page.headline));
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    const Span span = page.lines[i].span;
    std::printf("%s[%u,%u,%u,", i ? "," : "", index.units(span.begin), index.units(span.end),
                page.traits[i].hash);
    lines.read(i, seen);
    print_ids(seen);
    std::printf(",");
    seen.clear();
    if (headline_candidate(page.traits[i])) titles.read(i, seen);
    print_ids(seen);
    std::printf("]");
  }
  std::printf("],\"days\":[");
  const std::vector<DayMention> days = find_days(text, page);
  const DayEvidence day_evidence(page, days);
  for (std::uint32_t i = 0; i < days.size(); ++i) {
    std::printf("%s[\"%s\",%d,", i ? "," : "", to_iso(days[i].date).c_str(), days[i].updates());
    day_evidence.read(i, seen);
    print_ids(seen);
    std::printf("]");
  }
  std::printf("],\"authors\":[");
  const std::vector<NameGroup> groups = find_name_groups(page);
  const AuthorEvidence author_evidence(page, groups);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    std::printf("%s[[", i ? "," : "");
    for (std::size_t k = 0; k < groups[i].names.size(); ++k)
      std::printf("%s[%u,%u]", k ? "," : "", index.units(groups[i].names[k].begin),
                  index.units(groups[i].names[k].end));
    std::printf("],");
    author_evidence.read(i, seen);
    print_ids(seen);
    std::printf("]");
  }
  std::printf("]}\n");
}

}  // namespace

int main() {
  std::string line;
  ArticleReader reader;
  bool first = true;
  while (std::getline(std::cin, line)) {
    ArticleInput article;
    if (const auto error = reader.read(line, article)) {
      std::cerr << error->message << '\n';
      return 1;
    }
    print_article(article, first);
    first = false;
  }
}
