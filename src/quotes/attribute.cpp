#include "quotes/attribute.h"

#include <algorithm>

#include "lexicon/rule_names.h"
#include "quotes/certain.h"
#include "quotes/shape.h"
#include "tables/cue.features.gen.h"
#include "tables/cues.gen.h"
#include "weigh/softmax.h"

namespace copydesk {

using namespace literals;
namespace f = features::cue;

namespace {

constexpr unsigned kCandidates = 40;
constexpr unsigned kSentences = 4, kUnits = 160, kCues = 8;

enum Rel : unsigned { before, after, before_sentence, after_sentence, before_paragraph, after_paragraph };
enum Link : unsigned { same_sentence, same_paragraph, previous_paragraph, earlier };

unsigned u(UnitKind k) {
  return static_cast<unsigned>(k);
}

unsigned distance_bucket(std::uint32_t tokens) {
  return tokens <= 1    ? 0
         : tokens <= 2  ? 1
         : tokens <= 4  ? 2
         : tokens <= 8  ? 3
         : tokens <= 16 ? 4
         : tokens <= 30 ? 5
                        : 6;
}

unsigned gap_bucket(std::uint32_t units) {
  return units == 0    ? 0
         : units == 1  ? 1
         : units <= 2  ? 2
         : units <= 4  ? 3
         : units <= 8  ? 4
         : units <= 16 ? 5
                       : 6;
}

class Attributor {
 public:
  Attributor(const Scene& scene, SpeakerRanker& speakers)
      : scene_(scene),
        units_(scene.units),
        tokens_(scene.tokens),
        speakers_(speakers),
        out_(scene.marks.stretches.size()) {}

  std::vector<Attribution> run() {
    for (std::uint32_t s = 0; s < out_.size(); ++s) {
      if (scene_.marks.stretches[s].depth || units_.of_stretch[s] == Units::kNone) continue;
      decide(s);
      remember(s);
      previous_ = last_;
      last_ = s;
      last_shape_ = shape_;
    }
    for (std::uint32_t s = static_cast<std::uint32_t>(out_.size()); s-- > 1;) said_later(s - 1, s);
    return std::move(out_);
  }

 private:
  /// For debug output: the stretch was not weighed.
  void record_certain(std::uint32_t s, Decision::What what) const {
    if (scene_.decisions())
      scene_.decisions()->push_back(
          {Decision::About::cue, scene_.marks.stretches[s].content, {}, {{what, {}, {}, 0, {}}}, 0});
  }

  /// A quotation that runs on into the next paragraph, where its cue stands.
  void said_later(std::uint32_t s, std::uint32_t next) {
    if (!scene_.marks.stretches[s].runs_on || out_[s].cue != Attribution::kNone) return;
    if (out_[next].cue == Attribution::kNone) return;
    out_[s] = {Attribution::State::after, out_[next].cue, Attribution::kNone, {}, out_[next].share};
  }

  struct Candidate {
    Attribution::State state;
    std::uint32_t cue;
    std::uint32_t speaker;  // unit
  };

  bool in_sentence(std::uint32_t unit, const Unit& q) const {
    return units_[unit].sentence == q.sentence && units_[unit].kind != UnitKind::none;
  }

  void decide(std::uint32_t s) {
    shape_ = shape_of(scene_, s);
    count_ = 0;
    shares_ = {};
    const Unit& q = units_[shape_.unit];
    if (const RuleId rule = certain_term(scene_, shape_); rule.hash) {
      out_[s] = {Attribution::State::not_quotation, Attribution::kNone, Attribution::kNone, rule, 255};
      record_certain(s, Decision::What::not_quotation);
      return;
    }
    // The paragraph before was left open for this one, and not by mistake.
    if (last_ != kNoStretch && scene_.marks.stretches[last_].runs_on &&
        out_[last_].cue != Attribution::kNone && !said_here(q)) {
      out_[s] = {Attribution::State::continued, out_[last_].cue, last_, {}, out_[last_].share};
      record_certain(s, Decision::What::same);
      return;
    }
    if (last_ != kNoStretch && interrupted(scene_, shape_, last_, said_in(q))) {
      out_[s] = {Attribution::State::continued, out_[last_].cue, last_, "quotes.interrupted"_rule,
                 out_[last_].share};
      record_certain(s, Decision::What::same);
      return;
    }
    if (scene_.decisions()) {
      scene_.decisions()->push_back({Decision::About::cue, scene_.marks.stretches[s].content, {}, {}, 0});
      slot_ = scene_.decisions()->size() - 1;
    }
    cues_in_sentence_ = count_cues(q);
    if (const std::uint32_t colon = signed_headline(scene_, shape_); colon != Attribution::kNone)
      return settle(s, colon, "quotes.signed-headline"_rule);
    if (const std::uint32_t cue = own_clause(scene_, shape_); cue != Attribution::kNone)
      return settle(s, cue, "quotes.own-clause"_rule);
    collect_before(q);
    collect_after(q);
    same(q);
    alternate(q);
    nobody();
    // Nobody sets a term off as a block, or opens its paragraph's mark anew.
    if (!scene_.marks.stretches[s].block && !scene_.marks.stretches[s].runs_on) not_quotation(s, q);
    choose(s);
  }

