#include "quotes/units.h"

#include <algorithm>
#include <utility>

#include "lexicon/lookup.h"
#include "sentences/candidate.h"
#include "tables/cues.gen.h"

namespace copydesk {

using namespace literals;

namespace {

UnitKind kind_of(Pos pos) {
  switch (pos) {
    case Pos::verb:
    case Pos::verb_s:
    case Pos::verb_past:
      return UnitKind::verb;
    case Pos::participle:
      return UnitKind::participle;
    case Pos::gerund:
      return UnitKind::gerund;
    case Pos::be:
    case Pos::have:
    case Pos::do_:
    case Pos::modal:
      return UnitKind::auxiliary;
    case Pos::adverb:
      return UnitKind::adverb;
    case Pos::preposition:
      return UnitKind::preposition;
    case Pos::conjunction:
      return UnitKind::conjunction;
    case Pos::subordinator:
      return UnitKind::subordinator;
    case Pos::relative:
      return UnitKind::relative;
    case Pos::infinitive:
      return UnitKind::infinitive;
    case Pos::adjective:
      return UnitKind::adjective;
    default:
      return UnitKind::other;
  }
}

UnitKind mark_kind(const Token& t) {
  switch (t.word) {
    case ',':
      return UnitKind::comma;
    case '.':
    case '?':
    case '!':
    case kTerminator:
    case kEllipsis:
      return UnitKind::stop;
    case ':':
      return UnitKind::colon;
    case ';':
      return UnitKind::semicolon;
    case kEmDash:
    case kEnDash:
    case '-':
      return UnitKind::dash;
    case '(':
    case ')':
    case '[':
    case ']':
      return UnitKind::bracket;
    default:
      return UnitKind::other;
  }
}

class Builder {
 public:
  Builder(const Tokens& tokens, const Syntax& syntax, const Marks& marks)
      : tokens_(tokens), syntax_(syntax), marks_(marks), units_(Units::start(expected(marks) / 2 + 16)) {}

  Units run() {
    out_.of_stretch.assign(marks_.stretches.size(), Units::kNone);
    for (std::uint32_t p = 0; p < marks_.paragraphs.size(); ++p) {
      out_.paragraph_begin.push_back(size());
      paragraph(p);
    }
    out_.paragraph_begin.push_back(size());
    out_.sentence_begin.push_back(size());
    static_cast<Row<Unit>&>(out_) = Row<Unit>(std::move(units_));
    return std::move(out_);
  }

 private:
  /// Tokens of all paragraphs.
  static std::size_t expected(const Marks& marks) {
    return marks.paragraphs.empty() ? 0 : marks.paragraphs.back().end - marks.paragraphs.front().begin;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size() - Units::kMargin); }

  void begin_sentence() {
    if (out_.sentence_begin.empty() || out_.sentence_begin.back() != size()) {
      out_.sentence_begin.push_back(size());
      sentence_ = static_cast<std::uint32_t>(out_.sentence_begin.size() - 1);
    }
    end_pending_ = false;
  }

  void push(std::uint32_t begin, std::uint32_t end, UnitKind kind, Pos pos, std::uint32_t index = 0) {
    if (end_pending_) begin_sentence();
    units_.push_back({begin, end, index, sentence_, paragraph_, kind, pos});
  }

  void paragraph(std::uint32_t p) {
    const Paragraph& range = marks_.paragraphs[p];
    paragraph_ = p;
    begin_sentence();
    std::uint32_t i = range.begin;
    // Where a story is filed from is no part of its first sentence, and no one who could speak there.
    if (const auto story = static_cast<std::uint32_t>(sentences::dateline_end(tokens_, i, range.end));
        story > i) {
      push(i, story, UnitKind::other, Pos::mark);
      i = story;
    }
    seek_stretch(i);
    while (i < range.end) {
      if (next_open_ < i) seek_stretch(i);
      if (next_open_ == i)
        i = stretch(stretch_, range.end);
      else
        i = token(i, range.end);
    }
    end_pending_ = false;
  }

  /// The next stretch from token `i` on that is inside no other.
  void seek_stretch(std::uint32_t i) {
    const std::vector<Stretch>& all = marks_.stretches;
    while (stretch_ < all.size() && (all[stretch_].depth || all[stretch_].open < i)) ++stretch_;
    next_open_ = stretch_ < all.size() ? all[stretch_].open : Units::kNone;
  }

  std::uint32_t stretch(std::uint32_t s, std::uint32_t paragraph_end) {
    const Stretch& q = marks_.stretches[s];
    out_.of_stretch[s] = size();
    push(q.open, q.end, UnitKind::stretch, Pos::mark, s);
    if (q.end < paragraph_end) end_pending_ = ends_sentence(q);
    return q.end > q.open ? q.end : q.open + 1;
  }

