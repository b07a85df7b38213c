#include "dates/direction.h"

#include "lexicon/lookup.h"
#include "tables/tense_cues.gen.h"
#include "tables/verbs.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;

constexpr std::size_t kLeftWindow = 16;
constexpr std::size_t kRightWindow = 10;
constexpr std::size_t kRightPenalty = 1;

bool ends_sentence(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::none || token.is_mark(';') || token.is_mark('?') || token.is_mark('!'))
    return true;
  if (!token.is_mark('.')) return false;
  const Token& next = tokens[i + 1];
  return next.kind == TokenKind::none || next.has(token_flag::space_before);
}

bool closes_quote(const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  return token.is_mark(kRightDouble) || token.is_mark('"') ||
         (token.is_mark('\'') && tokens[i + 1].is_mark('\''));
}

/// The auxiliary that governs a participle at `i`: −1 was, has; +1 will be, to be; 0 none in sight.
int auxiliary_before(const Tokens& tokens, std::size_t i) {
  for (std::size_t k = 1; k <= 4; ++k) {
    const Token& token = tokens[i - k];
    // "according to a poll conducted", "to Brandt after he swept": where a subject or a phrase begins, the
    // verb's own words end
    if (!token.is_word() || token.has(Tag::determiner) || token.has(Tag::possessive) ||
        token.has(Tag::subject) || token.has(Tag::subordinator) || token.is("her"_w))
      return 0;
    if (token.is("will"_w) || token.is("'ll"_w) || token.is("would"_w) || token.is("shall"_w) ||
        token.is("to"_w) || token.is("can"_w) || token.is("should"_w) || token.is("must"_w) ||
        token.is("may"_w) || token.is("could"_w))
      return 1;
    if (token.is("was"_w) || token.is("were"_w) || token.is("had"_w) || token.is("has"_w) ||
        token.is("have"_w))
      return -1;
  }
  return 0;
}

/// Whether a participle follows "has" or "have": "have 24 seats" is no perfect.
bool is_perfect(const Text& text, const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kReach = 4;
  for (std::size_t k = 1; k <= kReach; ++k) {
    const Token& token = tokens[i + k];
    if (!token.is_word() || token.has(Tag::determiner) || token.has(Tag::preposition)) return false;
    if (token.is("been"_w) || text.slice(token.span()).ends_with("ed")) return true;
    if (has_form(tables::verbs::keys, token.word, tables::verbs::part)) return true;
  }
  return false;
}

/// What the token at `i` says by itself: −1 past, +1 future, 0 nothing.  `moved_to`: "to" or "until" stands
/// before the date.
int tense_at(const Text& text, const Tokens& tokens, std::size_t i, bool moved_to) {
  const Token& token = tokens[i];
  if (!token.is_word()) return 0;
  if (token.has(Tag::tense_cues) && !(token.is("may"_w) && token.capital())) {
    const Hit hit = find_word(tables::tense_cues::keys, token.word);
    if (hit) {
      const tables::tense_cues::Row& row = tables::tense_cues::rows[hit.row];
      using tables::tense_cues::Tense;
      if (row.tense == Tense::future && tokens[i - 1].is("been"_w)) return -1;
      // "could have died", but "will have gone"
      if (token.has(Tag::modal) && tokens[i + 1].is("have"_w) && !token.is("will"_w) && !token.is("'ll"_w))
        return -1;
      if ((token.is("have"_w) || token.is("has"_w)) && !is_perfect(text, tokens, i)) return 0;
      if (row.tense == Tense::moved) return moved_to ? 1 : -1;
      // "1.83 marks", "the plays": a noun, no timetable
      const Token& before = tokens[i - 1];
      const bool relative = before.is("which"_w) || before.is("that"_w);
      const bool noun = row.timetable && (before.is_number() || (before.has(Tag::determiner) && !relative) ||
                                          before.has(Tag::number_words) || before.has(Tag::possessive));
      if (!noun && (!row.before_to || tokens[i + 1].is("to"_w))) return row.tense == Tense::future ? 1 : -1;
    }
  }
  if (token.capital()) return 0;
  bool past = false, participle = false, base = false;
  if (token.has(Tag::verbs))
    each(tables::verbs::keys, token.word, [&](std::uint16_t, std::uint8_t form) {
      past |= form == tables::verbs::past;
      participle |= form == tables::verbs::part;
      base |= form == tables::verbs::base;
    });
  // "a cost-cutting plan": a word that is its own past and stands behind a determiner is a noun
  for (std::size_t k = 1; base && past && k <= 2; ++k)
    if (tokens[i - k].has(Tag::determiner)) return 0;
  const std::string_view word = text.slice(token.span());
  const bool bare = word.ends_with("eed") && !token.is("agreed"_w) && !token.is("freed"_w) &&
                    !token.is("guaranteed"_w);  // "succeed", "proceed"
  const bool regular = word.size() >= 5 && word.ends_with("ed") && !bare && !token.has(Tag::number_words);
  if (!past && !participle && !regular) return 0;
  if (const int auxiliary = auxiliary_before(tokens, i); auxiliary) return auxiliary;
  if (!past && participle) return 0;
  const Token& before = tokens[i - 1];
  if (before.is("be"_w) || before.is("is"_w) || before.is("are"_w) || before.is("the"_w) || before.is("a"_w))
    return 0;
  return -1;
}

