// Who wrote the article: names behind "By", and lines that are a name.
#include <algorithm>

#include "blocks/head.h"
#include "blocks/inserts.h"
#include "blocks/view.h"
#include "lexicon/lookup.h"
#include "tables/author.features.gen.h"
#include "tables/news_agencies.gen.h"

namespace copydesk {

using namespace literals;

namespace {

namespace f = features::author;
using Sort = FurnitureSort;
using Cue = NameGroup::Cue;

constexpr std::uint32_t kMostWords = 30;   // of a line with a byline
constexpr std::size_t kMostNames = 8;      // in one group
constexpr std::size_t kMostGroups = 2000;  // of a page

bool particle(const Token& token) {
  return token.has(Tag::name_particle) || token.is("le"_w);
}

bool name_word(const Tokens& tokens, std::uint32_t k, std::uint32_t words) {
  const Token& token = tokens[k];
  if (!token.is_word() || !(token.capital() || token.has(token_flag::inner_capital))) return false;
  if (token.has(Tag::function_words) && !token.has(token_flag::dotted)) return false;
  if (token.has(Tag::months) &&
      (tokens[k + 1].is_number() || (tokens[k + 1].is_mark('.') && tokens[k + 2].is_number())))
    return false;
  if (words == 0) return true;
  if (token.has(Tag::role_words) || token.has(Tag::news_agencies))
    return words < 1 || !find(tables::news_agencies::keys, tokens, k) ? !token.has(Tag::role_words) : false;
  if (words >= 2 && token.has(Tag::furniture) && find(tables::furniture::keys, tokens, k)) return false;
  return true;
}

/// Whether the name holds a word of newsrooms, offices and links: "City Hall", "Staff Attorney", "Print
/// Article".
bool no_person(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t k = first; k < last; ++k)
    if (tokens[k].has(Tag::no_names) || (k > first && tokens[k].has(Tag::role_words))) return true;
  return false;
}

/// The end of a name that begins at `k`, or `k`.  Words in capitals, initials, particles, hyphens.
std::uint32_t name_end(const Tokens& tokens, std::uint32_t k, std::uint32_t last) {
  constexpr std::uint32_t kMostNameWords = 5;
  const std::uint32_t from = k;
  std::uint32_t words = 0, end = k;
  if (const Hit agency = find(tables::news_agencies::keys, tokens, k);
      agency && k + agency.length <= last && tokens[k].capital())
    return k + agency.length;
  while (k < last && words < kMostNameWords) {
    if (k > from && tokens[k].glued() && tokens[k].is_word() && !tokens[k - 1].is_mark('-') &&
        !tokens[k - 1].is_mark('.'))
      break;
    if (words > 0 && particle(tokens[k]) && !tokens[k].capital() && k + 1 < last) {
      ++k;
      continue;
    }
    if (!name_word(tokens, k, words)) break;
    ++words;
    const bool initial = tokens[k].end - tokens[k].begin <= 2 && tokens[k].capital();
    ++k;
    if (initial && k < last && tokens[k].is_mark('.') && tokens[k].glued()) ++k;
    end = k;
    if (k + 1 < last && (tokens[k].is_mark('-') || tokens[k].is_mark(kHyphen)) && tokens[k].glued() &&
        tokens[k + 1].glued()) {
      ++k;
      --words;
    }
  }
  // "Ann Lee Courts Correspondent": the beat is a common word before the role.
  if (words > 2 && end < last && tokens[end].has(Tag::role_words) && tokens[end - 1].word &&
      tokens[end - 1].is_word())
    --end;
  return words ? end : from;
}

/// The token behind a role that stands at `k` and a comma or the line's end: "Senior Reporter,"; `k` for
/// none.
std::uint32_t role_end(const Tokens& tokens, std::uint32_t k, std::uint32_t last) {
  constexpr std::uint32_t kRoleWords = 4;
  for (std::uint32_t i = k; i < last && i < k + kRoleWords && tokens[i].is_word(); ++i)
    if (tokens[i].has(Tag::role_words) && (i + 1 >= last || tokens[i + 1].is_mark(','))) return i + 1;
  return k;
}

class Finder {
 public:
  explicit Finder(const PageView& page) : page_(page), tokens_(page.tokens) {}

