// Days of publication and of the last change.
#include <algorithm>

#include "blocks/head.h"
#include "blocks/inserts.h"
#include "blocks/view.h"
#include "lexicon/hash.h"
#include "tables/day.features.gen.h"

namespace copydesk {

using namespace literals;

namespace {

namespace f = features::day;
using Sort = FurnitureSort;
using Cue = DayMention::Cue;

constexpr std::uint32_t kMostWords = 60;  // of a line that may hold a stamp
constexpr std::uint32_t kHeadLines = 12;  // below the headline, where a longer line may too
constexpr std::size_t kMostDays = 300;    // of a page

Cue cue_of(const Token& token) {
  if (token.is("published"_w) || token.is("issued"_w) || token.is("publication"_w)) return Cue::published;
  if (token.is("posted"_w) || token.is("submitted"_w) || token.is("added"_w)) return Cue::posted;
  if (token.is("updated"_w) || token.is("update"_w) || token.is("modified"_w) || token.is("edited"_w) ||
      token.is("revised"_w))
    return Cue::updated;
  if (token.is("created"_w) || token.is("date"_w)) return Cue::created;
  if (token.is("by"_w)) return Cue::by;
  return Cue::none;
}

Cue cue_alone(const PageView& page, std::uint32_t line) {
  if (page.traits[line].words == 0 || page.traits[line].words > 3) return Cue::none;
  Cue cue = Cue::none;
  for (std::uint32_t k = page.lines[line].first; k < page.lines[line].last; ++k)
    if (const Cue c = cue_of(page.tokens[k]); c != Cue::none) cue = c;
  return cue == Cue::by ? Cue::none : cue;
}

bool full(const AbsoluteDate& date) {
  return date && date.year >= 1700 && date.month && date.day;
}

/// "21.10.2019": one token of digits and dots.  The day first, unless it cannot be.
AbsoluteDate dotted_date(const Text& text, const Token& token, std::uint32_t at) {
  int parts[3] = {0, 0, 0};
  unsigned part = 0;
  const std::string_view digits = text.slice(token.span());
  if (!token.is_number() || digits.size() < 8 || digits.size() > 10) return {};
  for (const char c : digits) {
    if (c == '.' && part < 2)
      ++part;
    else if (c >= '0' && c <= '9')
      parts[part] = parts[part] * 10 + (c - '0');
    else
      return {};
    if (parts[part] > 9999) return {};
  }
  if (part != 2 || parts[2] < 1900 || parts[2] > 2199) return {};
  AbsoluteDate date;
  const bool month_first = parts[1] > 12;
  date.end = at + 1u;
  date.year = parts[2];
  date.month = month_first ? parts[0] : parts[1];
  date.day = month_first ? parts[1] : parts[0];
  date.order_ambiguous = parts[0] <= 12 && parts[1] <= 12;
  date.numeric = true;
  return date;
}

/// Turns a day whose order is not known when another date of the page says so.
void settle_order(std::vector<DayMention>& days) {
  for (DayMention& day : days) {
    if (!day.date.order_ambiguous) continue;
    const bool turned = std::any_of(days.begin(), days.end(), [&](const DayMention& other) {
      return !other.date.order_ambiguous && other.date.year == day.date.year &&
             other.date.month == day.date.day && other.date.day == day.date.month;
    });
    if (turned) std::swap(day.date.month, day.date.day);
  }
}

}  // namespace

std::vector<DayMention> find_days(const Text& text, const PageView& page) {
  std::vector<DayMention> days;
  for (std::uint32_t i = 0; i < page.lines.size() && days.size() < kMostDays; ++i) {
    const Traits& t = page.traits[i];
    if (!t.date && !(t.year && t.words < 12)) continue;
    const bool head = page.headline != PageView::kNoLine && i >= page.headline &&
                      i <= page.headline + kHeadLines && i < page.core.first;
    if (mail_head(page, i)) continue;
    if (t.words > kMostWords || (t.words > 30 && !head)) continue;
    const Line& line = page.lines[i];
    Cue cue = Cue::none;
    bool second = false;
    for (std::uint32_t k = line.first; k < line.last;) {
      const Token& token = page.tokens[k];
      const bool may = token.is_number() || (token.is_word() && token.capital());
      AbsoluteDate date = may ? read_absolute_date(text, page.tokens, k, true) : AbsoluteDate{};
      if (!date) date = dotted_date(text, token, k);
      if (date && date.end > k && date.end <= line.last) {
        if (full(date) && !to_iso(date).empty()) {
          DayMention day;
          day.line = i;
          day.first = k;
          day.last = static_cast<std::uint32_t>(date.end);
          day.date = date;
          day.cue = cue;
          day.cue_above = i ? cue_alone(page, i - 1) : Cue::none;
          day.second = second;
          days.push_back(day);
          second = true;
        }
        k = static_cast<std::uint32_t>(date.end);
        continue;
      }
      if (const Cue c = cue_of(token); c != Cue::none) cue = c;
      ++k;
    }
  }
  settle_order(days);
  return days;
}

std::uint32_t first_header(const PageView& page, bool comments) {
  const std::uint32_t from =
      page.headline == PageView::kNoLine ? page.core.first : std::max(page.core.first, page.headline);
  const auto sort = static_cast<unsigned>(comments ? Sort::comment : Sort::related);
  for (std::uint32_t i = from + 1; i < page.traits.size(); ++i) {
    const Traits& t = page.traits[i];
    if (t.words <= 8 && t.furniture[sort] == Presence::alone) return i;
  }
  return PageView::kNoLine;
}

namespace {

/// "34 responses to …", "[ 167 comments ]", "5 thoughts on …".
bool counted_comments(const PageView& page, std::uint32_t i) {
  const Tokens& tokens = page.tokens;
  const Line& line = page.lines[i];
  std::uint32_t k = line.first;
  while (k < line.last && tokens[k].is_any_mark()) ++k;
  if (k + 1 >= line.last || !tokens[k].is_number() || !has(page.traits[i], Sort::comment)) return false;
  for (const std::uint32_t word : {"comment"_w, "comments"_w, "response"_w, "responses"_w, "reply"_w,
                                   "replies"_w, "thought"_w, "thoughts"_w})
    if (tokens[k + 1].is(word))
      return page.traits[i].words <= 3 || tokens[k + 2].is("to"_w) || tokens[k + 2].is("on"_w);
  return false;
}

/// When a comment was written: a short line with a day, or "two days ago", and no more than a name.
bool comment_stamp(const Traits& t) {
  constexpr std::uint32_t kWords = 9;
  return t.words <= kWords && !t.stop && (t.ago || (t.date && t.clock));
}

}  // namespace

std::uint32_t comment_thread(const PageView& page) {
  constexpr std::uint32_t kLeastStamps = 3, kWithin = 60;
  const auto n = static_cast<std::uint32_t>(page.lines.size());
  std::uint32_t prose = 0;
  for (std::uint32_t i = page.headline == PageView::kNoLine ? 0 : page.headline + 1; i < n; ++i) {
    const Traits& t = page.traits[i];
    prose += glance(t) == Glance::long_line;
    if (prose < 2) continue;
    if (!counted_comments(page, i) && (t.words > 8 || presence(t, Sort::comment) != Presence::alone))
      continue;
    std::uint32_t stamps = 0;
    for (std::uint32_t k = i + 1; k < n && k <= i + kWithin && stamps < kLeastStamps; ++k)
      stamps += comment_stamp(page.traits[k]);
    if (stamps == kLeastStamps) return i;
  }
  return PageView::kNoLine;
}

DayEvidence::DayEvidence(const PageView& page, const std::vector<DayMention>& days)
    : page_(page),
      days_(days),
      again_(days.size()),
      comments_from_(first_header(page, true)),
      related_from_(first_header(page, false)) {
  std::vector<std::pair<std::int32_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < days.size(); ++i)
    order.emplace_back((days[i].date.year * 16 + days[i].date.month) * 32 + days[i].date.day, i);
  std::sort(order.begin(), order.end());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && order[end].first == order[begin].first) ++end;
    for (std::size_t k = begin; k < end; ++k)
      again_[order[k].second] = static_cast<std::uint16_t>(std::min<std::size_t>(end - begin, 1000));
    most_ = std::max(most_, again_[order[begin].second]);
    begin = end;
  }
}

