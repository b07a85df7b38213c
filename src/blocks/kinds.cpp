#include "blocks/kinds.h"

#include <algorithm>

#include "blocks/dateline.h"
#include "blocks/inserts.h"
#include "blocks/view.h"
#include "lexicon/lookup.h"
#include "lexicon/rule_names.h"
#include "tables/news_agencies.gen.h"
#include "text/chars.h"

namespace copydesk {

using namespace literals;

namespace {

using Sort = FurnitureSort;

constexpr std::uint32_t kCreditWords = 9;    // most words of a credit at a line's end
constexpr std::uint32_t kCaptionWords = 90;  // most words of a caption
constexpr std::uint32_t kHeadingWords = 12;  // most words of a heading
constexpr std::uint32_t kTitleOfSpeech = 5;  // most words of a heading with a verb of speech: "What it says"
constexpr std::uint32_t kDeckWords = 60;     // most words of a standfirst
constexpr std::uint32_t kBylineWords = 28;   // most words of a byline
constexpr std::int32_t kSure = 16;           // a margin that leaves no doubt about the body
constexpr std::uint32_t kHeadLines = 8;      // between the headline and its byline or the body

bool credit_opener(const Token& token) {
  return token.has(Tag::credit_opener);
}

bool name_and_source(const Tokens& tokens, std::uint32_t first, std::uint32_t last);

class Kinds {
 public:
  Kinds(const Text& text, const PageView& page, const std::vector<std::int32_t>& margins, HeadReading& head)
      : text_(text), page_(page), tokens_(page.tokens), margins_(margins), head_(head) {}

  std::vector<Block> run() {
    const auto n = static_cast<std::uint32_t>(page_.lines.size());
    blocks_.reserve(n);
    for (std::uint32_t i = 0; i < n; ++i) blocks_.push_back({page_.lines[i].span, BlockKind::furniture, {}});
    std::uint32_t in_body = 0, quoted = 0;
    for (std::uint32_t i = 0; i < n; ++i) in_body += body(i), quoted += body(i) && page_.lines[i].quoted;
    mail_ = in_body > 1 && quoted * 2 > in_body;
    inserts_ = find_inserts(page_, margins_, head_);
    for (std::uint32_t i = 0; i < n; ++i) set(i);
    return std::move(blocks_);
  }

 private:
  bool body(std::uint32_t i) const { return margins_[i] >= 0 && i != page_.headline; }

  void set(std::uint32_t i, BlockKind kind, RuleId rule) {
    blocks_[i].kind = kind;
    blocks_[i].rule = rule;
  }

  void set(std::uint32_t i) {
    if (i == page_.headline) return set(i, BlockKind::headline, "blocks.headline"_rule);
    if (inserted_furniture(i)) return;
    if (dateline(i)) return set(i, BlockKind::dateline, "blocks.dateline"_rule);
    if (slash_credit(i) && picture(i)) return;
    if (author_line(i) && head_line(i, kBylineWords)) return set(i, BlockKind::byline, "blocks.byline"_rule);
    if (i == head_.updated_line && head_line(i, kBylineWords))
      return set(i, BlockKind::updated, "blocks.updated"_rule);
    if (i == head_.published_line && head_line(i, kBylineWords))
      return set(i, BlockKind::byline, "blocks.published"_rule);
    if (stamp_label(i) || stamp_hour(i)) return set(i, BlockKind::byline, "blocks.published"_rule);
    if (role_line(i)) return set(i, BlockKind::byline, "blocks.role-line"_rule);
    if (placeholder(i)) return set(i, BlockKind::furniture, "blocks.placeholder"_rule);
    if (picture(i)) return;
    if (inserts_[i] == Insert::caption) return set(i, BlockKind::caption, "blocks.caption"_rule);
    if (body(i) && phrase_alone(i)) return set(i, BlockKind::furniture, "blocks.furniture-phrase"_rule);
    if (!body(i)) {
      if (deck(i)) return set(i, BlockKind::headline, "blocks.standfirst"_rule);
      return set(i, BlockKind::furniture, "blocks.furniture"_rule);
    }
    if (lists(i)) return set(i, BlockKind::list_item, "blocks.list-item"_rule);
    if (page_.lines[i].quoted && page_.traits[i].words == 0)
      return set(i, BlockKind::furniture, "blocks.furniture"_rule);
    if (page_.lines[i].quoted && !mail_) return set(i, BlockKind::quote_block, "blocks.quoted-mail"_rule);
    if (inserted_body(i)) return;
    if ((i + 1 < page_.lines.size() && post_signature(i + 1)) || (i > 0 && body(i - 1) && post_signature(i)))
      return set(i, BlockKind::quote_block, "blocks.post"_rule);
    if (bare_item(i)) return set(i, BlockKind::list_item, "blocks.bare-item"_rule);
    if (table(i)) return set(i, BlockKind::table, "blocks.table"_rule);
    if (deck(i)) return set(i, BlockKind::headline, "blocks.standfirst"_rule);
    if (heading(i)) return set(i, BlockKind::subheading, "blocks.subheading"_rule);
    set(i, BlockKind::paragraph, "blocks.paragraph"_rule);
  }

