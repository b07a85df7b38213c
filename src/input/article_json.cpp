#include "input/article_json.h"

#include <algorithm>

#include "copydesk/json_ld.h"
#include "input/dom.h"
#include "input/json_fault.h"
#include "report/names.h"

namespace copydesk {
namespace {

using dom::element;
using dom::element_type;
using dom::object;

Error bad_member(const char* key, const char* wanted) {
  return {ErrorCode::invalid_option, 0, 0, "\"" + std::string(key) + "\" must be " + wanted + "."};
}

/// The member, or nothing when it is absent or null.
std::optional<element> member(object article, const char* key) {
  element value;
  if (article[key].get(value) || value.is_null()) return {};
  return value;
}

std::optional<Error> take_text(object article, const char* key, std::string& into) {
  const std::optional<element> value = member(article, key);
  if (!value) return {};
  std::string_view text;
  if (value->get(text)) return bad_member(key, "a string");
  into = text;
  return {};
}

/// A text as it is, a number as it is written, anything else as JSON.
void take_id(object article, std::string_view json, ArticleInput& input) {
  std::size_t index = 0;
  for (const auto& [key, id] : article) {
    if (key == "id") {
      std::string_view text;
      if (!id.get(text))
        input.id = text;
      else if (id.is_number())
        input.id = number_of_member(json, index);
      else if (!id.is_null())
        input.id = dom::to_string(id);
      return;
    }
    ++index;
  }
}

/// One script as text, several as texts, or what a script said, read already.
void take_json_ld(element value, std::vector<std::string>& scripts) {
  std::string_view script;
  dom::array list;
  if (!value.get(script)) {
    scripts.emplace_back(script);
  } else if (!value.get(list)) {
    for (const element each : list) take_json_ld(each, scripts);
  } else {
    scripts.push_back(dom::to_string(value));
  }
}

std::optional<BlockKind> block_kind(std::string_view name) {
  for (int kind = 0; kind <= static_cast<int>(BlockKind::furniture); ++kind)
    if (name == name_of(static_cast<BlockKind>(kind))) return static_cast<BlockKind>(kind);
  return {};
}

std::optional<Error> take_within(element value, const std::string& id, std::vector<BlockKind>& within) {
  dom::array list;
  if (value.get(list)) return bad_member("within", "a list of kinds of blocks");
  for (const element each : list) {
    std::string_view name;
    const bool text = !each.get(name);
    const std::optional<BlockKind> kind = text ? block_kind(name) : std::nullopt;
    if (!kind)
      return Error{ErrorCode::invalid_pattern, 0, 0,
                   "The pattern \"" + id + "\" is to be sought within \"" + std::string(name) +
                       "\", which is no kind of block; there are paragraph, headline, caption and others."};
    within.push_back(*kind);
  }
  return {};
}

std::optional<Error> take_patterns(element value, std::vector<Pattern>& patterns) {
  dom::array list;
  if (value.get(list)) return bad_member("patterns", "a list of {\"id\", \"pattern\"}");
  for (const element each : list) {
    object fields;
    if (each.get(fields)) return bad_member("patterns", "a list of {\"id\", \"pattern\"}");
    Pattern pattern;
    if (!member(fields, "pattern")) return bad_member("patterns", "a list of {\"id\", \"pattern\"}");
    if (auto error = take_text(fields, "id", pattern.id)) return error;
    if (auto error = take_text(fields, "pattern", pattern.pattern)) return error;
    if (auto error = take_text(fields, "flags", pattern.flags)) return error;
    if (const auto within = member(fields, "within"))
      if (auto error = take_within(*within, pattern.id, pattern.within)) return error;
    patterns.push_back(std::move(pattern));
  }
  return {};
}

std::optional<Error> take_options(object article, ArticleInput& input) {
  if (auto error = take_text(article, "reference", input.options.reference)) return error;
  if (auto error = take_text(article, "timeZone", input.options.time_zone)) return error;
  if (const auto whole = member(article, "keepQuotesWhole"))
    if (whole->get(input.options.keep_quotes_whole)) return bad_member("keepQuotesWhole", "true or false");
  if (const auto json_ld = member(article, "jsonld")) {
    std::vector<std::string> scripts;
    take_json_ld(*json_ld, scripts);
    input.options.metadata = read_json_ld(scripts);
  }
  if (const auto patterns = member(article, "patterns")) return take_patterns(*patterns, input.patterns);
  return {};
}

int hex(char c) {
  return '0' <= c && c <= '9' ? c - '0' : 'a' <= (c | 32) && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/// The code unit of the escape "\uXXXX" at `at`, or -1.
int escaped_unit(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    if (hex(json[i]) < 0) return -1;
    unit = unit * 16 + hex(json[i]);
  }
  return unit;
}

/// Puts \ufffd in the place of escapes of surrogates without their other half; false when there is none.
bool replace_lone_surrogates(std::string& json) {
  bool found = false;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const int unit = escaped_unit(json, at);
    if (unit < 0xd800 || 0xdfff < unit) {
      at += 2;
      continue;
    }
    const int next = escaped_unit(json, at + 6);
    if (unit < 0xdc00 && 0xdc00 <= next && next <= 0xdfff) {
      at += 12;
      continue;
    }
    json.replace(at + 2, 4, "fffd");
    found = true;
    at += 6;
  }
  return found;
}

Error explain(std::string_view json, const char* otherwise) {
  const std::optional<JsonFault> fault = find_json_fault(json);
  const std::size_t offset = fault ? fault->offset : 0;
  const auto line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {ErrorCode::invalid_json, offset, static_cast<std::uint32_t>(line),
          "Not JSON: at byte " + std::to_string(offset) + ", " + (fault ? fault->reason : otherwise) + "."};
}

}  // namespace

