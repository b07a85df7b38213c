// Cue → what it reports without marks: yes or no, and from where to where.
#pragma once

#include <vector>

#include "quotes/attribute.h"

namespace copydesk {

struct Reported {
  std::uint32_t cue = 0;
  std::uint32_t begin = 0;  ///< first unit
  std::uint32_t end = 0;    ///< after the last unit
  bool forward = true;      ///< behind the cue, else before it
  std::uint8_t share = 0;
  bool turn = false;  ///< a turn of a transcript
};

/// In the order of the cues; none lies inside another.
std::vector<Reported> find_reported(const Scene& scene, SpeakerRanker& speakers,
                                    const std::vector<Attribution>& attributions);

}  // namespace copydesk