  /// The cue behind the stretch says it, by a rule.
  void settle(std::uint32_t s, std::uint32_t cue, RuleId rule) {
    const weigh::Score none = scene_.score(scene_.models.cue);
    push(none, {Attribution::State::after, cue, speakers_.of(cue).unit}, Decision::What::cue);
    choose(s);
    out_[s].rule = rule;
  }

  /// “…,” added Ann Lee: another cue of saying and its name touch the stretch.
  bool said_here(const Unit& q) const {
    const std::size_t c = scene_.cues.from(shape_.after);
    return c < scene_.cues.all.size() && c != out_[last_].cue && scene_.cues.all[c].unit == shape_.after &&
           scene_.cues.all[c].kind <= CueKind::ask && in_sentence(shape_.after + 1, q) &&
           units_[shape_.after + 1].pos == Pos::name;
  }

  /// The stretch before stands in the sentence of `q` and has its cue.
  bool said_in(const Unit& q) const {
    return out_[last_].cue != Attribution::kNone && units_[units_.of_stretch[last_]].sentence == q.sentence;
  }

  unsigned count_cues(const Unit& q) const {
    const std::size_t a = scene_.cues.from(units_.sentence_begin[q.sentence]);
    const std::size_t b = scene_.cues.from(units_.sentence_begin[q.sentence + 1]);
    return static_cast<unsigned>(std::min<std::size_t>(b - a, 2));
  }

  void collect_before(const Unit& q) {
    std::size_t c = scene_.cues.from(shape_.unit);
    unsigned seen = 0;
    while (c > 0 && seen < kCues) {
      const CueUnit& cue = scene_.cues.all[--c];
      const Unit& x = units_[cue.unit];
      if (shape_.unit - cue.unit > kUnits) break;
      if (x.paragraph != q.paragraph) {
        // The previous paragraph's last sentence.
        if (x.paragraph + 1 != q.paragraph ||
            units_.sentence_begin[x.sentence + 1] != units_.paragraph_begin[q.paragraph])
          break;
      } else if (q.sentence - x.sentence > kSentences) {
        break;
      }
      const Rel rel = x.paragraph != q.paragraph ? before_paragraph
                      : x.sentence == q.sentence ? before
                                                 : before_sentence;
      consider(q, c, rel);
      ++seen;
    }
  }

  void collect_after(const Unit& q) {
    std::size_t c = scene_.cues.from(shape_.unit + 1);
    unsigned seen = 0;
    while (c < scene_.cues.all.size() && seen < kCues) {
      const CueUnit& cue = scene_.cues.all[c];
      const Unit& x = units_[cue.unit];
      if (cue.unit - shape_.unit > kUnits) break;
      if (x.paragraph != q.paragraph) {
        if (x.paragraph != q.paragraph + 1 ||
            x.sentence != units_[units_.paragraph_begin[x.paragraph]].sentence || shape_.place != 2)
          break;
      } else if (x.sentence - q.sentence > kSentences) {
        break;
      }
      const Rel rel = x.paragraph != q.paragraph ? after_paragraph
                      : x.sentence == q.sentence ? after
                                                 : after_sentence;
      consider(q, c, rel);
      ++seen;
      ++c;
    }
  }

