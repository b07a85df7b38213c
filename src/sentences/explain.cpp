#include "blocks/blocks.h"
#include "sentences/sentences.h"

namespace copydesk {

Result<std::vector<BoundaryDecision>> explain_sentences(std::string_view utf8, bool keep_quotes_whole) {
  const Result<Text> text = Text::from_utf8(utf8);
  if (!text) return text.error();
  const Tokens tokens = tokenize(text.value());
  const Page page = read_page(text.value(), tokens);
  std::vector<BoundaryDecision> decisions;
  split_sentences(text.value(), tokens, page.blocks, keep_quotes_whole, &decisions);
  return decisions;
}

}  // namespace copydesk