  /// Names behind "reporting by", "graphics by", or before "contributed to", anywhere on line `i`.
  void contributions(std::uint32_t i, std::vector<NameGroup>& out) {
    const Line& line = page_.lines[i];
    for (std::uint32_t k = line.first; k + 1 < line.last; ++k) {
      NameGroup group;
      group.line = i;
      group.first = k + 1;
      if (tokens_[k].is("contributed"_w) && tokens_[k + 1].is("to"_w))
        group.first = line.first;
      else if (k == line.first || !tokens_[k].is("by"_w) || !tokens_[k - 1].has(Tag::contribution_word))
        continue;
      collect(group, group.first, line.last);
      if (group.first > line.first || group.last == k) out.push_back(std::move(group));
    }
  }

  std::vector<NameGroup> run() {
    for (std::uint32_t i = 0; i < page_.lines.size() && groups_.size() < kMostGroups; ++i) line(i);
    return std::move(groups_);
  }

 private:
  void line(std::uint32_t i) {
    const Traits& t = page_.traits[i];
    if (!t.words || t.words > kMostWords || i == page_.headline || mail_head(page_, i)) return;
    const Line& line = page_.lines[i];
    std::uint32_t first = line.first;
    while (first < line.last && tokens_[first].is_any_mark()) ++first;
    bool found = false;
    for (std::uint32_t k = first; k < line.last && !found; ++k) found = cue(i, k, first, line.last);
    if (found) return;
    const std::uint32_t end = name_end(tokens_, first, line.last);
    const bool agency = end == line.last && find(tables::news_agencies::keys, tokens_, first);
    const bool above = i > 0 && cue_alone(i - 1);
    if (end == first || (end - first < 2 && !above && !agency)) return;
    if (t.words > 14 && !above) return;
    if (!above && tokens_[first].has(Tag::byline_openers)) return;
    if (!above && no_person(tokens_, first, end) && !find(tables::news_agencies::keys, tokens_, first))
      return;
    NameGroup group;
    group.line = i;
    group.cue_first = group.first = first;
    group.cue_above = above;
    collect(group, first, line.last);
    groups_.push_back(std::move(group));
  }

  bool cue_alone(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    if (t.words == 0 || t.words > 2) return false;
    for (std::uint32_t k = page_.lines[i].first; k < page_.lines[i].last; ++k)
      if (tokens_[k].is("by"_w) || tokens_[k].is("author"_w) || tokens_[k].is("authors"_w)) return true;
    return false;
  }

  bool cue(std::uint32_t i, std::uint32_t k, std::uint32_t first, std::uint32_t last) {
    const Token& token = tokens_[k];
    NameGroup group;
    std::uint32_t from = k + 1;
    if (token.is("by"_w)) {
      const bool opener = k == first + 1 && tokens_[first].has(Tag::byline_openers);
      group.cue = k == first || opener ? Cue::by : Cue::by_inside;
    } else if ((token.is("author"_w) || token.is("authors"_w) || token.is("reporter"_w) ||
                token.is("writer"_w)) &&
               k == first) {
      group.cue = Cue::author;
    } else if (token.is("from"_w) && k == first) {
      group.cue = Cue::posted;
    } else if (token.is("with"_w) && k == first && i > 0 && page_.traits[i - 1].by &&
               page_.traits[i - 1].words <= kMostWords) {
      group.cue = Cue::by;
    } else {
      return false;
    }
    if (tokens_[from].is_mark(':')) ++from;
    if (tokens_[from].is_mark('@')) ++from;
    // "By our science editor, Ann Lee": the name stands behind the role.
    if (tokens_[from].is("our"_w)) {
      while (from < last && !tokens_[from].is_mark(',')) ++from;
      ++from;
    }
    if (from >= last || name_end(tokens_, from, last) == from) return false;
    group.line = i;
    group.cue_first = k;
    group.first = from;
    collect(group, from, last);
    groups_.push_back(std::move(group));
    return true;
  }

