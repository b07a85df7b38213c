// The report: everything the stages found, and the one call that runs them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/blocks.h"
#include "copydesk/dates.h"
#include "copydesk/error.h"
#include "copydesk/findings.h"
#include "copydesk/metadata.h"
#include "copydesk/numbers.h"
#include "copydesk/people.h"
#include "copydesk/quotes.h"
#include "copydesk/sentences.h"
#include "copydesk/text.h"

namespace copydesk {

enum class ReferenceSource : std::uint8_t { none, option, json_ld, byline, dateline, updated };

/// What "on Thursday" is resolved against, and where it was found.
struct Reference {
  std::string value;  ///< ISO 8601 date or date-time; empty for none
  ReferenceSource source = ReferenceSource::none;
  std::string time_zone = {};  ///< the caller's, unchanged; empty when none was given
};

/// A hit of one of the caller's own patterns.
struct Match {
  struct Group {
    std::string name;
    Span span;
  };
  std::string id;
  Span span;
  std::vector<Group> groups;
};

struct Options {
  std::string reference;  ///< ISO 8601 date or date-time; empty: found in the article, or none
  /// IANA name or ±hh:mm of the newsroom, kept in the report.  A reference date written with an offset is
  /// taken on the newsroom's clocks when its zone is an offset too; what an IANA name means at which time is
  /// not known.
  std::string time_zone;
  bool keep_quotes_whole = false;        ///< a quotation of several sentences stays inside one sentence
  Metadata metadata;                     ///< of the page, when it has any (`read_json_ld`)
  std::uint32_t max_bytes = 256u << 20;  ///< texts over this are refused with `too_large`
};

struct Report {
  std::string id;
  Reference reference;
  ArticleHead article;
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Person> people;
  std::vector<Quote> quotes;
  std::vector<Date> dates;
  std::vector<Number> numbers;
  std::vector<Finding> findings;
  std::vector<Match> matches;
};

/// Reads one article.  `utf8` must outlive the call only.  Safe to call from many threads at once:
/// the library keeps no state.  Errors: invalid_utf8, too_large, invalid_option.
Result<Report> analyze(std::string_view utf8, const Options& options = {});

/// The report as one line of JSON, offsets in UTF-16 code units.  `utf8` is the analysed text.
std::string to_json(const Report& report, std::string_view utf8);

}  // namespace copydesk
