// The headline: one line of the page, or none, by weighed evidence.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/evidence.h"

namespace copydesk {

/// Whether the line may be a headline at all.
bool headline_candidate(const Traits& traits);

/// Evidence of candidates for the headline.
class HeadlineEvidence {
 public:
  explicit HeadlineEvidence(const PageView& page);
  void read(std::uint32_t i, weigh::Evidence& out) const;

 private:
  bool deck(std::uint32_t k, unsigned words) const;
  void decks(std::uint32_t i, weigh::Evidence& out) const;

  const PageView& page_;
  std::uint32_t most_shared_ = PageView::kNoLine;
  std::uint32_t first_long_ = PageView::kNoLine;
  unsigned menus_ = 0;  // lines that are furniture alone
};

/// The line of the headline, or PageView::kNoLine.  A line whose words have the hash `said` is one, whatever
/// else speaks for others: the page's metadata give it.  0 for nothing said.
std::uint32_t find_headline(const PageView& page, std::uint32_t said);

/// Fills `headline_words` of every line.
void read_headline_words(const Tokens& tokens, const std::vector<Line>& lines, std::uint32_t headline,
                         std::vector<Traits>& traits);

}  // namespace copydesk
