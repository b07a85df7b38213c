#include "blocks/headline.h"

#include <algorithm>
#include <array>
#include <limits>

#include "blocks/inserts.h"
#include "blocks/view.h"
#include "tables/title.features.gen.h"

namespace copydesk {
namespace {

namespace f = features::title;
using Sort = FurnitureSort;

constexpr unsigned kMostWords = 32;
constexpr unsigned kMostWordsOfSentence = 16;  // with a full stop

bool short_date(const Traits& t) {
  return t.date && t.words < 12;
}
bool byline(const Traits& t) {
  return t.by && t.words < 16;
}
bool stamp(const Traits& t) {
  return t.words < 16 && has(t, Sort::stamp);
}

}  // namespace

bool headline_candidate(const Traits& t) {
  if ((t.by && t.words <= kMostWordsOfSentence) || t.opens_home || t.picture_words) return false;
  return t.words >= 1 && t.words <= (t.stop ? kMostWordsOfSentence : kMostWords);
}

HeadlineEvidence::HeadlineEvidence(const PageView& page) : page_(page) {
  for (const Traits& t : page.traits) menus_ += glance(t) == Glance::menu;
  unsigned most = 1;
  for (std::uint32_t i = 0; i < page.traits.size() && i < page.core.last; ++i) {
    const Traits& t = page.traits[i];
    if (first_long_ == PageView::kNoLine && glance(t) == Glance::long_line) first_long_ = i;
    if (headline_candidate(t) && t.words <= 24 && t.shared > most && i <= page.core.first)
      most = t.shared, most_shared_ = i;
  }
}

void HeadlineEvidence::read(std::uint32_t i, weigh::Evidence& out) const {
  const auto& traits = page_.traits;
  const auto& lines = page_.lines;
  const auto n = static_cast<std::uint32_t>(traits.size());
  const Traits& t = traits[i];
  out.clear();
  out.add(f::always);
  static constexpr unsigned kMenus[] = {0, 1, 3, 10};
  out.add(f::menus[bucket(menus_, kMenus)]);
  static constexpr unsigned kWords[] = {1, 2, 3, 5, 7, 9, 14, 19, 25};
  out.add(f::words[bucket(t.words, kWords)]);
  if (t.words >= 3) out.add(f::capitals[capitals(t)]);
  out.add(f::ending[ending(t)]);
  out.add_if(t.separators, f::separator);
  out.add_if(t.date, f::date);
  out.add_if(t.clock, f::clock);
  out.add_if(t.by, f::by);
  out.add_if(t.handle, f::handle);
  out.add_if(t.price, f::price);
  out.add_if(t.shouts, f::shouts);
  out.add_if(t.opens_small, f::opens_small);
  out.add_if(t.opens_mark, f::opens_mark);
  out.add_if(t.glued, f::glued);
  out.add_if(lines[i].marker, f::marker);
  out.add_if(t.repeated, f::repeated);
  out.add_if(t.inner_stops, f::stops);
  out.add_if(t.commas, f::comma);
  out.add_if(t.quotes, f::quotes);
  out.add_if(t.address, f::address);
  out.add_if(t.speech, f::speech);
  out.add_if(t.roles, f::roles);
  out.add_if(t.agencies, f::agency);
  const Presence most = *std::max_element(t.furniture.begin(), t.furniture.end());
  if (most >= Presence::inside) out.add(f::furniture[static_cast<unsigned>(most) - 2]);

  out.add(f::gap[gaps(lines, i)]);
  out.add(f::above[look(traits, std::int64_t{i} - 1)]);
  out.add(f::below[look(traits, std::int64_t{i} + 1)]);
  out.add(f::below2[look(traits, std::int64_t{i} + 2)]);
  for (std::uint32_t d = 1; d <= 2 && d <= i; ++d)
    if (short_date(traits[i - d])) {
      out.add(f::date_above[d - 1]);
      break;
    }
  const auto below = [&](std::uint32_t most_lines, bool (*is)(const Traits&), auto group) {
    for (std::uint32_t d = 1; d <= most_lines && i + d < n; ++d)
      if (is(traits[i + d])) {
        out.add(group[d - 1]);
        break;
      }
  };
  below(4, short_date, f::date_below);
  below(4, byline, f::by_below);
  below(3, stamp, f::stamp_below);

  namespace core = f::core_is;
  static constexpr unsigned kFar[] = {1, 2, 3, 6, 11, 21, 41};
  const Core c = page_.core;
  out.add(f::core[i < c.first    ? core::before1 - bucket(c.first - i, kFar)
                  : i >= c.last  ? unsigned{core::after}
                  : i == c.first ? unsigned{core::first}
                                 : unsigned{core::inside}]);
  static constexpr unsigned kShared[] = {0, 1, 2, 3, 4, 6};
  out.add(f::shared[bucket(t.shared, kShared)]);
  out.add(f::topic[t.topic]);
  out.add_if(i == most_shared_, f::most_shared);
  static constexpr unsigned kLine[] = {0, 1, 2, 3, 10, 30};
  out.add(f::line[bucket(i, kLine)]);
  if (i > 0 && lines[i - 1].marker) out.add(f::list[f::list_is::above]);
  if (i + 1 < n && lines[i + 1].marker) out.add(f::list[f::list_is::below]);
  out.add_if(alike(traits, i), f::alike);
  decks(i, out);
  out.add_if(first_long_ == PageView::kNoLine || i <= first_long_, f::top_long);
}

/// Whether line `k` may be the sentence or two below a headline of `words` words: longer, and no furniture.
bool HeadlineEvidence::deck(std::uint32_t k, unsigned words) const {
  constexpr unsigned kLeast = 5, kMost = 50;
  const Traits& t = page_.traits[k];
  if (t.words < kLeast || t.words > kMost || t.words < words || t.separators || t.by) return false;
  return !t.date && glance(t) != Glance::menu && t.function * 8u >= t.words;
}

/// A headline and its deck look alike to every other feature: which of the two stands above tells.
void HeadlineEvidence::decks(std::uint32_t i, weigh::Evidence& out) const {
  const auto& traits = page_.traits;
  const auto n = static_cast<std::uint32_t>(traits.size());
  const Traits& t = traits[i];
  static constexpr unsigned kWords[] = {1, 3, 5, 8, 14};
  const unsigned own = bucket(t.words, kWords);
  // The first stretch of prose is no deck: the headline may stand directly above it.
  const auto below = [&](std::uint32_t k) { return k < n && k < page_.core.first && deck(k, t.words); };
  out.add_if(below(i + 1) || (i + 2 < n && glance(traits[i + 1]) == Glance::menu && below(i + 2)),
             f::deck_below[own]);
  const auto above = [&](std::uint32_t k) {
    const Traits& a = traits[k];
    return a.words >= 2 && a.words <= 20 && !a.by && !a.date && !a.separators && !a.handle && !a.name_like &&
           glance(a) == Glance::short_line && deck(i, a.words);
  };
  out.add_if(i > 0 && i < page_.core.first && above(i - 1), f::title_above[own]);
  if (t.name_like) {
    const auto titled = [&](std::uint32_t d) {
      if (i < d) return false;
      const Traits& a = traits[i - d];
      return a.words >= 3 && a.words <= 24 && !a.name_like && !a.date && !a.separators && !a.opens_home &&
             glance(a) != Glance::menu;
    };
    out.add(f::name[titled(1) ? f::name_is::under1 : titled(2) ? f::name_is::under2 : f::name_is::alone]);
  }
  for (std::uint32_t d = 1; d <= 3 && i + d < n; ++d)
    if (traits[i + d].name_like) {
      out.add(f::name_below[d - 1]);
      break;
    }
  out.add_if(t.echoed, f::echoed);
  out.add_if(t.echoes, f::echoes);
}

namespace {

/// A text without menus that begins with a line of words without a full stop, and goes on in prose: its
/// title.  Two words are one only right above the prose; above other lines they are a kicker.
bool bare_title(const PageView& page) {
  constexpr unsigned kMost = 24, kNear = 8;
  const Traits& t = page.traits[0];
  const unsigned least = page.core.first == 1 ? 2 : 3;
  for (const Traits& other : page.traits)
    if (glance(other) == Glance::menu) return false;
  if (t.words < least || t.words > kMost || t.stop || t.ellipsis || t.colon || t.date || t.by || t.handle)
    return false;
  return !t.separators && !t.opens_small && !t.inner_stops && !page.lines[0].marker &&
         !page.lines[0].quoted && !page.lines[0].cells && !mail_head(page, 0) && page.core.first > 0 &&
         page.core.first <= kNear;
}

}  // namespace

namespace {

/// Whether a byline or a stamp stands within two lines below a line that may be a title.
bool over_stamp(const PageView& page, std::uint32_t i) {
  const Traits& own = page.traits[i];
  if (own.words < 3 || own.stop || own.date || own.by || own.name_like || glance(own) == Glance::menu ||
      i > page.core.first)
    return false;
  for (std::uint32_t k = i + 1; k <= i + 2 && k < page.traits.size(); ++k) {
    const Traits& t = page.traits[k];
    if (byline(t) || stamp(t) || short_date(t)) return true;
  }
  return false;
}

/// Whether the words of line `part` open or end line `whole`.
bool is_part(const PageView& page, std::uint32_t part, std::uint32_t whole) {
  const Line& a = page.lines[part];
  const Line& b = page.lines[whole];
  const std::uint32_t size = a.last - a.first;
  if (size >= b.last - b.first) return false;
  const auto same = [&](std::uint32_t at) {
    for (std::uint32_t k = 0; k < size; ++k)
      if (page.tokens[a.first + k].hash != page.tokens[at + k].hash) return false;
    return true;
  };
  return same(b.first) || same(b.last - size);
}

}  // namespace

std::uint32_t find_headline(const PageView& page, std::uint32_t said) {
  constexpr int kNever = std::numeric_limits<int>::min();
  constexpr int kUnlikely = -16;  // what a line with a stamp or a byline directly below may lack
  constexpr int kDeckAhead = 10;  // by how much a deck may look more like one than its title
  constexpr int kNameAhead = 24;  // by how much a name below a title may look more like one
  const auto n = static_cast<std::uint32_t>(page.traits.size());
  if (n < 2) return PageView::kNoLine;
  const HeadlineEvidence evidence(page);
  weigh::Evidence seen;
  std::vector<int> sums(n, kNever);
  const auto given = [&](const Traits& t) { return said != 0 && t.words && t.hash == said; };
  const bool named = std::any_of(page.traits.begin(), page.traits.end(), given);
  for (std::uint32_t i = 0; i < n; ++i) {
    const Traits& t = page.traits[i];
    if (named ? !given(t) : !headline_candidate(t) || mail_head(page, i)) continue;
    evidence.read(i, seen);
    sums[i] = seen.sum(f::model);
  }
  const auto most = [&](auto&& may, int least) {
    std::uint32_t best = PageView::kNoLine;
    for (std::uint32_t i = 0; i < n; ++i)
      if (sums[i] > least && may(i)) least = sums[i], best = i;
    return best;
  };
  const auto any = [](std::uint32_t) { return true; };
  if (named) return most(any, kNever);
  std::uint32_t best = most(any, 0);
  if (best == PageView::kNoLine && bare_title(page)) return 0;
  if (best == PageView::kNoLine) best = most([&](std::uint32_t i) { return over_stamp(page, i); }, kUnlikely);
  if (best == PageView::kNoLine) return best;
  const Traits& t = page.traits[best];
  // A name below a title is its author's.
  if (t.name_like && best > 0 && !page.traits[best - 1].name_like && page.traits[best - 1].words >= 3 &&
      sums[best - 1] != kNever && sums[best - 1] + kNameAhead >= sums[best])
    return best - 1;
  // Of two lines that both look like one, the shorter above is the title and the longer below its deck.
  if (best > 0 && sums[best - 1] != kNever && sums[best - 1] + kDeckAhead >= sums[best]) {
    const Traits& above = page.traits[best - 1];
    if (above.words >= 3 && above.words <= 14 && above.words + 2 <= t.words && !above.stop && !above.colon)
      return best - 1;
  }
  // The page's title, with the site's or the section's name: the line that it repeats is the headline.
  if (!t.echoes || !t.separators) return best;
  const std::uint32_t part = most(
      [&](std::uint32_t i) {
        return i != best && page.traits[i].echoed && page.traits[i].words >= 3 && is_part(page, i, best);
      },
      kNever);
  return part == PageView::kNoLine ? best : part;
}

void read_headline_words(const Tokens& tokens, const std::vector<Line>& lines, std::uint32_t headline,
                         std::vector<Traits>& traits) {
  if (headline == PageView::kNoLine) return;
  std::array<std::uint32_t, 24> words;
  std::size_t count = 0;
  std::uint64_t filter = 0;
  for (std::uint32_t k = lines[headline].first; k < lines[headline].last && count < words.size(); ++k)
    if (content_word(tokens[k])) {
      words[count++] = tokens[k].hash;
      filter |= std::uint64_t{1} << (tokens[k].hash & 63);
    }
  constexpr std::uint32_t kMostTokens = 400;  // of one line
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t last = std::min(lines[i].last, lines[i].first + kMostTokens);
    std::uint32_t found = 0;  // one bit for each word of the headline
    for (std::uint32_t k = lines[i].first; k < last; ++k) {
      const std::uint32_t hash = tokens[k].hash;
      if (!(filter >> (hash & 63) & 1)) continue;
      for (std::size_t w = 0; w < count; ++w)
        if (words[w] == hash) found |= 1u << w;
    }
    unsigned n = 0;
    for (; found; found &= found - 1) ++n;
    traits[i].headline_words = static_cast<std::uint8_t>(std::min(n, 3u));
  }
}

}  // namespace copydesk
