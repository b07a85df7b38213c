#include "blocks/chain.h"

#include <algorithm>
#include <array>

#include "blocks/head.h"
#include "tables/line.features.gen.h"

namespace copydesk {
namespace {

enum State : unsigned { before, body, gap, after, kStates };

constexpr std::int64_t kNever = -(std::int64_t{1} << 60);

using Column = std::array<std::int64_t, kStates>;

/// The best sums of ways that reach each state at a line, the line's own score included.
Column forward(const Column& last, const LineScores& s) {
  Column now;
  now[before] = last[before] + s.furniture;
  now[body] = std::max({last[before] + s.start, last[body], last[gap] + s.out});
  now[gap] = std::max(last[body] + s.into, last[gap]) + s.furniture;
  now[after] = std::max(last[body] + s.end, last[after]) + s.furniture;
  return now;
}

/// The best sums of ways from each state at the line above to the end, this line's own score included.
Column backward(const Column& next, const LineScores& s) {
  const std::int64_t furniture = s.furniture;
  Column now;
  now[before] = std::max(next[before] + furniture, next[body] + s.start);
  now[body] = std::max({next[body], next[gap] + s.into + furniture, next[after] + s.end + furniture});
  now[gap] = std::max(next[gap] + furniture, next[body] + s.out);
  now[after] = next[after] + furniture;
  return now;
}

}  // namespace

std::vector<std::int32_t> body_margins(const std::vector<LineScores>& lines) {
  const std::size_t n = lines.size();
  std::vector<std::int32_t> margins(n);
  if (!n) return margins;
  std::vector<Column> reached(n);
  Column column{0, kNever, kNever, kNever};
  for (std::size_t i = 0; i < n; ++i) reached[i] = column = forward(column, lines[i]);
  // A page ends in every state but a gap.
  Column rest{0, 0, kNever, 0};
  for (std::size_t i = n; i-- > 0;) {
    const Column& to = reached[i];
    const std::int64_t with = to[body] + rest[body];
    const std::int64_t without =
        std::max({to[before] + rest[before], to[gap] + rest[gap], to[after] + rest[after]});
    margins[i] = static_cast<std::int32_t>(std::clamp<std::int64_t>(with - without, -1000000, 1000000));
    rest = backward(rest, lines[i]);
  }
  return margins;
}

std::vector<LineScores> score_lines(const PageView& page) {
  namespace f = features::line;
  std::vector<LineScores> scores(page.lines.size());
  LineEvidence evidence(page);
  weigh::Evidence seen;
  constexpr std::int32_t kComment = 40;
  const std::uint32_t thread = comment_thread(page);
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    evidence.read(i, seen);
    scores[i] = {seen.sum(f::model), seen.sum(f::model_start), seen.sum(f::model_into),
                 seen.sum(f::model_out), seen.sum(f::model_end)};
    if (i >= thread) scores[i].furniture += kComment;
  }
  return scores;
}

}  // namespace copydesk