  /// What stands between cue and stretch when they are near; see the feature `adjacency`.
  unsigned adjacency(const CueUnit& cue, bool cue_first) const {
    std::uint32_t from = cue_first ? cue.unit + 1 : shape_.after;
    const std::uint32_t b = cue_first ? shape_.unit : cue.first_unit;
    // Particles of a phrase cue are units of their own.
    if (cue_first)
      while (from < b && units_[from].begin < cue.end) ++from;
    if (!cue_first || !shape_.led || b <= from) return adjacency(from, b);
    const unsigned near = adjacency(from, b - 1);
    return near == kFar ? kFar : kLed + near;
  }
  static constexpr unsigned kFar = 9, kLed = 10;  // of the feature `adjacency`

  unsigned adjacency(std::uint32_t from, std::uint32_t b) const {
    const std::uint32_t n = b > from ? b - from : 0;
    const auto k = [&](std::uint32_t i) { return units_[from + i].kind; };
    if (n == 0) return 0;
    if (n == 1) {
      switch (k(0)) {
        case UnitKind::comma:
          return 1;
        case UnitKind::phrase:
        case UnitKind::relative:
          return 2;
        case UnitKind::subordinator:
          return 5;
        case UnitKind::colon:
          return 6;
        case UnitKind::adverb:
          return 7;
        case UnitKind::preposition:
        case UnitKind::according:
          return 8;
        default:
          return 9;
      }
    }
    if (n == 2) {
      if ((k(0) == UnitKind::phrase && (k(1) == UnitKind::comma || k(1) == UnitKind::colon)) ||
          (k(1) == UnitKind::phrase && k(0) == UnitKind::comma))
        return 3;
      if (k(0) == UnitKind::phrase && k(1) == UnitKind::phrase) return 4;
      if (k(0) == UnitKind::phrase && k(1) == UnitKind::subordinator) return 5;
      if (k(0) == UnitKind::phrase && k(1) == UnitKind::adverb) return 2;
    }
    return 9;
  }

  void consider(const Unit& q, std::size_t c, Rel rel) {
    const CueUnit& cue = scene_.cues.all[c];
    const bool cue_first = rel == before || rel == before_sentence || rel == before_paragraph;
    const unsigned side = rel == before ? 0 : rel == after ? 1 : 2;
    const CueSpeaker& speaker = speakers_.of(c);
    const std::uint32_t gap = cue_first ? q.begin - cue.end : cue.begin - q.end;
    const unsigned kind = static_cast<unsigned>(cue.kind);
    weigh::Score e = scene_.score(scene_.models.cue);
    e.add(f::rel(rel, distance_bucket(cue_first ? (q.begin > cue.end ? gap : 0) : gap)));
    e.add(f::kind(kind, rel));
    e.add(f::form(static_cast<unsigned>(cue.form), side));
    const Unit& l = units_[shape_.unit - 1];
    const Unit& r = units_[shape_.after];
    e.add(f::unit_before(shape_.unit && in_sentence(shape_.unit - 1, q) ? u(l.kind) : 0, side));
    e.add(f::unit_after(in_sentence(shape_.after, q) ? u(r.kind) : 0, side));
    const unsigned near = adjacency(cue, cue_first);
    e.add(f::adjacency(near, side, shape_.end));
    e.add(f::adjacent_length(near, side, shape_.length));
    e.add(f::adjacent_kind(near, side, kind));
    if (near % kLed <= 3 && rel <= after) near_cue_ = kind + 1;
    unsigned place = 0;
    if (speaker.unit != Units::kNone) {
      const bool left_of_cue = speaker.unit <= cue.unit, left_of_quote = speaker.unit < shape_.unit;
      place = cue_first ? (left_of_cue     ? 1
                           : left_of_quote ? 2
                                           : 3)
                        : (left_of_quote ? 1
                           : left_of_cue ? 2
                                         : 3);
      e.add(f::speaker_type(static_cast<unsigned>(phrase_type(scene_, units_[speaker.unit])), side));
    }
    e.add(f::speaker_place(place, rel));
    e.add(f::speaker_margin(speaker.share < 128   ? 0
                            : speaker.share < 192 ? 1
                            : speaker.share < 240 ? 2
                                                  : 3,
                            side));
    group(cue, speaker.unit, side, e);
    between(cue, cue_first, rel, e);
    e.add(f::used(last_ != kNoStretch && out_[last_].cue == c, rel));
    push(e,
         {cue_first ? Attribution::State::before : Attribution::State::after, static_cast<std::uint32_t>(c),
          speaker.unit},
         Decision::What::cue);
  }

