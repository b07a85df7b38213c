#include "blocks/inserts.h"

#include <algorithm>

#include "blocks/captions.h"
#include "blocks/view.h"
#include "lexicon/lookup.h"

namespace copydesk {

using namespace literals;

namespace {

using Sort = FurnitureSort;

bool opens_quotation(const Token& token) {
  return token.is_mark(kLeftDouble) || token.is_mark(kLeftSingle) || token.is_mark('"') ||
         token.is_mark('\'');
}

bool closes_quotation(const Token& token) {
  return token.is_mark(kRightDouble) || token.is_mark(kRightSingle) || token.is_mark('"') ||
         token.is_mark('\'');
}

/// A line that holds a clock time and at most a zone or "pm": "23.40", "6:05 pm", "10:32 GMT".
bool clock_alone(const PageView& page, std::uint32_t i) {
  const Tokens& tokens = page.tokens;
  const Line& line = page.lines[i];
  const std::uint32_t size = line.last - line.first;
  const Token& first = tokens[line.first];
  if (size > 5 || page.traits[i].words > 2 || !first.is_number()) return false;
  const std::uint32_t digits = first.end - first.begin;
  std::uint32_t k = line.first + 1;
  if (digits <= 2 && size >= 3 && tokens[k].is_mark(':') && tokens[k + 1].is_number() &&
      tokens[k + 1].end - tokens[k + 1].begin == 2)
    k += 2;
  else if (digits < 4 || digits > 5 || page.traits[i].year)
    return false;
  for (; k < line.last; ++k)
    if (!tokens[k].is_any_mark() && (!tokens[k].is_word() || tokens[k].end - tokens[k].begin > 4))
      return false;
  return true;
}

class Finder {
 public:
  Finder(const PageView& page, const std::vector<std::int32_t>& margins, const HeadReading& head)
      : page_(page),
        tokens_(page.tokens),
        margins_(margins),
        head_(head),
        found_(page.lines.size()),
        captions_(page, margins) {}

  std::vector<Insert> run() {
    const auto n = static_cast<std::uint32_t>(found_.size());
    for (std::uint32_t i = 0; i < n; ++i) {
      body_ += body(i);
      parted_ += body(i) && page_.lines[i].gap_before;
      clocks_ += clock_alone(page_, i);
    }
    running_heads();
    for (std::uint32_t i = 0; i < n; ++i)
      if (leads_away(i)) teasers(i);
    for (std::uint32_t i = 0; i < n; ++i)
      if (i != page_.headline && box_header(i)) box(i);
    for (std::uint32_t i = 0; i < n; ++i)
      if (mail_head(page_, i))
        found_[i] = Insert::mail_head;
      else if (body(i) && found_[i] == Insert::none)
        found_[i] = what(i);
      else if (found_[i] == Insert::none && i < page_.core.last && captions_.at(i))
        found_[i] = Insert::caption;
      else if (found_[i] == Insert::none && kicker(i) && !page_.traits[i].furniture_seen())
        found_[i] = Insert::kicker;
    last_notes();
    return std::move(found_);
  }

 private:
  bool body(std::uint32_t i) const { return margins_[i] >= 0 && i != page_.headline; }

  Insert what(std::uint32_t i) {
    if (consent(i) || disclosure(i)) return Insert::consent;
    if (page_.traits[i].foreign) return Insert::foreign;
    if (page_.traits[i].picture_words) return Insert::picture_words;
    if (rights(i)) return Insert::rights;
    if (counter(i)) return Insert::counter;
    if (reader_note(i)) return Insert::reader_note;
    if (captions_.at(i)) return Insert::caption;
    if (kicker(i)) return Insert::kicker;
    if (clocks_ >= kLeastClocks && clock_alone(page_, i)) return Insert::clock_heading;
    if (key_points_above(i)) return Insert::key_point;
    if (statement(i)) return Insert::statement;
    if (pull_quote(i) || (i > 0 && found_[i - 1] == Insert::pull_quote && signature(i)))
      return Insert::pull_quote;
    return Insert::none;
  }

