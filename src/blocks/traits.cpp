#include "blocks/traits.h"

#include <algorithm>

#include "lexicon/lookup.h"
#include "tables/furniture.gen.h"
#include "tables/news_agencies.gen.h"

namespace copydesk {

using namespace literals;

namespace {

constexpr unsigned kFarWords = 25;  // a furniture phrase inside a longer line says little

void count(std::uint16_t& n) {
  if (n < 0xffff) ++n;
}
void count(std::uint8_t& n) {
  if (n < 0xff) ++n;
}

bool is_separator(const Token& token) {
  switch (token.word) {
    case '|':
    case '/':
    case '>':
    case kRightGuillemet:
    case kBullet:
      return true;
    default:
      return false;
  }
}

bool ends_sentence(const Token& token) {
  return token.is_mark('.') || token.is_mark('!') || token.is_mark('?') || token.is_mark(kEllipsis);
}

bool closes(const Token& token) {
  switch (token.word) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case kRightDouble:
    case kRightSingle:
    case kRightGuillemet:
      return token.is_any_mark();
    default:
      return false;
  }
}

/// Adds a word or a number to the hash of a line.
std::uint32_t hash_token(std::uint32_t hash, const Text& text, const Token& token) {
  if (token.is_word()) return hash_byte(hash ^ token.hash, 1);
  if (token.is_number()) return hash_byte(hash, static_cast<unsigned char>(text.bytes()[token.begin]));
  return hash;
}

class Reader {
 public:
  Reader(const Text& text, const Tokens& tokens, const Line& line)
      : text_(text), tokens_(tokens), line_(line) {}

  Traits read() {
    first_word_ = line_.first;
    while (first_word_ < line_.last && tokens_[first_word_].is_any_mark()) ++first_word_;
    t_.opens_mark = tokens_[line_.first].is_any_mark() && !opens_quote(tokens_[line_.first]);
    t_.hash = kHashSeed;
    for (std::size_t i = line_.first; i < line_.last; ++i) visit(i);
    t_.hash = hash_finish(t_.hash);
    end();
    furniture();
    t_.name_like = name_like();
    t_.opens_home = opens_home();
    t_.foreign = foreign();
    t_.picture_words = file_name() || picture_words();
    return t_;
  }

 private:
  static bool opens_quote(const Token& token) {
    return token.is_mark('"') || token.is_mark(kLeftDouble) || token.is_mark('\'') ||
           token.is_mark(kLeftSingle);
  }

  void visit(std::size_t i) {
    const Token& token = tokens_[i];
    t_.hash = hash_token(t_.hash, text_, token);
    if (token.is_word())
      word(i, token);
    else if (token.is_number())
      number(i, token);
    else
      mark(i, token);
  }

  void word(std::size_t i, const Token& token) {
    count(t_.words);
    const bool first = i == first_word_;
    if (first)
      t_.opens_small = !token.capital() && !token.has(token_flag::inner_capital);
    else if (token.capital())
      count(t_.capitals);
    shouting_ += token.has(token_flag::all_capitals) || token.end - token.begin == 1;
    if (token.has(token_flag::inner_capital)) count(t_.glued);
    if (!token.word) {
      if (token.is("i"_w) && token.capital()) count(t_.address);
      return;
    }
    const TagSet& tags = tags_of(token.word);
    if (tags.has(Tag::function_words)) count(t_.function);
    small_signs(i, token);
    if (tags.any_of(kTelling)) telling(i, token, tags);
  }

  static constexpr TagSet kTelling = tag_set(Tag::address_words, Tag::speech_verbs, Tag::role_words,
                                             Tag::news_agencies, Tag::months, Tag::furniture);

  void telling(std::size_t i, const Token& token, const TagSet& tags) {
    if (tags.has(Tag::address_words)) count(t_.address);
    if (tags.has(Tag::speech_verbs)) count(t_.speech);
    if (tags.has(Tag::role_words)) count(t_.roles);
    if (tags.has(Tag::news_agencies) && token.capital() && find(tables::news_agencies::keys, tokens_, i))
      count(t_.agencies);
    if (tags.has(Tag::months) && token.capital() && (beside_number(i + 1) || tokens_[i - 1].is_number()))
      t_.date = true;
    if (tags.has(Tag::furniture)) phrase(i);
  }

  void small_signs(std::size_t i, const Token& token) {
    if (token.is("by"_w)) {
      const bool second = i == first_word_ + 1 && tokens_[first_word_].has(Tag::byline_openers);
      if (i == first_word_ || second) t_.by = true;
    }
    if (token.is("ago"_w)) t_.ago = true;
    if (token.is("http"_w) || token.is("https"_w) || token.is("www"_w)) t_.handle = true;
    if (token.is("com"_w) && token.glued() && tokens_[i - 1].is_mark('.')) t_.handle = true;
  }

