#include "quotes/quotes.h"

#include <algorithm>

#include "lexicon/rule_names.h"
#include "quotes/attribute.h"
#include "quotes/indirect.h"
#include "quotes/resolve.h"
#include "tables/cue.features.gen.h"
#include "tables/cues.gen.h"
#include "tables/indirect.features.gen.h"
#include "tables/irregular_endings.gen.h"
#include "tables/speaker.features.gen.h"
#include "text/chars.h"
#include "values/order.h"

namespace copydesk {

using namespace literals;

Models Models::built_in() {
  return {&features::speaker::model, &features::cue::model, &features::indirect::model, {}};
}

namespace {

Confidence confidence_of(std::uint8_t share) {
  return share >= 155 ? Confidence::high : share >= 100 ? Confidence::medium : Confidence::low;
}

class Writer {
 public:
  /// `outer`: the quotation that holds all of the scene, or null; `level` of them hold it.
  Writer(const Scene& scene, SpeakerRanker& speakers, const std::vector<Attribution>& attributions,
         const std::vector<Person>& people, Resolver& resolver, const Quote* outer = nullptr,
         unsigned level = 0)
      : scene_(scene),
        speakers_(speakers),
        attributions_(attributions),
        people_(people),
        resolver_(resolver),
        outer_(outer),
        level_(level) {}

  std::vector<Quote> run(const std::vector<Reported>& reported) {
    for (std::uint32_t s = 0; s < attributions_.size(); ++s) {
      const Stretch& q = scene_.marks.stretches[s];
      if (q.depth || scene_.units.of_stretch[s] == Units::kNone) continue;
      stretch(s, q);
      const Quote& quote = out_.back();
      if (quote.kind == QuoteKind::direct || quote.kind == QuoteKind::mixed) inside(s, q, quote);
    }
    for (const Reported& r : reported) indirect(r);
    for (Quote& quote : nested_) out_.push_back(std::move(quote));
    if (outer_) return std::move(out_);
    // By begin, the longer one first.
    sort_by(out_, [](const Quote& q) { return std::uint64_t{q.span.begin} << 32 | ~q.span.end; });
    if (!nested_.empty()) name_parents();
    narrator();
    return std::move(out_);
  }

 private:
  static constexpr unsigned kLevels = 3;  // quotations in quotations that get a record

  /// The quotations inside `q`: its words are read as a text of their own.
  void inside(std::uint32_t s, const Stretch& q, const Quote& quote) {
    const std::vector<Stretch>& all = scene_.marks.stretches;
    std::uint32_t last = s + 1;
    while (last < all.size() && all[last].depth > q.depth && all[last].open < q.close) ++last;
    if (quote.speaker) first_person(s, q, last);
    if (last == s + 1 || level_ == kLevels) return;
    Marks marks;
    const Paragraph& p = scene_.marks.paragraphs[q.paragraph];
    marks.paragraphs = {{q.inner, q.close, p.block, p.headline}};
    marks.stretches.assign(all.begin() + s + 1, all.begin() + last);
    for (Stretch& x : marks.stretches) {
      --x.depth;
      x.paragraph = 0;
    }
    const std::size_t decided = scene_.decisions() ? scene_.decisions()->size() : 0;
    const Units units = build_units(scene_.tokens, scene_.syntax, marks);
    const Cues cues = find_cues(scene_.tokens, scene_.syntax, units);
    const Scene scene{scene_.text, scene_.tokens, scene_.syntax, marks,
                      units,       cues,          scene_.models, scene_.recorder};
    SpeakerRanker speakers(scene);
    const std::vector<Attribution> attributions = attribute(scene, speakers);
    if (scene_.decisions())
      for (std::size_t d = decided; d < scene_.decisions()->size(); ++d)
        (*scene_.decisions())[d].nested = true;
    for (Quote& inner :
         Writer(scene, speakers, attributions, people_, resolver_, &quote, level_ + 1).run({})) {
      inner.parent = 0;  // which one is told once they are sorted
      nested_.push_back(std::move(inner));
    }
  }

