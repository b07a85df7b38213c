#include "report/head.h"

#include <algorithm>

#include "report/options.h"

namespace copydesk {
namespace {

bool same_letter(char a, char b) {
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b);
}

/// Where `needle` stands within `span`, whatever the case of ASCII letters; empty when it does not.
Span find_within(const Text& text, Span span, std::string_view needle) {
  const std::string_view hay = text.slice(span);
  const auto at = std::search(hay.begin(), hay.end(), needle.begin(), needle.end(), same_letter);
  if (needle.empty() || at == hay.end()) return {};
  const auto begin = span.begin + static_cast<std::uint32_t>(at - hay.begin());
  return {begin, begin + static_cast<std::uint32_t>(needle.size())};
}

/// The first place of `needle` in a block of the kinds that name authors, else nowhere.
Span find_in_head(const Text& text, const Page& page, std::string_view needle) {
  for (const Block& block : page.blocks)
    if (block.kind == BlockKind::byline || block.kind == BlockKind::dateline ||
        block.kind == BlockKind::credit)
      if (const Span found = find_within(text, block.span, needle); !found.empty()) return found;
  return {};
}

Span find_headline(const Text& text, const Page& page, std::string_view headline) {
  for (const Block& block : page.blocks)
    if (block.span.size() == headline.size())
      if (const Span found = find_within(text, block.span, headline); !found.empty()) return found;
  return {};
}

/// The metadata's date, in the place where the text gives one of the same day.
void take_date(const std::string& value, std::optional<HeadField>& field) {
  if (value.empty()) return;
  const bool same_day = field && field->value.substr(0, 10) == value.substr(0, 10);
  field = HeadField{same_day ? field->span : Span{}, value, HeadSource::json_ld};
}

}  // namespace

void add_metadata(const Text& text, const Metadata& metadata, Page& page) {
  ArticleHead& head = page.head;
  if (!head.headline && !metadata.headline.empty())
    head.headline =
        HeadField{find_headline(text, page, metadata.headline), metadata.headline, HeadSource::json_ld};
  if (!metadata.authors.empty()) {
    std::vector<HeadField> authors;
    for (const std::string& name : metadata.authors)
      authors.push_back({find_in_head(text, page, name), name, HeadSource::json_ld});
    head.authors = std::move(authors);
  }
  take_date(metadata.published, head.published);
  take_date(metadata.updated, head.updated);
}

void add_metadata_findings(const Metadata& metadata, std::vector<Finding>& findings) {
  if (!metadata.repairs.empty()) {
    std::string list;
    for (const std::string& repair : metadata.repairs) list += (list.empty() ? "" : ", ") + repair;
    findings.push_back({"json-ld-repaired",
                        Severity::info,
                        "The page's JSON-LD was mended before reading: " + list + ".",
                        {},
                        ""});
  }
  for (const std::string& problem : metadata.problems)
    findings.push_back({"json-ld-unreadable", Severity::warning, problem, {}, ""});
}

Reference choose_reference(const Options& options, const Page& page) {
  const ArticleHead& head = page.head;
  // A page that shows only an update stamp counts as published that day: the stamp is still the source.
  const bool stamped =
      head.published && head.updated && head.published->span.begin == head.updated->span.begin;
  Reference reference;
  if (!options.reference.empty())
    reference = {options.reference, ReferenceSource::option};
  else if (!options.metadata.published.empty())
    reference = {options.metadata.published, ReferenceSource::json_ld};
  else if (head.published && !stamped)
    reference = {head.published->value, ReferenceSource::byline};
  else if (page.dateline_date)
    reference = {page.dateline_date->value, ReferenceSource::dateline};
  else if (head.updated)
    reference = {head.updated->value, ReferenceSource::updated};
  reference.value = local_reference(reference.value, options.time_zone);
  reference.time_zone = options.time_zone;
  return reference;
}

}  // namespace copydesk