  /// "By signing up you agree to our terms."
  bool consent(std::uint32_t i) const {
    constexpr unsigned kMost = 45;
    const Line& line = page_.lines[i];
    const Traits& t = page_.traits[i];
    if (!tokens_[line.first].is("by"_w) || !t.address || t.words > kMost) return false;
    if (!has(t, Sort::legal) && !has(t, Sort::newsletter) && !has(t, Sort::account)) return false;
    for (std::uint32_t k = line.first; k < line.last; ++k)
      if (tokens_[k].has(Tag::agreeing)) return true;
    return false;
  }

  /// "We may earn a commission if you buy through our links."
  bool disclosure(std::uint32_t i) const {
    constexpr unsigned kMost = 45;
    const Traits& t = page_.traits[i];
    if (t.words > kMost || !t.address || !has(t, Sort::legal) || t.quotes || t.speech) return false;
    for (std::uint32_t k = page_.lines[i].first; k < page_.lines[i].last; ++k)
      if (tokens_[k].is("commission"_w) || tokens_[k].is("compensation"_w)) return true;
    return false;
  }

  /// A header of other stories or of a newsletter, with lines set solid below it, where paragraphs are parted
  /// by blank lines.
  bool box_header(std::uint32_t i) const {
    constexpr unsigned kWords = 8;
    const Traits& t = page_.traits[i];
    if (parted_ * 2u < body_ || t.words > kWords || t.stop || !page_.lines[i].gap_before) return false;
    if (i + 1 >= found_.size() || page_.lines[i + 1].gap_before) return false;
    if (page_.headline != PageView::kNoLine && i < page_.headline) return false;
    if (presence(t, Sort::related) == Presence::alone || presence(t, Sort::newsletter) == Presence::alone)
      return true;
    if (!has(t, Sort::newsletter)) return false;
    for (std::uint32_t k = i + 1; k < found_.size() && k <= i + kBoxLines && !page_.lines[k].gap_before; ++k)
      if (presence(page_.traits[k], Sort::newsletter) == Presence::alone || consent(k)) return true;
    return false;
  }

  void box(std::uint32_t i) {
    std::uint32_t k = i;
    do {
      if (body(k)) found_[k] = Insert::box;
      ++k;
    } while (k < found_.size() && k <= i + kBoxLines && !page_.lines[k].gap_before);
  }

  /// A word or two above the headline: "Explainer", "Traffic & Transit".
  bool kicker(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    return page_.headline != PageView::kNoLine && i < page_.headline && i + 3 >= page_.headline && t.words &&
           t.words <= 5 && !t.stop && !t.quotes;
  }

