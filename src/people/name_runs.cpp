#include "people/name_runs.h"

#include "lexicon/lookup.h"
#include "tables/cues.gen.h"

namespace copydesk {

using namespace literals;

namespace {

class RunFinder {
 public:
  RunFinder(const Text& text, const Tokens& tokens, const Syntax& syntax, std::vector<NameRun>& out)
      : text_(text), tokens_(tokens), syntax_(syntax), out_(out) {}

  void run() {
    for (const NounPhrase& np : syntax_.phrases()) {
      if (np.kind != PhraseKind::name && np.kind != PhraseKind::noun) continue;
      // Each possessor and the phrase's head: "Lee's aide Ann Moore".
      std::uint32_t begin = np.begin;
      for (std::uint32_t i = np.begin; i < np.end; ++i)
        if (syntax_.pos(i) == Pos::genitive) {
          segment(begin, i, np);
          begin = i + 1;
        }
      segment(begin, np.end, np);
    }
  }

 private:
  static constexpr std::uint32_t kBracketed = 8;  // tokens of a bracket behind a name

  bool name(std::uint32_t i) const { return syntax_.pos(i) == Pos::name; }
  bool inner(std::uint32_t i) const {
    const Pos p = syntax_.pos(i);
    return p == Pos::name || p == Pos::dot || p == Pos::hyphen ||
           (tokens_[i].has(Tag::name_particle) && !tokens_[i].is("the"_w));
  }

  /// The run of names that ends the segment: its head.
  void segment(std::uint32_t begin, std::uint32_t end, const NounPhrase& np) {
    if (end >= begin + 3 && np.head + 3 == end && tokens_[end - 2].is_number()) end -= 2;  // "John Doolan 3d"
    if (begin >= end || !name(end - 1) || (tokens_[end - 1].is_word() && tokens_[end - 1].has(Tag::calendar)))
      return;
    std::uint32_t from = end;
    while (from > begin && inner(from - 1)) --from;
    while (from < end && !name(from)) ++from;
    NameRun r;
    r.end = end;
    strip(from, end, r);
    if (r.begin >= end) return;
    for (std::uint32_t i = r.begin; i < end; ++i) {
      if (!tokens_[i].is_word()) continue;
      const bool joined = i > r.begin && syntax_.pos(i - 1) == Pos::hyphen;
      if (!joined) ++r.words;  // "Al-Rashid" is one
      r.initial |= tokens_[i].span().size() == 1 && i + 1 < end;
      r.institution |=
          (tokens_[i].has(Tag::institution) && !joined) ||  // "Moore-Lane" is no street
          (tokens_[i].has(Tag::calendar) && i > r.begin) ||
          (tokens_[i].has(token_flag::all_capitals) && tokens_[i].span().size() > 1 && !syntax_.headline(i));
    }
    r.first = tokens_[r.begin].hash;
    std::uint32_t last = end - 1;
    while (last > r.begin &&
           (!tokens_[last].is_word() || tokens_[last].is("jr"_w) || tokens_[last].is("sr"_w) ||
            tokens_[last].is("ii"_w) || tokens_[last].is("iii"_w) || tokens_[last].is("iv"_w)))
      --last;
    r.last = tokens_[last].hash;
    for (; last > r.begin + 1 && syntax_.pos(last - 1) == Pos::hyphen && name(last - 2); last -= 2)
      r.last = r.last * 31 + tokens_[last - 2].hash;
    if (begin < r.begin) role(begin, r);
    if (r.role.empty() && np.end == end) apposition(begin, end, r);
    r.institution = (r.institution || people(end - 1)) && !r.courtesy;
    r.speaks =
        np.end == end &&
        (cited(np.begin) || (!(np.begin > 0 && syntax_.pos(np.begin - 1) == Pos::preposition) &&
                             (says(end) || described(end) || addressed(np.begin, end) ||
                              (np.begin > 1 && ((says(np.begin - 1) && tokens_[np.begin - 2].is_any_mark()) ||
                                                names(np.begin - 1))))));
    r.determined = syntax_.pos(begin) == Pos::determiner && begin + 1 >= r.begin;
    const Token& p = tokens_[begin - 1];
    r.in_place = begin == r.begin && begin > 0 && syntax_.pos(end) != Pos::genitive &&  // "in Moore's words"
                 (p.is("in"_w) || p.is("at"_w) || p.is("near"_w) || p.is("into"_w));
    r.starts = syntax_.headline(r.begin) || starts(r.begin);
    out_.push_back(r);
  }

