#include "quotes/marks.h"

#include <algorithm>

namespace copydesk {

using namespace literals;

namespace {

/// The paragraphs of the blocks: lines, unless most lines of a block end inside a sentence (hard wraps).
std::vector<Paragraph> find_paragraphs(const Tokens& tokens, const std::vector<Block>& blocks) {
  std::vector<Paragraph> out;
  std::vector<std::uint32_t> breaks;
  const Token* const all = tokens.begin();
  std::uint32_t i = 0;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    while (i < size && all[i].begin < blocks[b].span.begin) ++i;
    std::uint32_t begin = i;
    unsigned lines = 0, ended = 0;
    breaks.clear();
    for (; i < size && all[i].begin < blocks[b].span.end; ++i) {
      if (i == begin || !(all[i].has(token_flag::line_before) || all[i].has(token_flag::gap_before)))
        continue;
      breaks.push_back(i);
      if (!all[i].has(token_flag::line_before)) continue;
      ++lines;
      ended += all[i - 1].is_any_mark() && !all[i - 1].is_mark(',');
    }
    const bool wrapped = lines > 0 && ended * 2 <= lines;
    const bool headline = blocks[b].kind == BlockKind::headline || blocks[b].kind == BlockKind::subheading;
    breaks.push_back(i);
    for (const std::uint32_t k : breaks) {
      if (k < i && wrapped && !all[k].has(token_flag::gap_before)) continue;
      if (k > begin) out.push_back({begin, k, b, headline});
      begin = k;
    }
  }
  return out;
}

class Pairing {
 public:
  Pairing(const Text& text, const Tokens& tokens, std::vector<Stretch>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void paragraph(const Paragraph& p, std::uint32_t index) {
    paragraph_ = index;
    begin_ = p.begin;
    end_ = p.end;
    first_ = out_.size();
    const Token* const all = tokens_.begin();
    for (std::uint32_t i = p.begin; i < p.end;)
      if (all[i].is_any_mark())
        i = mark(i);
      else
        ++i;
    finish();
  }

  /// A block quotation without marks: lines that begin with ">", or one behind a colon, "Lee wrote:", or
  /// behind one that is.
  void block_quotation(const Paragraph& p) {
    if (out_.size() > first_ || p.begin == 0) return;
    const bool goes_on = !out_.empty() && out_.back().block && paragraph_ - out_.back().paragraph <= 2;
    if (!goes_on && !tokens_[p.begin - 1].is_mark(':') && !tokens_[p.begin].is_mark('>')) return;
    Stretch s;
    s.inner = p.begin;
    while (s.inner + 1 < p.end && tokens_[s.inner].is_mark('>')) ++s.inner;
    s.open = s.inner;
    s.close = s.end = p.end;
    s.paragraph = paragraph_;
    s.block = true;
    s.content = {tokens_[s.inner].begin, tokens_[p.end - 1].end};
    if (goes_on) out_.back().runs_on = true;
    out_.push_back(s);
  }

 private:
  enum class Style : std::uint8_t { straight, curly, guillemet, single };
  struct Open {
    std::uint32_t stretch;
    Style style;
    std::uint32_t maybe_close;  // a plural possessive or the end of a single quotation
  };

  bool space_before(std::uint32_t i) const { return i == begin_ || !tokens_[i].glued(); }
  bool space_after(std::uint32_t i) const { return i + 1 >= end_ || !tokens_[i + 1].glued(); }
  bool letter_after(std::uint32_t i) const {
    return !space_after(i) && (tokens_[i + 1].is_word() || tokens_[i + 1].is_number());
  }

  bool double_open() const {
    for (const Open& o : stack_)
      if (o.style != Style::single) return true;
    return false;
  }

  /// An opening mark may follow white space, a bracket, a dash, a colon or another mark.
  bool after_opener(std::uint32_t i) const {
    if (space_before(i)) return true;
    const Token& p = tokens_[i - 1];
    return p.is_mark('(') || p.is_mark('[') || p.is_mark('{') || p.is_mark(kEmDash) || p.is_mark(kEnDash) ||
           p.is_mark('-') || p.is_mark(':') || p.is_mark(kLeftDouble) || p.is_mark(kLeftSingle) ||
           p.is_mark('/') ||
           ((p.is_mark('"') || p.is_mark('\'') || p.is_mark('`') || p.is_mark(kEllipsis)) &&
            (i - 1 == begin_ || !p.glued()));
  }

  /// Reads the mark at `i`; gives the token to go on from.
  std::uint32_t mark(std::uint32_t i) {
    const Token& t = tokens_[i];
    switch (t.word) {
      case kLeftDouble:
        // German “ closes what „ opened; a typo puts it after a word.
        if (!space_before(i) && !letter_after(i) && !stack_.empty() && !after_opener(i))
          close(i, 1, Style::curly);
        else
          open(i, 1, Style::curly);
        return i + 1;
      case kLowDouble:
        open(i, 1, Style::curly);
        return i + 1;
      case kRightDouble:
        if (space_before(i) && letter_after(i))
          open(i, 1, Style::curly);
        else
          close(i, 1, Style::curly);
        return i + 1;
      case kLeftGuillemet:
        // »…« as in German.
        if (!space_before(i) && space_after(i) && reversed_)
          close(i, 1, Style::guillemet);
        else
          open(i, 1, Style::guillemet);
        return i + 1;
      case kRightGuillemet:
        reversed_ = stack_.empty() && after_opener(i) && letter_after(i);
        if (reversed_)
          open(i, 1, Style::guillemet);
        else
          close(i, 1, Style::guillemet);
        return i + 1;
      case '"':
        straight(i, 1);
        return i + 1;
      case '`':
      case '\'':
        if (i + 1 < end_ && tokens_[i + 1].glued() && tokens_[i + 1].is_mark(t.word)) {
          straight(i, 2);
          return i + 2;
        }
        single(i);
        return i + 1;
      case kLeftSingle:
      case kRightSingle:
        single(i);
        return i + 1;
      default:
        return i + 1;
    }
  }

  void straight(std::uint32_t i, std::uint32_t width) {
    const std::uint32_t last = i + width - 1;
    if (i > begin_ && tokens_[i - 1].is_mark('=')) return;
    if (i > begin_ && tokens_[i - 1].is_number() && !space_before(i)) {
      const bool feet =
          i >= begin_ + 2 && (tokens_[i - 2].is_mark('\'') || tokens_[i - 2].is_mark(kRightSingle));
      if (feet || !double_open() || closes_later(i + width)) return;  // inches
    }
    // A typist's missing space, said.“No”: nothing is open that could close.
    const bool unspaced = !double_open() && letter_after(last) && i > begin_ && tokens_[i - 1].is_any_mark();
    const bool opens = (after_opener(i) && !space_after(last)) || unspaced;
    if (opens || (!double_open() && space_before(i) && i + width < end_))
      open(i, width, Style::straight);
    else
      close(i, width, Style::straight);
  }

  /// The next straight mark behind `i` can only close: what looked like a closer before it was none.
  bool closes_later(std::uint32_t i) const {
    for (std::uint32_t k = i; k < end_ && k < i + kInches; ++k)
      if (tokens_[k].is_mark('"')) return !space_before(k) && !after_opener(k) && !letter_after(k);
    return false;
  }
  static constexpr std::uint32_t kInches = 60;  // tokens looked at

  /// 'tis, ’90s, rock ’n’ roll: an apostrophe for letters left out.
  bool elision(std::uint32_t i) const {
    const Token& n = tokens_[i + 1];
    if (n.is_number()) return true;
    return n.is("tis"_w) || n.is("twas"_w) || n.is("em"_w) || n.is("n"_w) || n.is("til"_w) ||
           n.is("cause"_w) || n.is("bout"_w) || n.is("round"_w) || n.is("twere"_w) || n.is("twill"_w) ||
           n.is("un"_w) || n.is("prentice"_w);
  }

  void single(std::uint32_t i) {
    const Token& t = tokens_[i];
    const bool can_open = after_opener(i) && !space_after(i) && !t.is_mark(kRightSingle) &&
                          (letter_after(i) || tokens_[i + 1].is_any_mark()) &&
                          (t.is_mark(kLeftSingle) || !elision(i));
    const bool open_now = !stack_.empty() && stack_.back().style == Style::single;
    if (can_open) {
      if (open_now) {
        if (stack_.back().maybe_close)
          close_early();
        else if (t.is_mark(kLeftSingle))
          drop();
        else
          return;
      }
      open(i, 1, Style::single);
      return;
    }
    if (!open_now || space_before(i) || letter_after(i)) return;
    const Token& p = tokens_[i - 1];
    if (p.is("n"_w) && p.glued()) return;  // rock ’n’ roll
    const bool possessive = p.is_word() && ends_in_s(p) && space_after(i) && i + 1 < end_ &&
                            tokens_[i + 1].is_word() && !tokens_[i + 1].capital();
    if (possessive)
      stack_.back().maybe_close = i;
    else
      close_at(i, 1);
  }

  bool ends_in_s(const Token& t) const { return text_.slice({t.end - 1, t.end}) == "s"; }

  void open(std::uint32_t i, std::uint32_t width, Style style) {
    if (stack_.size() >= kDeepest) forget_outermost();
    Stretch s;
    s.open = i;
    s.inner = i + width;
    s.paragraph = paragraph_;
    s.depth = static_cast<std::uint8_t>(stack_.size());
    s.single = style == Style::single;
    s.closed = false;
    stack_.push_back({static_cast<std::uint32_t>(out_.size()), style, 0});
    out_.push_back(s);
  }

  void close(std::uint32_t i, std::uint32_t width, Style style) {
    while (!stack_.empty() && stack_.back().style == Style::single) {
      if (stack_.back().maybe_close)
        close_early();
      else
        drop();
    }
    if (stack_.empty()) return;
    if ((stack_.back().style == Style::guillemet) != (style == Style::guillemet)) return;
    close_at(i, width);
  }

  void close_at(std::uint32_t i, std::uint32_t width) {
    Stretch& s = out_[stack_.back().stretch];
    s.close = i;
    s.end = i + width;
    s.closed = true;
    stack_.pop_back();
  }

  /// At the mark that might have been an apostrophe; what opened behind it stands outside.
  void close_early() {
    const std::uint32_t i = stack_.back().maybe_close;
    for (std::size_t k = stack_.back().stretch + 1; k < out_.size(); ++k)
      if (out_[k].open > i && out_[k].depth) --out_[k].depth;
    close_at(i, 1);
  }

  /// So many are open that the outermost was never closed: it ends where the next one opens.
  void forget_outermost() {
    const std::size_t first = stack_.front().stretch;
    Stretch& s = out_[first];
    s.close = s.end = out_[stack_[1].stretch].open;
    for (std::size_t k = first + 1; k < out_.size(); ++k)
      if (out_[k].depth) --out_[k].depth;
    stack_.erase(stack_.begin());
  }

  /// A single mark that never closes was no quotation mark.
  void drop() {
    out_[stack_.back().stretch].open = kDropped;
    for (std::size_t k = stack_.back().stretch + 1; k < out_.size(); ++k)
      if (out_[k].depth) --out_[k].depth;
    stack_.pop_back();
  }

  void finish() {
    reversed_ = false;
    while (!stack_.empty()) {
      Open o = stack_.back();
      if (o.style == Style::single && !(stack_.size() == 1 && single_opens_again(out_[o.stretch]))) {
        if (o.maybe_close)
          close_early();
        else
          drop();
        continue;
      }
      // A forgotten closer: the paragraph's end, or the mark that opens again.
      Stretch& s = out_[o.stretch];
      std::uint32_t stop = end_;
      std::size_t next = o.stretch + 1;
      while (next < out_.size() && (out_[next].open == kDropped || out_[next].single)) ++next;
      if (next < out_.size() && !s.single && !opens_again() && same_style(s, out_[next])) {
        stop = out_[next].open;
        for (std::size_t k = next; k < out_.size(); ++k)
          if (out_[k].depth) --out_[k].depth;
      }
      if (stop == end_ && !s.single && !opens_again())
        if (const std::uint32_t cue = cue_inside(s.inner)) stop = cue;
      s.close = s.end = stop;
      stack_.pop_back();
    }
    out_.erase(std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
                              [](const Stretch& s) { return s.open == kDropped || s.inner >= s.close; }),
               out_.end());
    for (std::size_t k = first_; k < out_.size(); ++k)
      out_[k].content = {tokens_[out_[k].inner].begin, tokens_[out_[k].close - 1].end};
  }

