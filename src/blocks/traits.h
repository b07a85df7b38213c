// What can be seen of each line alone, in one pass over its tokens, and what it shares with the page.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "blocks/lines.h"

namespace copydesk {

/// The sorts of furniture phrases (the column `sort` of furniture.tsv), and how much of a line they are.
inline constexpr unsigned kFurnitureSorts = 13;
enum class Presence : std::uint8_t { none, far, inside, opens, alone };

/// A line as evidence.  Counts saturate at 65,535.
struct Traits {
  std::uint16_t words = 0;
  std::uint16_t capitals = 0;  ///< words after the first with a capital
  std::uint16_t function = 0;  ///< words of function_words
  std::uint16_t numbers = 0;
  std::uint16_t commas = 0;
  std::uint16_t quotes = 0;       ///< double quotation marks
  std::uint16_t inner_stops = 0;  ///< sentence ends before the last
  std::uint16_t separators = 0;   ///< | › » · / > between spaces
  std::uint16_t glued = 0;        ///< small letter directly before a capital: "FacebookTwitter"
  std::uint8_t address = 0;       ///< I, we, you, your, our
  std::uint8_t speech = 0;        ///< verbs of speech
  std::uint8_t roles = 0;         ///< reporter, editor …
  std::uint8_t agencies = 0;
  bool stop = false;  ///< ends with . ! ? and closers
  bool question = false;
  bool ellipsis = false;
  bool colon = false;
  bool opens_small = false;
  bool opens_mark = false;  ///< the first token is a mark that opens no quotation
  bool shouts = false;      ///< every word in capitals
  bool by = false;          ///< opens with "By", "Written by", "Story by"
  bool handle = false;      ///< an address of mail or web, "@name", "#tag"
  bool price = false;
  bool date = false;  ///< a month beside a day or a year, or 12/31/2024
  bool year = false;
  bool clock = false;
  bool ago = false;
  std::array<Presence, kFurnitureSorts> furniture{};
  bool name_like = false;      ///< two to four words with capitals and nothing else, as a person's name has
  bool opens_home = false;     ///< a trail of links: "Home » Sport", "HomeSport"
  bool picture_words = false;  ///< a picture's file name, or the words that stand in its place
  bool foreign = false;        ///< a short line that opens in another script than the Latin one
  std::uint32_t hash = 0;      ///< of its words
  // Against the page:
  bool repeated = false;            ///< the same words stand on another line
  bool echoed = false;              ///< they are a part, between separators, of another line
  bool echoes = false;              ///< such a part of it is another line
  std::uint8_t headline_words = 0;  ///< of the headline's content words, those in this line
  std::uint8_t shared = 0;          ///< content words found in the core
  std::uint8_t topic = 0;           ///< share of its content words found in the core, 0 … 4; 5: has none

  bool sentence() const { return stop && words >= 5; }
  bool long_line() const { return words >= 20; }
  Presence presence(unsigned sort) const { return furniture[sort]; }
  bool furniture_seen() const {
    for (const Presence p : furniture)
      if (p != Presence::none) return true;
    return false;
  }
};

/// The traits of every line, `headline_words` and `topic` aside.
/// The hash of the words and numbers of the tokens [first, last), as Traits::hash is of a line.
std::uint32_t hash_words(const Text& text, const Tokens& tokens, std::uint32_t first, std::uint32_t last);

std::vector<Traits> read_traits(const Text& text, const Tokens& tokens, const std::vector<Line>& lines);

/// The stretch of lines where sentences are densest: [first, last).
struct Core {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
Core find_core(const std::vector<Traits>& traits);

/// How often each content word stands in the core.
class WordCounts {
 public:
  WordCounts(const Tokens& tokens, const std::vector<Line>& lines, const std::vector<Traits>& traits,
             Core core);
  std::uint32_t count(std::uint32_t hash) const;

 private:
  void add(std::uint32_t hash);
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint16_t> counts_;
};

/// A word that says what a text is about: on no list of function words, four letters or a capital.
[[gnu::always_inline]] inline bool content_word(const Token& token) {
  if (!token.is_word() || token.has(Tag::function_words)) return false;
  return token.end - token.begin >= 4 || (token.capital() && token.end - token.begin >= 2);
}

/// Fills `topic`: what share of each line's content words stands in the core (outside the line itself).
void read_topics(const Tokens& tokens, const std::vector<Line>& lines, Core core, const WordCounts& counts,
                 std::vector<Traits>& traits);

}  // namespace copydesk
