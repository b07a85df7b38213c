#include "blocks/evidence.h"

#include <algorithm>

#include "blocks/view.h"
#include "tables/line.features.gen.h"

namespace copydesk {
namespace {

namespace f = features::line;
using Sort = FurnitureSort;

/// Groups of the presence of a furniture sort, in the order of the sorts.
constexpr weigh::Group<4> kSortGroups[kFurnitureSorts] = {
    f::share, f::related, f::comment, f::newsletter, f::account, f::legal, f::ad,
    f::menu,  f::media,   f::credit,  f::counter,    f::bio,     f::stamp};

/// Furniture headers that say what follows: their place in `under` and in `past`, from 1; 0 for none.
unsigned header_kind(const Traits& t) {
  struct Header {
    Sort sort;
    unsigned kind;
  };
  static constexpr Header kHeaders[] = {{Sort::comment, 2}, {Sort::related, 1}, {Sort::newsletter, 3},
                                        {Sort::account, 4}, {Sort::legal, 5},   {Sort::ad, 6},
                                        {Sort::bio, 7},     {Sort::media, 8},   {Sort::share, 9}};
  if (t.words > 8) return 0;
  for (const Header& header : kHeaders) {
    const Presence p = presence(t, header.sort);
    if (p == Presence::alone || (p == Presence::opens && (t.colon || t.words <= 5))) return header.kind;
  }
  return 0;
}

/// The bit of a header kind in `past`, or 0.
unsigned past_bit(unsigned kind) {
  switch (kind) {
    case 1:
      return 1;
    case 2:
      return 2;
    case 3:
      return 4;
    case 5:
      return 8;
    case 9:
      return 16;
    default:
      return 0;
  }
}

}  // namespace

Glance glance(const Traits& t) {
  if (t.words >= 20 && t.function * 6 >= t.words) return Glance::long_line;
  if (t.stop && t.words >= 5) return Glance::sentence;
  if (t.foreign) return Glance::menu;
  for (Presence p : t.furniture)
    if (p == Presence::alone) return Glance::menu;
  return Glance::short_line;
}

LineEvidence::LineEvidence(const PageView& page) : page_(page) {
  const auto n = page.traits.size();
  glances_.resize(n);
  short_runs_.resize(n);
  for (std::size_t i = 0; i < n; ++i) glances_[i] = glance(page.traits[i]);
  for (std::size_t begin = 0; begin < n;) {
    std::size_t end = begin;
    while (end < n && glances_[end] < Glance::sentence) ++end;
    const auto length = static_cast<std::uint16_t>(std::min<std::size_t>(end - begin, 1000));
    for (std::size_t i = begin; i < end; ++i) short_runs_[i] = length;
    begin = end + (end < n || end == begin);
  }
  prose_above_.resize(n);
  prose_below_.resize(n);
  const auto away = [&](std::size_t i, std::uint16_t before) {
    if (glances_[i] == Glance::long_line && page.traits[i].topic >= 2) return std::uint16_t{1};
    return static_cast<std::uint16_t>(before ? std::min(before + 1, 1000) : 0);
  };
  for (std::size_t i = 1; i < n; ++i) prose_above_[i] = away(i - 1, prose_above_[i - 1]);
  for (std::size_t i = n; i-- > 1;) prose_below_[i - 1] = away(i, prose_below_[i]);
}

void LineEvidence::read(std::uint32_t i, weigh::Evidence& out) {
  out.clear();
  out.add(f::always);
  alone(page_.traits[i], out);
  phrases(page_.traits[i], out);
  neighbours(i, out);
  places(i, out);
  headers(i, out);
}

void LineEvidence::alone(const Traits& t, weigh::Evidence& out) const {
  static constexpr unsigned kWords[] = {0, 1, 2, 3, 5, 8, 12, 20, 35, 70};
  const unsigned words = t.words;
  out.add(f::words[bucket(words, kWords)]);
  if (words >= 3) out.add(f::capitals[capitals(t)]);
  if (words >= 4) {
    const unsigned share = t.function * 16 / words;
    static constexpr unsigned kShare[] = {0, 1, 4, 6, 8};
    out.add(f::function[bucket(share, kShare)]);
  }
  out.add(f::ending[ending(t)]);
  out.add_if(t.opens_small, f::opens_small);
  out.add_if(t.opens_mark, f::opens_mark);
  out.add_if(t.shouts, f::shouts);
  out.add_if(t.by, f::by);
  out.add_if(t.handle, f::handle);
  out.add_if(t.price, f::price);
  out.add_if(t.date, f::date);
  out.add_if(t.date && words < 9, f::short_date);
  out.add_if(t.clock, f::clock);
  out.add_if(t.ago && words < 12, f::ago);
  out.add_if(t.repeated, f::repeated);
  out.add_if(t.quotes, f::quotes);
  if (t.inner_stops) out.add(f::stops[t.inner_stops - 1u]);
  out.add_if(t.commas, f::comma);
  out.add_if(t.separators, f::separator);
  if (t.glued) out.add(f::glued[t.glued - 1u]);
  if (t.address) out.add(f::address[t.address - 1u]);
  out.add_if(t.speech, f::speech);
  out.add_if(t.roles, f::roles);
  out.add_if(t.agencies, f::agency);
  out.add_if(t.numbers && !words, f::digits);
}

void LineEvidence::phrases(const Traits& t, weigh::Evidence& out) const {
  for (unsigned sort = 0; sort < kFurnitureSorts; ++sort)
    if (t.furniture[sort] != Presence::none)
      out.add(kSortGroups[sort][static_cast<unsigned>(t.furniture[sort]) - 1]);
  if (t.topic < 5)
    out.add(t.words >= 20  ? f::topic_long[t.topic]
            : t.words >= 8 ? f::topic_mid[t.topic]
                           : f::topic_short[t.topic]);
  if (page_.headline != PageView::kNoLine)
    out.add(t.words >= 20 ? f::title_long[t.headline_words] : f::title_short[t.headline_words]);
}

void LineEvidence::neighbours(std::uint32_t i, weigh::Evidence& out) const {
  const auto& traits = page_.traits;
  const auto& lines = page_.lines;
  const auto n = static_cast<std::uint32_t>(traits.size());
  const Traits& t = traits[i];
  const Line& line = lines[i];
  out.add(f::gap[gaps(lines, i)]);
  if (line.marker) out.add(f::marker[line.marker - 1u]);
  if (!t.words && !t.numbers) out.add(f::marker[f::marker_is::lone]);
  out.add_if(line.quoted, f::quoted);
  out.add(f::above[static_cast<unsigned>(at(std::int64_t{i} - 1))]);
  out.add(f::above2[static_cast<unsigned>(at(std::int64_t{i} - 2))]);
  out.add(f::below[static_cast<unsigned>(at(std::int64_t{i} + 1))]);
  out.add(f::below2[static_cast<unsigned>(at(std::int64_t{i} + 2))]);
  unsigned dense = 0;
  for (std::int64_t k = std::int64_t{i} - 3; k <= std::int64_t{i} + 3; ++k)
    dense += k != i && at(k) == Glance::long_line;
  out.add(f::dense[dense]);
  static constexpr unsigned kRun[] = {1, 2, 4, 9, 20};
  if (short_runs_[i]) out.add(f::short_run[bucket(short_runs_[i], kRun)]);
  static constexpr unsigned kAway[] = {1, 2, 3, 5, 9, 17};
  out.add(f::since[prose_above_[i] ? 1 + bucket(prose_above_[i], kAway) : 0u]);
  out.add(f::until[prose_below_[i] ? 1 + bucket(prose_below_[i], kAway) : 0u]);
  const auto short_date = [&](std::uint32_t k) { return traits[k].date && traits[k].words < 9; };
  if (i > 0) {
    out.add_if(short_date(i - 1), f::date_above);
    out.add_if(traits[i - 1].by && traits[i - 1].words < 12, f::by_above);
    out.add_if(traits[i - 1].colon, f::colon_above);
    out.add_if(lines[i - 1].marker, f::list_above);
  }
  if (i + 1 < n) {
    out.add_if(short_date(i + 1), f::date_below);
    out.add_if(lines[i + 1].marker, f::list_below);
  }
  if (i == 0) out.add(f::edge[f::edge_is::first]);
  if (i + 1 == n) out.add(f::edge[f::edge_is::last]);
  out.add_if(!t.stop && alike(traits, i), f::alike);
}

void LineEvidence::places(std::uint32_t i, weigh::Evidence& out) const {
  namespace place = f::place_is;
  static constexpr unsigned kBelow[] = {0, 3, 7, 16, 41};
  if (page_.headline == PageView::kNoLine)
    out.add(f::place[place::none]);
  else if (i < page_.headline)
    out.add(f::place[place::over]);
  else if (i == page_.headline)
    out.add(f::place[place::title]);
  else
    out.add(f::place[place::n1 + bucket(i - page_.headline, kBelow)]);

  static constexpr unsigned kFar[] = {1, 4, 11};
  namespace core = f::core_is;
  const Traits& t = page_.traits[i];
  unsigned side = 1;
  if (i < page_.core.first) {
    side = 0;
    out.add(f::core[core::before1 - bucket(page_.core.first - i, kFar)]);
  } else if (i >= page_.core.last) {
    side = 2;
    out.add(f::core[core::after1 + bucket(i - page_.core.last + 1, kFar)]);
  } else {
    out.add(f::core[core::inside]);
  }
  if (t.words < 12) out.add(f::core_short[side]);
  if (t.words >= 20) out.add(f::core_long[side]);
}

void LineEvidence::headers(std::uint32_t i, weigh::Evidence& out) {
  if (under_ && i - under_at_ <= 4) out.add(f::under[under_ - 1u]);
  for (unsigned bit = 0; bit < 5; ++bit)
    if (past_ >> bit & 1) out.add(f::past[bit]);
  const unsigned kind = header_kind(page_.traits[i]);
  if (!kind) return;
  under_ = static_cast<std::uint8_t>(kind);
  under_at_ = i;
  if (i > page_.core.first && (page_.headline == PageView::kNoLine || i > page_.headline))
    past_ = static_cast<std::uint8_t>(past_ | past_bit(kind));
}

}  // namespace copydesk
