// The one mechanism that sums named evidence.  Features are integers known at build time; their
// weights and names come from rules/en/**/*.features.tsv and *.weights.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace copydesk::weigh {

/// `value`, which is below N as every caller knows: a group or a grid need not clip it.
template <unsigned N>
constexpr unsigned below(unsigned value) {
  if (value >= N) __builtin_unreachable();
  return value;
}

/// A yes-or-no feature.
struct Feature {
  std::uint16_t id;
};

/// A feature with one of N values.
template <std::uint16_t N>
struct Group {
  std::uint16_t base;
  /// The feature of `value`; values past the last count as the last.
  [[gnu::always_inline]] constexpr Feature operator[](unsigned value) const {
    return {static_cast<std::uint16_t>(base + (value < N ? value : N - 1))};
  }
};

/// A feature with one value on each of two or three axes.
template <unsigned N, unsigned M, unsigned L = 1>
struct Grid {
  std::uint16_t base;
  [[gnu::always_inline]] constexpr Feature operator()(unsigned a, unsigned b, unsigned c = 0) const {
    return {static_cast<std::uint16_t>(base + (clip(a, N) * M + clip(b, M)) * L + clip(c, L))};
  }
  static constexpr unsigned clip(unsigned value, unsigned count) { return value < count ? value : count - 1; }
};

struct Model {
  const std::int8_t* weights;
  const char* const* names;  ///< null where the build leaves them out (COPYDESK_FEATURE_NAMES)
  std::uint16_t count;
};

/// A page does not pay for what only developers see.
#ifdef COPYDESK_SMALL
inline constexpr bool kKeepsEvidence = false;
#else
inline constexpr bool kKeepsEvidence = true;
#endif

/// The weights of one candidate's evidence, summed as it comes.
class Score {
 public:
  /// `keeps`: `features()` is asked for; natively alone.
  explicit Score(const Model& model, bool keeps = false) : weights_(model.weights), keeps_(keeps) {}
  void add(Feature feature) {
    sum_ += weights_[feature.id];
    if constexpr (kKeepsEvidence)
      if (keeps_) keep(feature);
  }
  void add_if(bool holds, Feature feature) {
    if (holds) add(feature);
  }
  int sum() const { return sum_; }
  std::vector<std::uint16_t> features() const { return features_; }

 private:
  struct Nothing {
    void push_back(std::uint16_t) {}
    operator std::vector<std::uint16_t>() const { return {}; }
  };

  [[gnu::noinline]] void keep(Feature feature) { features_.push_back(feature.id); }

  const std::int8_t* weights_;
  int sum_ = 0;
  bool keeps_;
  [[no_unique_address]] std::conditional_t<kKeepsEvidence, std::vector<std::uint16_t>, Nothing> features_;
};

/// The evidence for one candidate that several models judge.  Holds at most `kMost` features; more are an
/// error of the code.
class Evidence {
 public:
  static constexpr unsigned kMost = 96;
  void add(Feature feature) {
    if (size_ < kMost) ids_[size_++] = feature.id;
  }
  void add_if(bool holds, Feature feature) {
    if (holds) add(feature);
  }
  int sum(const Model& model) const {
    int total = 0;
    for (unsigned i = 0; i < size_; ++i) total += model.weights[ids_[i]];
    return total;
  }
  void clear() { size_ = 0; }
  const std::uint16_t* begin() const { return ids_.data(); }
  const std::uint16_t* end() const { return ids_.data() + size_; }

 private:
  std::array<std::uint16_t, kMost> ids_;
  unsigned size_ = 0;
};

}  // namespace copydesk::weigh
