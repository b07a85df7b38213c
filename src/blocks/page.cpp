#include "blocks/page.h"

#include "blocks/headline.h"

namespace copydesk {

PageReading read_lines_of_page(const Text& text, const Tokens& tokens) {
  PageReading page;
  page.lines = read_lines(text, tokens);
  page.traits = read_traits(text, tokens, page.lines);
  if (page.lines.size() < 2) return page;
  page.core = find_core(page.traits);
  read_topics(tokens, page.lines, page.core, WordCounts(tokens, page.lines, page.traits, page.core),
              page.traits);
  page.headline = find_headline(page.view(tokens));
  read_headline_words(tokens, page.lines, page.headline, page.traits);
  return page;
}

}  // namespace copydesk