  void collect(NameGroup& group, std::uint32_t k, std::uint32_t last) {
    while (k < last && group.names.size() < kMostNames) {
      const std::uint32_t end = name_end(tokens_, k, last);
      if (end == k) break;
      if (!group.names.empty() && end - k < 2 && !tokens_[k].has(token_flag::dotted)) break;
      if (!group.names.empty() && no_person(tokens_, k, end)) break;
      group.names.push_back({tokens_[k].begin, tokens_[end - 1].end});
      if (group.names.size() == 1) group.first_name_last = end;
      group.last = k = end;
      bool comma = false;
      if (k < last && tokens_[k].is_mark(',')) {
        ++k, comma = true;
        if (const std::uint32_t role = role_end(tokens_, k, last); role > k && role < last) k = role + 1;
      }
      if (k < last && (tokens_[k].is("and"_w) || tokens_[k].is_mark('&')))
        ++k;
      else if (!comma)
        break;
    }
  }

  const PageView& page_;
  const Tokens& tokens_;
  std::vector<NameGroup> groups_;
};

}  // namespace

std::vector<NameGroup> find_name_groups(const PageView& page) {
  return Finder(page).run();
}

std::vector<NameGroup> find_contributions(const PageView& page,
                                          const std::vector<std::uint32_t>& author_lines) {
  constexpr std::uint32_t kHead = 3, kFoot = 6, kLongest = 40;
  std::vector<NameGroup> out;
  Finder finder(page);
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    const bool head = std::any_of(author_lines.begin(), author_lines.end(),
                                  [&](std::uint32_t line) { return i >= line && i <= line + kHead; });
    const bool foot = i + 2 >= page.core.last && i <= page.core.last + kFoot && i > page.core.first;
    if ((head || foot) && page.traits[i].words <= kLongest) finder.contributions(i, out);
  }
  return out;
}

AuthorEvidence::AuthorEvidence(const PageView& page, const std::vector<NameGroup>& groups)
    : page_(page),
      groups_(groups),
      comments_from_(first_header(page, true)),
      related_from_(first_header(page, false)) {
  for (std::uint32_t i = 0; i < groups.size(); ++i)
    if (groups[i].cue != Cue::none) {
      first_cue_ = i;
      break;
    }
}