  /// A quotation without its closing mark ran on into its cue: “It rained, said Ann Lee. The token behind the
  /// comma, or 0.
  std::uint32_t cue_inside(std::uint32_t inner) const {
    const std::uint32_t last = std::min(end_, inner + kSwallowed);
    for (std::uint32_t i = inner + 1; i + 1 < last; ++i) {
      const Token& t = tokens_[i];
      if (!t.is_mark(',') && !t.is_mark('?') && !t.is_mark('!')) continue;
      std::uint32_t k = i + 1;
      if (says(k) && tokens_[k + 1].capital()) return k;  // , said Ann Lee
      const bool pronoun = tokens_[k].is("he"_w) || tokens_[k].is("she"_w) || tokens_[k].is("they"_w);
      if (tokens_[k].is("the"_w) && tokens_[k + 1].has(Tag::person_noun)) ++k;  // , the mayor said
      while (k < last && k < i + 6 &&
             ((k == i + 1 && pronoun) || names(k) || tokens_[k].has(Tag::person_noun)))
        ++k;
      const Token& after = tokens_[k + 1];
      if (k > i + 1 && k < last && says(k) && (k + 1 >= end_ || after.is_mark('.') || after.is_mark(',')))
        return i + 1;  // , Ann Lee said.
    }
    return 0;
  }
  bool names(std::uint32_t i) const { return tokens_[i].is_word() && tokens_[i].capital(); }
  bool says(std::uint32_t i) const {
    const Token& t = tokens_[i];
    return t.is("said"_w) || t.is("says"_w) || t.is("added"_w) || t.is("asked"_w) || t.is("replied"_w) ||
           t.is("told"_w);
  }
  static constexpr std::uint32_t kSwallowed = 400;  // tokens looked at for the cue

