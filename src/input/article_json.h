// Article JSON, as one line of NDJSON or a file: {"id","text","reference","timeZone"}.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "copydesk/error.h"
#include "copydesk/report.h"

namespace copydesk {

struct ArticleInput {
  std::string id;
  std::string text;
  Options options;
};

/// Reads one JSON article at a time and keeps its buffers between them.
class ArticleReader {
 public:
  ArticleReader();
  ~ArticleReader();
  /// Errors: `invalid_json` with the byte offset into `json`.
  Result<ArticleInput> read(std::string_view json);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace copydesk
