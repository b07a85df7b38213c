// The only file that sees simdjson.
#include "input/article_json.h"

#include "simdjson.h"

namespace copydesk {

struct ArticleReader::Parser {
  simdjson::dom::parser dom;
};

ArticleReader::ArticleReader() : parser_(std::make_unique<Parser>()) {}
ArticleReader::~ArticleReader() = default;

Result<ArticleInput> ArticleReader::read(std::string_view json) {
  simdjson::dom::object object;
  if (const auto error = parser_->dom.parse(json.data(), json.size()).get_object().get(object))
    return Error{ErrorCode::invalid_json, 0, 0, simdjson::error_message(error)};
  ArticleInput input;
  const auto take = [&](const char* key, std::string& into) {
    std::string_view value;
    if (!object[key].get_string().get(value)) into = std::string(value);
  };
  take("id", input.id);
  take("text", input.text);
  take("reference", input.options.reference);
  take("timeZone", input.options.time_zone);
  bool whole = false;
  if (!object["keepQuotesWhole"].get_bool().get(whole)) input.options.keep_quotes_whole = whole;
  return input;
}

}  // namespace copydesk
