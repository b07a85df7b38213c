#include "quotes/cues.h"

#include "tables/cues.gen.h"

namespace copydesk {

using namespace literals;

namespace {

static_assert(static_cast<int>(tables::cues::Kind::hear) == static_cast<int>(CueKind::hear));

class Finder {
 public:
  Finder(const Tokens& tokens, const Syntax& syntax, const Units& units, Cues& out)
      : tokens_(tokens), syntax_(syntax), units_(units), out_(out) {}

  void run() {
    out_.from_unit.resize(units_.size() + 1);
    for (std::uint32_t u = 0; u < units_.size(); ++u) {
      out_.from_unit[u] = static_cast<std::uint32_t>(out_.all.size());
      unit(u);
    }
    out_.from_unit[units_.size()] = static_cast<std::uint32_t>(out_.all.size());
  }

 private:
  void unit(std::uint32_t u) {
    const Unit& x = units_[u];
    switch (x.kind) {
      case UnitKind::verb:
      case UnitKind::participle:
      case UnitKind::gerund:
        return verb(u);
      case UnitKind::according:
        return push(u, x.begin, x.end, x.begin, CueKind::according, CueForm::according);
      case UnitKind::colon:
        if (u > 0 && listed_verb(units_[u - 1])) return;  // "Lee said:" has its cue
        // Before a quotation, at a sentence's end, and in headlines: "Lee: Rain Is ‘Over’".
        if (units_[u + 1].kind == UnitKind::stretch || x.sentence != units_[u + 1].sentence ||
            u < units_.paragraph_begin[x.paragraph] + 8)
          push(u, x.begin, x.end, x.begin, CueKind::colon, CueForm::colon);
        return;
      case UnitKind::dash:
        if (signs(u)) push(u, x.begin, x.end, x.begin, CueKind::colon, CueForm::colon);
        return;
      case UnitKind::phrase:
        if (const NounPhrase& np = syntax_.phrases()[x.index]; tokens_[np.head].has(Tag::cue_noun))
          push(u, np.head, np.head + 1, np.head, CueKind::noun, CueForm::noun);
        return;
      default:
        return;
    }
  }

  bool listed_verb(const Unit& x) const {
    return (x.kind == UnitKind::verb || x.kind == UnitKind::participle || x.kind == UnitKind::gerund) &&
           find(tables::cues::keys, tokens_, x.begin);
  }

  /// “…” — Ann Lee: a quotation, a dash and a name are all of a paragraph, or of two.
  bool signs(std::uint32_t u) const {
    const Unit& name = units_[u + 1];
    const std::uint32_t begin = units_.paragraph_begin[units_[u].paragraph];
    if (u == 0 || units_[u - 1].kind != UnitKind::stretch || (begin != u && begin + 1 != u) ||
        name.kind != UnitKind::phrase || name.pos != Pos::name)
      return false;
    const Unit& next = units_[u + 2];
    return next.kind == UnitKind::none || next.paragraph != name.paragraph || next.kind == UnitKind::comma ||
           (next.kind == UnitKind::stop && units_[u + 3].paragraph != name.paragraph);
  }

  void push(std::uint32_t u, std::uint32_t begin, std::uint32_t end, std::uint32_t at, CueKind kind,
            CueForm form) {
    out_.all.push_back({u, u, begin, end, at, CueUnit::kNoRow, 0, kind, form});
  }

  void verb(std::uint32_t u) {
    const Unit& x = units_[u];
    CueUnit cue{u, u, x.begin, x.end, x.begin, CueUnit::kNoRow, 0, CueKind::unknown, CueForm::finite};
    if (const Hit hit = find(tables::cues::keys, tokens_, x.begin)) {
      cue.row = hit.row;
      cue.takes = tables::cues::rows[hit.row].takes;
      cue.kind = static_cast<CueKind>(tables::cues::rows[hit.row].kind);
      cue.end = x.begin + hit.length;
    }
    if (tokens_[x.begin].is("quote"_w) && u > 0 && tokens_[units_[u - 1].begin].is("i"_w))
      return;  // "and I quote"
    chain(u, cue);
    out_.all.push_back(cue);
  }

  /// Auxiliaries and adverbs before the verb, and the form they make.
  void chain(std::uint32_t u, CueUnit& cue) {
    const UnitKind kind = units_[u].kind;
    bool be = false, have = false, to = false, any = false;
    std::uint32_t first = u;
    for (std::uint32_t k = u; k > 0 && u - k < 5;) {
      const Unit& p = units_[--k];
      if (p.paragraph != units_[u].paragraph) break;
      if (p.kind == UnitKind::auxiliary) {
        be |= p.pos == Pos::be && !any;
        have |= p.pos == Pos::have;
        any = true;
        first = k;
      } else if (p.kind == UnitKind::infinitive && !any) {
        to = true;
        first = k;
        break;
      } else if (p.kind != UnitKind::adverb) {
        break;
      }
    }
    cue.begin = units_[first].begin;
    cue.first_unit = first;
    if (to)
      cue.form = CueForm::infinitive;
    else if (kind == UnitKind::gerund)
      cue.form = be ? CueForm::finite : CueForm::gerund;
    else if (be && (kind == UnitKind::participle))
      cue.form = CueForm::passive;
    else if (have)
      cue.form = CueForm::perfect;
    else if (kind == UnitKind::participle)
      cue.form = CueForm::participle;
  }

  const Tokens& tokens_;
  const Syntax& syntax_;
  const Units& units_;
  Cues& out_;
};

}  // namespace

Cues find_cues(const Tokens& tokens, const Syntax& syntax, const Units& units) {
  Cues cues;
  Finder(tokens, syntax, units, cues).run();
  return cues;
}

}  // namespace copydesk