  bool inserted_furniture(std::uint32_t i) {
    switch (inserts_[i]) {
      case Insert::box:
        return set(i, BlockKind::furniture, "blocks.box"_rule), true;
      case Insert::running_head:
        if (i == head_.published_line || i == head_.updated_line) return false;
        return set(i, BlockKind::furniture, "blocks.running-head"_rule), true;
      case Insert::author_note:
        return set(i, BlockKind::furniture, "blocks.author-note"_rule), true;
      case Insert::consent:
        return set(i, BlockKind::furniture, "blocks.consent"_rule), true;
      case Insert::mail_head:
        return set(i, BlockKind::furniture, "blocks.mail-head"_rule), true;
      case Insert::foreign:
        return set(i, BlockKind::furniture, "blocks.other-script"_rule), true;
      case Insert::picture_words:
        return set(i, BlockKind::furniture, "blocks.picture-words"_rule), true;
      case Insert::counter:
        return set(i, BlockKind::furniture, "blocks.counter"_rule), true;
      case Insert::reader_note:
        return set(i, BlockKind::furniture, "blocks.reader-note"_rule), true;
      case Insert::rights:
        return set(i, BlockKind::furniture, "blocks.rights"_rule), true;
      case Insert::article_note:
        return set(i, BlockKind::furniture, "blocks.article-note"_rule), true;
      case Insert::teaser:
        return set(i, BlockKind::furniture, "blocks.teaser"_rule), true;
      case Insert::kicker:
        // A day or a name above the headline is the head's.
        if (author_line(i) || i == head_.published_line || i == head_.updated_line) return false;
        return set(i, BlockKind::furniture, "blocks.kicker"_rule), true;
      default:
        return false;
    }
  }

  bool inserted_body(std::uint32_t i) {
    switch (inserts_[i]) {
      case Insert::pull_quote:
        return set(i, BlockKind::quote_block, "blocks.pull-quote"_rule), true;
      case Insert::statement:
        return set(i, BlockKind::quote_block, "blocks.statement"_rule), true;
      case Insert::clock_heading:
        return set(i, BlockKind::subheading, "blocks.clock-heading"_rule), true;
      case Insert::key_point:
        return set(i, BlockKind::list_item, "blocks.key-point"_rule), true;
      default:
        return false;
    }
  }

  bool author_line(std::uint32_t i) const {
    return std::find(head_.author_lines.begin(), head_.author_lines.end(), i) != head_.author_lines.end();
  }

  /// Whether a line that holds a piece of the head is no more than that: short, and surely no part of the
  /// body.
  bool head_line(std::uint32_t i, std::uint32_t most_words) const {
    const Traits& t = page_.traits[i];
    return t.words <= most_words && !t.sentence() && (margins_[i] < kSure || i < page_.core.first);
  }

  /// Reads the dateline of the page's first lines below the headline; whether it is all of its line.
  bool dateline(std::uint32_t i) {
    constexpr unsigned kMostTried = 8;
    const bool below = page_.headline == PageView::kNoLine || i > page_.headline;
    if (head_.head.dateline || datelines_tried_ >= kMostTried || !below) return false;
    if (!body(i) && page_.traits[i].words > kBylineWords) return false;
    ++datelines_tried_;
    const Dateline found = read_dateline(text_, page_, i);
    if (!found || (!found.alone && !body(i))) return false;
    head_.head.dateline = HeadField{found.place, one_space(text_.slice(found.place))};
    if (found.date.year && found.date.month && found.date.day) {
      const Span span{tokens_[found.first_date].begin, tokens_[found.date.end - 1].end};
      head_.dateline_date = HeadField{span, to_iso(found.date)};
      if (!found.alone && head_.head.published && head_.head.published->span.overlaps(span)) {
        head_.head.published.reset();
        head_.published_line = PageView::kNoLine;
      }
    }
    return found.alone;
  }