/// Whether a stamp nearer to the headline has an earlier day: pages print the day of reading far above it.
bool DayEvidence::later_than_nearer(std::uint32_t index) const {
  if (page_.headline == PageView::kNoLine) return false;
  constexpr std::uint32_t kStampWords = 12;
  const auto far = [&](const DayMention& day) {
    return day.line > page_.headline ? day.line - page_.headline : page_.headline - day.line;
  };
  const auto number = [](const DayMention& day) {
    return (day.date.year * 16 + day.date.month) * 32 + day.date.day;
  };
  constexpr std::uint32_t kNear = 25;
  return std::any_of(days_.begin(), days_.end(), [&](const DayMention& other) {
    return far(other) < far(days_[index]) && far(other) <= kNear && number(other) < number(days_[index]) &&
           page_.traits[other.line].words <= kStampWords;
  });
}

bool DayEvidence::of_reading(std::uint32_t index) const {
  constexpr std::uint32_t kHead = 3;
  const DayMention& day = days_[index];
  return day.date.weekday && day.cue == Cue::none && page_.headline != PageView::kNoLine &&
         day.line + kHead < page_.headline && later_than_nearer(index);
}

void DayEvidence::read(std::uint32_t index, weigh::Evidence& out) const {
  const DayMention& day = days_[index];
  const std::uint32_t i = day.line;
  const auto n = static_cast<std::uint32_t>(page_.lines.size());
  const Line& line = page_.lines[i];
  const Traits& t = page_.traits[i];
  out.clear();
  out.add(f::always);
  out.add(f::place[headline_place(page_, i)]);
  namespace core = f::core_is;
  const Core c = page_.core;
  out.add(f::core[i + 4 <= c.first ? core::before4
                  : i < c.first    ? core::before
                  : i == c.first   ? core::first
                  : i < c.last     ? core::inside
                                   : core::after]);
  static constexpr unsigned kWords[] = {0, 4, 8, 13, 20, 35};
  out.add(f::words[bucket(t.words, kWords)]);
  out.add_if(day.first == line.first && day.last >= line.last, f::alone);
  out.add_if(day.first == line.first, f::leads);
  if (day.cue != Cue::none) out.add(f::cue[static_cast<unsigned>(day.cue) - 1]);
  if (day.cue_above != Cue::none) out.add(f::cue_above[day.cue_above == Cue::updated]);
  out.add_if(bool{day.date.time}, f::clock);
  out.add_if(day.date.numeric, f::numeric);
  out.add_if(day.date.weekday, f::weekday);
  out.add_if(t.by, f::by);
  out.add_if(has(t, Sort::legal), f::legal);
  out.add_if(has(t, Sort::related), f::related);
  out.add_if(has(t, Sort::comment), f::comment);
  out.add_if(has(t, Sort::media) || has(t, Sort::credit), f::media);
  out.add_if(t.stop && t.words >= 8, f::sentence);
  out.add_if(day.second, f::second);
  out.add_if(index == 0, f::first);
  out.add_if(later_than_nearer(index), f::later);
  out.add_if(day.date.weekday && page_.headline != PageView::kNoLine && i < page_.headline, f::weekday_over);
  if (again_[index] > 1) out.add(f::again[again_[index] - 2u]);
  out.add_if(again_[index] == most_, f::most);
  const auto byline = [&](std::uint32_t k) { return page_.traits[k].by && page_.traits[k].words < 14; };
  out.add_if((i > 0 && byline(i - 1)) || (i + 1 < n && byline(i + 1)), f::by_near);
  out.add_if(i > comments_from_, f::past_comments);
  out.add_if(i > related_from_, f::past_related);
  out.add(f::gap[gaps(page_.lines, i)]);
  out.add(f::above[look(page_.traits, std::int64_t{i} - 1)]);
  out.add(f::below[look(page_.traits, std::int64_t{i} + 1)]);
  out.add_if(t.repeated, f::repeated);
  out.add_if(line.marker, f::marker);
}

}  // namespace copydesk