  /// "Ann Lee, 44, the mayor", "Ann Lee (the mayor)", "the chairman of the board, Ann Lee,", "the ferryman
  /// (Ann Lee)".
  void apposition(std::uint32_t begin, std::uint32_t end, NameRun& r) const {
    std::uint32_t k = end;
    if (tokens_[k].is_mark(',') && tokens_[k + 1].is_number() && tokens_[k + 2].is_mark(',')) k += 2;
    if (tokens_[k].is_mark('(') && !one_person(syntax_.phrase_of(k + 1))) {  // "Ann Lee (D-Reno), the mayor"
      std::uint32_t closer = k + 1;
      while (closer < k + kBracketed && !tokens_[closer].is_mark(')')) ++closer;
      if (closer < k + kBracketed) k = closer + 1;
    }
    if (tokens_[k].is_mark(',') || tokens_[k].is_mark('('))
      if (const NounPhrase* np = syntax_.phrase_of(k + 1); one_person(np)) return describe(*np, r);
    if (begin < 2) return;
    const Token& mark = tokens_[begin - 1];
    if (!(mark.is_mark(',') && (tokens_[end].is_mark(',') || says(end))) &&
        !(mark.is_mark('(') && tokens_[end].is_mark(')')))
      return;
    if (const NounPhrase* np = described_before(begin - 1); one_person(np)) describe(*np, r);
  }

  /// The phrase that ends at a mark, "of …" behind it left out: "the chairman of the board,".
  const NounPhrase* described_before(std::uint32_t mark) const {
    const NounPhrase* np = syntax_.phrase_of(mark - 1);
    if (np && np->begin > 1 && tokens_[np->begin - 1].is("of"_w)) np = syntax_.phrase_of(np->begin - 2);
    return np;
  }

  /// "the mayor", "the Leader".
  bool one_person(const NounPhrase* np) const {
    return np && !np->plural && tokens_[np->head].has(Tag::person_noun) &&
           (np->kind == PhraseKind::noun || (np->kind == PhraseKind::name && tokens_[np->begin].is("the"_w)));
  }

  /// The description without its determiner and possessor.
  void describe(const NounPhrase& np, NameRun& r) const {
    std::uint32_t from = np.genitive ? np.genitive + 1 : np.begin;
    while (from < np.head && (syntax_.pos(from) == Pos::determiner || syntax_.pos(from) == Pos::possessive))
      ++from;
    r.role = {tokens_[from].begin, tokens_[np.head].end};
  }

  bool starts(std::uint32_t i) const {
    if (i == 0 || tokens_[i].has(token_flag::line_before)) return true;
    const Token& before = tokens_[i - 1];
    return before.is_mark('.') || before.is_mark('?') || before.is_mark('!') || before.is_mark(':');
  }

  /// "Ann Lee, 44," and "Ann Lee, the council's chairwoman".
  bool described(std::uint32_t end) const {
    if (!tokens_[end].is_mark(',')) return false;
    if (tokens_[end + 1].is_number() && tokens_[end + 2].is_mark(','))
      return tokens_[end + 1].span().size() <= 2;
    return one_person(syntax_.phrase_of(end + 1));
  }

  /// "I think, Lee, that you are right": commas behind a verb set the name off, and no list or place goes on.
  bool addressed(std::uint32_t begin, std::uint32_t end) const {
    return begin > 1 && end == begin + 1 && !tokens_[begin].has(Tag::adjective) &&
           tokens_[begin - 1].is_mark(',') && tokens_[end].is_mark(',') && is_verb(syntax_.pos(begin - 2)) &&
           !tokens_[end + 1].capital() && !tokens_[end + 1].is("and"_w);
  }

  /// "the council's chairwoman, Ann Lee", "the Leader of the House, Ann Lee": a comma behind one person's
  /// description.
  bool names(std::uint32_t comma) const {
    if (!tokens_[comma].is_mark(',')) return false;
    return one_person(described_before(comma));
  }

