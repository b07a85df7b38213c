// Probabilities from integer sums, in integers: the same in every build.
#pragma once

#include <cstdint>

namespace copydesk::weigh {

/// exp(-k / 16) in 1/65536, k = 0 … 191; 0 beyond.
extern const std::uint16_t kExp[192];

/// Weights are in sixteenths: exp(-difference / 16) in 1/65536.
inline std::uint32_t decay(int difference) {
  return difference < 0 ? 65535u : difference < 192 ? kExp[difference] : 0u;
}

struct Ranking {
  unsigned first = 0, second = 0;
  int margin = 0;          ///< sum of the first over that of the second; 127 without a second
  std::uint8_t share = 0;  ///< probability of the first, 0 … 255
};

/// Sums of up to N candidates and their softmax.
template <unsigned N>
class Shares {
 public:
  void add(int sum) {
    if (count_ < N) sums_[count_++] = sum;
  }
  unsigned size() const { return count_; }
  int sum(unsigned i) const { return sums_[i]; }

  Ranking rank() const {
    Ranking r;
    if (count_ == 0) return r;
    for (unsigned i = 1; i < count_; ++i)
      if (sums_[i] > sums_[r.first]) r.first = i;
    r.second = r.first;
    for (unsigned i = 0; i < count_; ++i)
      if (i != r.first && (r.second == r.first || sums_[i] > sums_[r.second])) r.second = i;
    r.margin = r.second == r.first ? 127 : sums_[r.first] - sums_[r.second];
    r.share = share(r.first, r.first);
    return r;
  }
  /// Probability of candidate `i`, 0 … 255; `best` is the one with the highest sum.
  std::uint8_t share(unsigned i, unsigned best) const {
    std::uint64_t total = 0;
    for (unsigned k = 0; k < count_; ++k) total += decay(sums_[best] - sums_[k]);
    return static_cast<std::uint8_t>(total ? std::uint64_t{255} * decay(sums_[best] - sums_[i]) / total : 0);
  }

 private:
  int sums_[N];
  unsigned count_ = 0;
};

}  // namespace copydesk::weigh
