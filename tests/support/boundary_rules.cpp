// For each text on standard input (each ends with a NUL; one that begins with \x01 keeps its quotations
// whole): the rules that decided its candidates for a sentence boundary, on one line.  Rules that end nothing
// are in no report.
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "blocks/blocks.h"
#include "sentences/sentences.h"
#include "text/tokens.h"

int main() {
  using namespace copydesk;
  const std::string all((std::istreambuf_iterator<char>(std::cin)), {});
  for (std::size_t begin = 0, end; (end = all.find('\0', begin)) != std::string::npos; begin = end + 1) {
    const bool whole = all[begin] == '\x01';
    const auto bytes = std::string_view(all).substr(begin + whole, end - begin - whole);
    const Text text = Text::from_utf8(bytes).value();
    const Tokens tokens = tokenize(text);
    std::vector<BoundaryDecision> decisions;
    split_sentences(text, tokens, read_page(text, tokens).blocks, whole, &decisions);
    for (const BoundaryDecision& decision : decisions) {
      const std::string_view name = rule_name(decision.rule);
      std::printf("%.*s ", static_cast<int>(name.size()), name.data());
    }
    std::printf("\n");
  }
}