  /// A finite verb of saying.
  bool says(std::uint32_t i) const {
    if (!tokens_[i].has(Tag::cues) || !is_finite(syntax_.pos(i))) return false;
    const Hit hit = find_word(tables::cues::keys, tokens_[i].word);
    return hit && tables::cues::rows[hit.row].kind <= tables::cues::Kind::ask;
  }

  /// "according to the dealer Ann Lee".
  bool cited(std::uint32_t begin) const {
    return begin > 1 && tokens_[begin - 1].is("to"_w) && tokens_[begin - 2].is("according"_w);
  }

  /// "Armenians", "Canadians": a people.
  bool people(std::uint32_t i) const {
    const std::string_view w = text_.slice(tokens_[i].span());
    return w.size() > 6 && w.substr(w.size() - 4) == "ians";
  }

  /// Titles, parties and peoples before the name are no part of it.
  void strip(std::uint32_t from, std::uint32_t end, NameRun& r) {
    r.begin = from;
    for (std::uint32_t i = from; i + 1 < end; ++i) {
      const Token& t = tokens_[i];
      if (syntax_.pos(i) == Pos::dot) {
        if (r.begin == i) r.begin = i + 1;
        continue;
      }
      if (r.begin != i) continue;
      const bool title = t.has(Tag::person_title);
      if (!title && !t.has(Tag::person_noun) && !t.has(Tag::adjective)) {
        // "Ohio Gov. Ann Lee", "House Speaker Ann Lee": what stands before a title goes with it.
        std::uint32_t k = i + 1;
        while (k + 1 < end && k < i + 5 && !tokens_[k].has(Tag::person_title)) ++k;
        if (k + 1 >= end || !tokens_[k].has(Tag::person_title)) continue;
        r.begin = k;
        i = k - 1;
        continue;
      }
      if (title) {
        r.title = true;
        r.courtesy |= t.is("mr"_w) || t.is("mrs"_w) || t.is("ms"_w) || t.is("miss"_w) || t.is("dr"_w);
        if (t.is("mr"_w) || t.is("sir"_w) || t.is("lord"_w) || t.is("king"_w) || t.is("prince"_w) ||
            t.is("uncle"_w) || t.is("congressman"_w))
          r.gender = Gender::male;
        if (t.is("mrs"_w) || t.is("ms"_w) || t.is("miss"_w) || t.is("lady"_w) || t.is("queen"_w) ||
            t.is("princess"_w) || t.is("aunt"_w) || t.is("madame"_w) || t.is("congresswoman"_w) ||
            t.is("dame"_w))
          r.gender = Gender::female;
      }
      r.role_noun |= t.has(Tag::person_noun);
      r.begin = i + 1;
    }
    while (r.begin + 1 < end && syntax_.pos(r.begin) == Pos::dot) ++r.begin;
  }

  void role(std::uint32_t begin, NameRun& r) {
    std::uint32_t last = r.begin;
    while (last > begin && (syntax_.pos(last - 1) == Pos::dot || syntax_.pos(last - 1) == Pos::hyphen))
      --last;
    while (begin < last && (syntax_.pos(begin) == Pos::determiner || syntax_.pos(begin) == Pos::possessive))
      ++begin;
    if (begin >= last) return;
    const Token& t = tokens_[last - 1];
    r.role_noun |= t.has(Tag::person_noun) && !t.has(Tag::cue_noun);
    if (t.is("mr"_w) || t.is("mrs"_w) || t.is("ms"_w) || t.is("miss"_w)) return;
    if (!t.has(Tag::person_noun) && !t.has(Tag::person_title)) return;
    r.role = {tokens_[begin].begin, syntax_.pos(last) == Pos::dot ? tokens_[last].end : t.end};
  }

  const Text& text_;
  const Tokens& tokens_;
  const Syntax& syntax_;
  std::vector<NameRun>& out_;
};

}  // namespace

std::vector<NameRun> find_name_runs(const Text& text, const Tokens& tokens, const Syntax& syntax) {
  std::vector<NameRun> runs;
  RunFinder(text, tokens, syntax, runs).run();
  return runs;
}

}  // namespace copydesk
