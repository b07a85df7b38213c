#include "quotes/indirect.h"

#include <algorithm>

#include "tables/cues.gen.h"
#include "tables/indirect.features.gen.h"
#include "weigh/softmax.h"

namespace copydesk {

using namespace literals;
namespace f = features::indirect;

namespace {

/// Probability, 0 … 255, from which a cue is taken to report something.
constexpr unsigned kYes = 95;

enum Option : unsigned { no, to_end, to_cut, to_comma, back, options_ };

struct Range {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

unsigned gap_bucket(std::uint32_t n) {
  return n == 0 ? 0 : n == 1 ? 1 : n <= 3 ? 2 : n <= 6 ? 3 : n <= 12 ? 4 : 5;
}

class Finder {
 public:
  Finder(const Scene& scene, SpeakerRanker& speakers, const std::vector<Attribution>& attributions)
      : scene_(scene),
        units_(scene.units),
        tokens_(scene.tokens),
        speakers_(speakers),
        used_(scene.cues.all.size(), 0) {
    for (std::size_t s = 0; s < attributions.size(); ++s) {
      const Attribution& a = attributions[s];
      if (a.cue == Attribution::kNone || a.state == Attribution::State::continued) continue;
      const Stretch& q = scene.marks.stretches[s];
      used_[a.cue] = tokens_[q.inner].capital() ? 1 : 2;
    }
  }

  std::vector<Reported> run() {
    find_transcript();
    for (std::uint32_t c = 0; c < scene_.cues.all.size(); ++c) {
      const CueUnit& cue = scene_.cues.all[c];
      if (cue.kind == CueKind::colon) {
        if (transcript_) turn(c, cue);
        continue;
      }
      if (cue.kind == CueKind::unknown && units_[cue.unit + 1].kind != UnitKind::subordinator) continue;
      decide(c, cue);
    }
    return std::move(out_);
  }

 private:
  /// Three paragraphs that begin with a label in capitals make a transcript, or four that begin with two or
  /// more names, each of which comes again.
  void find_transcript() {
    unsigned turns = 0;
    std::uint32_t labels[8];
    unsigned named = 0, distinct = 0;
    for (std::uint32_t p = 0; p + 1 < units_.paragraph_begin.size() && turns < kTurns; ++p) {
      turns += turn_colon(p) != Units::kNone;
      const std::uint32_t colon = turn_colon(p, true);
      if (colon == Units::kNone) continue;
      ++named;
      const std::uint32_t label = tokens_[units_[colon].begin - 1].hash;
      if (std::find(labels, labels + distinct, label) == labels + distinct && distinct < std::size(labels))
        labels[distinct++] = label;
    }
    transcript_ = turns >= kTurns;
    names_turn_ = !transcript_ && named > kTurns && distinct > 1 && distinct * 2 <= named;
    transcript_ |= names_turn_;
  }

  /// The colon behind the label a paragraph begins with: in capitals, "MR. LEE: …", "Q: …", or a name.
  std::uint32_t turn_colon(std::uint32_t p, bool names = false) const {
    const std::uint32_t begin = units_.paragraph_begin[p], end = units_.paragraph_begin[p + 1];
    std::uint32_t k = begin;
    while (k < end && k < begin + 4 && kind(k) != UnitKind::colon) ++k;
    if (k == begin || k + 1 >= end || kind(k) != UnitKind::colon || kind(k + 1) == UnitKind::stretch)
      return Units::kNone;
    for (std::uint32_t i = units_[begin].begin; i < units_[k].begin; ++i) {
      const Token& t = tokens_[i];
      if (t.is_word() && !t.has(token_flag::all_capitals) && !(t.span().size() == 1 && t.capital()) &&
          !(names && t.capital() && scene_.syntax.pos(i) == Pos::name))
        return Units::kNone;
    }
    return k;
  }

  void turn(std::uint32_t c, const CueUnit& cue) {
    const std::uint32_t p = units_[cue.unit].paragraph;
    if (turn_colon(p, names_turn_) != cue.unit) return;
    add({c, cue.unit + 1, units_.paragraph_begin[p + 1], true, 255, true});
  }