  /// What stands before the cue with its speaker.
  void group(const CueUnit& cue, std::uint32_t speaker, unsigned side, weigh::Score& e) const {
    const Unit& c = units_[cue.unit];
    std::uint32_t first = cue.first_unit;
    if (speaker < first && first - speaker <= kNear && units_[speaker].sentence == c.sentence)
      first = speaker;
    e.add(f::group_before(first && in_sentence(first - 1, c) ? u(units_[first - 1].kind) : 0, side));
  }
  static constexpr std::uint32_t kNear = 3;

  void between(const CueUnit& cue, bool cue_first, Rel rel, weigh::Score& e) const {
    const std::uint32_t a = cue_first ? cue.unit + 1 : shape_.unit + 1;
    const std::uint32_t b = cue_first ? shape_.unit : cue.first_unit;
    KindCounts kinds;
    bool that = false;
    for (std::uint32_t k = a; k < b && k < a + 40; ++k) {
      const Unit& x = units_[k];
      kinds.add(x.kind);
      that |= x.kind == UnitKind::subordinator && tokens_[x.begin].is("that"_w);
    }
    const unsigned verbs = kinds[UnitKind::verb] + kinds[UnitKind::auxiliary];
    e.add_if(that, f::between(0, rel));
    e.add_if(kinds[UnitKind::subordinator] && !that, f::between(1, rel));
    e.add_if(verbs == 1, f::between(2, rel));
    e.add_if(verbs > 1, f::between(3, rel));
    e.add_if(kinds[UnitKind::stop], f::between(4, rel));
    e.add_if(kinds[UnitKind::colon], f::between(5, rel));
    e.add_if(kinds[UnitKind::relative], f::between(6, rel));
    e.add_if(kinds[UnitKind::infinitive], f::between(7, rel));
    e.add_if(kinds[UnitKind::conjunction], f::between(8, rel));
    e.add_if(kinds[UnitKind::semicolon], f::between(9, rel));
  }

  void same(const Unit& q) {
    if (last_ == kNoStretch) return;
    const Attribution& p = out_[last_];
    if (p.state == Attribution::State::not_quotation && previous_ == kNoStretch) return;
    const std::uint32_t pu = units_.of_stretch[last_];
    const Unit& pq = units_[pu];
    if (q.paragraph - pq.paragraph > 3) return;
    const unsigned link = pq.sentence == q.sentence         ? same_sentence
                          : pq.paragraph == q.paragraph     ? same_paragraph
                          : pq.paragraph + 1 == q.paragraph ? previous_paragraph
                                                            : earlier;
    const unsigned cues =
        static_cast<unsigned>(std::min<std::size_t>(scene_.cues.from(shape_.unit) - scene_.cues.from(pu), 3));
    weigh::Score e = scene_.score(scene_.models.cue);
    e.add(f::same(link, cues));
    e.add(f::same_between(link, gap_bucket(shape_.unit - pu - 1)));
    if (link >= previous_paragraph) e.add(f::turns(0, turns_, shape_.place));
    e.add(f::same_end(link, last_shape_.end));
    e.add(f::same_state(link, static_cast<unsigned>(p.state)));
    const std::size_t next = scene_.cues.from(shape_.unit + 1);
    const bool follows =
        next < scene_.cues.all.size() && units_[scene_.cues.all[next].unit].sentence == q.sentence;
    e.add(f::same_cue_after(!follows                                              ? 0
                            : scene_.cues.all[next].first_unit <= shape_.unit + 2 ? 1
                                                                                  : 2,
                            link));
    push(e,
         {Attribution::State::continued, p.cue,
          p.cue == Attribution::kNone ? Units::kNone : speakers_.of(p.cue).unit},
         Decision::What::same);
  }