  /// A quotation that ends in . ? ! ends the sentence unless a cue follows: a small letter, or a phrase
  /// and a verb of saying.
  bool ends_sentence(const Stretch& q) const {
    const Token& last = tokens_[q.close - 1];
    if (!last.is_any_mark() || mark_kind(last) != UnitKind::stop) return false;
    const Token& n = tokens_[q.end];
    if (n.is_any_mark()) return n.is_mark('"') || n.is_mark(kLeftDouble) || n.is_mark('(') || n.is_mark('[');
    if (!n.capital()) return false;
    const NounPhrase* np = syntax_.phrase_of(q.end);
    if (!np || last.is_mark('.')) return !np || !cue_then_end(np->end);
    return !tokens_[np->end].has(Tag::cues);
  }
  static bool says(const Token& t) {
    if (!t.has(Tag::cues)) return false;
    const Hit hit = find_word(tables::cues::keys, t.word);
    return hit && tables::cues::rows[hit.row].kind == tables::cues::Kind::say;
  }
  /// "Lee said." or "Lee said, “": the cue closes what stands before.
  bool cue_then_end(std::uint32_t i) const {
    return says(tokens_[i]) && tokens_[i + 1].is_any_mark() && !tokens_[i + 1].is_mark('"') &&
           !tokens_[i + 1].is_mark(kLeftDouble) && !tokens_[i + 1].is_mark(':');
  }

  std::uint32_t token(std::uint32_t i, std::uint32_t paragraph_end) {
    const auto& phrases = syntax_.phrases();
    const std::size_t p = syntax_.phrase_from(i);
    if (p < phrases.size() && phrases[p].begin == i && phrases[p].end <= limit(paragraph_end)) {
      push(i, phrases[p].end, UnitKind::phrase, syntax_.pos(phrases[p].head), static_cast<std::uint32_t>(p));
      if (half_day_ends(phrases[p].end)) end_pending_ = true;
      return phrases[p].end;
    }
    const Token& t = tokens_[i];
    const Pos pos = syntax_.pos(i);
    if (pos == Pos::mark) return mark(i, paragraph_end);
    if (t.is("according"_w) && tokens_[i + 1].is("to"_w)) {
      push(i, i + 2, UnitKind::according, pos);
      return i + 2;
    }
    push(i, i + 1, kind_of(pos), pos);
    if (half_day_ends(i + 1)) end_pending_ = true;
    return i + 1;
  }

  /// "at 9 p.m. “Finally.”": the stop of the hour ends the sentence before a quotation with a capital.
  bool half_day_ends(std::uint32_t next) const {
    const Token& last = tokens_[next - 1];
    const Token& mark = tokens_[next];
    return (last.is("p.m."_w) || last.is("a.m."_w)) && (mark.is_mark('"') || mark.is_mark(kLeftDouble)) &&
           !mark.glued() && tokens_[next + 1].capital();
  }

  /// Noun phrases do not run into a quotation.
  std::uint32_t limit(std::uint32_t paragraph_end) const { return std::min(next_open_, paragraph_end); }

  bool opens_stretch(std::uint32_t i) const {
    std::uint32_t s = stretch_;
    while (s < marks_.stretches.size() && marks_.stretches[s].open < i) ++s;
    return s < marks_.stretches.size() && marks_.stretches[s].open == i;
  }

  std::uint32_t mark(std::uint32_t i, std::uint32_t paragraph_end) {
    const Token& t = tokens_[i];
    UnitKind kind = mark_kind(t);
    std::uint32_t end = i + 1;
    if (kind == UnitKind::stop)
      while (end < paragraph_end && tokens_[end].glued() && tokens_[end].is_any_mark() &&
             mark_kind(tokens_[end]) == UnitKind::stop)
        ++end;
    if (t.is_mark('-')) {
      while (end < paragraph_end && tokens_[end].is_mark('-')) ++end;
      if (end == i + 1 && t.glued()) kind = UnitKind::other;
    }
    // A mark that closes nothing goes with the stop it touches.
    if (kind == UnitKind::stop && end < paragraph_end && tokens_[end].glued() && end + 1 < paragraph_end &&
        !tokens_[end + 1].glued() && (tokens_[end].is_mark('"') || tokens_[end].is_mark(kRightDouble)) &&
        !opens_stretch(end))
      ++end;
    const Token& n = tokens_[end];
    bool ends = kind == UnitKind::stop && end < paragraph_end && !n.glued() &&
                (n.capital() || n.is_number() || n.is_mark('"') || n.is_mark(kLeftDouble) || n.is_mark('(') ||
                 n.is_mark('[') || n.is_mark(kLeftGuillemet) || n.is_mark(kRightGuillemet) ||
                 n.is_mark(kLeftSingle) || n.is_mark('\'') || n.is_mark('`'));
    // said.“No”: the space is missing.
    ends = ends ||
           (kind == UnitKind::stop && n.glued() && end + 1 < paragraph_end && tokens_[end + 1].capital() &&
            (n.is_mark('"') || n.is_mark(kLeftDouble)) && opens_stretch(end));
    if (kind == UnitKind::stop && !ends && end < paragraph_end) kind = UnitKind::other;
    push(i, end, kind, Pos::mark);
    if (ends) end_pending_ = true;
    return end;
  }

  const Tokens& tokens_;
  const Syntax& syntax_;
  const Marks& marks_;
  std::vector<Unit> units_;
  Units out_;
  std::uint32_t paragraph_ = 0, sentence_ = 0, stretch_ = 0;
  std::uint32_t next_open_ = 0;  // the first token of stretch_
  bool end_pending_ = false;
};

}  // namespace

Units build_units(const Tokens& tokens, const Syntax& syntax, const Marks& marks) {
  return Builder(tokens, syntax, marks).run();
}

}  // namespace copydesk
