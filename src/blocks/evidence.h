// The named evidence about each line that decides body or furniture.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/traits.h"
#include "weigh/weigh.h"

namespace copydesk {

/// A page as its lines see it.
struct PageView {
  const Tokens& tokens;
  const std::vector<Line>& lines;
  const std::vector<Traits>& traits;
  Core core;
  std::uint32_t headline = kNoLine;
  static constexpr std::uint32_t kNoLine = ~std::uint32_t{0};
};

/// What a line is at a glance, as its neighbours weigh it.
enum class Glance : std::uint8_t { edge, menu, short_line, sentence, long_line };
Glance glance(const Traits& traits);

/// Walks a page's lines in order and gives each one's evidence.
class LineEvidence {
 public:
  explicit LineEvidence(const PageView& page);
  /// The evidence of line `i`; to be called for 0, 1, 2 …
  void read(std::uint32_t i, weigh::Evidence& out);

 private:
  void alone(const Traits& t, weigh::Evidence& out) const;
  void phrases(const Traits& t, weigh::Evidence& out) const;
  void neighbours(std::uint32_t i, weigh::Evidence& out) const;
  void places(std::uint32_t i, weigh::Evidence& out) const;
  void headers(std::uint32_t i, weigh::Evidence& out);
  Glance at(std::int64_t i) const {
    return i < 0 || i >= static_cast<std::int64_t>(glances_.size()) ? Glance::edge
                                                                    : glances_[static_cast<std::size_t>(i)];
  }

  const PageView& page_;
  std::vector<Glance> glances_;
  std::vector<std::uint16_t> short_runs_;
  std::vector<std::uint16_t> prose_above_;  // lines to the next long one of the page's topic; 0 for none
  std::vector<std::uint16_t> prose_below_;
  std::uint8_t under_ = 0;  // kind of the last header, from 1
  std::uint32_t under_at_ = 0;
  std::uint8_t past_ = 0;  // kinds of headers passed
};

}  // namespace copydesk