  /// A number makes a list item only beside another one: "1. FC" opens many a sentence.
  bool lists(std::uint32_t i) const {
    const auto& lines = page_.lines;
    if (lines[i].marker != 2) return lines[i].marker;
    return (i > 0 && lines[i - 1].marker == 2) || (i + 1 < lines.size() && lines[i + 1].marker == 2);
  }

  /// A short line without a full stop among others: two and more below a line that ends with a colon, three
  /// and more elsewhere.  The last one before a paragraph may be a heading.
  bool bare_item(std::uint32_t i) {
    if (i < items_to_) return true;
    const auto n = static_cast<std::uint32_t>(page_.lines.size());
    std::uint32_t last = i;
    while (last < n && item(last)) ++last;
    if (last < n && last > i && heading(last - 1) &&
        (page_.lines[last - 1].gap_before || !page_.lines[last].gap_before))
      --last;
    const bool led = i > 0 && body(i - 1) && page_.traits[i - 1].colon;
    if (last < i + (led ? 2u : 3u)) return false;
    items_to_ = last;
    return true;
  }
  bool item(std::uint32_t i) const {
    constexpr unsigned kMost = 12;
    const Traits& t = page_.traits[i];
    return body(i) && inserts_[i] == Insert::none && t.words && t.words <= kMost && !t.stop && !t.question &&
           !t.colon && !t.ellipsis && !t.handle && !t.furniture_seen() && !t.quotes && !t.speech &&
           !page_.lines[i].cells && !page_.lines[i].quoted && !page_.lines[i].marker;
  }

  /// "— Ann Lee (@annlee) July 18, 2023", below a post from elsewhere.
  bool post_signature(std::uint32_t i) const {
    const Line& line = page_.lines[i];
    const Token& mark = tokens_[line.first];
    if (!mark.is_mark(kEmDash) && !mark.is_mark(kEnDash) && !mark.is_mark('-')) return false;
    return page_.traits[i].handle && page_.traits[i].date && page_.traits[i].words <= 12;
  }

  /// "Courts Correspondent" directly below a name; the paper's name or the place between a name and its day.
  bool role_line(std::uint32_t i) const {
    constexpr unsigned kOffice = 5;
    const Traits& t = page_.traits[i];
    if (i == 0 || t.words == 0 || t.words > 8 || t.stop || !author_line(i - 1)) return false;
    if (t.roles) return true;
    return t.words <= kOffice && t.capitals + 1u >= t.words && !t.furniture_seen() && !t.handle &&
           !t.numbers && (i + 1 == head_.published_line || stamp_label(i + 1));
  }

  /// "Published" directly above the day, the hour directly below it.
  bool stamp_label(std::uint32_t i) const {
    return i + 1 == head_.published_line && page_.traits[i].words <= 3 && !page_.traits[i].numbers &&
           presence(page_.traits[i], Sort::stamp) == Presence::alone;
  }
  bool stamp_hour(std::uint32_t i) const {
    const Line& line = page_.lines[i];
    return i > 0 && i - 1 == head_.published_line && page_.traits[i].numbers && page_.traits[i].words <= 2 &&
           line.last - line.first <= 5 && tokens_[line.first].is_number() &&
           !page_.traits[i].furniture_seen();
  }

  /// "Lena Osterhaus/The Courier": a picture's, though the name may be an author's.
  bool slash_credit(std::uint32_t i) const {
    const Line& line = page_.lines[i];
    return name_and_source(tokens_, line.first, line.last);
  }

  /// What templates leave behind: "None", "null", "undefined".
  bool placeholder(std::uint32_t i) const {
    if (page_.traits[i].words != 1 || page_.lines[i].last - page_.lines[i].first != 1) return false;
    const Token& token = tokens_[page_.lines[i].first];
    return token.has(Tag::placeholder);
  }

