#include "quotes/speaker.h"

#include <algorithm>

#include "tables/speaker.features.gen.h"
#include "weigh/softmax.h"

namespace copydesk {

using namespace literals;
namespace f = features::speaker;

PhraseType phrase_type(const Scene& scene, const Unit& unit) {
  if (unit.kind != UnitKind::phrase) return PhraseType::who;
  const NounPhrase& np = scene.syntax.phrases()[unit.index];
  const Token& head = scene.tokens[np.head];
  switch (np.kind) {
    case PhraseKind::time:
      return PhraseType::time;
    case PhraseKind::number:
      return PhraseType::number;
    case PhraseKind::pronoun:
      if (head.is("he"_w) || head.is("she"_w)) return PhraseType::he;
      if (head.is("i"_w)) return PhraseType::i;
      if (head.is("they"_w) || head.is("we"_w)) return PhraseType::they;
      if (head.is("you"_w)) return PhraseType::you;
      if (head.has(Tag::object)) return PhraseType::him;
      if (head.is("it"_w)) return PhraseType::it;
      return PhraseType::someone;
    case PhraseKind::name:
      if (head.has(Tag::institution)) return PhraseType::organisation;
      return np.end - np.begin > 1 ? PhraseType::fullname : PhraseType::name;
    case PhraseKind::noun:
      break;
  }
  if (head.has(Tag::person_noun)) return np.plural ? PhraseType::people : PhraseType::person;
  return head.has(Tag::organisation_noun) ? PhraseType::organisation : PhraseType::thing;
}

namespace {

unsigned coarse(PhraseType t) {
  switch (t) {
    case PhraseType::name:
    case PhraseType::fullname:
      return 1;
    case PhraseType::person:
    case PhraseType::people:
    case PhraseType::organisation:
      return 2;
    case PhraseType::thing:
    case PhraseType::number:
    case PhraseType::time:
      return 3;
    default:
      return 0;
  }
}

unsigned coarse(CueForm form) {
  switch (form) {
    case CueForm::finite:
    case CueForm::perfect:
      return 0;
    case CueForm::gerund:
      return 1;
    case CueForm::passive:
      return 2;
    case CueForm::colon:
      return 4;
    default:
      return 3;
  }
}

unsigned distance_bucket(std::uint32_t tokens) {
  return tokens <= 1 ? 0 : tokens <= 2 ? 1 : tokens <= 4 ? 2 : tokens <= 8 ? 3 : tokens <= 16 ? 4 : 5;
}

unsigned preposition(const Token& t) {
  static constexpr std::uint32_t kWords[] = {"by"_w,  "with"_w, "to"_w,   "from"_w,    "of"_w,
                                             "for"_w, "in"_w,   "at"_w,   "on"_w,      "about"_w,
                                             "as"_w,  "than"_w, "like"_w, "against"_w, "after"_w};
  unsigned i = 0;
  for (; i < std::size(kWords); ++i)
    if (t.is(kWords[i])) break;
  return i;
}

unsigned u8(UnitKind k) {
  return weigh::below<static_cast<unsigned>(UnitKind::count_)>(static_cast<unsigned>(k));
}

}  // namespace

/// What stands between cue and candidate, counted while the scan moves away from the cue; what stands in
/// brackets that open and close there is passed over.
struct SpeakerRanker::Between {
  KindCounts kinds;
  unsigned units = 0;
  std::uint8_t subjects = 0;  // verbs that have met their subject, the cue first
  bool wants_subject = true;  // the last finite verb passed has not

  void pass(const Unit& u) {
    ++units;
    kinds.add(u.kind);
  }
  unsigned operator[](UnitKind kind) const { return kinds[kind]; }
  /// Units that leave what stands on both sides of them together.
  unsigned light() const { return kinds[UnitKind::auxiliary] + kinds[UnitKind::adverb]; }

