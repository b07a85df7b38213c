// Times each stage alone, given what the stages before it made.
//
//   copydesk_stages FILE [RUNS]
//
// Prints JSON: bytes of the text and, by stage, nanoseconds of the quartiles of all runs.  Built natively
// and, for `npm run bench`, as a WebAssembly program for Node.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "blocks/blocks.h"
#include "copydesk/copydesk.h"
#include "dates/dates.h"
#include "numbers/numbers.h"
#include "people/people.h"
#include "quotes/quotes.h"
#include "read_file.h"
#include "sentences/sentences.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

using namespace copydesk;

namespace {

/// Prints the quartiles of `runs` calls; gives the result of the last one.
template <class Stage>
auto timed(const char* name, unsigned runs, Stage stage) {
  std::vector<long long> times;
  auto result = stage();
  do {
    const auto start = std::chrono::steady_clock::now();
    result = stage();
    const auto end = std::chrono::steady_clock::now();
    times.push_back(std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count());
  } while (times.size() < runs);
  std::sort(times.begin(), times.end());
  const std::size_t last = times.size() - 1;
  std::printf(",\"%s\":[%lld,%lld,%lld]", name, times[last / 4], times[last / 2], times[last * 3 / 4]);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  std::string bytes;
  if (argc < 2 || !copydesk::bench::read_file(argv[1], bytes)) {
    std::fprintf(stderr, "usage: copydesk_stages FILE [RUNS]\n");
    return 2;
  }
  const unsigned runs = argc > 2 ? static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)) : 20;
  const Result<Text> read = Text::from_utf8(bytes);
  if (!read) return 1;
  const Text& text = read.value();
  std::printf("{\"bytes\":%zu", bytes.size());
  const Tokens tokens = timed("tokens", runs, [&] { return tokenize(text); });
  const Page page = timed("blocks", runs, [&] { return read_page(text, tokens); });
  const auto sentences =
      timed("sentences", runs, [&] { return split_sentences(text, tokens, page.blocks, false); });
  const Syntax syntax = timed("syntax", runs, [&] { return read_syntax(text, tokens, sentences); });
  const auto people =
      timed("people", runs, [&] { return find_people(text, tokens, syntax, page, sentences); });
  timed("quotes", runs, [&] { return find_quotes(text, tokens, syntax, page.blocks, sentences, people); });
  timed("dates", runs, [&] { return find_dates(text, tokens, page.blocks, sentences, "2024-06-12"); });
  timed("numbers", runs, [&] { return find_numbers(text, tokens, syntax, page.blocks); });
  std::printf("}\n");
}
