// Article JSON, a file or a line of NDJSON:
//   {"id", "text", "reference", "timeZone", "keepQuotesWhole", "jsonld", "patterns"}
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/error.h"
#include "copydesk/patterns.h"
#include "copydesk/report.h"

namespace copydesk {

struct ArticleInput {
  std::string id;  ///< a number is kept as it is written
  std::string text;
  Options options;
  std::vector<Pattern> patterns;
};

/// Reads one JSON article at a time and keeps its buffers between them.  Not for several threads at once.
class ArticleReader {
 public:
  ArticleReader();
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  /// Fills `input`, its id first, also when the rest is refused.  Members of other names are passed over;
  /// null is as good as absent; a lone surrogate escape is read as U+FFFD.  Errors: `invalid_json` with the
  /// byte offset into `json` and the line in it, `invalid_option` for a member of the wrong type.
  std::optional<Error> read(std::string_view json, ArticleInput& input);

  /// Reads the options alone: the same members but for the text.
  std::optional<Error> read_options(std::string_view json, ArticleInput& input);

  /// Reads a list of patterns: [{"id", "pattern", "flags", "within"}].
  std::optional<Error> read_patterns(std::string_view json, std::vector<Pattern>& patterns);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// The report of one article, its patterns' matches included.
Result<Report> analyze_article(const ArticleInput& input, const PatternSet* patterns);

}  // namespace copydesk