  /// Lines that differ in a number only, set in cells or between separators: the heads of printed pages. Then
  /// a number alone is the number of a page.
  void running_heads() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      const Traits& t = page_.traits[i];
      if (t.words < 2 || t.words > kHeadWords || !t.numbers || t.stop || page_.lines[i].marker) continue;
      if (!page_.lines[i].cells && !t.separators) continue;
      std::uint32_t hash = kHashSeed;
      for (std::uint32_t k = page_.lines[i].first; k < page_.lines[i].last; ++k)
        if (tokens_[k].is_word()) hash = hash_byte(hash ^ tokens_[k].hash, 1);
      order.emplace_back(hash, i);
    }
    std::sort(order.begin(), order.end());
    bool any = false;
    for (std::size_t k = 1; k < order.size(); ++k)
      // Neighbours are rows of a table.
      if (order[k].first == order[k - 1].first && order[k].second > order[k - 1].second + 2)
        found_[order[k].second] = found_[order[k - 1].second] = Insert::running_head, any = true;
    if (!any) return;
    // What stands on every page beside them, the day or the section.
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      const Traits& t = page_.traits[i];
      const bool beside = (i > 0 && found_[i - 1] == Insert::running_head) ||
                          (i + 1 < found_.size() && found_[i + 1] == Insert::running_head);
      if (beside && t.repeated && t.words <= kHeadWords && !t.stop && found_[i] == Insert::none)
        found_[i] = Insert::running_head;
    }
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      const Line& line = page_.lines[i];
      if (!page_.traits[i].words && page_.traits[i].numbers && line.last - line.first <= 3)
        found_[i] = Insert::running_head;
    }
  }

  /// In the last lines of the body: "Ann Lee teaches …" below what Ann Lee wrote, whose views those are, and
  /// what is said of the article itself: "A version of this article appears in print", "Reporting by Ann
  /// Lee".
  void last_notes() {
    constexpr unsigned kLastLines = 4, kMost = 60;
    unsigned seen = 0;
    for (std::uint32_t i = static_cast<std::uint32_t>(found_.size()); i-- > 0 && seen < kLastLines;) {
      if (!body(i) || found_[i] == Insert::rights) continue;
      ++seen;
      const Traits& t = page_.traits[i];
      if (found_[i] != Insert::none || t.words > kMost || t.speech || i <= page_.core.first) continue;
      if (opens_with_author(i) || views(i))
        found_[i] = Insert::author_note;
      else if (of_article(i))
        found_[i] = Insert::article_note;
    }
  }

  /// "This story was corrected", "A version of this article", "Reporting by", "Correction:", "Additional
  /// reporting by", "Ann Lee contributed to this report."
  bool of_article(std::uint32_t i) const {
    const Line& line = page_.lines[i];
    std::uint32_t k = line.first;
    while (k + 1 < line.last && tokens_[k].is_any_mark()) ++k;
    const auto itself = [&](std::uint32_t at) {
      return tokens_[at].is("this"_w) && (tokens_[at + 1].is("article"_w) || tokens_[at + 1].is("story"_w) ||
                                          tokens_[at + 1].is("report"_w) || tokens_[at + 1].is("post"_w) ||
                                          tokens_[at + 1].is("piece"_w));
    };
    if (tokens_[k + 1].is_mark(':') && (tokens_[k].is("correction"_w) || tokens_[k].is("clarification"_w)))
      return true;
    if (has(page_.traits[i], Sort::bio)) {
      if (itself(k) || ((tokens_[k + 1].is("version"_w) || tokens_[k + 2].is("version"_w)) &&
                        (itself(k + 3) || itself(k + 4))))
        return true;
      for (std::uint32_t n = k; n + 3 < line.last; ++n)
        if (tokens_[n].is("contributed"_w) && tokens_[n + 1].is("to"_w) && itself(n + 2)) return true;
    }
    k += tokens_[k].is("additional"_w) || tokens_[k].is("with"_w);
    return (tokens_[k].is("reporting"_w) || tokens_[k].is("editing"_w) || tokens_[k].is("writing"_w)) &&
           tokens_[k + 1].is("by"_w) && tokens_[k + 2].capital();
  }

  bool views(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    if (t.words > 25) return false;
    for (std::uint32_t k = page_.lines[i].first; k + 1 < page_.lines[i].last; ++k)
      if ((tokens_[k].is("views"_w) || tokens_[k].is("opinions"_w)) && tokens_[k + 1].is("expressed"_w))
        return true;
    return false;
  }

  bool opens_with_author(std::uint32_t i) const {
    for (const std::uint32_t at : head_.author_lines) {
      if (at >= i) continue;
      for (std::uint32_t k = page_.lines[at].first; k < page_.lines[at].last; ++k)
        if (const std::uint32_t next = same_name(k, page_.lines[at].last, i))
          return tokens_[next].has(Tag::author_verb);
    }
    return false;
  }

  /// The token of line `i` after its first two or more words, when these stand at `k` too; 0 when not.
  std::uint32_t same_name(std::uint32_t k, std::uint32_t last, std::uint32_t i) const {
    std::uint32_t at = page_.lines[i].first, words = 0;
    const auto same = [&] {
      const Token& a = tokens_[k];
      const Token& b = tokens_[at];
      if (a.is_word()) return a.capital() && b.is_word() && a.hash == b.hash;
      return (a.is_mark('-') || a.is_mark('.') || a.is_mark('\'') || a.is_mark(kRightSingle)) &&
             b.is_mark(a.word);
    };
    while (k < last && at + 1 < page_.lines[i].last && same()) words += tokens_[k].is_word(), ++k, ++at;
    return words >= 2 ? at : 0;
  }

  /// A line that is one quotation from end to end, without its speaker.
  bool all_quotation(std::uint32_t i, bool to_the_end) const {
    const Line& line = page_.lines[i];
    if (line.last - line.first < 4 || !opens_quotation(tokens_[line.first])) return false;
    for (std::uint32_t k = line.first + 1; k + 1 < line.last; ++k)
      if (tokens_[k].is_mark(kRightDouble) || tokens_[k].is_mark('"')) return false;
    return !to_the_end || closes_quotation(tokens_[line.last - 1]);
  }

  /// Two paragraphs and more, all quotation, below a line that ends with a colon.
  bool statement(std::uint32_t i) const {
    if (i == 0 || !all_quotation(i, false)) return false;
    if (found_[i - 1] == Insert::statement) return true;
    return page_.traits[i - 1].colon && body(i - 1) && i + 1 < found_.size() && body(i + 1) &&
           all_quotation(i + 1, false);
  }

  /// "© 2014 The Courier", "Copyright 2014 …", "… All rights reserved.": whose the page is.
  bool rights(std::uint32_t i) const {
    constexpr unsigned kMost = 80;
    const Line& line = page_.lines[i];
    const Traits& t = page_.traits[i];
    if (t.words > kMost || t.quotes || t.speech) return false;
    std::uint32_t k = line.first;
    if (tokens_[k].is_mark('(')) ++k;
    if (!has(t, Sort::legal) && !tokens_[k].is_mark(kOtherMark)) return false;
    // The sign itself is one of the marks without a name.
    const auto year = [&](std::uint32_t at) {
      return tokens_[at].is_number() && tokens_[at].end - tokens_[at].begin == 4;
    };
    if (tokens_[k].is_mark(kOtherMark) && year(k + 1)) return true;
    const bool opens = tokens_[k].is("copyright"_w);
    for (std::uint32_t n = k; n < line.last; ++n) {
      if (opens && n < k + kRights && (year(n) || tokens_[n].is_mark(kOtherMark))) return true;
      if (tokens_[n].is("rights"_w) && tokens_[n + 1].is("reserved"_w)) return true;
    }
    return false;
  }

  /// A header of other stories, alone on its line: "READ MORE:", "Related".
  bool leads_away(std::uint32_t i) const {
    constexpr unsigned kWords = 6;
    const Traits& t = page_.traits[i];
    if (i == page_.headline || t.words > kWords || t.stop || t.question) return false;
    return presence(t, Sort::related) == Presence::alone && !page_.lines[i].marker;
  }

  /// The titles directly below such a header: lines without a full stop, up to the first that is a sentence.
  /// A short one right above a sentence is the body's next heading.
  void teasers(std::uint32_t i) {
    constexpr unsigned kLongest = 18, kHeading = 7, kLines = 8;
    const auto n = static_cast<std::uint32_t>(found_.size());
    std::uint32_t k = i + 1;
    const bool solid = k < n && !page_.lines[k].gap_before;
    for (; k < n && k <= i + kLines; ++k) {
      const Traits& t = page_.traits[k];
      if (t.stop && !t.question) break;
      if (k == page_.headline || t.words > kLongest || t.colon || t.speech || page_.lines[k].cells ||
          page_.lines[k].marker == 2 || (solid && page_.lines[k].gap_before))
        break;
    }
    if (k > i + 1 && k < n && page_.traits[k].sentence() && page_.traits[k - 1].words <= kHeading &&
        (!solid || k == i + 2 || !page_.lines[k].gap_before))
      --k;
    for (std::uint32_t at = i + 1; at < k; ++at)
      if (body(at)) found_[at] = Insert::teaser;
  }

  /// A line below "Key points", in the stretch up to the next blank line.
  bool key_points_above(std::uint32_t i) const {
    constexpr unsigned kLongest = 30;
    if (i == 0 || page_.lines[i].gap_before || page_.traits[i].words > kLongest) return false;
    return found_[i - 1] == Insert::key_point || key_points(i - 1);
  }
  bool key_points(std::uint32_t i) const {
    const Traits& t = page_.traits[i];
    if (t.words == 0 || t.words > 3 || t.stop) return false;
    const Token& last = tokens_[page_.lines[i].last - 1 - (t.colon ? 1 : 0)];
    const Token& first = tokens_[page_.lines[i].first + (t.words == 3 ? 1 : 0)];
    return last.is("highlights"_w) ||
           (t.words > 1 && first.is("key"_w) &&
            (last.is("points"_w) || last.is("takeaways"_w) || last.is("findings"_w) || last.is("facts"_w)));
  }

  /// "12 comments", "1.2K shares", "4 min read": a number of readers, or of minutes they take, and no more.
  bool counter(std::uint32_t i) const {
    constexpr unsigned kMost = 5;
    const Traits& t = page_.traits[i];
    if (!t.numbers || !t.words || t.words > kMost || t.stop || page_.lines[i].marker) return false;
    if (presence(t, Sort::comment) == Presence::alone || presence(t, Sort::share) == Presence::alone)
      return true;
    if (presence(t, Sort::count) != Presence::alone) return false;
    for (std::uint32_t k = page_.lines[i].first; k < page_.lines[i].last; ++k)
      if (tokens_[k].has(Tag::readership)) return true;
    return false;
  }

  /// "Never miss our news: sign up for the newsletter", "We want to hear from you", "Subscribe to the
  /// Courier.", "Write to Ann Lee at lee@example.org": what a site says to its readers about itself.
  bool reader_note(std::uint32_t i) const {
    constexpr unsigned kMost = 40, kShort = 25;
    const Line& line = page_.lines[i];
    const Traits& t = page_.traits[i];
    if (t.words > kMost || t.quotes || t.speech || line.quoted || line.marker) return false;
    if (t.words <= kShort) {
      if (presence(t, Sort::newsletter) == Presence::opens && t.stop) return true;
      if (t.handle && tokens_[line.first].has(Tag::call_to_readers)) return true;
    }
    if (t.words <= kShort && t.address && presence(t, Sort::newsletter) >= Presence::opens) return true;
    if (t.address < 2) return false;
    if (presence(t, Sort::comment) >= Presence::opens) return true;
    if (t.question && presence(t, Sort::bio) >= Presence::opens) return true;
    bool hear = false;
    for (std::uint32_t k = line.first; k + 2 < line.last; ++k) {
      if (tokens_[k].is("i"_w)) return false;
      hear |= tokens_[k].is("hear"_w) && tokens_[k + 2].is("you"_w);
    }
    return hear || presence(t, Sort::newsletter) > Presence::far;
  }

  /// A short line that is all quotation, whose words stand in a longer line near it.
  bool pull_quote(std::uint32_t i) const {
    constexpr unsigned kMost = 30, kLeast = 3, kNear = 12;
    const Traits& t = page_.traits[i];
    if (t.words < kLeast || t.words > kMost || !all_quotation(i, true)) return false;
    // A quotation that is a paragraph ends as a sentence does, or goes on to its speaker.
    if (signed_below(i) || !ends_as_sentence(i)) return true;
    const std::uint32_t from = i > kNear ? i - kNear : 0;
    const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(found_.size(), i + kNear));
    for (std::uint32_t k = from; k < to; ++k)
      if (k != i && body(k) && page_.traits[k].words > t.words && holds(k, i)) return true;
    return false;
  }

  /// Whether a full stop, a comma or the like stands at the quotation's end, within its marks or behind them.
  bool ends_as_sentence(std::uint32_t i) const {
    std::uint32_t k = page_.lines[i].last - 1;
    while (k > page_.lines[i].first && closes_quotation(tokens_[k])) --k;
    return tokens_[k].is_any_mark() || tokens_[k].has(token_flag::dotted);
  }

  /// "— Ann Lee, baker": a short line of a dash and a name.
  bool signature(std::uint32_t i) const {
    constexpr unsigned kMost = 8;
    const Line& line = page_.lines[i];
    if (line.last < line.first + 2 || page_.traits[i].words > kMost || page_.traits[i].stop) return false;
    const Token& mark = tokens_[line.first];
    std::uint32_t k = line.first + 1;
    if (mark.is_mark('-') && tokens_[k].is_mark('-')) ++k;
    const bool dash = mark.is_mark(kEmDash) || mark.is_mark(kEnDash) || k == line.first + 2;
    return dash && tokens_[k].is_word() && tokens_[k].capital();
  }
  bool signed_below(std::uint32_t i) const {
    return i + 1 < found_.size() && body(i + 1) && signature(i + 1);
  }

  /// Whether the words of line `part` stand in line `i`, in their order.
  bool holds(std::uint32_t i, std::uint32_t part) const {
    constexpr std::uint32_t kMostTokens = 400;
    std::uint32_t want = page_.lines[part].first;
    const std::uint32_t end = page_.lines[part].last;
    const std::uint32_t last = std::min(page_.lines[i].last, page_.lines[i].first + kMostTokens);
    unsigned left = kGap;
    for (std::uint32_t k = page_.lines[i].first; k < last; ++k) {
      if (!tokens_[k].is_word()) continue;
      while (want < end && !tokens_[want].is_word()) ++want;
      if (want == end) return true;
      if (tokens_[k].hash == tokens_[want].hash) {
        ++want;
        left = kGap;
      } else if (want > page_.lines[part].first + 2 && --left == 0) {
        want = page_.lines[part].first;
        left = kGap;
      }
    }
    while (want < end && !tokens_[want].is_word()) ++want;
    return want == end;
  }

  static constexpr unsigned kGap = 8;  // words between two words of a pull quote: "…," the founder said, "…"
  static constexpr unsigned kBoxLines = 10;
  static constexpr std::uint32_t kRights = 12;  // tokens from "Copyright" to the year
  static constexpr unsigned kLeastClocks = 3;
  static constexpr unsigned kHeadWords = 12;

  const PageView& page_;
  const Tokens& tokens_;
  const std::vector<std::int32_t>& margins_;
  const HeadReading& head_;
  std::vector<Insert> found_;
  const Captions captions_;
  unsigned body_ = 0;
  unsigned parted_ = 0;
  unsigned clocks_ = 0;
};

}  // namespace

