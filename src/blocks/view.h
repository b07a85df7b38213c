// What the evidence of lines, headlines, days and authors looks at in the same way.
#pragma once

#include <cstdlib>

#include "blocks/bucket.h"
#include "blocks/evidence.h"
#include "tables/furniture.gen.h"

namespace copydesk {

using FurnitureSort = tables::furniture::Sort;

inline Presence presence(const Traits& t, FurnitureSort sort) {
  return t.presence(static_cast<unsigned>(sort));
}
inline bool has(const Traits& t, FurnitureSort sort) {
  return presence(t, sort) != Presence::none;
}

/// How a line ends, in the order of the groups `ending`.
inline unsigned ending(const Traits& t) {
  enum : unsigned { none, stop, question, ellipsis, colon };
  return t.question ? question : t.ellipsis ? ellipsis : t.stop ? stop : t.colon ? colon : none;
}

/// Share of the words after the first with a capital, in the order of the groups `capitals`.
inline unsigned capitals(const Traits& t) {
  static constexpr unsigned kShare[] = {0, 2, 4, 6, 8};
  return bucket(t.capitals * 8u / (t.words - 1u), kShare);
}

/// Blank lines around line `i`, in the order of the groups `gap`: none, before, after, both.
inline unsigned gaps(const std::vector<Line>& lines, std::uint32_t i) {
  const bool after = i + 1 == lines.size() || lines[i + 1].gap_before;
  return (lines[i].gap_before ? 1u : 0u) + (after ? 2u : 0u);
}

/// What stands above or below, in the order of the groups `above` and `below`.
inline unsigned look(const std::vector<Traits>& traits, std::int64_t i) {
  const bool edge = i < 0 || i >= static_cast<std::int64_t>(traits.size());
  return static_cast<unsigned>(edge ? Glance::edge : glance(traits[static_cast<std::size_t>(i)]));
}

/// Whether line `i` has as many words, within two, as its neighbours.
inline bool alike(const std::vector<Traits>& traits, std::uint32_t i) {
  if (i == 0 || i + 1 >= traits.size()) return false;
  const auto near = [&](std::uint32_t k) {
    return std::abs(int{traits[k].words} - int{traits[i].words}) <= 2;
  };
  return near(i - 1) && near(i + 1);
}

/// Lines from the headline, in the order of the groups `place` of days and authors:
/// none over16 over6 over3 over1 title n1 n2 n3 n4 n7 n16 n41.
inline unsigned headline_place(const PageView& page, std::uint32_t i) {
  enum : unsigned { none, over1 = 4, title = 5, n1 = 6 };
  static constexpr unsigned kOver[] = {1, 3, 6, 16};
  static constexpr unsigned kBelow[] = {1, 2, 3, 4, 7, 16, 41};
  if (page.headline == PageView::kNoLine) return none;
  if (i < page.headline) return over1 - bucket(page.headline - i, kOver);
  return i == page.headline ? unsigned{title} : n1 + bucket(i - page.headline, kBelow);
}

}  // namespace copydesk
