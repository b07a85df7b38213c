#include "blocks/page.h"

#include "blocks/headline.h"

namespace copydesk {

namespace {

/// The hash of a line that would hold `words` alone; 0 for no words.
std::uint32_t hash_of_words(std::string_view words) {
  if (words.empty()) return 0;
  const Result<Text> text = Text::from_utf8(words);
  if (!text) return 0;
  const Tokens tokens = tokenize(text.value());
  return hash_words(text.value(), tokens, 0, static_cast<std::uint32_t>(tokens.size()));
}

}  // namespace

PageReading read_lines_of_page(const Text& text, const Tokens& tokens, std::string_view headline) {
  PageReading page;
  page.lines = read_lines(text, tokens);
  page.traits = read_traits(text, tokens, page.lines);
  if (page.lines.size() < 2) return page;
  page.core = find_core(page.traits);
  read_topics(tokens, page.lines, page.core, WordCounts(tokens, page.lines, page.traits, page.core),
              page.traits);
  page.headline = find_headline(page.view(tokens), hash_of_words(headline));
  read_headline_words(tokens, page.lines, page.headline, page.traits);
  return page;
}

}  // namespace copydesk