  /// In dialogue the speaker before the last one answers.
  void alternate(const Unit& q) {
    if (other_ == kNoStretch || shape_.place == 0) return;
    const Unit& last = units_[units_.of_stretch[last_]];
    const Unit& other = units_[units_.of_stretch[other_]];
    if (last.paragraph == q.paragraph || q.paragraph - last.paragraph > 3 ||
        q.paragraph - other.paragraph > 8)
      return;
    weigh::Score e = scene_.score(scene_.models.cue);
    e.add(f::alternate(cues_in_sentence_, shape_.place));
    e.add(f::alternate_length[shape_.length]);
    e.add(f::turns(1, turns_, shape_.place));
    e.add(f::alternate_gap[q.paragraph - last.paragraph - 1]);
    push(e, {Attribution::State::alternated, out_[other_].cue, speakers_.of(out_[other_].cue).unit},
         Decision::What::same);
  }

  /// Keeps the last quotation of the speaker before the last one.
  void remember(std::uint32_t s) {
    if (out_[s].cue == Attribution::kNone || speakers_.of(out_[s].cue).unit == Units::kNone) return;
    if (spoken_ != kNoStretch) {
      const bool other = head(s) != head(spoken_);
      const std::uint32_t apart =
          units_[units_.of_stretch[s]].paragraph - units_[units_.of_stretch[spoken_]].paragraph;
      if (apart > 0) turns_ = apart == 1 && other ? std::min(turns_ + 1, 4u) : 0;
      if (other) other_ = spoken_;
    }
    spoken_ = s;
  }

  std::uint32_t head(std::uint32_t s) const {
    const Unit& unit = units_[speakers_.of(out_[s].cue).unit];
    return unit.kind == UnitKind::phrase ? tokens_[scene_.syntax.phrases()[unit.index].head].hash : 0;
  }

  void nobody() {
    weigh::Score e = scene_.score(scene_.models.cue);
    e.add(f::nobody[shape_.length]);
    e.add(f::nobody_place[shape_.place]);
    e.add(f::nobody_cues[cues_in_sentence_]);
    e.add(f::nobody_end[shape_.end]);
    push(e, {Attribution::State::nobody, Attribution::kNone, Units::kNone}, Decision::What::nobody);
  }

  unsigned word_before(const Unit& q) const {
    if (!shape_.unit || !in_sentence(shape_.unit - 1, q)) return 0;
    const Token& t = tokens_[q.begin - 1];
    static constexpr std::uint32_t kWords[] = {"of"_w, "on"_w, "in"_w, "to"_w, "as"_w, "and"_w};
    if (t.is("the"_w)) return 1;
    if (t.is("a"_w) || t.is("an"_w)) return 2;
    if (t.is("this"_w) || t.is("that"_w) || t.is("these"_w) || t.is("those"_w)) return 3;
    if (t.has(Tag::work_noun)) return 22;
    const Pos p = scene_.syntax.pos(q.begin - 1);
    if (p == Pos::genitive) return 4;
    if (p == Pos::possessive) return 5;
    if (t.is("name"_w) || t.is("nickname"_w) || (t.is("as"_w) && tokens_[q.begin - 2].is("known"_w)))
      return 15;
    for (unsigned i = 0; i < std::size(kWords); ++i)
      if (t.is(kWords[i])) return 6 + i;
    if (t.is("for"_w)) return 16;
    if (t.is("by"_w)) return 17;
    if (t.is("with"_w)) return 18;
    if (t.is("from"_w)) return 19;
    if (t.is("or"_w)) return 20;
    if (t.is("at"_w)) return 21;
    if (t.is("called"_w) || t.is("named"_w) || t.is("titled"_w) || t.is("dubbed"_w) || t.is("entitled"_w))
      return 15;
    if (p == Pos::adjective) return 12;
    if (p == Pos::noun) return 13;
    if (p == Pos::name) return 14;
    return 0;
  }

