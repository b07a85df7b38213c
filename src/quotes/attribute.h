// Stretch → the cue that says it, the quotation before that goes on, nobody, or no quotation.
#pragma once

#include <vector>

#include "quotes/speaker.h"

namespace copydesk {

struct Attribution {
  enum class State : std::uint8_t { before, after, continued, nobody, not_quotation, alternated };
  static constexpr std::uint32_t kNone = 0xffffffff;

  State state = State::nobody;
  std::uint32_t cue = kNone;       ///< of a continuation or alternation, that of the earlier quotation
  std::uint32_t previous = kNone;  ///< the stretch a continuation continues
  RuleId rule{};                   ///< of a stretch that a rule decided, no evidence
  std::uint8_t share = 0;          ///< probability, 0 … 255, of all candidates that name this speaker
};

/// Decides every outermost stretch from left to right; nested ones stay `nobody`.
std::vector<Attribution> attribute(const Scene& scene, SpeakerRanker& speakers);

}  // namespace copydesk
