// Stage: quotations, who says them, and the word that says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/error.h"
#include "copydesk/rule.h"
#include "copydesk/span.h"

namespace copydesk {

enum class QuoteKind : std::uint8_t { direct, mixed, indirect, scare, title };

struct Speaker {
  Span span;                            ///< the mention nearest the cue, also when it is "he"
  std::optional<std::uint32_t> person;  ///< index into the people
  std::string name;                     ///< whom the mention means; empty when open
};

struct Cue {
  Span span;          ///< with its auxiliaries and particles
  std::string lemma;  ///< "say"
};

struct Quote {
  Span span;  ///< with marks; an indirect one from its first to its last word
  QuoteKind kind = QuoteKind::direct;
  std::vector<Span> content;  ///< without marks; several when a cue interrupts or paragraphs continue
  std::optional<Speaker> speaker;
  std::optional<Cue> cue;
  std::optional<std::uint32_t> parent;  ///< index of the quotation whose words hold this one
  std::vector<Span>
      self;  ///< "I", "me", "my", "mine", "myself" in the content: the speaker, when there is one
  RuleId rule;
  Confidence confidence = Confidence::high;
  bool closed = true;      ///< false: the closing mark is missing and the paragraph's end stands for it
  std::uint8_t share = 0;  ///< the probability behind `confidence`, 0 … 255; 0 where a rule decided
};

/// One weighed choice with all that was to choose from (debug output).
struct QuoteDecision {
  enum class About : std::uint8_t {
    quotation,  ///< what stands between marks: which cue says it, or none
    speaker,    ///< which phrase speaks for a cue
    reported    ///< what a cue reports without marks
  };
  enum class What : std::uint8_t { speaker, nobody, cue, same, not_quotation, reports, reports_nothing };
  struct Evidence {
    std::string_view name;  ///< "adjacency=comma:after:comma"; as in rules/en/quotes/*.weights.tsv
    int weight = 0;         ///< sixteenths
  };
  struct Candidate {
    What what = What::nobody;
    Span span;                       ///< the phrase, the cue, or what is reported
    Span speaker;                    ///< of a cue, when it has one
    int sum = 0;                     ///< of all its evidence
    std::vector<Evidence> evidence;  ///< the weightiest first; what weighs nothing is left out
  };
  About about = About::quotation;
  Span span;                          ///< what is decided on: the content of a quotation, the cue
  std::size_t chosen = 0;             ///< index into the candidates
  std::vector<Candidate> candidates;  ///< one without evidence alone: a rule decided
  RuleId rule;                        ///< of the quotation in the report; none where there is none
};

/// Every weighed choice of `analyze` in text order.  Empty in WebAssembly, where the evidence has no names.
/// Errors: invalid_utf8.
Result<std::vector<QuoteDecision>> explain_quotes(std::string_view utf8);

}  // namespace copydesk