  /// The next paragraph begins with an opening mark: this one was left open on purpose.
  bool opens_again() const {
    const Token& n = tokens_[end_];
    return n.is_mark('"') || n.is_mark(kLeftDouble) || n.is_mark(kLeftGuillemet) || n.is_mark(kLowDouble);
  }
  /// The same for a single mark that opened the paragraph.
  bool single_opens_again(const Stretch& s) const {
    const Token& n = tokens_[end_];
    return s.open == begin_ && n.word == tokens_[begin_].word && n.is_any_mark() &&
           tokens_[end_ + 1].glued() && tokens_[end_ + 1].is_word() && !elision(end_);
  }
  bool same_style(const Stretch& a, const Stretch& b) const {
    return tokens_[a.open].word == tokens_[b.open].word;
  }

  static constexpr std::uint32_t kDropped = 0xffffffff;
  static constexpr std::size_t kDeepest = 32;

  const Text& text_;
  const Tokens& tokens_;
  std::vector<Stretch>& out_;
  std::vector<Open> stack_;
  std::uint32_t paragraph_ = 0, begin_ = 0, end_ = 0;
  bool reversed_ = false;  // » opened
  std::size_t first_ = 0;
};

}  // namespace

Marks pair_marks(const Text& text, const Tokens& tokens, const std::vector<Block>& blocks) {
  Marks marks;
  marks.paragraphs = find_paragraphs(tokens, blocks);
  Pairing pairing(text, tokens, marks.stretches);
  for (std::uint32_t i = 0; i < marks.paragraphs.size(); ++i) {
    const Paragraph& p = marks.paragraphs[i];
    pairing.paragraph(p, i);
    if (blocks[p.block].kind == BlockKind::quote_block) pairing.block_quotation(p);
  }
  // Left open on purpose: the next paragraph opens again.
  Stretch* last = nullptr;
  for (Stretch& n : marks.stretches) {
    if (n.depth) continue;
    if (last && !last->closed && n.paragraph == last->paragraph + 1 &&
        n.open == marks.paragraphs[n.paragraph].begin)
      last->runs_on = true;
    last = &n;
  }
  return marks;
}

}  // namespace copydesk