  bool picture(std::uint32_t i) {
    const Traits& t = page_.traits[i];
    if (t.words > kCaptionWords || !t.words) return false;
    const CreditMark credit = read_credit(page_, i, margins_[i] >= kSure);
    if (credit) {
      std::uint32_t first = credit.first;
      while (first + 1 < credit.last && label(tokens_[first])) ++first;
      const Span name{tokens_[first].begin, tokens_[credit.last - 1].end};
      head_.head.credits.push_back({name, std::string(text_.slice(name))});
      if (credit.whole)
        set(i, BlockKind::credit, "blocks.credit"_rule);
      else
        set(i, BlockKind::caption, "blocks.caption-credit"_rule);
      return true;
    }
    if (presence(t, Sort::media) == Presence::opens && opens_caption(i)) {
      set(i, BlockKind::caption, "blocks.caption-label"_rule);
      return true;
    }
    return false;
  }

  /// "Photo by", "Credit:": words before a credit that are no part of the name.
  static bool label(const Token& token) {
    return token.is_mark(':') || token.is("by"_w) || (credit_opener(token) && !token.is("courtesy"_w));
  }

  /// "Image caption …", "Photo: …", "FILE - …".
  bool opens_caption(std::uint32_t i) const {
    const std::uint32_t k = page_.lines[i].first;
    const Token& a = tokens_[k];
    const Token& b = tokens_[k + 1];
    const bool label = a.is("image"_w) || a.is("media"_w) || a.is("photo"_w) || a.is("picture"_w) ||
                       a.is("pictured"_w) || a.is("video"_w);
    return label && (b.is("caption"_w) || b.is_mark(':'));
  }

  bool table(std::uint32_t i) const {
    const unsigned n = cell_gaps(i);
    if (n == 0) return false;
    return n > 1 || (i > 0 && cell_gaps(i - 1)) || (i + 1 < page_.lines.size() && cell_gaps(i + 1));
  }

  /// Tabs, or three spaces and more, inside a line of a table's width.
  unsigned cell_gaps(std::uint32_t i) const {
    constexpr std::uint32_t kWidest = 400;
    const Line& line = page_.lines[i];
    if (line.span.size() > kWidest || line.quoted) return 0;
    unsigned gaps = 0;
    for (std::uint32_t k = line.first + 1; k < line.last; ++k) {
      const Token& token = tokens_[k];
      if (token.glued()) continue;
      if (token.has(token_flag::line_before)) return 0;
      const std::string_view gap = gap_before(text_, tokens_, k);
      if (gap == " ") continue;
      unsigned spaces = 0;
      for (const char c : gap) {
        if (c == '\t') ++gaps;
        spaces = c == ' ' ? spaces + 1 : 0;
        if (spaces == 3) ++gaps;
      }
    }
    return gaps;
  }

  bool furniture_phrase(const Traits& t) const {
    return std::any_of(t.furniture.begin(), t.furniture.end(),
                       [](Presence p) { return p >= Presence::opens; });
  }

  /// "Share this story", "Also read: …": nothing but such a phrase, or one with a colon that opens the line.
  bool phrase_alone(std::uint32_t i) const {
    constexpr std::uint32_t kAlone = 8, kLed = 16;
    const Traits& t = page_.traits[i];
    if (t.stop || !t.words || t.words > kLed || page_.lines[i].marker) return false;
    for (const Sort sort :
         {Sort::share, Sort::newsletter, Sort::account, Sort::legal, Sort::ad, Sort::comment, Sort::related})
      if (presence(t, sort) == Presence::alone && t.words > 1 && t.words <= kAlone) return true;
    if (presence(t, Sort::ad) == Presence::alone) return true;
    std::uint32_t first = page_.lines[i].first;
    first += tokens_[first].is_mark('[') || tokens_[first].is_mark('(');
    const Hit hit = find(tables::furniture::keys, tokens_, first);
    if (!hit || !tokens_[first + hit.length].is_mark(':')) return false;
    const Sort sort = tables::furniture::rows[hit.row].sort;
    const bool player = tokens_[first].is("watch"_w) || tokens_[first].is("listen"_w);
    return sort == Sort::related || sort == Sort::menu || sort == Sort::share ||
           (sort == Sort::media && player);
  }

  /// The sentence or two below the headline and above the byline or the body.
  bool deck(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    if (page_.headline == PageView::kNoLine || i != page_.headline + 1) return false;
    if (t.words < 5 || t.words > kDeckWords || t.by || t.date || t.separators || t.handle ||
        furniture_phrase(t))
      return false;
    for (std::uint32_t k = i + 1; k < page_.lines.size() && k <= i + kHeadLines; ++k) {
      if (author_line(k)) return true;
      if (k == head_.published_line || k == head_.updated_line) return true;
      if (body(k)) return !body(i);
    }
    return false;
  }