  bool beside_number(std::size_t i) const {
    if (i < line_.last && tokens_[i].is_mark('.')) ++i;
    return i < line_.last && tokens_[i].is_number();
  }

  void number(std::size_t i, const Token& token) {
    count(t_.numbers);
    const std::uint32_t size = token.end - token.begin;
    const char lead = text_.bytes()[token.begin];
    if (size == 4 && (lead == '1' || lead == '2')) t_.year = true;
    if (size >= 8 && size <= 10 && text_.bytes()[token.end - 5] == '.') t_.date = true;
    const Token& next = tokens_[i + 1];
    if (i + 2 >= line_.last || !next.glued() || !tokens_[i + 2].glued() || !tokens_[i + 2].is_number())
      return;
    if (next.is_mark(':')) t_.clock = true;
    if ((next.is_mark('/') || next.is_mark('-')) && tokens_[i + 3].is_mark(next.word) &&
        tokens_[i + 3].glued() && tokens_[i + 4].is_number())
      t_.date = true;
  }

  void mark(std::size_t i, const Token& token) {
    const Token& next = tokens_[i + 1];
    const bool last = i + 1 == line_.last;
    switch (token.word) {
      case ',':
        count(t_.commas);
        break;
      case '"':
      case kLeftDouble:
      case kRightDouble:
        count(t_.quotes);
        break;
      case '@':
        if (!last && next.glued()) t_.handle = true;
        break;
      case '#':
        if (!last && next.glued() && next.is_word()) t_.handle = true;
        break;
      case '$':
      case kPound:
      case kEuro:
        if (!last && next.is_number()) t_.price = true;
        break;
      case '.':
      case '!':
      case '?':
        if (!last && !next.glued() && next.capital()) count(t_.inner_stops);
        break;
      default:
        break;
    }
    if (!last && !token.glued() && !next.glued() && is_separator(token)) count(t_.separators);
  }

  void end() {
    t_.shouts = t_.words > 0 && shouting_ == t_.words;
    std::size_t i = line_.last;
    while (i > line_.first + 1 && closes(tokens_[i - 1])) --i;
    const Token& last = tokens_[i - 1];
    t_.question = last.is_mark('?');
    t_.colon = last.is_mark(':');
    t_.ellipsis =
        last.is_mark(kEllipsis) || (last.is_mark('.') && tokens_[i - 2].is_mark('.') && i >= line_.first + 2);
    t_.stop = !t_.ellipsis && (ends_sentence(last) || (last.has(token_flag::dotted) && t_.words >= 8));
  }

  bool foreign() const {
    constexpr unsigned kMost = 8;
    constexpr unsigned char kGreek = 0xcd;  // the lead byte of the first script behind Latin and its marks
    constexpr unsigned char kPunctuation = 0xe2;
    if (first_word_ >= line_.last || t_.words > kMost || t_.stop || t_.capitals) return false;
    const auto lead = static_cast<unsigned char>(text_.bytes()[tokens_[first_word_].begin]);
    return lead >= kGreek && lead != kPunctuation && lead < 0xf0;
  }

  /// "harbour-1600x900.jpg", "IMG 2041.png".
  bool file_name() const {
    constexpr std::size_t kMostWords = 8;
    if (t_.words > kMostWords || line_.last < line_.first + 3) return false;
    const Token& end = tokens_[line_.last - 1];
    if (!end.glued() || !tokens_[line_.last - 2].is_mark('.')) return false;
    for (const std::uint32_t word : {"jpg"_w, "jpeg"_w, "png"_w, "gif"_w, "webp"_w, "svg"_w, "mp4"_w})
      if (end.is(word)) return true;
    return false;
  }

  /// "Newsroom logo", "Profile picture of Ann Lee": what pages show where a picture is missing.  No sentence,
  /// and no heading that opens with an article, as "The icon" does.
  bool picture_words() const {
    constexpr unsigned kMostOfName = 5, kMost = 20;
    if (t_.stop || t_.question || t_.words < 2 || t_.words > kMost) return false;
    std::size_t k = first_word_ + (tokens_[first_word_].is("a"_w) || tokens_[first_word_].is("an"_w));
    const Token& last = tokens_[line_.last - 1];
    if (t_.words <= kMostOfName && !tokens_[k].has(Tag::function_words))
      for (const std::uint32_t word : {"logo"_w, "avatar"_w, "headshot"_w, "thumbnail"_w, "placeholder"_w})
        if (last.is(word)) return true;
    for (const std::uint32_t word : {"profile"_w, "featured"_w, "cover"_w, "stock"_w, "file"_w})
      if (tokens_[k].is(word)) {
        ++k;
        break;
      }
    if (!tokens_[k + 1].is("of"_w) && !tokens_[k + 1].is("showing"_w) && !tokens_[k + 1].is("shows"_w))
      return false;
    for (const std::uint32_t word : {"image"_w, "photo"_w, "photograph"_w, "illustration"_w, "logo"_w,
                                     "avatar"_w, "headshot"_w, "screenshot"_w, "thumbnail"_w})
      if (tokens_[k].is(word)) return true;
    return k > 0 && tokens_[k - 1].is("profile"_w) &&
           (tokens_[k].is("picture"_w) || tokens_[k].is("pictures"_w));
  }