  bool first_person_says(const Quote& quote) const {
    return quote.speaker && scene_.text.slice(quote.speaker->span) == "I";
  }

  /// Whom others address by name in quotations beside those that "I" says outside all marks: the one who
  /// tells the story.
  void narrator() {
    constexpr unsigned kMost = 8;
    struct {
      std::uint32_t person;
      unsigned times;
    } addressed[kMost];
    unsigned count = 0, best = 0, most = 0, rivals = 0;
    const Quote* before = nullptr;
    for (const Quote& quote : out_) {
      if (quote.parent || quote.kind != QuoteKind::direct) continue;
      if (before && first_person_says(*before) != first_person_says(quote))
        for (const Span content : (first_person_says(quote) ? *before : quote).content)
          for (const std::uint32_t person : resolver_.addressed_in(content).person) {
            if (person >= people_.size()) continue;
            unsigned i = 0;
            while (i < count && addressed[i].person != person) ++i;
            if (i == count && count < kMost) addressed[count++] = {person, 0};
            if (i < count) ++addressed[i].times;
          }
      before = &quote;
    }
    for (unsigned i = 0; i < count; ++i) {
      rivals = addressed[i].times == most ? rivals + 1 : addressed[i].times > most ? 0 : rivals;
      if (addressed[i].times > most) most = addressed[best = i].times;
    }
    if (!count || rivals) return;
    for (Quote& quote : out_)
      if (!quote.parent && first_person_says(quote)) {
        quote.speaker->person = addressed[best].person;
        quote.speaker->name = people_[addressed[best].person].name;
      }
  }

  /// Each nested quotation stands behind the one that holds it.
  void name_parents() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      Quote& quote = out_[i];
      if (quote.kind == QuoteKind::indirect) continue;
      while (!open.empty() && out_[open.back()].span.end <= quote.span.begin) open.pop_back();
      if (quote.parent) quote.parent = open.back();
      open.push_back(i);
    }
  }

  /// "I", "me", "my" in the last quotation's words, but for those of the quotations inside it, up to `last`.
  void first_person(std::uint32_t s, const Stretch& q, std::uint32_t last) {
    std::uint32_t from = q.inner;
    for (std::uint32_t inner = s + 1; inner < last; ++inner) {
      const Stretch& x = scene_.marks.stretches[inner];
      if (x.open < from) continue;
      first_person(from, x.open);
      from = x.end;
    }
    first_person(from, q.close);
  }
  void first_person(std::uint32_t from, std::uint32_t to) {
    const char* const bytes = scene_.text.bytes().data();
    for (std::uint32_t i = from; i < to; ++i) {
      const Token& t = scene_.tokens[i];
      const char first = static_cast<char>(bytes[t.begin] | 0x20);
      if (first != 'i' && first != 'm') continue;
      if (t.is("i"_w) ? scene_.syntax.pos(i - 1) != Pos::name  // "World War I"
                      : t.is("my"_w) || t.is("me"_w) || t.is("myself"_w) || t.is("mine"_w))
        out_.back().self.push_back(t.span());
    }
  }

  void indirect(const Reported& r) {
    Quote quote;
    quote.span = scene_.bytes(scene_.units[r.begin].begin, scene_.units[r.end - 1].end);
    quote.kind = QuoteKind::indirect;
    quote.content = {quote.span};
    quote.rule = r.turn      ? "quotes.turn"_rule
                 : r.forward ? "quotes.indirect-after"_rule
                             : "quotes.indirect-before"_rule;
    quote.share = static_cast<std::uint8_t>(r.share * unsigned{speakers_.of(r.cue).share} / 255);
    quote.confidence = confidence_of(quote.share);
    attach(quote, r.cue, scene_.units[r.begin].paragraph);
    out_.push_back(std::move(quote));
  }

