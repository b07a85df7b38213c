#include "syntax/tagger.h"

#include <bit>

#include "tables/cues.gen.h"
#include "tables/verbs.gen.h"
#include "tables/word_classes.gen.h"

namespace copydesk {

using namespace literals;

namespace {

constexpr TagSet kOpens = tag_set(Tag::determiner, Tag::possessive, Tag::subject, Tag::object, Tag::pronoun);
constexpr TagSet kClosed = tag_set(Tag::determiner, Tag::possessive, Tag::subject, Tag::object, Tag::pronoun,
                                   Tag::preposition, Tag::conjunction, Tag::subordinator, Tag::relative,
                                   Tag::be, Tag::have, Tag::do_, Tag::modal, Tag::infinitive);
constexpr TagSet kVerbs = tag_set(Tag::cues, Tag::verbs);

bool is_dash_like(const Token& t) {
  return t.is_mark('-') || t.is_mark(kHyphen);
}

bool opens_mark(const Token& t) {
  if (!t.is_any_mark()) return false;
  switch (t.word) {
    case '"':
    case '(':
    case '[':
    case '\'':
    case '`':
    case kLeftDouble:
    case kLeftSingle:
    case kLowDouble:
    case kLeftGuillemet:
    case kBullet:
      return true;
    default:
      return false;
  }
}

bool ends_mark(const Token& t) {
  if (!t.is_any_mark()) return false;
  switch (t.word) {
    case '.':
    case '?':
    case '!':
    case ':':
    case kRightDouble:
    case kRightGuillemet:
    case kTerminator:
    case kEllipsis:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Tagger::run(const std::vector<Sentence>& sentences) {
  find_soft_capitals(sentences);
  soften_headlines();
  remember_names();
  for (std::size_t i = 0; i < tokens_.size(); ++i) pos_[i] = tag(i);
}

void Tagger::find_soft_capitals(const std::vector<Sentence>& sentences) {
  std::size_t s = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& t = tokens_[i];
    bool first = t.has(token_flag::line_before);
    while (s < sentences.size() && sentences[s].span.begin <= t.begin) {
      first |= sentences[s].span.begin == t.begin;
      ++s;
    }
    soft_[i] = first || (tokens_[i - 1].is_any_mark() && soft_after_mark(i));
  }
}

bool Tagger::soft_after_mark(std::size_t i) const {
  const Token& p = tokens_[i - 1];
  if (opens_mark(p)) return !tokens_[i].has(token_flag::all_capitals) || soft_[i - 1];
  if (ends_mark(p)) {
    const bool abbreviated = p.is_mark('.') && p.glued() &&
                             (tokens_[i - 2].has(Tag::abbreviation) || tokens_[i - 2].span().size() == 1);
    return !abbreviated;
  }
  return is_dash_like(p) && soft_[i - 1];
}

void Tagger::soften_headlines() {
  for (std::size_t begin = 0; begin < tokens_.size();) {
    std::size_t end = begin + 1;
    unsigned words = 0, capitals = 0, small = 0, quoted = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& t = tokens_[i];
      if (t.is_word() && t.span().size() >= 4) {
        ++words;
        capitals += t.capital();
        small += !t.capital();
      }
      quoted += opens_mark(t);
      if (end < tokens_.size() && i + 1 == end && !tokens_[end].has(token_flag::line_before)) ++end;
    }
    // Short ones when they quote: "Lee Says ‘No Deal’".
    const bool quotes = words >= 2 && small == 0 && quoted && !tokens_[end - 1].is_mark('.');
    if ((words >= 4 && capitals * 4 >= words * 3 && small <= words / 4) || quotes)
      for (std::size_t i = begin; i < end; ++i) soft_[i] = 2;
    begin = end;
  }
}

void Tagger::remember_names() {
  const std::size_t bits = std::bit_ceil(tokens_.size() * 2 + 1024);
  name_mask_ = static_cast<std::uint32_t>(bits - 1);
  names_.assign(bits / 64, 0);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& t = tokens_[i];
    if (!t.capital() || soft_[i] || t.kind != TokenKind::word) continue;
    const std::uint32_t bit = t.hash & name_mask_;
    names_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  }
}

bool Tagger::remembered(std::uint32_t hash) const {
  const std::uint32_t bit = hash & name_mask_;
  return names_[bit >> 6] >> (bit & 63) & 1;
}

WordEnd Tagger::end_of(std::size_t i) const {
  const Token& t = tokens_[i];
  WordEnd end{0, t.end - t.begin};
  const char* at = text_.bytes().data() + t.end;
  for (std::uint32_t k = 0, last = std::min(end.size, 4u); k < last; ++k)
    end.last_bytes |= std::uint32_t{static_cast<unsigned char>(*--at)} << (8 * k);
  return end;
}

std::size_t Tagger::index_before(std::size_t i) const {
  for (unsigned steps = 0; i > 0 && steps < 4; ++steps)
    if (pos_[--i] != Pos::adverb) return i;
  return i;
}

Pos Tagger::before(std::size_t i) const {
  return i ? pos_[index_before(i)] : Pos::none;
}

bool Tagger::opens_phrase(std::size_t i) const {
  const Token& t = tokens_[i];
  if (t.has(token_flag::gap_before)) return false;
  if (t.is_number() || t.is_mark(kLeftDouble) || t.is_mark('"') || t.is_mark('$') || t.is_mark(kLeftSingle))
    return true;
  if (!t.is_word()) return false;
  return tags_of(t.word).any_of(kOpens) || (t.capital() && !soft_[i] && !t.has(Tag::calendar)) ||
         t.has(Tag::count_word);
}

bool Tagger::nominal(std::size_t i) const {
  const Token& t = tokens_[i];
  if (t.has(token_flag::line_before)) return false;
  if (t.is_number()) return true;
  if (!t.is_word()) return is_dash_like(t) && t.glued();
  const TagSet& tags = tags_of(t.word);
  if (t.capital() && !soft_[i]) return true;
  if (tags.has(Tag::adjective) || tags.has(Tag::noun) || tags.has(Tag::count_word) ||
      tags.has(Tag::ordinal_word) || tags.has(Tag::time_noun) || t.is("own"_w))
    return true;
  if (tags.any_of(kClosed) || tags.has(Tag::adverb)) return false;
  return !ends_with(i, "ly");
}

Pos Tagger::tag(std::size_t i) const {
  const Token& t = tokens_[i];
  switch (t.kind) {
    case TokenKind::number:
      return Pos::number;
    case TokenKind::mark:
      return mark(i);
    case TokenKind::none:
      return Pos::none;
    case TokenKind::word:
      break;
  }
  if (t.is("'s"_w)) return apostrophe_s(i);
  if (t.glued() && i && tokens_[i - 1].is_mark('@')) return Pos::name;
  const bool firm = t.capital() && !soft_[i];
  if (!firm && tags_of(t.word).any_of(kClosed)) return closed_class(i);
  if (firm && (t.is("i"_w) || t.is("i'm"_w) || t.is("i've"_w))) return Pos::subject;
  if (t.capital()) return capital(i);
  return open_class(i);
}

Pos Tagger::mark(std::size_t i) const {
  const Token& t = tokens_[i];
  const Token& p = tokens_[i - 1];
  const Token& n = tokens_[i + 1];
  if (is_dash_like(t) && t.glued() && n.glued() && n.kind != TokenKind::none && !n.is_any_mark() &&
      !p.is_any_mark())
    return Pos::hyphen;
  if (t.is_mark('.') && t.glued() && p.is_word() && (n.is_word() || n.is_mark(',')) &&
      !n.has(token_flag::line_before) &&
      (p.has(Tag::abbreviation) || (p.span().size() == 1 && p.capital() && !p.is("i"_w))) && p.capital() &&
      (n.capital() || n.is_mark(',')))
    return Pos::dot;
  if (t.is_mark('&') && p.capital() && n.capital()) return Pos::hyphen;
  if ((t.is_mark('\'') || t.is_mark(kRightSingle)) && t.glued() && !n.glued() && n.is_word() && p.is_word() &&
      ends_with(i - 1, "s") && (nominal(i + 1) || n.capital()) && pos_[i - 1] >= Pos::noun)
    return Pos::genitive;
  if (t.is_mark('$') || t.is_mark(kPound) || t.is_mark(kEuro)) return n.is_number() ? Pos::number : Pos::mark;
  if (t.is_mark('%') && p.is_number()) return Pos::noun;
  return Pos::mark;
}

Pos Tagger::apostrophe_s(std::size_t i) const {
  const Token& p = tokens_[i - 1];
  const Token& n = tokens_[i + 1];
  if (is_pronoun(previous(i)) && !(p.has(Tag::pronoun) && !p.is("it"_w) && nominal(i + 1))) return Pos::be;
  if (p.is("that"_w) || p.is("there"_w) || p.is("what"_w) || p.is("here"_w) || p.is("who"_w) ||
      p.is("where"_w) || p.is("how"_w) || p.is("let"_w) || p.is("when"_w))
    return Pos::be;
  if (n.is("a"_w) || n.is("the"_w) || n.is("an"_w) || n.is("not"_w) || n.is("been"_w) || n.is("going"_w) ||
      n.is("that"_w) || n.is("to"_w) || n.is("in"_w) || n.is("still"_w))
    return n.glued() ? Pos::genitive : Pos::be;
  return Pos::genitive;
}

Pos Tagger::closed_class(std::size_t i) const {
  const Token& t = tokens_[i];
  const TagSet& tags = tags_of(t.word);
  const Pos p = previous(i);
  const Token& n = tokens_[i + 1];
  if (t.is("that"_w)) {
    if (is_verb(before(i)) || opens_phrase(i + 1) || n.is("there"_w) || n.is("if"_w) || n.is("when"_w))
      return nominal(i + 1) && !opens_phrase(i + 1) && !ends_with(i + 1, "s") && !is_verb(before(i))
                 ? Pos::determiner
                 : Pos::subordinator;
    if (n.is_any_mark() && !opens_mark(n)) return Pos::pronoun;
    if (p == Pos::noun || p == Pos::name) return Pos::relative;
    if (p == Pos::subordinator || p == Pos::conjunction || p == Pos::preposition || p == Pos::none ||
        p == Pos::mark)
      return nominal(i + 1) ? Pos::determiner : Pos::pronoun;
    return nominal(i + 1) ? Pos::determiner : Pos::subordinator;
  }
  if (t.is("her"_w)) return nominal(i + 1) ? Pos::possessive : Pos::object;
  if (tags.has(Tag::infinitive)) {
    if (n.is_any_mark() || n.is_number()) return Pos::preposition;
    if (tags_of(n.word).any_of(kOpens) || n.capital() || n.has(Tag::noun) || n.has(Tag::adjective) ||
        n.has(Tag::count_word))
      return n.has(Tag::verbs) && !n.capital() && !n.has(Tag::determiner) ? Pos::infinitive
                                                                          : Pos::preposition;
    if (ends_with(i + 1, "ing") && !n.is("bring"_w)) return Pos::preposition;
    if (ends_with(i + 1, "s") && !ends_with(i + 1, "ss")) return Pos::preposition;
    return Pos::infinitive;
  }
  if (tags.has(Tag::be)) return Pos::be;
  if (tags.has(Tag::have)) return Pos::have;
  if (tags.has(Tag::do_)) return Pos::do_;
  if (tags.has(Tag::modal)) {
    if (t.is("will"_w) && (p == Pos::possessive || p == Pos::determiner)) return Pos::noun;
    if (t.is("will"_w) && t.capital() && soft_[i] == 1 &&
        (n.capital() || (n.has(Tag::cues) && ends_with(i + 1, "s")) || n.is("said"_w) || n.is("wrote"_w) ||
         n.is("told"_w) || n.is_mark(',') || ends_with(i + 1, "ed")))
      return Pos::name;
    if (t.is("might"_w) && p == Pos::possessive) return Pos::noun;
    if (t.is("may"_w) && t.capital() && n.is_number()) return Pos::name;
    return Pos::modal;
  }
  if (tags.has(Tag::possessive)) return Pos::possessive;
  if (t.is("who"_w)) return p == Pos::none || p == Pos::mark ? Pos::relative : Pos::relative;
  if (t.is("which"_w) || t.is("whom"_w)) return Pos::relative;
  if (tags.has(Tag::subject)) return Pos::subject;
  if (tags.has(Tag::object)) return Pos::object;
  if (t.is("one"_w) || t.is("others"_w)) {
    const bool compound =
        n.is_word() && is_dash_like(tokens_[i + 2]) && tokens_[i + 2].glued();  // "one well-known"
    return (nominal(i + 1) || compound) && !t.is("others"_w) ? Pos::number : Pos::pronoun;
  }
  if (tags.has(Tag::pronoun)) return Pos::pronoun;
  if (t.is("as"_w) || t.is("than"_w))
    return tags_of(n.word).has(Tag::subject) || n.is("it"_w) ? Pos::subordinator : Pos::preposition;
  if (t.is("like"_w) && (p == Pos::subject || p == Pos::infinitive || p == Pos::modal || p == Pos::do_))
    return Pos::verb;
  if (tags.has(Tag::preposition) && tags.has(Tag::subordinator))
    return tags_of(n.word).has(Tag::subject) ? Pos::subordinator : Pos::preposition;
  if (tags.has(Tag::determiner)) {
    if (tags.has(Tag::subordinator)) return Pos::subordinator;
    if (t.is("a"_w) || t.is("an"_w) || t.is("the"_w) || t.is("every"_w) || t.is("no"_w))
      return Pos::determiner;
    if (tags.has(Tag::adverb) && !nominal(i + 1)) return Pos::adverb;
    const bool goes_on =
        nominal(i + 1) || tags_of(n.word).has(Tag::determiner) || tags_of(n.word).has(Tag::possessive);
    return goes_on ? Pos::determiner : Pos::pronoun;
  }
  if (tags.has(Tag::subordinator)) return Pos::subordinator;
  if (tags.has(Tag::conjunction)) return Pos::conjunction;
  if (tags.has(Tag::preposition)) {
    if ((t.is("outside"_w) || t.is("inside"_w) || t.is("past"_w) || t.is("down"_w) || t.is("up"_w) ||
         t.is("out"_w) || t.is("off"_w)) &&
        !opens_phrase(i + 1) && !nominal(i + 1))
      return Pos::adverb;
    return Pos::preposition;
  }
  return Pos::adverb;
}

/// A month that is a first name: "Jan van der Berg", "June Lee", but "in June Ann Lee".
bool Tagger::given_name(std::size_t i) const {
  const Token& t = tokens_[i];
  if (!t.is("jan"_w) && !t.is("june"_w) && !t.is("april"_w) && !t.is("august"_w)) return false;
  const Token& n = tokens_[i + 1];
  const Pos p = previous(i);
  if (p == Pos::preposition || p == Pos::determiner || p == Pos::adjective || p == Pos::number) return false;
  return n.is_word() && !n.has(token_flag::line_before) && !n.has(Tag::calendar) &&
         (n.capital() || (n.has(Tag::name_particle) && !n.has(Tag::determiner) && tokens_[i + 2].is_word()));
}

Pos Tagger::capital(std::size_t i) const {
  const Token& t = tokens_[i];
  const TagSet& tags = tags_of(t.word);
  const Token& n = tokens_[i + 1];
  if (tags.has(Tag::calendar)) return given_name(i) ? Pos::name : Pos::noun;
  if (!soft_[i]) {
    // "No" opens few names; "The New York Times" keeps its article.
    const bool initial =
        t.is("a"_w) && n.is_mark('.') && n.glued() && previous(i) == Pos::name;  // "Jock A. Lee"
    if (t.is("the"_w) || (t.is("a"_w) && !initial)) return Pos::determiner;
    return Pos::name;
  }
  if (t.has(token_flag::all_capitals) && soft_[i] != 2 && t.span().size() > 1) return Pos::name;
  const bool before_name = n.is_word() && n.capital() && !soft_[i + 1] && !n.has(Tag::calendar) && !n.glued();
  if (tags.has(Tag::adjective) || tags.has(Tag::ordinal_word) || tags.has(Tag::count_word))
    return tags.has(Tag::count_word) ? Pos::number : Pos::adjective;
  if (tags.has(Tag::adverb)) return Pos::adverb;
  if (tags.has(Tag::noun) || tags.has(Tag::time_noun)) return before_name ? Pos::name : Pos::noun;
  if (soft_[i] == 2) {
    if (tags.any_of(kVerbs)) return verb_or_other(i, verb_of(i));
    return remembered(t.hash) ? Pos::name : Pos::name;
  }
  const bool once_more = remembered(t.hash);
  // "Said Ann Lee: …"
  if (before_name && !once_more &&
      (t.is("said"_w) || t.is("says"_w) || t.is("added"_w) || t.is("asked"_w) || t.is("wrote"_w)))
    return t.is("says"_w) ? Pos::verb_s : Pos::verb_past;
  if (tags.any_of(kVerbs) && !once_more && !before_name) return verb_or_other(i, verb_of(i));
  if (once_more || before_name || (tokens_[i + 1].is_mark('.') && t.has(Tag::abbreviation))) return Pos::name;
  if (n.is_any_mark() && is_dash_like(n)) return Pos::name;
  const Pos guess = by_suffix(i);
  if (guess == Pos::adverb || guess == Pos::adjective) return guess;
  // "Boeing said", but "Asking for help, she".
  if (ends_with(i, "ing") && !n.is("'s"_w) && !(tags_of(n.word).any_of(kVerbs) && ends_with(i + 1, "d")))
    return Pos::gerund;
  if (guess == Pos::noun &&
      (ends_with(i, "s") || ends_with(i, "tion") || ends_with(i, "ment") || ends_with(i, "ers")))
    return Pos::noun;
  if (ends_with(i, "ed") && (n.has(Tag::preposition) || opens_phrase(i + 1))) return Pos::participle;
  return Pos::name;
}

Pos Tagger::open_class(std::size_t i) const {
  const Token& t = tokens_[i];
  const TagSet& tags = tags_of(t.word);
  const Pos p = previous(i);
  if (p == Pos::hyphen) {
    if (ends_with(i, "ed") || ends_with(i, "ing")) return Pos::adjective;
    return nominal(i + 1) && tags.has(Tag::adjective) ? Pos::adjective : Pos::noun;
  }
  if (is_dash_like(tokens_[i + 1]) && tokens_[i + 1].glued() && tokens_[i + 2].glued() &&
      tokens_[i + 2].is_word())
    return Pos::adjective;
  if (p == Pos::infinitive && !tags.has(Tag::adverb)) return Pos::verb;
  if (tags.any_of(kVerbs)) return verb_or_other(i, verb_of(i));
  if (tags.has(Tag::count_word)) return Pos::number;
  if (tags.has(Tag::time_noun) || tags.has(Tag::calendar)) {
    if (tags.has(Tag::adverb)) return Pos::noun;
    if (tags.has(Tag::ordinal_word) && nominal(i + 1)) return Pos::adjective;
    return Pos::noun;
  }
  if (tags.has(Tag::adjective) || tags.has(Tag::ordinal_word)) {
    // "the paper first reported": no part of the phrase before.
    if ((p == Pos::noun || p == Pos::name || p == Pos::subject) && !tokens_[i].has(token_flag::line_before) &&
        (t.is("first"_w) || t.is("further"_w) || t.is("last"_w) || t.is("next"_w)) &&
        tags_of(tokens_[i + 1].word).any_of(kVerbs))
      return Pos::adverb;
    if (tags.has(Tag::noun) && !nominal(i + 1)) return Pos::noun;
    if (tags.has(Tag::adverb) && !nominal(i + 1)) return Pos::adverb;
    return Pos::adjective;
  }
  if (tags.has(Tag::adverb)) return Pos::adverb;
  if (tags.has(Tag::noun)) return Pos::noun;
  if (p == Pos::modal || p == Pos::do_) return ends_with(i, "ly") ? Pos::adverb : Pos::verb;
  return by_suffix(i);
}

Tagger::Verb Tagger::verb_of(std::size_t i) const {
  const WordId word = tokens_[i].word;
  static_assert(+tables::verbs::ing == +tables::cues::ing && +tables::verbs::past == +tables::cues::past);
  Verb best{0, false, false, false};
  const auto take = [&](std::uint8_t form, bool noun) {
    if (!best.known || form == tables::verbs::past) best.form = form;
    best.known = true;
    best.also_base |= form == 0;
    best.noun |= noun;
  };
  if (tokens_[i].has(Tag::cues))
    each(tables::cues::keys, word, [&](std::uint16_t row, std::uint8_t form) {
      take(form, tables::cues::rows[row].takes & tables::cues::takes_flag::noun);
    });
  if (!best.known && tokens_[i].has(Tag::verbs))
    each(tables::verbs::keys, word, [&](std::uint16_t, std::uint8_t form) { take(form, true); });
  return best;
}

Pos Tagger::verb_or_other(std::size_t i, Verb verb) const {
  // The first word of a phrase cue ("fire back") that is no verb by itself.
  if (!verb.known) {
    if (tags_of(tokens_[i].word).has(Tag::adjective)) return Pos::adjective;
    if (tags_of(tokens_[i].word).has(Tag::noun)) return Pos::noun;
    return by_suffix(i);
  }
  switch (verb.form) {
    case tables::verbs::s:
      return third_person(i, verb.noun || tags_of(tokens_[i].word).has(Tag::noun));
    case tables::verbs::past:
      if (verb.also_base && (previous(i) == Pos::adjective || (previous(i) == Pos::determiner && verb.noun)))
        return Pos::noun;  // "a hit"
      return past(i, !ends_with(i, "ed"));
    case tables::verbs::part: {
      const Pos p = before(i);
      if (p == Pos::be || p == Pos::have) return Pos::participle;
      if ((p == Pos::determiner || p == Pos::possessive) && nominal(i + 1)) return Pos::adjective;
      return Pos::participle;
    }
    case tables::verbs::ing:
      return gerund(i);
    default:
      if (before(i) == Pos::have) return Pos::participle;  // "has become"
      return base(i, verb.noun || tags_of(tokens_[i].word).has(Tag::noun));
  }
}

Pos Tagger::past(std::size_t i, bool past_only) const {
  const Pos direct = previous(i);
  const Pos p = before(i);
  if (p == Pos::be || p == Pos::have || tokens_[index_before(i)].is("get"_w) ||
      tokens_[index_before(i)].is("got"_w))
    return Pos::participle;
  if (p == Pos::genitive || p == Pos::determiner || p == Pos::possessive) {
    if (nominal(i + 1)) return Pos::adjective;
    return past_only ? Pos::verb_past : Pos::adjective;
  }
  if (past_only) return Pos::verb_past;
  if (p == Pos::preposition) return Pos::adjective;
  if ((direct == Pos::adjective || direct == Pos::number) && nominal(i + 1)) return Pos::adjective;
  if (p == Pos::mark || p == Pos::none) {
    const Token& m = tokens_[index_before(i)];
    if (m.is_mark(kRightDouble) || m.is_mark('"') || m.is_mark(kRightSingle) || m.is_mark('\''))
      return Pos::verb_past;
    if (tokens_[i].has(Tag::cues)) return tokens_[i + 1].is("by"_w) ? Pos::participle : Pos::verb_past;
    return Pos::participle;
  }
  if (p == Pos::name || p == Pos::noun || is_pronoun(p) || p == Pos::relative) {
    if (tokens_[i + 1].is("by"_w)) return Pos::participle;
    return Pos::verb_past;
  }
  return Pos::verb_past;
}

Pos Tagger::third_person(std::size_t i, bool noun) const {
  const Pos direct = previous(i);
  if (direct == Pos::determiner || direct == Pos::possessive || direct == Pos::genitive) return Pos::noun;
  const Pos p = before(i);
  const Token& n = tokens_[i + 1];
  if (!noun || tokens_[i].has(Tag::verb_only)) return Pos::verb_s;
  if (direct == Pos::adjective || p == Pos::preposition || direct == Pos::number || direct == Pos::hyphen)
    return Pos::noun;
  if (p == Pos::subject || p == Pos::relative || p == Pos::pronoun) return Pos::verb_s;
  if (soft_[i] == 2 && (p == Pos::name || p == Pos::noun) && tokens_[i].has(Tag::cues) && n.is_word() &&
      n.capital())
    return Pos::verb_s;  // "Mayor Calls Ferry a ‘Disgrace’"
  const Token& b = tokens_[i - 1];
  const bool after_mark = b.is_mark(',') || b.is_mark(kRightDouble) || b.is_mark('"');
  if (p == Pos::name || p == Pos::noun || after_mark || direct == Pos::adverb) {
    if (opens_phrase(i + 1) || n.has(Tag::infinitive) || n.is("that"_w) || n.has(Tag::subordinator) ||
        n.is_mark(':') || ends_with(i + 1, "ly"))
      return Pos::verb_s;
    if (n.is_mark(',') || n.is_mark('.')) return after_mark || p == Pos::name ? Pos::verb_s : Pos::noun;
  }
  return Pos::noun;
}

Pos Tagger::base(std::size_t i, bool noun) const {
  const Pos p = before(i);
  const Pos direct = previous(i);
  if (p == Pos::infinitive || p == Pos::modal || p == Pos::do_) return Pos::verb;
  if (p == Pos::subject || p == Pos::relative) return Pos::verb;
  if (direct == Pos::determiner || direct == Pos::possessive || direct == Pos::genitive ||
      direct == Pos::adjective || direct == Pos::number || direct == Pos::preposition ||
      direct == Pos::hyphen)
    return noun || direct != Pos::adjective ? Pos::noun : Pos::verb;
  if (p == Pos::pronoun) return Pos::verb;
  const std::size_t b = index_before(i);
  const bool many = p == Pos::noun
                        ? (ends_with(b, "s") || tokens_[b].is("people"_w) || tokens_[b].is("police"_w)) &&
                              !tokens_[b].has(Tag::time_noun)
                        : p == Pos::name && joined_name(b);
  if (many)
    return opens_phrase(i + 1) || tokens_[i + 1].has(Tag::infinitive) || !noun ||
                   tokens_[i + 1].has(Tag::subordinator) || tokens_[i + 1].has(Tag::preposition)
               ? Pos::verb
               : Pos::noun;
  if (p == Pos::conjunction || p == Pos::mark || p == Pos::none)
    return opens_phrase(i + 1) || !noun ? Pos::verb : Pos::noun;
  return noun ? Pos::noun : Pos::verb;
}

/// "Ann Lee and Tom Moore": the last name of two, at `i`.
bool Tagger::joined_name(std::size_t i) const {
  while (i > 0 && pos_[i] == Pos::name) --i;
  return i > 0 && tokens_[i].is("and"_w) && pos_[i - 1] == Pos::name;
}

Pos Tagger::gerund(std::size_t i) const {
  const Pos p = before(i);
  if (tags_of(tokens_[i].word).has(Tag::noun) && p != Pos::be) return Pos::noun;
  if (p == Pos::determiner || p == Pos::possessive || p == Pos::genitive)
    return nominal(i + 1) ? Pos::adjective : Pos::noun;
  return Pos::gerund;
}

Pos Tagger::by_suffix(std::size_t i) const {
  const Pos p = previous(i);
  const WordEnd end = end_of(i);
  if (end.is("ly")) return Pos::adverb;
  if (end.is("ed")) return past(i, false);
  if (end.is("ing")) return gerund(i);
  if (end.is("en") && before(i) == Pos::have) return Pos::participle;
  if (p == Pos::subject && !tokens_[i - 1].is("i"_w) && end.is("s")) return Pos::verb_s;
  if (p == Pos::subject) return Pos::verb;
  if (end.is("s") && !end.is("ss") && !end.is("us") && !end.is("is") && !end.is("ous")) {
    const bool before_object =
        tags_of(tokens_[i + 1].word).any_of(kOpens) || tokens_[i + 1].has(Tag::infinitive);
    if ((p == Pos::name || p == Pos::relative || (p == Pos::noun && i > 1 && !ends_with(i - 1, "s"))) &&
        before_object && !tokens_[i + 1].has(Tag::subject))
      return Pos::verb_s;
    return Pos::noun;
  }
  if (end.is("al") || end.is("ous") || end.is("ive") || end.is("ful") || end.is("less") || end.is("able") ||
      end.is("ible") || end.is("ic") || end.is("ish"))
    return nominal(i + 1) || p == Pos::be ? Pos::adjective : Pos::noun;
  if (end.is("ize") || end.is("ise") || end.is("ify")) return Pos::verb;
  return Pos::noun;
}

}  // namespace copydesk