  /// "Home » Sport » …", "HomeSport…".
  bool opens_home() const {
    if (first_word_ >= line_.last) return false;
    const Token& token = tokens_[first_word_];
    if (token.is("home"_w)) return first_word_ + 1 < line_.last && is_separator(tokens_[first_word_ + 1]);
    return token.has(token_flag::inner_capital) && text_.slice(token.span()).substr(0, 4) == "Home";
  }

  /// "Lena Osterhaus", "Dr J. van Loon", with no mark but dots, hyphens and apostrophes.
  bool name_like() const {
    if (t_.words < 2 || t_.words > 4 || t_.numbers || t_.stop || t_.furniture_seen()) return false;
    for (std::size_t i = line_.first; i < line_.last; ++i) {
      const Token& token = tokens_[i];
      const bool joins = token.is_mark('.') || token.is_mark('-') || token.is_mark('\'') ||
                         token.is_mark(kRightSingle) || token.is_mark(kHyphen);
      if (token.is_any_mark() ? !joins : i == first_word_ && !token.capital()) return false;
    }
    return t_.function == 0 && t_.capitals + 2u >= t_.words && shouting_ < t_.words;
  }

  void phrase(std::size_t i) {
    if (i < covered_to_) return;
    const Hit hit = find(tables::furniture::keys, tokens_, i);
    if (!hit || i + hit.length > line_.last) return;
    const auto sort = static_cast<unsigned>(tables::furniture::rows[hit.row].sort);
    if (i == first_word_) opening_ = sort + 1;
    seen_ |= 1u << sort;
    for (std::size_t k = i; k < i + hit.length; ++k) covered_ += tokens_[k].is_word();
    covered_to_ = i + hit.length;
  }

  void furniture() {
    if (!seen_) return;
    const bool alone = covered_ + t_.function >= t_.words && t_.words <= kFarWords;
    for (unsigned sort = 0; sort < kFurnitureSorts; ++sort)
      if (seen_ >> sort & 1)
        t_.furniture[sort] = alone                  ? Presence::alone
                             : opening_ == sort + 1 ? Presence::opens
                             : t_.words < kFarWords ? Presence::inside
                                                    : Presence::far;
  }

  const Text& text_;
  const Tokens& tokens_;
  const Line& line_;
  Traits t_;
  std::size_t first_word_ = 0;
  std::size_t covered_to_ = 0;
  unsigned shouting_ = 0;
  unsigned covered_ = 0;
  unsigned opening_ = 0;
  std::uint32_t seen_ = 0;
};

/// Marks lines that other lines repeat whole, and lines that are a part of another: a title with the site's
/// name behind it, a trail of links that ends in the headline.
class Echoes {
 public:
  Echoes(const Text& text, const Tokens& tokens, const std::vector<Line>& lines, std::vector<Traits>& traits)
      : text_(text), tokens_(tokens), lines_(lines), traits_(traits) {}

  void run() {
    order_.reserve(traits_.size());
    for (std::uint32_t i = 0; i < traits_.size(); ++i)
      if (traits_[i].words) order_.emplace_back(traits_[i].hash, i);
    std::sort(order_.begin(), order_.end());
    for (std::size_t k = 1; k < order_.size(); ++k)
      if (order_[k].first == order_[k - 1].first)
        traits_[order_[k].second].repeated = traits_[order_[k - 1].second].repeated = true;
    for (std::uint32_t i = 0; i < traits_.size(); ++i)
      if (traits_[i].words >= kLeast && traits_[i].words <= kMost) parts(i);
  }

 private:
  static constexpr unsigned kLeast = 3, kMost = 40;  // words of a line with parts
  static constexpr unsigned kMostParts = 6;

  bool parts_at(std::uint32_t k) const {
    const Token& token = tokens_[k];
    if (!token.is_any_mark()) return false;
    if (token.is_mark(':')) return true;
    const bool dash = token.is_mark('-') || token.is_mark(kEnDash) || token.is_mark(kEmDash);
    return (dash || is_separator(token)) && !token.glued() && !tokens_[k + 1].glued();
  }

