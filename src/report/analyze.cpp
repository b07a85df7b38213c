// The list of stages, in order.
#include <utility>

#include "blocks/blocks.h"
#include "copydesk/report.h"
#include "dates/dates.h"
#include "numbers/numbers.h"
#include "people/people.h"
#include "quotes/quotes.h"
#include "report/findings.h"
#include "report/head.h"
#include "report/options.h"
#include "report/overlap.h"
#include "sentences/sentences.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {
namespace {

/// Runs a stage as a function of its own.  Inlined into one, the stages make a function so large that
/// engines of browsers put off optimising it.
template <auto stage, class... Values>
[[gnu::noinline]] auto run(Values&&... values) {
  return stage(std::forward<Values>(values)...);
}

}  // namespace

Result<Report> analyze(std::string_view utf8, const Options& options) {
  if (utf8.size() > options.max_bytes)
    return Error{ErrorCode::too_large, options.max_bytes, 0,
                 "The text has " + std::to_string(utf8.size()) + " bytes, over the limit of " +
                     std::to_string(options.max_bytes) + "; split it or raise the limit."};
  if (std::optional<Error> bad = find_bad_option(options)) return *std::move(bad);
  const Result<Text> read = Text::from_utf8(utf8);
  if (!read) return read.error();
  const Text& text = read.value();

  Report report;
  const Tokens tokens = run<tokenize>(text);
  Page page = run<read_page>(text, tokens, options.metadata.headline);
  report.sentences = run<split_sentences>(text, tokens, page.blocks, options.keep_quotes_whole, nullptr);
  const Syntax syntax = run<read_syntax>(text, tokens, report.sentences);
  report.people = run<find_people>(text, tokens, syntax, page, report.sentences);
  report.quotes =
      run<find_quotes>(text, tokens, syntax, page.blocks, report.sentences, report.people, nullptr, nullptr);
  add_metadata(text, options.metadata, page);
  report.reference = choose_reference(options, page);
  report.dates = run<find_dates>(text, tokens, page.blocks, report.sentences, report.reference.value);
  std::vector<Span> past_limits;
  report.numbers = run<find_numbers>(text, tokens, syntax, page.blocks, &past_limits);
  run<settle_overlap>(report.dates, report.numbers);
  report.blocks = std::move(page.blocks);
  report.article = std::move(page.head);
  report.findings = run<find_findings>(text, report, past_limits);
  add_metadata_findings(options.metadata, report.findings);
  return report;
}

}  // namespace copydesk
