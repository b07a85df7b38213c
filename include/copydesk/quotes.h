// Stage: quotations, who says them, and the word that says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

/// One weighed piece of evidence, for explanation.
struct Evidence {
  std::string name;
  int weight = 0;
};

struct Quote {
  Span span;  ///< with marks; an indirect one from its first to its last word
  QuoteKind kind = QuoteKind::direct;
  std::vector<Span> content;  ///< without marks; several when a cue interrupts or paragraphs continue
  std::optional<Speaker> speaker;
  std::optional<Cue> cue;
  RuleId rule;
  Confidence confidence = Confidence::high;
  bool closed = true;      ///< false: the closing mark is missing and the paragraph's end stands for it
  std::uint8_t share = 0;  ///< the probability behind `confidence`, 0 … 255; 0 where a rule decided
};

}  // namespace copydesk