void AuthorEvidence::read(std::uint32_t index, weigh::Evidence& out) const {
  const NameGroup& group = groups_[index];
  const std::uint32_t i = group.line;
  const auto n = static_cast<std::uint32_t>(page_.lines.size());
  const Line& line = page_.lines[i];
  const Traits& t = page_.traits[i];
  const Tokens& tokens = page_.tokens;
  out.clear();
  out.add(f::always);
  out.add(f::cue[static_cast<unsigned>(group.cue)]);
  out.add_if(group.cue_above, f::cue_above);
  out.add_if(group.cue == Cue::by_inside && !tokens[group.cue_first].capital(), f::cue_low);
  out.add(f::place[headline_place(page_, i)]);
  namespace core = f::core_is;
  const Core c = page_.core;
  out.add(f::core[i + 4 <= c.first ? core::before4
                  : i < c.first    ? core::before
                  : i == c.first   ? core::first
                  : i < c.last     ? core::inside
                  : i < c.last + 4 ? core::after
                                   : core::after4]);
  namespace tail = f::tail_is;
  const Token& after = tokens[group.last];
  const Token& behind = after.is_any_mark() ? tokens[group.last + 1] : after;
  const bool ends = group.last >= line.last;
  out.add(f::tail[ends                                            ? tail::none
                  : behind.has(Tag::role_words)                   ? tail::role
                  : behind.has(Tag::news_agencies)                ? tail::agency
                  : behind.has(Tag::months) || behind.is_number() ? tail::date
                  : after.is("in"_w)                              ? tail::place
                  : after.is_any_mark()                           ? tail::mark
                                                                  : tail::words]);
  namespace head = f::head_is;
  std::uint32_t before = line.first;
  while (before < group.cue_first && tokens[before].is_any_mark()) ++before;
  bool number = false, role = false;
  for (std::uint32_t k = before; k < group.cue_first; ++k)
    number |= tokens[k].is_number(), role |= tokens[k].has(Tag::byline_openers);
  out.add(f::head[before >= group.cue_first ? head::none
                  : number                  ? head::date
                  : role                    ? head::role
                                            : head::words]);
  out.add(f::listed[static_cast<unsigned>(group.names.size()) - 1]);
  unsigned words = 0;
  bool known = false, shouts = true, furniture = false;
  for (std::uint32_t k = group.first; k < group.first_name_last; ++k) {
    if (!tokens[k].is_word()) continue;
    ++words;
    known |= tokens[k].word != 0;
    furniture |= tokens[k].has(Tag::furniture) && find(tables::furniture::keys, tokens, k);
    shouts &= tokens[k].has(token_flag::all_capitals) || tokens[k].end - tokens[k].begin == 1;
  }
  out.add(f::length[words ? words - 1 : 0]);
  out.add_if(!known, f::unknown);
  out.add_if(shouts, f::shouts);
  out.add_if(furniture, f::furniture);
  out.add_if(bool{find(tables::news_agencies::keys, tokens, group.first)}, f::agency);
  const auto role_line = [&](std::uint32_t k) { return page_.traits[k].roles && page_.traits[k].words < 9; };
  out.add_if(i + 1 < n && role_line(i + 1), f::role_below);
  const auto dated = [&](std::uint32_t k) { return page_.traits[k].date && page_.traits[k].words < 14; };
  namespace near = f::date_near_is;
  if (i >= 1 && dated(i - 1))
    out.add(f::date_near[near::above1]);
  else if (i >= 2 && dated(i - 2))
    out.add(f::date_near[near::above2]);
  for (std::uint32_t d = 1; d <= 3 && i + d < n; ++d)
    if (dated(i + d)) {
      out.add(f::date_near[near::below1 + d - 1]);
      break;
    }
  bool stamp = false;
  for (std::uint32_t k = i < 2 ? 0 : i - 2; k <= i + 2 && k < n; ++k)
    stamp |= page_.traits[k].words < 14 && has(page_.traits[k], Sort::stamp);
  out.add_if(stamp, f::stamp_near);
  out.add_if(t.repeated, f::repeated);
  namespace sort = f::line_furniture_is;
  out.add_if(has(t, Sort::related), f::line_furniture[sort::related]);
  out.add_if(has(t, Sort::comment), f::line_furniture[sort::comment]);
  out.add_if(has(t, Sort::newsletter), f::line_furniture[sort::newsletter]);
  out.add_if(has(t, Sort::legal), f::line_furniture[sort::legal]);
  out.add_if(has(t, Sort::media), f::line_furniture[sort::media]);
  out.add_if(has(t, Sort::share), f::line_furniture[sort::share]);
  out.add_if(has(t, Sort::bio), f::line_furniture[sort::bio]);
  out.add_if(has(t, Sort::credit), f::line_furniture[sort::credit]);
  static constexpr unsigned kWords[] = {0, 5, 9, 16};
  out.add(f::words[bucket(t.words, kWords)]);
  out.add_if(t.stop && t.words >= 8, f::sentence);
  out.add_if(i > comments_from_, f::past_comments);
  out.add_if(i > related_from_, f::past_related);
  out.add_if(index <= first_cue_, f::first);
  out.add(f::gap[gaps(page_.lines, i)]);
  out.add(f::above[look(page_.traits, std::int64_t{i} - 1)]);
  out.add(f::below[look(page_.traits, std::int64_t{i} + 1)]);
  out.add_if(line.marker, f::marker);
  out.add_if(t.handle, f::handle);
}

}  // namespace copydesk