  void not_quotation(std::uint32_t s, const Unit& q) {
    const Stretch& x = scene_.marks.stretches[s];
    const bool is_long = shape_.words > 4;
    weigh::Score e = scene_.score(scene_.models.cue);
    e.add(f::not_shape(shape_.capitals, shape_.length));
    e.add(f::not_before(shape_.unit && in_sentence(shape_.unit - 1, q) ? u(units_[shape_.unit - 1].kind) : 0,
                        is_long));
    e.add(f::not_end(shape_.end, shape_.length));
    e.add(f::not_place(shape_.place, shape_.length));
    e.add(f::not_cues(cues_in_sentence_, is_long));
    e.add(f::not_near[near_cue_]);
    near_cue_ = 0;
    const unsigned word = word_before(q);
    e.add(f::not_word[word]);
    e.add(f::not_word_shape(word, shape_.capitals));
    e.add(f::not_inner(shape_.first_pos, shape_.last_pos));
    e.add(f::not_headline[shape_.capitals == 4]);
    e.add(f::not_single(x.single, is_long));
    const Token& behind = tokens_[x.end];
    const bool glue_before = tokens_[x.open].glued(),
               glue_after = behind.glued() && behind.kind != TokenKind::none && !behind.is_mark(',') &&
                            !behind.is_mark('.');
    e.add(f::not_glued[glue_before && glue_after ? 3 : glue_after ? 2 : glue_before ? 1 : 0]);
    e.add(f::not_has_verb(shape_.verb, shape_.length));
    unsigned others = 0;
    for (std::uint32_t k = units_.sentence_begin[q.sentence];
         k < units_.sentence_begin[q.sentence + 1] && k < shape_.unit + 60 && others < 3; ++k)
      others += units_[k].kind == UnitKind::stretch;
    e.add(f::not_word_length(word, shape_.length));
    const unsigned size = shape_.length < 3 ? shape_.length : 3;
    e.add(f::not_led(shape_.led, in_sentence(shape_.after, q) ? u(units_[shape_.after].kind) : 0, size));
    e.add(f::not_others[others ? others - 1 : 0]);
    push(e, {Attribution::State::not_quotation, Attribution::kNone, Units::kNone},
         Decision::What::not_quotation);
  }

  void push(const weigh::Score& e, Candidate candidate, Decision::What what) {
    if (count_ >= kCandidates) return;
    const int sum = e.sum();
    shares_.add(sum);
    candidates_[count_++] = candidate;
    if (!scene_.decisions()) return;
    Span span{}, speaker{};
    if (candidate.cue != Attribution::kNone) {
      const CueUnit& cue = scene_.cues.all[candidate.cue];
      span = scene_.bytes(cue.begin, cue.end);
      if (candidate.speaker != Units::kNone) speaker = speaker_span(scene_, cue, candidate.speaker);
    }
    (*scene_.decisions())[slot_].options.push_back({what, span, speaker, sum, e.features()});
  }

  void choose(std::uint32_t s) {
    const weigh::Ranking ranking = shares_.rank();
    const Candidate& best = candidates_[ranking.first];
    unsigned share = 0;
    for (unsigned i = 0; i < count_; ++i)
      if (i == ranking.first || (best.speaker != Units::kNone && candidates_[i].speaker == best.speaker))
        share += shares_.share(i, ranking.first);
    // The cue of the quotation before says this one too: it goes on.
    const bool on =
        best.state == Attribution::State::continued ||
        (best.state == Attribution::State::before && last_ != kNoStretch && out_[last_].cue == best.cue);
    out_[s] = {on ? Attribution::State::continued : best.state,
               best.cue,
               on ? last_ : Attribution::kNone,
               {},
               static_cast<std::uint8_t>(std::min(share, 255u))};
    if (scene_.decisions()) (*scene_.decisions())[slot_].chosen = ranking.first;
  }

  static constexpr std::uint32_t kNoStretch = 0xffffffff;

  const Scene& scene_;
  const Units& units_;
  const Tokens& tokens_;
  SpeakerRanker& speakers_;
  std::vector<Attribution> out_;
  Shape shape_, last_shape_;
  std::uint32_t spoken_ = kNoStretch, other_ = kNoStretch;
  std::uint32_t last_ = kNoStretch, previous_ = kNoStretch;
  Candidate candidates_[kCandidates];
  unsigned turns_ = 0;  // paragraphs in a row that two speakers took in turn
  unsigned count_ = 0, cues_in_sentence_ = 0, near_cue_ = 0;
  weigh::Shares<kCandidates> shares_;
  std::size_t slot_ = 0;
};

}  // namespace

std::vector<Attribution> attribute(const Scene& scene, SpeakerRanker& speakers) {
  return Attributor(scene, speakers).run();
}

}  // namespace copydesk
