// A word's tags: which lists and tables under rules/en it is on.
#pragma once

#include <cstdint>

#include "lexicon.gen.h"

namespace copydesk {

struct TagSet {
  std::uint64_t bits[kTagWords];

  constexpr bool has(Tag tag) const {
    const auto bit = static_cast<unsigned>(tag);
    return (bits[bit >> 6] >> (bit & 63)) & 1;
  }
  [[gnu::always_inline]] constexpr bool any_of(const TagSet& other) const {
    for (unsigned i = 0; i < kTagWords; ++i)
      if (bits[i] & other.bits[i]) return true;
    return false;
  }
};

/// The set of the given tags, for `any_of`.
template <class... Tags>
constexpr TagSet tag_set(Tags... tags) {
  TagSet set{};
  ((set.bits[static_cast<unsigned>(tags) >> 6] |= std::uint64_t{1} << (static_cast<unsigned>(tags) & 63)),
   ...);
  return set;
}

}  // namespace copydesk