  UnitKind kind(std::uint32_t u) const { return units_[u].kind; }

  bool noise(std::uint32_t u) const {  // passes between cue and what is said
    if (kind(u) == UnitKind::adverb) return true;
    return kind(u) == UnitKind::phrase && scene_.syntax.phrases()[units_[u].index].kind == PhraseKind::time;
  }

  /// Where what is said begins behind the cue: after particles, the speaker, the listener, time words.
  std::uint32_t start(const CueUnit& cue, std::uint32_t speaker, std::uint32_t end) const {
    std::uint32_t k = cue.unit + 1;
    while (k < end && units_[k].begin < cue.end) ++k;
    if (cue.form == CueForm::according)
      return speaker != Units::kNone && speaker >= k ? after_group(speaker, end) : k;
    if (speaker != Units::kNone && speaker >= k && speaker < k + 3) k = speaker + 1;
    while (k < end && noise(k)) ++k;
    if ((cue.takes & tables::cues::takes_flag::person) && k + 1 < end && kind(k) == UnitKind::phrase &&
        (kind(k + 1) == UnitKind::subordinator || kind(k + 1) == UnitKind::phrase ||
         kind(k + 1) == UnitKind::infinitive || noise(k + 1)) &&
        !noise(k)) {
      ++k;
      while (k < end && noise(k)) ++k;
    }
    // "in a statement", "on Monday", "to reporters"
    for (unsigned n = 0;
         n < 2 && k + 2 < end && kind(k) == UnitKind::preposition && kind(k + 1) == UnitKind::phrase &&
         (kind(k + 2) == UnitKind::subordinator || kind(k + 2) == UnitKind::phrase);
         ++n)
      k += 2;
    // "spoke on Monday", "said:" say nothing themselves.
    if (k + 2 == end && kind(k) == UnitKind::preposition && kind(k + 1) == UnitKind::phrase &&
        (noise(k + 1) || tokens_[units_[k].begin].is("to"_w) || tokens_[units_[k].begin].is("with"_w)))
      k = end;
    if (k < end && kind(k) == UnitKind::colon) ++k;
    if (k + 1 < end && kind(k) == UnitKind::comma && cue.form != CueForm::gerund) ++k;
    return k;
  }

  /// Behind "according to X" with its apposition: the comma's other side.
  std::uint32_t after_group(std::uint32_t speaker, std::uint32_t end) const {
    std::uint32_t k = speaker + 1;
    while (k < end && kind(k) != UnitKind::comma) ++k;
    return std::min(k + 1, end);
  }

  std::uint32_t sentence_end(const Unit& u) const {
    std::uint32_t end = units_.sentence_begin[u.sentence + 1];
    while (end > 0 && (kind(end - 1) == UnitKind::stop || kind(end - 1) == UnitKind::other)) --end;
    return end;
  }

  unsigned opener(std::uint32_t k, std::uint32_t end) const {
    if (k >= end) return 12;
    const Token& t = tokens_[units_[k].begin];
    switch (kind(k)) {
      case UnitKind::subordinator:
        return t.is("that"_w) ? 0 : t.is("if"_w) ? 1 : t.is("whether"_w) ? 2 : 3;
      case UnitKind::relative:
        return 3;
      case UnitKind::infinitive:
        return 4;
      case UnitKind::preposition:
        return t.is("about"_w) ? 5
               : t.is("of"_w)  ? 6
               : t.is("for"_w) ? 7
               : t.is("on"_w)  ? 8
               : t.is("to"_w)  ? 4
                               : 12;
      case UnitKind::phrase:
        return units_[k].pos == Pos::subject || units_[k].pos == Pos::pronoun || units_[k].pos == Pos::object
                   ? 10
                   : 9;
      case UnitKind::stretch:
        return 11;
      default:
        return 12;
    }
  }