  /// 0 none, 1 the cue, 2 … the verbs before it: whose subject a phrase is that stands here.
  unsigned subject_of(bool after_preposition) const {
    return !wants_subject || after_preposition ? 0 : std::min(1u + subjects, 4u);
  }
  /// After `subject_of`: told of the phrase, and of each unit passed.
  void meet(const Unit& u, bool after_preposition) {
    if ((u.kind == UnitKind::phrase || u.kind == UnitKind::relative) && wants_subject && !after_preposition) {
      wants_subject = false;
      ++subjects;
    } else if ((u.kind == UnitKind::verb || u.kind == UnitKind::auxiliary) && !wants_subject) {
      wants_subject = true;
    }
  }

  unsigned path() const {
    using enum UnitKind;
    if (units == 0) return 0;
    if (units == kinds[auxiliary]) return 1;
    if (units == light()) return 2;
    if (kinds[stretch]) return 10;
    if (kinds[verb]) return 9;
    if (kinds[relative]) return 7;
    if (kinds[subordinator]) return 8;
    if (kinds[colon] || kinds[semicolon]) return 12;
    if (kinds[dash]) return 11;
    if (kinds[comma] >= 2) return 4;
    if (kinds[comma] == 1) return 3;
    if (kinds[conjunction]) return 6;
    if (kinds[preposition]) return 5;
    return 13;
  }
};

struct SpeakerRanker::Best {
  weigh::Shares<24> shares;
  std::uint32_t units[24];
  unsigned count = 0;
  Decision* decision = nullptr;