  void parts(std::uint32_t i) {
    unsigned found = 0;
    for (std::uint32_t k = lines_[i].first + 1; k + 1 < lines_[i].last && found < kMostParts; ++k) {
      if (!parts_at(k)) continue;
      ++found;
      look_up(i, lines_[i].first, k);
      look_up(i, k + 1, lines_[i].last);
    }
  }

  void look_up(std::uint32_t i, std::uint32_t first, std::uint32_t last) {
    unsigned words = 0;
    for (std::uint32_t k = first; k < last; ++k) words += tokens_[k].is_word();
    if (words < 2) return;
    const std::uint32_t hash = hash_words(text_, tokens_, first, last);
    auto at = std::lower_bound(order_.begin(), order_.end(), std::pair{hash, std::uint32_t{0}});
    if (at == order_.end() || at->first != hash) return;
    traits_[i].echoes = true;
    for (; at != order_.end() && at->first == hash && !traits_[at->second].echoed; ++at)
      traits_[at->second].echoed = true;
  }

  const Text& text_;
  const Tokens& tokens_;
  const std::vector<Line>& lines_;
  std::vector<Traits>& traits_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order_;  // hash, line
};

}  // namespace

std::uint32_t hash_words(const Text& text, const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  std::uint32_t hash = kHashSeed;
  for (std::uint32_t k = first; k < last; ++k) hash = hash_token(hash, text, tokens[k]);
  return hash_finish(hash);
}

std::vector<Traits> read_traits(const Text& text, const Tokens& tokens, const std::vector<Line>& lines) {
  std::vector<Traits> traits;
  traits.reserve(lines.size());
  for (const Line& line : lines) traits.push_back(Reader(text, tokens, line).read());
  Echoes(text, tokens, lines, traits).run();
  return traits;
}

Core find_core(const std::vector<Traits>& traits) {
  // The stretch with the largest sum: words of long lines count for it, every other line against it.
  Core best, run;
  std::int64_t best_sum = 0, sum = 0;
  for (std::uint32_t i = 0; i < traits.size(); ++i) {
    const Traits& t = traits[i];
    const int gain = t.words >= 12 && t.function * 5 >= t.words ? std::min<int>(t.words, 80) : -10;
    if (sum <= 0) run.first = i, sum = 0;
    sum += gain;
    if (sum > best_sum) best_sum = sum, best = {run.first, i + 1};
  }
  return best;
}

WordCounts::WordCounts(const Tokens& tokens, const std::vector<Line>& lines,
                       const std::vector<Traits>& traits, Core core) {
  constexpr std::size_t kMostWords = 1u << 16;  // of a core; later words hardly change what it is about
  std::size_t words = 0;
  for (std::uint32_t i = core.first; i < core.last; ++i) words += traits[i].words;
  std::size_t size = 64;
  while (size < 2 * std::min(words, kMostWords)) size *= 2;
  hashes_.resize(size);
  counts_.resize(size);
  std::size_t left = kMostWords;
  for (std::uint32_t i = core.first; i < core.last && left; ++i)
    for (std::uint32_t k = lines[i].first; k < lines[i].last && left; ++k)
      if (content_word(tokens[k])) add(tokens[k].hash), --left;
}

void WordCounts::add(std::uint32_t hash) {
  hash |= hash == 0;
  std::size_t at = hash & (hashes_.size() - 1);
  while (hashes_[at] && hashes_[at] != hash) at = (at + 1) & (hashes_.size() - 1);
  hashes_[at] = hash;
  if (counts_[at] < 0xffff) ++counts_[at];
}

std::uint32_t WordCounts::count(std::uint32_t hash) const {
  hash |= hash == 0;
  std::size_t at = hash & (hashes_.size() - 1);
  while (hashes_[at] && hashes_[at] != hash) at = (at + 1) & (hashes_.size() - 1);
  return hashes_[at] == hash ? counts_[at] : 0;
}

void read_topics(const Tokens& tokens, const std::vector<Line>& lines, Core core, const WordCounts& counts,
                 std::vector<Traits>& traits) {
  constexpr std::uint32_t kMostTokens = 400;  // of one line
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t own = i >= core.first && i < core.last ? 1 : 0;
    std::uint32_t content = 0, shared = 0;
    const std::uint32_t last = std::min(lines[i].last, lines[i].first + kMostTokens);
    for (std::uint32_t k = lines[i].first; k < last; ++k) {
      if (!content_word(tokens[k])) continue;
      ++content;
      shared += counts.count(tokens[k].hash) > own;
    }
    traits[i].shared = static_cast<std::uint8_t>(std::min(255u, shared));
    traits[i].topic = static_cast<std::uint8_t>(content == 0 ? 5 : std::min(4u, shared * 8 / content));
  }
}

}  // namespace copydesk