struct ArticleReader::Parser {
  dom::parser parser;
  std::string mended;

  std::optional<Error> parse(std::string_view json, element& root) {
    auto error = dom::parse(parser, json, root);
    if (error == dom::error_code::STRING_ERROR) {
      mended = json;
      if (replace_lone_surrogates(mended)) error = dom::parse(parser, mended, root);
    }
    if (error) return explain(json, dom::error_message(error));
    return {};
  }
};

ArticleReader::ArticleReader() : parser_(std::make_unique<Parser>()) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;

std::optional<Error> ArticleReader::read(std::string_view json, ArticleInput& input) {
  input = {};
  element root;
  if (auto error = parser_->parse(json, root)) return error;
  object article;
  if (root.get(article))
    return Error{ErrorCode::invalid_json, 0, 1, "An article is an object: {\"id\", \"text\"}."};
  take_id(article, json, input);
  if (!member(article, "text"))
    return Error{ErrorCode::invalid_json, 0, 1, "The article has no \"text\"; give it as a string."};
  if (auto error = take_text(article, "text", input.text)) return error;
  return take_options(article, input);
}

std::optional<Error> ArticleReader::read_options(std::string_view json, ArticleInput& input) {
  input = {};
  element root;
  if (auto error = parser_->parse(json, root)) return error;
  object options;
  if (root.get(options)) return Error{ErrorCode::invalid_json, 0, 1, "Options are an object."};
  take_id(options, json, input);
  return take_options(options, input);
}

std::optional<Error> ArticleReader::read_patterns(std::string_view json, std::vector<Pattern>& patterns) {
  element root;
  if (auto error = parser_->parse(json, root)) return error;
  return take_patterns(root, patterns);
}

Result<Report> analyze_article(const ArticleInput& input, const PatternSet* patterns) {
  Result<Report> report = analyze(input.text, input.options);
  if (!report) return report;
  report.value().id = input.id;
  if (patterns) report.value().matches = patterns->find(input.text, report.value().blocks);
  return report;
}

}  // namespace copydesk