  /// "II.", "3": the number of a part, alone above a paragraph.
  bool part_number(std::uint32_t i) const {
    const Line& line = page_.lines[i];
    const Token& first = tokens_[line.first];
    const bool number = first.is_number()
                            ? first.end - first.begin <= 2
                            : first.capital() && (first.is("i"_w) || first.has(Tag::roman_numerals));
    const bool alone =
        line.last == line.first + 1 || (line.last == line.first + 2 && tokens_[line.first + 1].is_mark('.'));
    return number && alone && i + 1 < page_.lines.size() && body(i + 1) && page_.traits[i + 1].long_line();
  }

  bool heading(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    if (part_number(i)) return true;
    if (!t.words || t.words > kHeadingWords || (t.stop && !t.question) || t.ellipsis || t.quotes ||
        t.commas > 1)
      return false;
    if (i + 1 >= page_.lines.size() || !body(i + 1)) return false;
    if (t.opens_small || t.colon || (t.speech && t.words > kTitleOfSpeech)) return false;
    const Traits& next = page_.traits[i + 1];
    return next.words > t.words && (next.words >= 8 || page_.lines[i + 1].marker) &&
           (next.stop || next.colon || page_.lines[i + 1].marker);
  }

  const Text& text_;
  const PageView& page_;
  const Tokens& tokens_;
  const std::vector<std::int32_t>& margins_;
  HeadReading& head_;
  std::vector<Insert> inserts_;
  std::vector<Block> blocks_;
  unsigned datelines_tried_ = 0;
  std::uint32_t items_to_ = 0;  // where a run of list items without marks ends
  bool mail_ = false;           // the whole article is quoted mail
};

}  // namespace

namespace {

/// A credit's words: names, agencies, and the small words between them.
bool credit_part(const Token& token) {
  if (!token.is_word() || token.capital()) return true;
  return token.has(Tag::credit_link) || token.has(token_flag::inner_capital);
}

/// How sure the words [first, last) are a picture's credit.
enum class CreditSort : std::uint8_t { none, agency, picture };

CreditSort credit_sort(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  CreditSort sort = CreditSort::none;
  std::uint32_t words = 0;
  for (std::uint32_t k = first; k < last; ++k) {
    const Token& token = tokens[k];
    if (!credit_part(token) || (words += token.is_word()) > kCreditWords) return CreditSort::none;
    if (token.has(Tag::news_agencies) && token.capital() && find(tables::news_agencies::keys, tokens, k))
      sort = std::max(sort, CreditSort::agency);
    if (const Hit hit = token.has(Tag::furniture) ? find(tables::furniture::keys, tokens, k) : Hit{};
        hit && tables::furniture::rows[hit.row].sort == Sort::credit)
      sort = CreditSort::picture;
    if (credit_opener(token) && (tokens[k + 1].is_mark(':') || tokens[k + 1].is("by"_w)))
      sort = CreditSort::picture;
    if (token.is_mark('/') && sort == CreditSort::agency) sort = CreditSort::picture;
  }
  return sort;
}

/// "Lena Osterhaus/The Courier", "Ann Lee | Agency | Shop": a name of two words or more, a slash or two bars,
/// who sold the picture.
bool name_and_source(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  std::uint32_t words = 0, slash = 0, bars = 0;
  for (std::uint32_t k = first; k < last; ++k) {
    const Token& token = tokens[k];
    if (token.is_mark('/') && !slash && words >= 2 && k + 1 < last)
      slash = k;
    else if (token.is_mark('|') && words >= 2 && k + 1 < last)
      ++bars;
    else if (token.is_word() && token.capital())
      ++words;
    else if (!token.is_mark('-') && !token.is_mark('.'))
      return false;
  }
  return (slash || bars == 2) && words <= 7;
}

/// "(Odile Marr, Examiner)": names with a comma or a slash between and nothing else.
bool names_alone(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
  std::uint32_t words = 0, marks = 0;
  for (std::uint32_t k = first; k < last; ++k) {
    const Token& token = tokens[k];
    if (token.is_word() && token.capital())
      ++words;
    else if (token.is_mark(',') || token.is_mark('/'))
      ++marks;
    else if (!token.is_mark('-') && !token.is_mark('.'))
      return false;
  }
  return words >= 3 && words <= kCreditWords && marks == 1;
}

/// "Source: the statistics office. Figures are rounded.": where a table or a chart has its figures from.
bool source_line(const Tokens& tokens, const Traits& t, std::uint32_t first, std::uint32_t last) {
  constexpr unsigned kMost = 14;
  return t.words <= kMost && first + 2 < last &&
         (tokens[first].is("source"_w) || tokens[first].is("sources"_w)) && tokens[first + 1].is_mark(':');
}

CreditMark whole_credit(const Tokens& tokens, const Traits& t, std::uint32_t first, std::uint32_t last) {
  if (source_line(tokens, t, first, last)) return {true, first + 2, last};
  if (t.words > kCreditWords || t.words == 0 || t.speech) return {};
  if (name_and_source(tokens, first, last)) return {true, first, last};
  std::uint32_t k = first;
  bool opens = false;
  while (k < last && tokens[k].is_word() && (credit_opener(tokens[k]) || tokens[k].is("by"_w)))
    opens |= credit_opener(tokens[k++]);
  const bool source = k > first && tokens[k].is_mark(',') && tokens[k - 1].is("source"_w);
  if (opens && k < last && (tokens[k].is_mark(':') || source || tokens[k - 1].is("by"_w))) {
    if (tokens[k].is_any_mark()) ++k;
    if (k < last && tokens[k].capital() &&
        (source || credit_sort(tokens, first, last) == CreditSort::picture))
      return {true, k, last};
  }
  if (presence(t, Sort::credit) == Presence::alone && !tokens[first].is("pool"_w)) return {true, first, last};
  return {};
}

}  // namespace

CreditMark read_credit(const PageView& page, std::uint32_t i, bool in_body) {
  const Tokens& tokens = page.tokens;
  const Line& line = page.lines[i];
  const Traits& t = page.traits[i];
  std::uint32_t first = line.first, last = line.last;
  const auto closing = [&](const Token& token) { return token.is_mark(')') || token.is_mark(']'); };
  const auto opening = [&](const Token& token) { return token.is_mark('(') || token.is_mark('['); };
  while (last > first + 1 && tokens[last - 1].is_mark('.')) --last;
  const bool closed = closing(tokens[last - 1]);
  if (closed) --last;
  while (first < last && opening(tokens[first])) ++first;
  if (const CreditMark whole = whole_credit(tokens, t, first, last)) return whole;
  // The line's end: a bracket that closes there, or words behind a slash, a bar or a stop.
  if (t.words < 5) return {};
  std::uint32_t words = 0;
  for (std::uint32_t k = last; k-- > first + 1 && words <= kCreditWords;) {
    const Token& token = tokens[k];
    if (token.is_word()) ++words;
    // "… Credit...Ann Lee for The Courier"
    if (token.capital() && credit_opener(token) && k > first + 3 &&
        (tokens[k + 1].is_mark(':') || tokens[k + 1].is_mark('.') || tokens[k + 1].is_mark(kEllipsis))) {
      std::uint32_t name = k + 1;
      while (name < last && tokens[name].is_any_mark()) ++name;
      if (name < last && tokens[name].capital() &&
          std::all_of(&tokens[name], &tokens[last - 1] + 1, credit_part))
        return {false, name, last};
    }
    if (!token.is_any_mark()) continue;
    if (closed && opening(token) && tokens[k + 1].is("courtesy"_w)) return {false, k + 1, last};
    if (closed && opening(token) && !in_body && names_alone(tokens, k + 1, last)) return {false, k + 1, last};
    const bool bracket = closed && opening(token);
    const bool bar = !closed && (token.is_mark('/') || token.is_mark('|')) && !token.glued();
    const bool stop = !closed && (token.is_mark('.') || token.is_mark(kEmDash)) && !tokens[k + 1].glued();
    if (!bracket && !bar && !stop) continue;
    const CreditSort sort = credit_sort(tokens, k + 1, last);
    if (sort == CreditSort::picture || (sort == CreditSort::agency && !in_body)) return {false, k + 1, last};
    if (bracket || bar || words > 5) return {};
  }
  return {};
}

std::vector<Block> assign_kinds(const Text& text, const PageView& page,
                                const std::vector<std::int32_t>& margins, HeadReading& head) {
  return Kinds(text, page, margins, head).run();
}

}  // namespace copydesk