  void stretch(std::uint32_t s, const Stretch& q) {
    const Attribution& a = attributions_[s];
    const Span span = scene_.bytes(q.open, q.end);
    if (a.state == Attribution::State::continued && joins(s, q)) {
      Quote& last = out_.back();
      last.content.push_back(q.content);
      last.span.end = span.end;
      last.closed = q.closed || q.runs_on;
      if (a.rule.hash) last.rule = a.rule;
      return;
    }
    Quote quote;
    quote.span = span;
    quote.content = {q.content};
    quote.closed = q.closed || q.runs_on;
    quote.share = share_of(a);
    quote.confidence = confidence_of(quote.share);
    if (a.state == Attribution::State::not_quotation && stands_alone(s, q)) {
      quote.rule = "quotes.nobody"_rule;
      quote.confidence = Confidence::low;
    } else if (a.state == Attribution::State::not_quotation) {
      const bool title = titled(q) && a.rule != "quotes.nickname"_rule;
      quote.kind = title ? QuoteKind::title : QuoteKind::scare;
      quote.rule = a.rule.hash ? a.rule : title ? "quotes.title"_rule : "quotes.scare"_rule;
    } else {
      quote.kind = fragment(s, q) ? QuoteKind::mixed : QuoteKind::direct;
      quote.rule = a.rule.hash ? a.rule : rule_of(a.state);
      if (a.cue != Attribution::kNone) attach(quote, a.cue, q.paragraph);
    }
    out_.push_back(std::move(quote));
  }

  /// Of the attribution, and of the speaker its cue has.
  std::uint8_t share_of(const Attribution& a) {
    if (a.cue == Attribution::kNone) return a.share;
    return static_cast<std::uint8_t>(a.share * unsigned{speakers_.of(a.cue).share} / 255);
  }

  /// A whole sentence in marks that neither ends nor begins another: somebody's words, whoever's.
  bool stands_alone(std::uint32_t s, const Stretch& q) const {
    const std::uint32_t u = scene_.units.of_stretch[s];
    const Token& last = scene_.tokens[q.close - 1];
    return scene_.tokens[q.inner].capital() && q.close - q.inner >= 4 &&
           (last.is_mark('.') || last.is_mark('?') || last.is_mark('!')) &&
           scene_.units.sentence_begin[scene_.units[u].sentence] == u &&
           (u + 1 >= scene_.units.size() || scene_.units[u + 1].sentence != scene_.units[u].sentence);
  }

  static RuleId rule_of(Attribution::State state) {
    switch (state) {
      case Attribution::State::before:
        return "quotes.cue-before"_rule;
      case Attribution::State::after:
        return "quotes.cue-after"_rule;
      case Attribution::State::continued:
        return "quotes.continued"_rule;
      case Attribution::State::alternated:
        return "quotes.alternated"_rule;
      default:
        return "quotes.nobody"_rule;
    }
  }

  void attach(Quote& quote, std::uint32_t index, std::uint32_t paragraph) {
    const CueUnit& cue = scene_.cues.all[index];
    quote.cue = Cue{scene_.bytes(cue.begin, cue.end), lemma(cue)};
    const CueSpeaker& speaker = speakers_.of(index);
    if (speaker.unit == Units::kNone) return;
    quote.speaker = Speaker{speaker_span(scene_, cue, speaker.unit), {}, {}};
    if (outer_) return attach_nested(quote, speaker.unit);
    resolver_.says(quote.content[0]);
    quote.speaker->person = person(cue, speaker.unit, quote.speaker->span);
    if (quote.speaker->person) {
      quote.speaker->name = people_[*quote.speaker->person].name;
      resolver_.spoke(*quote.speaker->person, paragraph);
    } else {
      quote.speaker->name = description(speaker.unit, quote.speaker->span, paragraph);
    }
  }

  /// In a quotation "I" is its speaker; he or she may be anybody.
  void attach_nested(Quote& quote, std::uint32_t unit) const {
    Speaker& speaker = *quote.speaker;
    const Unit& u = scene_.units[unit];
    if (phrase_type(scene_, u) == PhraseType::i) {
      if (!outer_->speaker) return;
      speaker.person = outer_->speaker->person;
      speaker.name = outer_->speaker->name;
    } else if (u.pos == Pos::name) {
      speaker.person = resolver_.named_in(speaker.span);
      speaker.name =
          speaker.person ? people_[*speaker.person].name : one_space(scene_.text.slice(speaker.span));
    }
  }

