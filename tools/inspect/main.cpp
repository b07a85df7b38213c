// copydesk_inspect: what the stages decide and why, for developers.  Reads article NDJSON on standard
// input.
//
//   copydesk_inspect syntax   each token with its part of speech, noun phrases in brackets
#include <cstdio>
#include <iostream>
#include <string>

#include "blocks/blocks.h"
#include "input/article_json.h"
#include "sentences/sentences.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {
namespace {

constexpr const char* kPosNames[] = {"none", "mark", "hyph",  "dot",  "num",  "det", "poss", "gen",
                                     "subj", "obj",  "pron",  "prep", "conj", "sub", "rel",  "be",
                                     "have", "do",   "modal", "to",   "adv",  "adj", "noun", "name",
                                     "verb", "vs",   "vpast", "part", "ger"};

void print_syntax(const Text& text, const Tokens& tokens, const Syntax& syntax) {
  std::string out;
  std::size_t p = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& phrases = syntax.phrases();
    if (tokens[i].has(token_flag::line_before)) out += '\n';
    if (p < phrases.size() && phrases[p].begin == i) out += '[';
    out += text.slice(tokens[i].span());
    if (syntax.pos(i) != Pos::mark) out += std::string("/") + kPosNames[static_cast<unsigned>(syntax.pos(i))];
    if (p < phrases.size() && phrases[p].head == i) out += '*';
    if (p < phrases.size() && phrases[p].end == i + 1) {
      out += ']';
      ++p;
    }
    out += ' ';
  }
  std::cout << out << '\n';
}

int run(std::string_view what) {
  ArticleReader reader;
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto article = reader.read(line);
    if (!article) {
      std::cerr << article.error().message << '\n';
      return 1;
    }
    const auto text = Text::from_utf8(article.value().text);
    if (!text) return 1;
    const Tokens tokens = tokenize(text.value());
    const Page page = read_page(text.value(), tokens);
    const auto sentences = split_sentences(text.value(), tokens, page.blocks, false);
    const Syntax syntax = read_syntax(text.value(), tokens, sentences);
    if (what == "syntax") print_syntax(text.value(), tokens, syntax);
  }
  return 0;
}

}  // namespace
}  // namespace copydesk

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: copydesk_inspect syntax < articles.ndjson\n";
    return 2;
  }
  return copydesk::run(argv[1]);
}
