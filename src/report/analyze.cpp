// The list of stages, in order.
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
  const Tokens tokens = tokenize(text);
  Page page = read_page(text, tokens);
  report.sentences = split_sentences(text, tokens, page.blocks, options.keep_quotes_whole);
  const Syntax syntax = read_syntax(text, tokens, report.sentences);
  report.people = find_people(text, tokens, syntax, page, report.sentences);
  report.quotes = find_quotes(text, tokens, syntax, page.blocks, report.sentences, report.people);
  add_metadata(text, options.metadata, page);
  report.reference = choose_reference(options, page);
  report.dates = find_dates(text, tokens, page.blocks, report.sentences, report.reference.value);
  report.numbers = find_numbers(text, tokens, syntax, page.blocks);
  settle_overlap(report.dates, report.numbers);
  report.blocks = std::move(page.blocks);
  report.article = std::move(page.head);
  report.findings = find_findings(text, report);
  add_metadata_findings(options.metadata, report.findings);
  return report;
}

}  // namespace copydesk