  /// Of a speaker who is no person known: the name as it stands; of a pronoun the descriptor that spoke last.
  std::string description(std::uint32_t unit, Span span, std::uint32_t paragraph) {
    const Unit& u = scene_.units[unit];
    // "Q:" and "A:" name nobody.
    if (u.pos == Pos::name && span.size() > 1) return one_space(scene_.text.slice(span));
    if (u.kind != UnitKind::phrase) return {};
    const NounPhrase& np = scene_.syntax.phrases()[u.index];
    if (scene_.tokens[np.head].has(Tag::person_noun) && !np.plural) {
      described_ = span;
      described_in_ = paragraph;
      described_gender_ = gender_of(scene_.tokens[np.head]);
    } else if (describes(unit, paragraph)) {
      described_in_ = paragraph;
      return one_space(scene_.text.slice(described_));
    }
    return {};
  }

  static Gender gender_of(const Token& t) {
    if (t.is("man"_w) || t.is("boy"_w) || t.is("father"_w) || t.is("son"_w) || t.is("brother"_w) ||
        t.is("uncle"_w) || t.is("husband"_w) || t.is("chairman"_w) || t.is("spokesman"_w) ||
        t.is("gentleman"_w))
      return Gender::male;
    if (t.is("woman"_w) || t.is("girl"_w) || t.is("mother"_w) || t.is("daughter"_w) || t.is("sister"_w) ||
        t.is("aunt"_w) || t.is("wife"_w) || t.is("chairwoman"_w) || t.is("spokeswoman"_w) || t.is("lady"_w))
      return Gender::female;
    return Gender::unknown;
  }

  /// The phrase is a pronoun for the descriptor that spoke last.
  bool describes(std::uint32_t unit, std::uint32_t paragraph) const {
    const Unit& u = scene_.units[unit];
    if (described_.empty() || u.kind != UnitKind::phrase || paragraph - described_in_ > 2) return false;
    const Token& head = scene_.tokens[scene_.syntax.phrases()[u.index].head];
    const bool he = head.is("he"_w), she = head.is("she"_w);
    if (!he && !she) return false;
    if (described_gender_ != Gender::unknown && (described_gender_ == Gender::male) != he) return false;
    return true;
  }

  /// One answer for one phrase, however many quotations it says.
  std::optional<std::uint32_t> person(const CueUnit& cue, std::uint32_t unit, Span span) {
    if (unit == last_unit_) return last_person_;
    last_unit_ = unit;
    last_person_ = unit == cue.unit ? resolver_.named_in(span) : resolver_.person_of(unit);
    return last_person_;
  }

  std::string lemma(const CueUnit& cue) const {
    if (cue.row != CueUnit::kNoRow) return tables::cues::rows[cue.row].lemma;
    std::string word(scene_.text.slice(scene_.bytes(cue.verb, cue.end)));
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    const Pos pos = scene_.syntax.pos(cue.verb);
    if (scene_.tokens[cue.verb].has(Tag::verbs) && (pos == Pos::verb_past || pos == Pos::participle))
      for (unsigned i = 0; i < tables::irregular_endings::size; ++i) {
        const tables::irregular_endings::Row& row = tables::irregular_endings::rows[i];
        const bool whole = row.past[0] == '=';
        const std::string_view past = row.past + whole;
        if (word.size() < past.size() || (whole && word.size() > past.size())) continue;
        if (std::string_view(word).substr(word.size() - past.size()) != past) continue;
        word.resize(word.size() - past.size());
        return word + row.base;
      }
    return base_form(std::move(word));
  }

