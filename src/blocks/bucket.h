// A number as the place of the last bound it reaches.
#pragma once

#include <cstddef>

namespace copydesk {

template <std::size_t N>
constexpr unsigned bucket(unsigned n, const unsigned (&from)[N]) {
  unsigned k = 0;
  while (k + 1 < N && n >= from[k + 1]) ++k;
  return k;
}

}  // namespace copydesk
