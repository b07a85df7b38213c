// The tokenizer against its slow twin.
#include <cstddef>
#include <string>

#include "check.h"
#include "reference/tokens_twin.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using copydesk::fuzz::require;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto text = copydesk::Text::from_utf8(bytes);
  if (!text) return -1;
  const copydesk::Tokens fast = copydesk::tokenize(text.value());
  const std::vector<copydesk::Token> slow = copydesk::reference::tokenize(text.value());
  require(fast.size() == slow.size(), "as many tokens");
  for (std::size_t i = 0; i < slow.size(); ++i) {
    require(fast[i].span() == slow[i].span(), "tokens at the same places");
    require(fast[i].kind == slow[i].kind, "tokens of the same kinds");
    require(fast[i].hash == slow[i].hash && fast[i].word == slow[i].word, "the same words");
    require(fast[i].flags == slow[i].flags, "the same flags");
    require(fast.at_or_after(fast[i].begin) == i, "a token is found by its place");
  }
  return 0;
}
