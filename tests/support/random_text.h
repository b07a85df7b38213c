// Random news-like text and random strings from a seed: the same on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace copydesk::tests {

/// xorshift64*: small, fast, the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2685821657736338717ull + 1) {}
  std::uint32_t below(std::uint32_t n) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>(((state_ * 2685821657736338717ull) >> 32) * n >> 32);
  }

 private:
  std::uint64_t state_;
};

/// `pieces` pieces of words, abbreviations, marks, numbers, quotes, breaks and odd code points.
inline std::string random_text(Random& random, unsigned pieces) {
  static const char* const kPieces[] = {"Mara",
                                        "Hale",
                                        "the",
                                        "gate",
                                        "fell",
                                        "said",
                                        "asked",
                                        "He",
                                        "In",
                                        "U.S.",
                                        "Inc.",
                                        "Mr.",
                                        "Dr.",
                                        "St.",
                                        "Oct.",
                                        "3",
                                        "2024",
                                        "1,000",
                                        "$5",
                                        "5 p.m.",
                                        "Monday",
                                        "No.",
                                        "J.",
                                        "J.P.",
                                        ".",
                                        ".",
                                        ".",
                                        "?",
                                        "!",
                                        "…",
                                        "...",
                                        ". . .",
                                        ",",
                                        ":",
                                        ";",
                                        "—",
                                        " - ",
                                        "“",
                                        "”",
                                        "\"",
                                        "'",
                                        "’s",
                                        "(",
                                        ")",
                                        "[3]",
                                        "«",
                                        "»",
                                        "``",
                                        "''",
                                        "1)",
                                        "2)",
                                        "•",
                                        "a.",
                                        "b.",
                                        "\n",
                                        "\n\n",
                                        "\r\n",
                                        "\t",
                                        "  ",
                                        "http://alder.example/x",
                                        "Photo:",
                                        "-----",
                                        "Ph.D.",
                                        "é",
                                        "Éva",
                                        "雨。",
                                        "😀",
                                        "\u200d",
                                        "\u00ad",
                                        "\u00a0",
                                        "%",
                                        "Figure 2",
                                        "Friday, June 7, 2024",
                                        "percent",
                                        "two",
                                        "March",
                                        "may",
                                        "iPhone",
                                        "NASA",
                                        "etc.",
                                        "e.g.",
                                        "Fla.",
                                        "Gov.",
                                        "\x01"};
  constexpr std::uint32_t kCount = sizeof kPieces / sizeof *kPieces;
  std::string out;
  for (unsigned i = 0; i < pieces; ++i) {
    out += kPieces[random.below(kCount)];
    if (random.below(4) != 0) out += ' ';
  }
  return out;
}

}  // namespace copydesk::tests
