// copydesk: where an article's sentences, quotes, dates and numbers are, and what they mean.
//
//   #include <copydesk/copydesk.h>
//
//   auto result = copydesk::analyze(article, {.reference = "2023-09-21"});
//   if (!result) return complain(result.error().message);
//   for (const copydesk::Quote& quote : result.value().quotes)
//     if (quote.speaker) print(quote.speaker->name, article.substr(quote.span.begin, quote.span.size()));
//
// Text goes through the stages in this order, each a free function from earlier values to new ones:
// blocks, sentences, people, quotes | dates | numbers, overlap, findings, report.
#pragma once

#include "copydesk/span.h"
#include "copydesk/error.h"
#include "copydesk/text.h"
#include "copydesk/rule.h"
#include "copydesk/blocks.h"
#include "copydesk/sentences.h"
#include "copydesk/people.h"
#include "copydesk/quotes.h"
#include "copydesk/dates.h"
#include "copydesk/numbers.h"
#include "copydesk/findings.h"
#include "copydesk/metadata.h"
#include "copydesk/report.h"
