// Cue → the phrase that speaks.
#pragma once

#include "quotes/scene.h"

namespace copydesk {

/// Who speaks for a cue.
struct CueSpeaker {
  std::uint32_t unit = Units::kNone;  ///< the phrase; the cue's own unit means its possessor; kNone nobody
  int margin = 0;                     ///< of the best sum over the next
  std::uint8_t share = 0;             ///< probability of the winner, 0 … 255
  bool known = false;
};

/// Ranks the phrases around the cue; each cue is looked at once.
class SpeakerRanker {
 public:
  explicit SpeakerRanker(const Scene& scene) : scene_(scene), of_cue_(scene.cues.all.size()) {}
  const CueSpeaker& of(std::size_t cue);

 private:
  struct Between;
  struct Best;
  void rank(const CueUnit& cue, CueSpeaker& out);
  void consider(const CueUnit& cue, std::uint32_t unit, unsigned side, unsigned count, const Between& between,
                Best& best);
  void consider_nobody(const CueUnit& cue, Best& best);
  /// The speaker of the listed cue before `cue` in its sentence: "Lee said it rained, adding …".
  std::uint32_t chained_speaker(std::size_t cue);
  static constexpr unsigned kBefore = 9, kAfter = 4, kWindow = 120, kChain = 4, kDeepest = 8;

  const Scene& scene_;
  std::vector<CueSpeaker> of_cue_;
  std::uint32_t chained_ = Units::kNone;
  unsigned depth_ = 0;
};

/// The stretch at `unit` is a nickname inside a name: Joe “the Plumber” Doolan.
bool nickname(const Scene& scene, std::uint32_t unit);

/// The name that a comma joins to one person's description at `unit`, "the mayor of Reno, Ann Lee,"; else
/// kNone.
std::uint32_t name_behind(const Scene& scene, std::uint32_t unit);

/// The bytes of the phrase that speaks for `cue`; of a noun of saying its possessor.
Span speaker_span(const Scene& scene, const CueUnit& cue, std::uint32_t unit);

}  // namespace copydesk