/// "to" with a verb behind it: an aim, so the future of what stands before.
bool is_aim(const Tokens& tokens, std::size_t i) {
  if (!tokens[i].is("to"_w)) return false;
  if (tokens[i - 1].has(Tag::be)) return true;  // "talks were to resume"
  if (tokens[i + 1].capital()) return false;
  return has_form(tables::verbs::keys, tokens[i + 1].word, tables::verbs::base);
}

/// "after", "around", "over", "of" but not "ahead of": what stands behind is there already.
bool looks_back(const Tokens& tokens, std::size_t i) {
  const Token& word = tokens[i];
  return word.is("after"_w) || word.is("around"_w) || word.is("over"_w) || word.is("about"_w) ||
         word.is("from"_w) || word.is("following"_w) || word.is("despite"_w) ||
         (word.is("of"_w) && !tokens[i - 1].is("ahead"_w));
}

/// "meets Sunday", "is on Friday", "are leaving Thursday": the present right before a day is a plan for it.
bool is_plan(const Text& text, const Tokens& tokens, const Mention& mention) {
  const Token& after = tokens[mention.end];
  if (mention.first < 3 || after.is("'s"_w) || after.is_mark('-') || after.is_mark(kEnDash)) return false;
  std::size_t i = mention.first - 1;
  if (tokens[i].is("on"_w) || tokens[i].is("at"_w)) --i;
  const Token& verb = tokens[i];
  if (!verb.is_word() || verb.capital() || verb.has(token_flag::gap_before)) return false;
  if (verb.is("is"_w) || verb.is("are"_w)) return true;
  const std::string_view word = text.slice(verb.span());
  if (word.size() > 4 && word.substr(word.size() - 3) == "ing")
    return tokens[i - 1].is("is"_w) || tokens[i - 1].is("are"_w);
  const bool third = has_form(tables::verbs::keys, verb.word, tables::verbs::s);
  const bool base = has_form(tables::verbs::keys, verb.word, tables::verbs::base);
  if (!third && !base) return false;
  const Token& subject = tokens[i - 1];
  if (subject.has(Tag::determiner) || subject.is("'s"_w) || subject.is_number() ||
      subject.has(Tag::number_words))
    return false;  // "Quill's wins Saturday"
  const std::string_view before = text.slice(subject.span());
  const bool plural = subject.is_word() && before.size() > 3 && before.back() == 's';
  return third || (base && (plural || subject.is("who"_w) || subject.is("they"_w) || subject.is("we"_w)));
}

}  // namespace

Direction direction_of(const Text& text, const Tokens& tokens, const Mention& mention) {
  if (mention.hint == Hint::past) return Direction::past;
  if (mention.hint == Hint::future) return Direction::future;
  const Token& before = tokens[mention.first - 1];
  if (before.is("since"_w)) return Direction::past;
  if ((before.is("until"_w) || before.is("till"_w)) && mention.weekday && !before.capital())
    return Direction::future;
  if (before.is("starting"_w) || before.is("beginning"_w) || before.is("effective"_w) ||
      before.is("coming"_w) || before.is("upcoming"_w) || before.is("ending"_w))
    return Direction::future;
  const bool moved_to = before.is("to"_w) || before.is("until"_w) || before.is("till"_w);
  int left = 0, right = 0;
  std::size_t left_distance = 0, right_distance = 0;
  for (std::size_t k = 1; k <= kLeftWindow && k <= mention.first; ++k) {
    const std::size_t i = mention.first - k;
    if (ends_sentence(tokens, i)) break;
    left = tense_at(text, tokens, i, moved_to);
    if (!left && is_aim(tokens, i)) left = 1;
    if (!left && tokens[i].is("ahead"_w) && tokens[i + 1].is("of"_w)) left = 1;
    if (!left && tokens[i].is("since"_w)) left = -1;
    if (left) {
      left_distance = k;
      break;
    }
    if (tokens[i].has(token_flag::gap_before)) break;
  }
  for (std::size_t k = 0; k < kRightWindow; ++k) {
    const std::size_t i = mention.end + k;
    // what follows "and" is said of the same subject at another time
    if (left &&
        (tokens[i].is("and"_w) || tokens[i].is("but"_w) || tokens[i].is("that"_w) || tokens[i].is_mark(',')))
      break;
    if (ends_sentence(tokens, i) || closes_quote(tokens, i) || tokens[i].has(token_flag::gap_before)) break;
    // "left his job in May to become a singer": an aim says nothing of the day before it
    if (left && tokens[i - 1].is("to"_w)) continue;
    right = tense_at(text, tokens, i, false);
    if (right) {
      right_distance = k + 1 + kRightPenalty;
      break;
    }
  }
  // "will look for a way around Friday's ruling": behind such words what a day owns may well be over
  if (left > 0 && tokens[mention.end].is("'s"_w) && looks_back(tokens, mention.first - 1)) left = 0;
  int tense = 0;
  if (left && (!right || left_distance <= right_distance))
    tense = left;
  else
    tense = right;
  if (!tense && mention.weekday && is_plan(text, tokens, mention)) tense = 1;
  if (!tense && (before.is("until"_w) || before.is("till"_w) || before.is("by"_w))) tense = 1;
  return static_cast<Direction>(tense);
}

}  // namespace copydesk::dates