std::vector<Insert> find_inserts(const PageView& page, const std::vector<std::int32_t>& margins,
                                 const HeadReading& head) {
  return Finder(page, margins, head).run();
}

bool mail_head(const PageView& page, std::uint32_t i) {
  // "---------- Forwarded message ---------"
  const std::uint32_t rule = page.lines[i].first;
  if (page.traits[i].words <= 4 && page.tokens[rule].is_mark('-') && page.tokens[rule + 1].is_mark('-')) {
    for (std::uint32_t k = rule; k < page.lines[i].last; ++k)
      if (page.tokens[k].is("forwarded"_w) || page.tokens[k].is("original"_w)) return true;
  }
  // "On Tue, 3 June 2014 at 9:12 AM, Ann Lee <lee@example.org> wrote:"
  const std::uint32_t last = page.lines[i].last;
  const Traits& t = page.traits[i];
  if (t.colon && last >= 2 && page.tokens[last - 2].is("wrote"_w) && t.handle && (t.date || t.clock))
    return true;
  const auto is = [&](std::uint32_t k) {
    std::uint32_t first = page.lines[k].first;
    while (first + 1 < page.lines[k].last && page.tokens[first].is_mark('>')) ++first;
    const Token& token = page.tokens[first];
    if (!token.capital() || !page.tokens[first + 1].is_mark(':')) return false;
    return token.has(Tag::mail_field);
  };
  return is(i) && ((i > 0 && is(i - 1)) || (i + 1 < page.lines.size() && is(i + 1)));
}