  /// Of a regular verb that is on no list: "chortled" → "chortle", "tutted" → "tut".
  static std::string base_form(std::string word) {
    const auto ends = [&](std::string_view end) {
      return word.size() > end.size() + 2 && std::string_view(word).substr(word.size() - end.size()) == end;
    };
    if (ends("ied") || ends("ies")) {
      word.resize(word.size() - 3);
      return word += 'y';
    }
    if (ends("s") && !ends("ss") && !ends("es")) {
      word.pop_back();
      return word;
    }
    if (!ends("ed") && !ends("ing")) return word;
    word.resize(word.size() - (word.back() == 'd' ? 2 : 3));
    const char last = word.back(), second = word[word.size() - 2];
    const auto vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
    if (last == second && last != 'l' && last != 's')
      word.pop_back();
    else if ((last == 'l' && !vowel(second)) ||
             std::string_view("cgsuvz").find(last) != std::string_view::npos ||
             (!vowel(last) && vowel(second) && word.size() == 3))
      if (last != 's' || second != 's') word += 'e';
    return word;
  }

  /// The second half of a quotation its cue interrupts, or its next paragraph.
  bool joins(std::uint32_t s, const Stretch& q) const {
    if (out_.empty() || attributions_[s].previous == Attribution::kNone) return false;
    const Stretch& p = scene_.marks.stretches[attributions_[s].previous];
    if (!out_.back().speaker || out_.back().span.end != scene_.bytes(p.open, p.end).end) return false;
    if (p.runs_on) return true;
    const Unit& u = scene_.units[scene_.units.of_stretch[s]];
    const Unit& v = scene_.units[scene_.units.of_stretch[attributions_[s].previous]];
    return q.paragraph == p.paragraph && out_.back().kind == QuoteKind::direct && v.sentence == u.sentence;
  }

  bool titled(const Stretch& q) const {
    unsigned words = 0, capitals = 0;
    for (std::uint32_t i = q.inner; i < q.close && i < q.inner + 16; ++i)
      if (scene_.tokens[i].is_word() && scene_.tokens[i].span().size() >= 4) {
        ++words;
        capitals += scene_.tokens[i].capital();
      }
    return words && capitals == words && scene_.tokens[q.inner].capital();
  }

  /// A fragment inside a clause: it begins small and no comma or colon leads to it.
  bool fragment(std::uint32_t s, const Stretch& q) const {
    const std::uint32_t u = scene_.units.of_stretch[s];
    const Unit& before = scene_.units[u - 1];
    const Unit& self = scene_.units[u];
    const bool inside = u > 0 && before.sentence == self.sentence && before.kind != UnitKind::comma &&
                        before.kind != UnitKind::colon && before.kind != UnitKind::stop;
    return inside && !scene_.tokens[q.inner].capital();
  }

  const Scene& scene_;
  SpeakerRanker& speakers_;
  const std::vector<Attribution>& attributions_;
  const std::vector<Person>& people_;
  Resolver& resolver_;
  const Quote* const outer_;
  const unsigned level_;
  std::uint32_t last_unit_ = Units::kNone;
  std::optional<std::uint32_t> last_person_;
  Span described_;
  Gender described_gender_ = Gender::unknown;
  std::uint32_t described_in_ = 0;
  std::vector<Quote> out_, nested_;
};

}  // namespace

std::vector<Quote> find_quotes(const Text& text, const Tokens& tokens, const Syntax& syntax,
                               const std::vector<Block>& blocks, const std::vector<Sentence>&,
                               const std::vector<Person>& people, const Models* models,
                               std::vector<Decision>* decisions) {
  const Models built_in = Models::built_in();
  const Marks marks = pair_marks(text, tokens, blocks);
  const Units units = build_units(tokens, syntax, marks);
  const Cues cues = find_cues(tokens, syntax, units);
  const Scene scene{text, tokens, syntax, marks, units, cues, models ? *models : built_in, decisions};
  SpeakerRanker speakers(scene);
  const std::vector<Attribution> attributions = attribute(scene, speakers);
  const std::vector<Reported> reported = find_reported(scene, speakers, attributions);
  if (scene.decisions())
    for (std::size_t c = 0; c < cues.all.size(); ++c) speakers.of(c);
  Resolver resolver(scene, people);
  return Writer(scene, speakers, attributions, people, resolver).run(reported);
}

}  // namespace copydesk
