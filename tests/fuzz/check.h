// What holds of every report, whatever the text: fuzz targets abort where it does not.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "copydesk/copydesk.h"

namespace copydesk::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "violated: %s\n", what);
  std::abort();
}

inline bool on_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

inline void check_span(std::string_view text, Span span) {
  require(span.begin <= span.end && span.end <= text.size(), "a span lies in the text");
  require(on_boundary(text, span.begin) && on_boundary(text, span.end), "a span ends on code points");
}

inline void check_field(std::string_view text, const std::optional<HeadField>& field) {
  if (field) check_span(text, field->span);
}

inline void check_head(std::string_view text, const ArticleHead& head) {
  check_field(text, head.headline);
  check_field(text, head.published);
  check_field(text, head.updated);
  check_field(text, head.dateline);
  for (const HeadField& author : head.authors) check_span(text, author.span);
  for (const HeadField& credit : head.credits) check_span(text, credit.span);
}

inline void check_tiles(std::string_view text, const Report& report) {
  std::uint32_t end = 0;
  for (const Block& block : report.blocks) {
    check_span(text, block.span);
    require(block.span.begin >= end, "blocks are in order and apart");
    end = block.span.end;
  }
  end = 0;
  for (const Sentence& sentence : report.sentences) {
    check_span(text, sentence.span);
    require(sentence.span.begin >= end, "sentences are in order and apart");
    require(sentence.block < report.blocks.size(), "a sentence has a block");
    require(report.blocks[sentence.block].span.contains(sentence.span), "a sentence stays in its block");
    end = sentence.span.end;
  }
}

inline void check_quotes(std::string_view text, const Report& report) {
  for (const Quote& quote : report.quotes) {
    check_span(text, quote.span);
    for (Span content : quote.content) {
      check_span(text, content);
      require(quote.span.contains(content), "content lies within its quote");
    }
    if (quote.speaker) {
      check_span(text, quote.speaker->span);
      if (quote.speaker->person)
        require(*quote.speaker->person < report.people.size(), "a speaker is one of the people");
    }
    if (quote.cue) check_span(text, quote.cue->span);
  }
}

/// Aborts unless `report`, made of `text`, is one that a caller can rely on.
inline void check_report(std::string_view text, const Report& report) {
  check_head(text, report.article);
  check_tiles(text, report);
  check_quotes(text, report);
  for (const Person& person : report.people)
    for (Span mention : person.mentions) check_span(text, mention);
  for (const Date& date : report.dates) {
    check_span(text, date.span);
    require(!date.span.empty() && !date.value.empty(), "a date has a place and a value");
  }
  for (const Number& number : report.numbers) {
    check_span(text, number.span);
    require(!number.span.empty(), "a number has a place");
    if (number.of) check_span(text, *number.of);
    if (number.same_as) require(*number.same_as < report.numbers.size(), "a conversion names another figure");
  }
  for (const Finding& finding : report.findings)
    for (Span span : finding.spans) check_span(text, span);
}

}  // namespace copydesk::fuzz
