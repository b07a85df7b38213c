#include "blocks/blocks.h"

#include <algorithm>
#include <utility>

#include "blocks/chain.h"
#include "blocks/inserts.h"
#include "blocks/kinds.h"
#include "blocks/page.h"

namespace copydesk {

namespace {

/// How far the page's best reading without a line must be ahead of the best one with it, before the line is
/// no part of the body: a doubtful line stays, a doubtful sentence all the more.  A text without menus is an
/// article by itself; one with a few is hardly a page.
void keep_doubtful(const PageView& page, std::vector<std::int32_t>& margins) {
  constexpr std::int32_t kLine = 10, kSentence = 17, kByItself = 20;
  constexpr unsigned kWords = 12;
  constexpr std::size_t kFewMenus = 3;
  std::size_t menus = 0;
  for (const Traits& t : page.traits) menus += glance(t) == Glance::menu;
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const Traits& t = page.traits[i];
    const bool sentence = t.words >= kWords && (t.sentence() || page.lines[i].marker);
    if (menus == 0 || (menus <= kFewMenus && sentence))
      margins[i] += kByItself;
    else
      margins[i] += sentence ? kSentence : kLine;
  }
}

/// The headline without the marks of quoted mail; with its words on one line when it is set on several.
HeadField headline_field(const Text& text, const Tokens& tokens, const Line& line) {
  HeadField field{line.span, {}};
  const std::uint32_t first = line.first + line.quoted;
  field.span.begin = tokens[first].begin;
  if (text.slice(field.span).find('\n') == std::string_view::npos) return field;
  for (std::uint32_t k = first; k < line.last; ++k) {
    if (line.quoted && tokens[k].is_mark('>')) continue;
    if (k > first && !tokens[k].glued()) field.value += ' ';
    field.value += text.slice(tokens[k].span());
  }
  return field;
}

}  // namespace

Page read_page(const Text& text, const Tokens& tokens, std::string_view headline) {
  Page page;
  const PageReading reading = read_lines_of_page(text, tokens, headline);
  const PageView view = reading.view(tokens);
  HeadReading head;
  std::vector<std::int32_t> margins(reading.lines.size());
  // A text of one line is a paragraph: there is no page around it.
  if (reading.lines.size() > 1) {
    margins = body_margins(score_lines(view));
    keep_doubtful(view, margins);
    cut_ends(view, margins);
    keep_entries(view, margins);
    head = read_head(text, view);
    if (view.headline != PageView::kNoLine)
      head.head.headline = headline_field(text, tokens, reading.lines[view.headline]);
  }
  page.blocks = assign_kinds(text, view, margins, head);
  page.head = std::move(head.head);
  page.dateline_date = std::move(head.dateline_date);
  return page;
}

}  // namespace copydesk
