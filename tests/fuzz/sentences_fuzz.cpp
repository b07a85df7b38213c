// The sentence splitter against its slow twin.
#include <cstddef>
#include <string>

#include "blocks/blocks.h"
#include "check.h"
#include "reference/sentences_twin.h"
#include "sentences/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using copydesk::fuzz::require;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read = copydesk::Text::from_utf8(bytes);
  if (!read) return -1;
  const copydesk::Text& text = read.value();
  const copydesk::Tokens tokens = copydesk::tokenize(text);
  const copydesk::Page page = copydesk::read_page(text, tokens);
  const auto fast = copydesk::split_sentences(text, tokens, page.blocks, false);
  const auto slow = copydesk::reference::split_sentences(text, tokens, page.blocks);
  require(fast.size() == slow.size(), "as many sentences");
  for (std::size_t i = 0; i < slow.size(); ++i) {
    require(fast[i].span == slow[i].span, "sentences at the same places");
    require(fast[i].block == slow[i].block, "sentences in the same blocks");
  }
  return 0;
}