  void add(const weigh::Score& score, std::uint32_t unit) {
    if (count >= 24) return;
    shares.add(score.sum());
    units[count++] = unit;
  }
};

namespace {

constexpr unsigned kBracketed = 24;  // units that brackets may hold to be passed over

/// What a phrase is in its clause, by its neighbours: the values of the feature `role`.
unsigned role(const Unit& u, const Unit& l, const Unit& r, bool left_in, bool right_in) {
  const bool verb_right =
      right_in && (r.kind == UnitKind::verb || r.kind == UnitKind::auxiliary || r.kind == UnitKind::adverb);
  if (u.kind == UnitKind::relative) return 0;
  if (!left_in) return verb_right ? 1 : 2;
  switch (l.kind) {
    case UnitKind::preposition:
    case UnitKind::according:
      return 3;
    case UnitKind::subordinator:
    case UnitKind::relative:
      return 4;
    case UnitKind::verb:
    case UnitKind::gerund:
    case UnitKind::participle:
      return verb_right ? 5 : 6;
    case UnitKind::comma:
    case UnitKind::dash:
      return verb_right ? 7 : right_in && r.kind == UnitKind::comma ? 8 : 9;
    case UnitKind::conjunction:
      return verb_right ? 10 : 11;
    case UnitKind::stretch:
      return verb_right ? 12 : 13;
    default:
      return verb_right ? 14 : 15;
  }
}

/// 1 a name with a description behind it, 2 a description behind a name, 3 a name behind a description.
unsigned apposed(const Units& units, std::uint32_t unit) {
  const Unit& u = units[unit];
  const auto beside = [&](std::uint32_t comma, std::uint32_t other) {
    return units[comma].kind == UnitKind::comma && units[other].kind == UnitKind::phrase &&
           units[other].sentence == u.sentence;
  };
  if (u.kind != UnitKind::phrase) return 0;
  if (u.pos == Pos::name) {
    if (beside(unit + 1, unit + 2) && units[unit + 2].pos == Pos::noun) return 1;
    return unit >= 2 && beside(unit - 1, unit - 2) && units[unit - 2].pos == Pos::noun ? 3 : 0;
  }
  return unit >= 2 && beside(unit - 1, unit - 2) && units[unit - 2].pos == Pos::name ? 2 : 0;
}

}  // namespace

const CueSpeaker& SpeakerRanker::of(std::size_t cue) {
  CueSpeaker& out = of_cue_[cue];
  if (!out.known) {
    out.known = true;
    const std::uint32_t chained = chained_speaker(cue);
    chained_ = chained;
    rank(scene_.cues.all[cue], out);
  }
  return out;
}

std::uint32_t SpeakerRanker::chained_speaker(std::size_t cue) {
  const std::uint32_t sentence = scene_.units[scene_.cues.all[cue].unit].sentence;
  for (std::size_t c = cue, steps = 0; c > 0 && steps < kChain; ++steps) {
    const CueUnit& x = scene_.cues.all[--c];
    if (scene_.units[x.unit].sentence != sentence) break;
    if (x.row == CueUnit::kNoRow) continue;
    if (!of_cue_[c].known) {
      if (depth_ >= kDeepest) break;
      ++depth_;
      of(c);
      --depth_;
    }
    const std::uint32_t unit = of_cue_[c].unit;
    return unit == x.unit ? Units::kNone : unit;
  }
  return Units::kNone;
}

void SpeakerRanker::consider(const CueUnit& cue, std::uint32_t unit, unsigned on_side, unsigned count,
                             const Between& b, Best& best) {
  const Units& units = scene_.units;
  const Unit& u = units[unit];
  const Unit& c = units[cue.unit];
  const Unit& l = units[unit - 1];
  const Unit& r = units[unit + 1];
  const bool left_in = unit > 0 && l.sentence == u.sentence;
  const bool right_in = r.sentence == u.sentence && r.kind != UnitKind::none;
  const auto type = phrase_type(scene_, u);
  const unsigned side = weigh::below<3>(on_side), t4 = weigh::below<4>(coarse(type)),
                 form = weigh::below<9>(static_cast<unsigned>(cue.form)),
                 f3 = weigh::below<5>(coarse(cue.form)),
                 kind = weigh::below<16>(static_cast<unsigned>(cue.kind)),
                 what = weigh::below<16>(static_cast<unsigned>(type));
  weigh::Score e = scene_.score(scene_.models.speaker);
  e.add(f::place(count, side, form));
  e.add(f::path(weigh::below<14>(b.path()), side, f3));
  e.add(f::left(left_in ? u8(l.kind) : 0, side));
  e.add(f::right(right_in ? u8(r.kind) : 0, side));
  e.add(f::type(what, side, f3));
  e.add(f::kind(kind, side, b.units > b.light()));
  e.add(f::commas(b[UnitKind::comma], side));
  e.add(f::prepositions(b[UnitKind::preposition], side));
  e.add(f::stretches(b[UnitKind::stretch], side));
  static constexpr UnitKind kMarks[] = {UnitKind::relative, UnitKind::subordinator, UnitKind::conjunction,
                                        UnitKind::dash,     UnitKind::colon,        UnitKind::semicolon,
                                        UnitKind::bracket,  UnitKind::infinitive,   UnitKind::gerund};
  for (unsigned i = 0; i < std::size(kMarks); ++i) e.add_if(b[kMarks[i]], f::marks(i, side));
  if (left_in && l.kind == UnitKind::preposition)
    e.add(f::after_word(preposition(scene_.tokens[l.begin]), side));
  const Unit& before_cue = units[cue.first_unit - 1];
  const bool after_stretch =
      cue.first_unit > 0 && before_cue.kind == UnitKind::stretch && before_cue.sentence == c.sentence;
  if (after_stretch) e.add(f::inverted(b.units > 0, side, t4));
  const Unit& after_cue = units[cue.unit + 1];
  if (after_cue.kind == UnitKind::stretch ||
      ((after_cue.kind == UnitKind::comma || after_cue.kind == UnitKind::colon) &&
       units[cue.unit + 2].kind == UnitKind::stretch))
    e.add(f::opens_quote(count, side));
  const std::uint32_t gap = u.begin < cue.begin ? cue.begin - u.end
                            : u.begin > cue.end ? u.begin - cue.end
                                                : 0;
  e.add(f::distance(weigh::below<6>(distance_bucket(gap)), side));
  const bool verb_right = right_in && (r.kind == UnitKind::verb || r.kind == UnitKind::auxiliary);
  const bool first = units.sentence_begin[u.sentence] == unit;
  e.add(f::first(first, side, t4));
  e.add(f::role(weigh::below<16>(role(u, l, r, left_in, right_in)), side, f3));
  e.add(f::apposed(weigh::below<4>(apposed(units, unit)), side, t4));
  if (chained_ != Units::kNone) e.add(f::chained(unit == chained_ ? 0 : 1, side, form));
  if (side == 0) e.add(f::subject_of(b.subject_of(left_in && l.kind == UnitKind::preposition), side, f3));
  const bool opens = !left_in || l.kind == UnitKind::comma || l.kind == UnitKind::stop ||
                     l.kind == UnitKind::stretch || l.kind == UnitKind::subordinator ||
                     l.kind == UnitKind::conjunction || l.kind == UnitKind::dash;
  e.add(f::subject_of_clause(opens && verb_right, side, f3));
  if (side == 1 && left_in && scene_.tokens[l.begin].is("by"_w)) e.add(f::agent[f3 == 2 ? 0 : 1]);
  if (cue.kind == CueKind::noun) e.add(f::possessor[unit == cue.unit ? 0 : 1]);
  if (left_in && (l.kind == UnitKind::verb || l.kind == UnitKind::gerund || l.kind == UnitKind::participle))
    e.add(f::object(count, side));
  if (units.sentence_begin[c.sentence] == cue.first_unit && side == 1) e.add(f::fronted(count, f3));
  e.add(f::says_type(kind, what));
  if (side == 0) e.add(f::who_verb(type == PhraseType::who && b.units == 0 ? 0 : 1, side));
  if (cue.form == CueForm::gerund)
    e.add(f::gerund_before(left_in && scene_.tokens[l.begin].is("with"_w), side));
  if (best.decision)
    best.decision->options.push_back(
        {Decision::What::speaker, speaker_span(scene_, cue, unit), {}, e.sum(), e.features()});
  best.add(e, unit);
}

void SpeakerRanker::consider_nobody(const CueUnit& cue, Best& best) {
  weigh::Score e = scene_.score(scene_.models.speaker);
  e.add(f::nobody(static_cast<unsigned>(cue.kind), static_cast<unsigned>(cue.form)));
  const Units& units = scene_.units;
  std::uint32_t next = cue.unit + 1;
  while (units[next].begin < cue.end && units[next].kind != UnitKind::none) ++next;  // particles
  const bool inverted =
      cue.first_unit > 0 && cue.first_unit == cue.unit && units[cue.unit - 1].kind == UnitKind::stretch &&
      units[next].kind == UnitKind::phrase && units[next].sentence == units[cue.unit].sentence &&
      units[cue.unit - 1].sentence == units[cue.unit].sentence;
  e.add(f::nobody_inverted[inverted]);
  if (best.decision)
    best.decision->options.push_back({Decision::What::nobody, {}, {}, e.sum(), e.features()});
  best.add(e, Units::kNone);
}

namespace {

/// Past the brackets that end (or, forwards, begin) at `unit`: the unit of their other half.
std::uint32_t over_brackets(const Scene& scene, std::uint32_t unit, int step) {
  const Units& units = scene.units;
  const char32_t from = step < 0 ? ')' : '(', to = step < 0 ? '(' : ')';
  if (units[unit].kind != UnitKind::bracket || !scene.tokens[units[unit].begin].is_mark(from)) return unit;
  std::uint32_t u = unit;
  for (unsigned n = 0; n < kBracketed && u > 0; ++n) {
    u += static_cast<std::uint32_t>(step);
    if (units[u].sentence != units[unit].sentence || units[u].kind == UnitKind::none) break;
    if (units[u].kind == UnitKind::bracket) return scene.tokens[units[u].begin].is_mark(to) ? u : unit;
  }
  return unit;
}

bool has_possessor(const Scene& scene, const CueUnit& cue) {
  if (cue.kind != CueKind::noun) return false;
  const NounPhrase& np = scene.syntax.phrases()[scene.units[cue.unit].index];
  return np.genitive || scene.syntax.pos(np.begin) == Pos::possessive;
}

bool speaks(const Unit& u) {
  return u.kind == UnitKind::phrase || u.kind == UnitKind::relative;
}

}  // namespace

void SpeakerRanker::rank(const CueUnit& cue, CueSpeaker& out) {
  const Units& units = scene_.units;
  Best best;
  if (scene_.decisions()) {
    scene_.decisions()->push_back({Decision::About::speaker, scene_.bytes(cue.begin, cue.end), {}, {}, 0});
    best.decision = &scene_.decisions()->back();
  }
  consider_nobody(cue, best);
  if (has_possessor(scene_, cue)) consider(cue, cue.unit, 0, 0, Between{}, best);

  const std::uint32_t sentence = units[cue.unit].sentence;
  const std::uint32_t begin = units.sentence_begin[sentence], end = units.sentence_begin[sentence + 1];
  Between between;
  unsigned count = 0;
  std::uint32_t u = cue.first_unit;
  for (unsigned steps = 0; u > begin && count < kBefore && steps < kWindow; ++steps) {
    --u;
    if (const std::uint32_t other = over_brackets(scene_, u, -1); other != u) {
      between.kinds.add(UnitKind::bracket);
      u = other;
      continue;
    }
    if (speaks(units[u])) consider(cue, u, 0, count++, between, best);
    between.pass(units[u]);
    between.meet(units[u], u > begin && units[u - 1].kind == UnitKind::preposition);
  }
  for (std::uint32_t k = begin; k < u && k < begin + 12; ++k)  // the first subject of a long sentence
    if (units[k].kind == UnitKind::phrase) {
      consider(cue, k, 0, kBefore, between, best);
      break;
    }
  const unsigned before = count;
  between = {};
  count = 0;
  for (std::uint32_t k = cue.unit + 1; k < end && count < kAfter && k < cue.unit + kWindow; ++k) {
    if (const std::uint32_t other = over_brackets(scene_, k, 1); other != k) {
      between.kinds.add(UnitKind::bracket);
      k = other;
      continue;
    }
    if (speaks(units[k])) consider(cue, k, 1, count++, between, best);
    between.pass(units[k]);
  }
  if (!before && sentence > 0 && units[begin].paragraph == units[begin - 1].paragraph) {
    between = {};
    for (std::uint32_t k = units.sentence_begin[sentence - 1];
         k < begin && k < units.sentence_begin[sentence - 1] + 12; ++k)
      if (units[k].kind == UnitKind::phrase) {
        consider(cue, k, 2, 0, between, best);
        break;
      }
  }
  const weigh::Ranking ranking = best.shares.rank();
  unsigned chosen = ranking.first;
  if (best.units[chosen] == Units::kNone)  // somebody as likely as nobody is somebody
    for (unsigned i = 0; i < best.count; ++i)
      if (best.units[i] != Units::kNone && best.shares.sum(i) == best.shares.sum(ranking.first)) chosen = i;
  out.unit = best.units[chosen];
  out.margin = ranking.margin;
  out.share = ranking.share;
  if (best.decision) best.decision->chosen = chosen;
}

namespace {

/// The first name of a list that ends with the name at `unit`: "Ann Lee, Tom Moore and".
std::uint32_t list_begin(const Scene& scene, std::uint32_t unit) {
  const Units& units = scene.units;
  for (unsigned n = 0; n < 6 && unit >= 2 && units[unit].pos == Pos::name &&
                       units[unit - 1].kind == UnitKind::comma && units[unit - 2].kind == UnitKind::phrase &&
                       units[unit - 2].pos == Pos::name && units[unit - 2].sentence == units[unit].sentence;
       ++n)
    unit -= 2;
  return unit;
}

/// The unit a speaker's phrase begins with: "Lee and Moore said", "the mayor, Ann Lee said".
std::uint32_t first_unit(const Scene& scene, std::uint32_t unit) {
  const Units& units = scene.units;
  if (unit < 2 || units[unit - 2].kind != UnitKind::phrase ||
      units[unit - 2].sentence != units[unit].sentence)
    return unit;
  const PhraseType type = phrase_type(scene, units[unit - 2]);
  const Unit& before = units[unit - 3];
  if (nickname(scene, unit - 1)) return unit - 2;
  const bool clear = unit < 3 || before.sentence != units[unit].sentence || before.kind == UnitKind::comma ||
                     before.kind == UnitKind::stretch || before.kind == UnitKind::subordinator ||
                     before.kind == UnitKind::dash;
  if (!clear) return unit;
  const UnitKind link = units[unit - 1].kind;
  if (link == UnitKind::conjunction && scene.tokens[units[unit - 1].begin].is("and"_w) &&
      type >= PhraseType::name && type <= PhraseType::organisation)
    return list_begin(scene, unit - 2);
  const bool title = type == PhraseType::person ||
                     scene.tokens[scene.syntax.phrases()[units[unit - 2].index].head].has(Tag::person_title);
  if (link == UnitKind::comma && title && units[unit].pos == Pos::name &&
      units[unit + 1].kind == UnitKind::verb)
    return unit - 2;
  return unit;
}

/// The last unit of a clause without its relative pronoun behind the phrase at `unit`: "a poll taken in
/// June", "one voter familiar with the plan"; `unit` where there is none.
std::uint32_t reduced_clause(const Scene& scene, const CueUnit& cue, std::uint32_t unit) {
  const Units& units = scene.units;
  const std::uint32_t sentence = units[unit].sentence;
  const Unit& v = units[unit + 1];
  const bool past = v.kind == UnitKind::participle || (v.kind == UnitKind::verb && v.pos == Pos::verb_past);
  if (!(past || v.kind == UnitKind::gerund || v.kind == UnitKind::adjective) || v.sentence != sentence)
    return unit;
  std::uint32_t last = unit + 1;
  const bool before = unit < cue.unit;
  const std::uint32_t stop = before ? cue.first_unit : unit + 8;
  if (before && last >= stop) return unit;
  for (unsigned n = 0; n < 3 && last + 2 < stop + !before; ++n) {
    if (units[last + 1].kind != UnitKind::preposition || units[last + 2].kind != UnitKind::phrase ||
        units[last + 2].sentence != sentence)
      break;
    last += 2;
  }
  if (last == unit + 1 && v.kind != UnitKind::participle) return unit;
  return before && last + 1 != stop ? unit : last;
}

/// After the last token of a descriptor's phrase: "a spokesman for the board".
std::uint32_t last_token(const Scene& scene, const CueUnit& cue, std::uint32_t unit) {
  const Units& units = scene.units;
  const Unit& u = units[unit];
  if (u.kind != UnitKind::phrase) return u.end;
  if (nickname(scene, unit + 1)) return units[unit + 2].end;
  const Unit& second = units[unit + 2];
  if (unit + 3 == cue.first_unit && scene.tokens[units[unit + 1].begin].is("and"_w) &&
      second.kind == UnitKind::phrase &&
      (second.pos == Pos::name ||
       scene.tokens[scene.syntax.phrases()[second.index].head].has(Tag::person_noun)))
    return second.end;  // "Ann Lee and Tom Moore said"
  if (const std::uint32_t name = name_behind(scene, unit); name != Units::kNone) return units[name].end;
  // "said Ann Lee and Tom Moore."
  const UnitKind third = units[unit + 3].kind;
  if (unit > cue.unit && u.pos == Pos::name && second.kind == UnitKind::phrase && second.pos == Pos::name &&
      second.sentence == u.sentence && scene.tokens[units[unit + 1].begin].is("and"_w) &&
      (third == UnitKind::stop || third == UnitKind::comma))
    return second.end;
  const Token& head = scene.tokens[u.begin];
  const bool part = u.end == u.begin + 1 &&
                    (head.is("one"_w) || head.is("some"_w) || head.is("many"_w) || head.is("several"_w) ||
                     head.is("most"_w) || head.is("both"_w) || head.is("none"_w) || head.is("two"_w));
  if (u.pos != Pos::noun && !part) return u.end;
  if (const std::uint32_t last = reduced_clause(scene, cue, unit); last != unit) return units[last].end;
  std::uint32_t last = unit;
  for (unsigned n = 0; n < 2; ++n) {
    const Unit& p = units[last + 1];
    const Unit& x = units[last + 2];
    const bool links = p.kind == UnitKind::preposition && p.sentence == u.sentence &&
                       x.sentence == u.sentence && x.kind == UnitKind::phrase &&
                       (last + 2 < cue.first_unit || last > cue.unit) &&
                       phrase_type(scene, x) != PhraseType::time;
    const Token& word = scene.tokens[p.begin];
    if (!links || !(word.is("of"_w) || word.is("for"_w) ||
                    (unit < cue.unit && (word.is("at"_w) || word.is("from"_w) || word.is("with"_w)))))
      break;
    last += 2;
  }
  return units[last].end;
}

}  // namespace

bool nickname(const Scene& scene, std::uint32_t unit) {
  const Units& units = scene.units;
  const Unit& u = units[unit];
  if (unit == 0 || u.kind != UnitKind::stretch || u.end - u.begin > 5) return false;
  const auto name = [&](std::uint32_t k) {
    return units[k].kind == UnitKind::phrase && units[k].pos == Pos::name && units[k].sentence == u.sentence;
  };
  const Token& first = scene.tokens[u.begin + 1];
  const bool capital = first.capital() || (first.is("the"_w) && scene.tokens[u.begin + 2].capital());
  return name(unit - 1) && name(unit + 1) && capital && scene.tokens[units[unit + 1].begin].capital();
}

std::uint32_t name_behind(const Scene& scene, std::uint32_t unit) {
  const Units& units = scene.units;
  const Unit& u = units[unit];
  if (u.kind != UnitKind::phrase) return Units::kNone;
  std::uint32_t comma = unit + 1;
  for (unsigned n = 0;
       n < 3 && units[comma].kind == UnitKind::preposition &&
       (scene.tokens[units[comma].begin].is("of"_w) || scene.tokens[units[comma].begin].is("for"_w)) &&
       units[comma + 1].kind == UnitKind::phrase;
       ++n)
    comma += 2;
  const Unit& name = units[comma + 1];
  if (units[comma].kind != UnitKind::comma || name.kind != UnitKind::phrase || name.pos != Pos::name ||
      name.sentence != u.sentence)
    return Units::kNone;
  const Token& head = scene.tokens[scene.syntax.phrases()[u.index].head];
  const UnitKind end = units[comma + 2].kind;
  const bool names = (phrase_type(scene, u) == PhraseType::person ||
                      (head.has(Tag::person_title) && scene.tokens[u.begin].is("the"_w))) &&
                     phrase_type(scene, name) != PhraseType::organisation &&
                     (end == UnitKind::comma || end == UnitKind::verb || end == UnitKind::stop);
  return names ? comma + 1 : Units::kNone;
}

Span speaker_span(const Scene& scene, const CueUnit& cue, std::uint32_t unit) {
  const Unit& u = scene.units[unit];
  if (unit == cue.unit) {
    const NounPhrase& np = scene.syntax.phrases()[u.index];
    return scene.bytes(np.begin, np.genitive ? np.genitive : np.begin + 1);
  }
  std::uint32_t end = u.end;
  const Token& next = scene.tokens[u.end];
  if (u.kind == UnitKind::phrase &&
      (next.is("himself"_w) || next.is("herself"_w) || next.is("themselves"_w)) &&
      !next.has(token_flag::gap_before))
    ++end;
  else
    end = last_token(scene, cue, unit);
  const std::uint32_t first = unit < cue.unit ? first_unit(scene, unit) : unit;
  std::uint32_t begin = scene.units[first].begin;
  if (begin > 0 && scene.tokens[begin - 1].is_mark('@') && scene.tokens[begin].glued()) --begin;  // "@handle"
  return scene.bytes(begin, end);
}

}  // namespace copydesk
