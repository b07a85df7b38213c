#include "blocks/head.h"

#include <algorithm>

#include "tables/author.features.gen.h"
#include "tables/day.features.gen.h"
#include "text/chars.h"

namespace copydesk {
namespace {

constexpr int kNoSum = -1000000;
constexpr std::uint32_t kByHeadline = 8;  // lines around the headline

HeadField day_field(const PageView& page, const DayMention& day) {
  return {{page.tokens[day.first].begin, page.tokens[day.last - 1].end}, to_iso(day.date)};
}

void read_days(const Text& text, const PageView& page, HeadReading& out) {
  const std::vector<DayMention> days = find_days(text, page);
  const DayEvidence evidence(page, days);
  weigh::Evidence seen;
  int best = 0, best_update = kNoSum;
  for (std::uint32_t i = 0; i < days.size(); ++i) {
    if (evidence.of_reading(i)) continue;
    evidence.read(i, seen);
    const int sum = seen.sum(features::day::model);
    const bool updates = days[i].updates();
    int& most = updates ? best_update : best;
    if (sum <= most) continue;
    most = sum;
    (updates ? out.head.updated : out.head.published) = day_field(page, days[i]);
    (updates ? out.updated_line : out.published_line) = days[i].line;
  }
  const auto near = [&](std::uint32_t line) {
    return page.headline != PageView::kNoLine && line + kByHeadline >= page.headline &&
           line <= page.headline + kByHeadline;
  };
  // A page that shows one stamp alone was published on that day, as far as it tells; beside a stamp at the
  // head, a day far from it is another story's or a comment's.
  const auto at_head = [&](std::uint32_t line) { return near(line) && line <= page.core.first; };
  if (!out.head.updated) return;
  // Beside a stamp, a day within a long line is told, not stamped.
  constexpr std::uint32_t kStampWords = 16, kSentenceWords = 10;
  const auto told = [&](const Traits& t) { return t.words > (t.stop ? kSentenceWords : kStampWords); };
  if (out.head.published && near(out.updated_line) &&
      page.traits[out.updated_line].words <= 2 * kStampWords && told(page.traits[out.published_line]))
    out.head.published.reset();
  const bool known = page.headline != PageView::kNoLine;
  if (out.head.published && (!known || !at_head(out.updated_line) || at_head(out.published_line))) return;
  out.head.published = out.head.updated;
  out.published_line = PageView::kNoLine;
}

/// Lines between two groups of names that are still one byline.
constexpr std::uint32_t kBylineLines = 3;

void read_authors(const Text& text, const PageView& page, HeadReading& out) {
  const std::vector<NameGroup> groups = find_name_groups(page);
  const AuthorEvidence evidence(page, groups);
  weigh::Evidence seen;
  std::vector<int> sums(groups.size());
  std::size_t best = groups.size();
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    evidence.read(i, seen);
    sums[i] = seen.sum(features::author::model);
    if (sums[i] > 0 && (best == groups.size() || sums[i] > sums[best])) best = i;
  }
  if (best == groups.size()) return;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::uint32_t apart = groups[i].line > groups[best].line ? groups[i].line - groups[best].line
                                                                   : groups[best].line - groups[i].line;
    if (i != best && (sums[i] <= 0 || apart > kBylineLines || groups[i].cue != groups[best].cue)) continue;
    for (const Span name : groups[i].names) {
      const std::string value = one_space(text.slice(name));
      const bool again = std::any_of(out.head.authors.begin(), out.head.authors.end(),
                                     [&](const HeadField& a) { return a.value == value; });
      if (!again) out.head.authors.push_back({name, value});
    }
    out.author_lines.push_back(groups[i].line);
  }
}

}  // namespace

void read_contributions(const Text& text, const PageView& page, HeadReading& out) {
  for (const NameGroup& group : find_contributions(page, out.author_lines))
    for (const Span name : group.names) {
      const auto same = [&](const HeadField& field) { return field.span == name; };
      if (std::none_of(out.head.authors.begin(), out.head.authors.end(), same))
        out.head.credits.push_back({name, one_space(text.slice(name))});
    }
}

HeadReading read_head(const Text& text, const PageView& page) {
  HeadReading out;
  read_days(text, page, out);
  read_authors(text, page, out);
  read_contributions(text, page, out);
  return out;
}

}  // namespace copydesk