void cut_ends(const PageView& page, std::vector<std::int32_t>& margins) {
  constexpr std::uint32_t kFar = 40;   // lines that no article is interrupted by
  constexpr std::uint32_t kLinks = 8;  // lines of a list of links
  const auto n = static_cast<std::uint32_t>(margins.size());
  struct Piece {
    std::uint32_t first, last, words;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (margins[i] < 0) continue;
    if (pieces.empty() || i >= pieces.back().last + kFar) pieces.push_back({i, i, 0});
    pieces.back().last = i + 1;
    if (page.traits[i].sentence()) pieces.back().words += page.traits[i].words;
  }
  if (pieces.empty()) return;
  const auto cut = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) margins[i] = std::min(margins[i], -1);
  };
  const auto less = [](const Piece& a, const Piece& b) { return a.words < b.words; };
  const Piece most = *std::max_element(pieces.begin(), pieces.end(), less);
  const auto stays = [&](const Piece& piece) { return piece.words * 2 >= most.words; };
  for (const Piece& piece : pieces)
    if (!stays(piece)) cut(piece.first, piece.last);
  // Behind the last sentence of what is left.
  std::uint32_t end = most.last;
  for (const Piece& piece : pieces)
    if (stays(piece)) end = std::max(end, piece.last);
  std::uint32_t from = end, lines = 0;
  while (from > 0) {
    const Traits& t = page.traits[from - 1];
    if (margins[from - 1] >= 0) {
      if (t.stop || t.ellipsis || t.question || t.long_line() || page.lines[from - 1].marker ||
          page.lines[from - 1].cells || page.lines[from - 1].quoted)
        break;
      ++lines;
    }
    --from;
  }
  if (from > 0 && lines >= kLinks) cut(from, end);
}