  unsigned lemma(const CueUnit& cue) const {
    if (cue.row == CueUnit::kNoRow) return 23;
    static constexpr std::string_view kLemmas[] = {
        "say",   "tell",   "add",  "ask",  "report",  "announce", "claim", "believe",
        "think", "know",   "want", "hope", "call",    "describe", "show",  "suggest",
        "find",  "accuse", "urge", "deny", "promise", "expect",   "seem"};
    const std::string_view l = tables::cues::rows[cue.row].lemma;
    unsigned i = 0;
    while (i < std::size(kLemmas) && l != kLemmas[i]) ++i;
    return i;
  }

  /// "was described as gone by Moore": what is said ends before him.
  bool agent(const CueUnit& cue, std::uint32_t speaker) const {
    return cue.form == CueForm::passive && kind(speaker - 1) == UnitKind::preposition &&
           tokens_[units_[speaker - 1].begin].is("by"_w);
  }

  bool has_clause(Range r) const {
    for (std::uint32_t k = r.begin; k < r.end && k < r.begin + 60; ++k)
      if (kind(k) == UnitKind::verb || kind(k) == UnitKind::auxiliary) return true;
    return false;
  }

  void decide(std::uint32_t c, const CueUnit& cue) {
    const Unit& u = units_[cue.unit];
    const std::uint32_t begin = units_.sentence_begin[u.sentence];
    const std::uint32_t speaker = speakers_.of(c).unit;
    Range ranges[options_];
    std::uint32_t end = sentence_end(u);
    const std::uint32_t from = start(cue, speaker, end);
    if (speaker != Units::kNone && speaker > from + 1 && agent(cue, speaker)) end = speaker - 1;
    ranges[to_end] = {from, end};
    // The first comma, and the first that leaves the clause said.
    std::uint32_t comma = end, cut = end;
    unsigned cut_kind = 6;
    for (std::uint32_t k = from + 1; k < end && k < from + 100; ++k) {
      if (kind(k) != UnitKind::comma && kind(k) != UnitKind::dash && kind(k) != UnitKind::semicolon) continue;
      if (comma == end) comma = k;
      const UnitKind n = kind(k + 1);
      unsigned what = 5;
      if (n == UnitKind::gerund)
        what = 0;
      else if (n == UnitKind::according)
        what = 1;
      else if (n == UnitKind::conjunction)
        what = 2;
      else if (n == UnitKind::relative)
        what = 3;
      else if (n == UnitKind::phrase && scene_.cues.from(k + 1) < scene_.cues.all.size() &&
               scene_.cues.all[scene_.cues.from(k + 1)].first_unit == k + 2)
        what = 4;
      if (cut_kind == 6) cut_kind = what;
      if (what == 0 || what == 1 || what == 4 || (what == 2 && kind(k) == UnitKind::semicolon)) {
        cut = k;
        break;
      }
    }
    ranges[to_comma] = {from, comma};
    ranges[to_cut] = {from, cut};
    std::uint32_t group = cue.first_unit;  // first unit of cue and speaker
    if (speaker != Units::kNone && speaker < group && speaker >= begin) group = speaker;
    std::uint32_t back_end = group;
    const bool after_comma = back_end > begin && kind(back_end - 1) == UnitKind::comma;
    if (after_comma) --back_end;
    std::uint32_t back_begin = back_end;  // another's words may stand before a semicolon
    while (back_begin > begin && kind(back_begin - 1) != UnitKind::semicolon && back_end - back_begin < 100)
      --back_begin;
    if (back_begin > begin && kind(back_begin - 1) != UnitKind::semicolon) back_begin = begin;
    ranges[back] = {back_begin, back_end};
    const bool clause_forward = has_clause(ranges[to_comma]) || has_clause(ranges[to_end]),
               clause_back = has_clause(ranges[back]);

    if (from >= end) ranges[to_end] = ranges[to_cut] = ranges[to_comma] = {};
    if (comma == end) ranges[to_comma] = {};
    if (cut == end) ranges[to_cut] = {};
    if (!clause_back || group <= begin + 1) ranges[back] = {};
    const unsigned open = opener(from, end), k = static_cast<unsigned>(cue.kind), verb = lemma(cue);
    const unsigned place = speaker == Units::kNone ? 0
                           : speaker <= cue.unit   ? (units_[speaker].sentence == u.sentence ? 1 : 3)
                                                   : 2;
    const bool within = !out_.empty() && out_.back().begin <= cue.unit && cue.unit < out_.back().end;

    weigh::Shares<options_> shares;
    unsigned which[options_], count = 0;
    Decision* decision = nullptr;
    if (scene_.decisions()) {
      scene_.decisions()->push_back({Decision::About::indirect, scene_.bytes(cue.begin, cue.end), {}, {}, 0});
      decision = &scene_.decisions()->back();
    }
    for (unsigned o = no; o < options_; ++o) {
      if (o != no && ranges[o].empty()) continue;
      weigh::Score e = scene_.score(scene_.models.indirect);
      e.add(f::kind(o, k));
      e.add(f::form(o, static_cast<unsigned>(cue.form)));
      e.add(f::next(o, static_cast<unsigned>(kind(cue.unit + 1))));
      e.add(f::previous(o, cue.first_unit > begin ? static_cast<unsigned>(kind(cue.first_unit - 1)) : 0));
      for (unsigned bit = 0; bit < 4; ++bit)
        e.add_if(cue.takes >> bit & 1, f::takes(bit == 0 ? 1 : bit == 1 ? 2 : bit == 2 ? 0 : 3, o));
      e.add_if(!cue.takes, f::takes(4, o));
      e.add(f::speaker(
          o, speaker == Units::kNone ? 0 : 1 + static_cast<unsigned>(phrase_type(scene_, units_[speaker]))));
      e.add(f::speaker_place(o, place, speakers_.of(c).share < 200));
      e.add(f::used(o, used_[c]));
      e.add(f::left(o, gap_bucket(group - begin)));
      e.add(f::right(o, gap_bucket(from < end ? end - from : 0)));
      e.add(f::clause(clause_forward, o, 0));
      e.add(f::clause(clause_back, o, 1));
      e.add(f::group_after_comma(after_comma, o));
      e.add(f::opener(open, o));
      e.add(f::opener_kind(open, o != no, k));
      e.add(f::cut(cut_kind, o));
      e.add(f::within(o, within));
      e.add(f::inverted(o, place == 2));
      e.add(f::lemma(o, verb));
      const int sum = e.sum();
      shares.add(sum);
      if (decision) {
        Decision::Option option{
            o == no ? Decision::What::no : Decision::What::yes, {}, {}, sum, e.features()};
        if (o != no) option.span = scene_.bytes(units_[ranges[o].begin].begin, units_[ranges[o].end - 1].end);
        decision->options.push_back(std::move(option));
      }
      which[count++] = o;
    }
    const weigh::Ranking ranking = shares.rank();
    // All extents together speak for "yes"; the best of them is taken.
    unsigned best = 0, said = 0;
    for (unsigned i = 1; i < count; ++i) {
      said += shares.share(i, ranking.first);
      if (!best || shares.sum(i) > shares.sum(best)) best = i;
    }
    if (decision) decision->chosen = said >= kYes ? best : 0;
    if (said < kYes) return;
    const unsigned o = which[best];
    add({c, ranges[o].begin, ranges[o].end, o != back, static_cast<std::uint8_t>(std::min(said, 255u))});
  }

  /// Keeps what no earlier one holds; what holds the last one takes its place.
  void add(const Reported& r) {
    if (!out_.empty()) {
      const Reported& p = out_.back();
      if (p.begin <= r.begin && r.end <= p.end) return;
      if (r.begin <= p.begin && p.end <= r.end && units_[r.begin].sentence == units_[p.begin].sentence)
        out_.pop_back();
    }
    out_.push_back(r);
  }

  const Scene& scene_;
  const Units& units_;
  const Tokens& tokens_;
  SpeakerRanker& speakers_;
  static constexpr unsigned kTurns = 3;  // labelled paragraphs that make a transcript
  bool transcript_ = false, names_turn_ = false;
  std::vector<std::uint8_t> used_;
  std::vector<Reported> out_;
};

}  // namespace

std::vector<Reported> find_reported(const Scene& scene, SpeakerRanker& speakers,
                                    const std::vector<Attribution>& attributions) {
  return Finder(scene, speakers, attributions).run();
}

}  // namespace copydesk
