#include "blocks/headline.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "blocks/bucket.h"
#include "tables/furniture.gen.h"
#include "tables/title.features.gen.h"

namespace copydesk {
namespace {

namespace f = features::title;
using tables::furniture::Sort;

constexpr unsigned kMostWords = 32;
constexpr unsigned kMostWordsOfSentence = 16;  // with a full stop

bool short_date(const Traits& t) {
  return t.date && t.words < 12;
}
bool byline(const Traits& t) {
  return t.by && t.words < 16;
}
bool stamp(const Traits& t) {
  return t.words < 16 && t.presence(static_cast<unsigned>(Sort::stamp)) != Presence::none;
}

}  // namespace

bool headline_candidate(const Traits& t) {
  if (t.by && t.words <= kMostWordsOfSentence) return false;
  return t.words >= 1 && t.words <= (t.stop ? kMostWordsOfSentence : kMostWords);
}

HeadlineEvidence::HeadlineEvidence(const PageView& page) : page_(page) {
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
  static constexpr unsigned kWords[] = {1, 2, 3, 5, 7, 9, 14, 19, 25};
  out.add(f::words[bucket(t.words, kWords)]);
  if (t.words >= 3) {
    static constexpr unsigned kShare[] = {0, 2, 4, 6, 8};
    out.add(f::capitals[bucket(t.capitals * 8u / (t.words - 1u), kShare)]);
  }
  namespace end = f::ending_is;
  out.add(f::ending[t.question   ? end::question
                    : t.ellipsis ? end::ellipsis
                    : t.stop     ? end::stop
                    : t.colon    ? end::colon
                                 : end::none]);
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

  const bool gap_after = i + 1 == n || lines[i + 1].gap_before;
  out.add(f::gap[(lines[i].gap_before ? 1u : 0u) + (gap_after ? 2u : 0u)]);
  const auto look = [&](std::int64_t k) {
    return static_cast<unsigned>(k < 0 || k >= n ? Glance::edge
                                                 : glance(traits[static_cast<std::size_t>(k)]));
  };
  out.add(f::above[look(std::int64_t{i} - 1)]);
  out.add(f::below[look(std::int64_t{i} + 1)]);
  out.add(f::below2[look(std::int64_t{i} + 2)]);
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
  const auto near = [&](std::uint32_t k) { return std::abs(int{traits[k].words} - int{t.words}) <= 2; };
  out.add_if(i > 0 && i + 1 < n && near(i - 1) && near(i + 1), f::alike);
  out.add_if(first_long_ == PageView::kNoLine || i <= first_long_, f::top_long);
}

std::uint32_t find_headline(const PageView& page) {
  const auto n = static_cast<std::uint32_t>(page.traits.size());
  if (n < 2) return PageView::kNoLine;
  const HeadlineEvidence evidence(page);
  weigh::Evidence seen;
  std::uint32_t best = PageView::kNoLine;
  int best_sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!headline_candidate(page.traits[i])) continue;
    evidence.read(i, seen);
    const int sum = seen.sum(f::model);
    if (sum > best_sum) best_sum = sum, best = i;
  }
  return best;
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