void keep_entries(const PageView& page, std::vector<std::int32_t>& margins) {
  constexpr unsigned kLeast = 3;
  std::vector<std::uint32_t> clocks;
  const std::uint32_t from = page.headline == PageView::kNoLine ? 0 : page.headline + 1;
  const std::uint32_t end = first_header(page, true);
  for (std::uint32_t i = from; i < margins.size() && i < end; ++i)
    if (clock_alone(page, i)) clocks.push_back(i);
  if (clocks.size() < kLeast) return;
  bool any = false;
  for (std::size_t k = 0; k < clocks.size(); ++k)
    any |= margins[clocks[k] + 1 < margins.size() ? clocks[k] + 1 : clocks[k]] >= 0;
  if (!any) return;
  for (std::size_t k = 0; k < clocks.size(); ++k) {
    const bool last = k + 1 == clocks.size();
    margins[clocks[k]] = std::max(margins[clocks[k]], 0);
    const auto to = last ? static_cast<std::uint32_t>(margins.size()) : clocks[k + 1];
    for (std::uint32_t i = clocks[k] + 1; i < to; ++i) {
      if (page.traits[i].sentence() ||
          (i == clocks[k] + 1 && page.traits[i].words >= 3 && !page.traits[i].furniture_seen()))
        margins[i] = std::max(margins[i], 0);
      else if (last)
        break;
    }
  }
}

}  // namespace copydesk
