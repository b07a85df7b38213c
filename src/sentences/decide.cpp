#include "sentences/decide.h"

#include "lexicon/rule_names.h"
#include "tables/abbreviations.gen.h"

namespace copydesk::sentences {

using namespace literals;
using tables::abbreviations::Group;

namespace {

constexpr Decision ends(RuleId rule) {
  return {true, rule};
}
constexpr Decision goes_on(RuleId rule) {
  return {false, rule};
}

/// What stands after a candidate, opening marks aside.
struct After {
  const Token* token;  // the first word, number or other mark
  std::size_t index;
  bool opened_quote = false;
  bool opened_bracket = false;
};

After look_after(const Tokens& tokens, const Candidate& c, std::size_t block_end) {
  After after{nullptr, c.after};
  for (int n = 0; n < 4 && after.index < block_end && is_opening_mark(tokens[after.index]);
       ++n, ++after.index) {
    if (is_quote_mark(tokens[after.index]))
      after.opened_quote = true;
    else
      after.opened_bracket = true;
  }
  after.token = &tokens[after.index];
  return after;
}

bool starter(const Token& token) {
  return token.is_word() && token.has(Tag::starters);
}
bool lower(const Token& token) {
  return token.is_word() && !token.capital() && !token.has(token_flag::inner_capital) &&
         !token.has(token_flag::wide);
}
bool letters(const Token& token, std::uint32_t n) {
  return token.end - token.begin == n;
}

/// "J" of "J. Hale": one capital letter.
bool initial(const Token& token) {
  return token.is_word() && token.capital() && letters(token, 1);
}

/// A cue verb of the kind that follows a question: "…?” Hale asked".
bool saying(const Token& token) {
  return token.is_word() && token.has(Tag::saying_verbs);
}

/// The first token after the verb of a clause that says who spoke: no clause or quotation of its own follows.
bool closes_attribution(const Tokens& tokens, std::size_t at) {
  const Token& next = tokens[at];
  if (next.is("that"_w) || next.is_mark(':')) return false;
  return !(next.is_mark(',') && is_quote_mark(tokens[at + 1]));
}

/// A name of one to four capitalised words, then a verb of saying.
bool name_and_saying(const Tokens& tokens, std::size_t at, std::size_t block_end) {
  std::size_t i = at;
  while (i < block_end && i < at + 5 && tokens[i].is_word() && tokens[i].capital()) {
    ++i;
    if (tokens[i].is_mark('.') && tokens[i].glued()) ++i;
  }
  return i > at && i < block_end && saying(tokens[i]) && closes_attribution(tokens, i + 1);
}

/// The same, with nothing but a mark behind the verb: `"It is over." Hale said.`
bool name_and_saying_alone(const Tokens& tokens, std::size_t at, std::size_t block_end) {
  if (!name_and_saying(tokens, at, block_end)) return false;
  std::size_t i = at;
  while (!saying(tokens[i])) ++i;
  return i + 1 >= block_end || tokens[i + 1].is_mark('.') || tokens[i + 1].is_mark(',');
}

/// 'J.P. "Jack" Hale': one word between marks, then a name.
bool nickname(const Tokens& tokens, const After& after) {
  return is_quote_mark(tokens[after.index + 1]) && tokens[after.index + 2].is_word() &&
         tokens[after.index + 2].capital() && !starter(tokens[after.index + 2]);
}

/// "in the U.S.": the country closes a phrase that could end the sentence.
bool after_preposition(const Tokens& tokens, std::size_t at) {
  return tokens[at - 1].is("the"_w) && at >= 2 && tokens[at - 2].is_word() && lower(tokens[at - 2]) &&
         tokens[at - 2].has(Tag::starters);
}

/// The group of the word left of a stop, or nullopt-like `found == false`.
struct Abbreviation {
  bool found = false;
  Group group = Group::common;
};

Abbreviation abbreviation(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (!token.has(Tag::abbreviations)) return {};
  if (token.glued() && (tokens[at - 1].is_mark('.') || tokens[at - 1].is_mark('@'))) return {};
  const Hit hit = find_word(tables::abbreviations::keys, token.word);
  if (!hit) return {};
  const Group group = tables::abbreviations::rows[hit.row].group;
  if (initial(token) && !tokens[at + 2].is_number()) return {};
  const bool zone = token.has(token_flag::all_capitals) && token.has(Tag::after_time);
  if (zone && (tokens[at - 1].is_number() || tokens[at - 1].is("p.m."_w) || tokens[at - 1].is("a.m."_w)))
    return {};
  if (group == Group::place && tokens[at - 1].is_number() && !token.capital()) return {true, Group::unit};
  return {true, group};
}

bool vowelless(const Text& text, const Token& token) {
  for (char ch : text.slice(token.span())) {
    const char c = static_cast<char>(ch | 0x20);
    if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' ||
        static_cast<unsigned char>(ch) >= 0x80)
      return false;
  }
  return true;
}

Decision decide_lower(const Tokens& tokens, const Candidate& c, const Running& running, const After& after) {
  const Token& before = tokens[c.before];
  if (c.kind != Terminator::stop || c.closing_quote || c.closing_bracket || after.opened_quote ||
      after.opened_bracket || running.in_quotes || running.brackets > 0 || c.dotted)
    return goes_on("sentences.lower-case"_rule);
  if (before.is_word() && lower(before) && before.end - before.begin >= 4 &&
      !before.has(Tag::abbreviations) && after.token->end - after.token->begin >= 2)
    return ends("sentences.lower-case-after-word"_rule);
  return goes_on("sentences.lower-case"_rule);
}

Decision decide_question(const Tokens& tokens, const Candidate& c, const Running& running,
                         const After& after) {
  const Token& before = tokens[c.before];
  if (c.closing_quote && !after.opened_quote && name_and_saying(tokens, after.index, running.block_end))
    return goes_on("sentences.question-and-cue"_rule);
  if (c.closing_quote && starter(*after.token) && saying(tokens[after.index + 1]) &&
      closes_attribution(tokens, after.index + 2))
    return goes_on("sentences.question-and-cue"_rule);
  if (before.has(Tag::marked_names) && before.capital() && !starter(*after.token) && !c.closing_quote)
    return goes_on("sentences.marked-name"_rule);
  return ends("sentences.question"_rule);
}

Decision decide_ellipsis(const Tokens& tokens, const Candidate& c, const Running& running,
                         const After& after) {
  if (c.closing_quote && !after.opened_quote && name_and_saying(tokens, after.index, running.block_end))
    return goes_on("sentences.ellipsis-and-cue"_rule);
  if (c.before < c.first && tokens[c.first].has(token_flag::space_before) && c.last > c.first &&
      after.token->is_word() && !starter(*after.token) && !c.closing_quote)
    return goes_on("sentences.ellipsis-omission"_rule);
  return ends("sentences.ellipsis"_rule);
}

Decision decide_class(const Tokens& tokens, const Candidate& c, const Running& running, const After& after,
                      Group group) {
  const Token& next = *after.token;
  const bool number = next.is_number();
  const bool opens = after.opened_bracket;
  const Abbreviation next_class = abbreviation(tokens, after.index);
  const bool next_title = next_class.found && next_class.group == Group::title;
  switch (group) {
    case Group::title:
    case Group::place:
      return goes_on("sentences.title"_rule);
    case Group::saint: {
      const Token& earlier = tokens[c.before - 1];
      const bool street =
          c.before > running.begin && earlier.is_word() && earlier.capital() && !earlier.has(Tag::starters);
      if (street && starter(next)) return ends("sentences.street"_rule);
      return goes_on("sentences.title"_rule);
    }
    case Group::suffix:
      if (starter(next) || after.opened_quote) return ends("sentences.name-suffix"_rule);
      return goes_on("sentences.name-suffix-joined"_rule);
    case Group::company:
      if (opens || number || next.has(Tag::after_company))
        return goes_on("sentences.company-and-officer"_rule);
      return ends("sentences.company"_rule);
    case Group::month:
    case Group::weekday:
      if (number) return goes_on("sentences.month-and-day"_rule);
      return ends("sentences.month"_rule);
    case Group::delegate:
      if (c.before == running.begin || !tokens[c.before - 1].is_mark(','))
        return goes_on("sentences.title"_rule);
      return ends("sentences.state"_rule);
    case Group::state:
      if (opens || number) return goes_on("sentences.state-joined"_rule);
      if (next_title && c.before >= 2 && !tokens[c.before - 1].is_mark(','))
        return goes_on("sentences.state-and-office"_rule);
      if (next.has(Tag::after_country)) return goes_on("sentences.state-and-agency"_rule);
      return ends("sentences.state"_rule);
    case Group::country:
      if (opens || number) return goes_on("sentences.country-joined"_rule);
      if (next.has(Tag::after_country)) return goes_on("sentences.country-and-agency"_rule);
      if (starter(next) || after.opened_quote) return ends("sentences.country"_rule);
      if (after_preposition(tokens, c.before) && tokens[after.index + 1].has(Tag::sentence_verbs) &&
          !tokens[after.index + 1].capital())
        return ends("sentences.country-and-verb"_rule);
      return goes_on("sentences.country-joined"_rule);
    case Group::time:
      if (opens || next.has(Tag::after_time) || next.has(Tag::weekdays) || next.has(Tag::months) ||
          (next.is_word() && next.has(token_flag::all_capitals) && next.end - next.begin <= 4 &&
           !starter(next)))
        return goes_on("sentences.time-and-day"_rule);
      return ends("sentences.time"_rule);
    case Group::reference:
      if (starter(next) && (tokens[c.before].is("no"_w) || tokens[c.before].is("nos"_w)))
        return ends("sentences.plain"_rule);
      if (number || initial(next) || opens) return goes_on("sentences.reference"_rule);
      return ends("sentences.plain"_rule);
    case Group::never:
      return goes_on("sentences.never-final"_rule);
    case Group::final:
      if (opens || number) return goes_on("sentences.never-final"_rule);
      return ends("sentences.final"_rule);
    case Group::unit:
      if (opens || number) return goes_on("sentences.unit-joined"_rule);
      return ends("sentences.unit"_rule);
    case Group::era:
    case Group::degree:
    case Group::street:
    case Group::common:
      if (!number && (starter(next) || after.opened_quote)) return ends("sentences.abbreviation-final"_rule);
      return goes_on("sentences.abbreviation"_rule);
  }
  return goes_on("sentences.abbreviation"_rule);
}

/// "Ph.D.": the letter is glued to an earlier dot.
bool inside_compound(const Tokens& tokens, const Candidate& c) {
  return c.before >= 2 && tokens[c.before].glued() && tokens[c.before - 1].is_mark('.') &&
         tokens[c.before - 1].glued();
}

Decision decide_initial(const Tokens& tokens, const Candidate& c, const Running& running,
                        const After& after) {
  const Token& before = tokens[c.before];
  if (c.before == running.begin) return goes_on("sentences.list-label"_rule);
  const Token& earlier = tokens[c.before - 1];
  const Token& next = *after.token;
  if (earlier.has(Tag::lettered) && !earlier.glued() && c.before > running.begin + 1 && next.is_word())
    return ends("sentences.lettered"_rule);
  if (!starter(next)) return goes_on("sentences.initial"_rule);
  if (before.is("i"_w) && (lower(earlier) || earlier.is("and"_w))) return ends("sentences.pronoun-i"_rule);
  const bool after_name = earlier.is_word() && earlier.capital() && !starter(earlier);
  if (!(after_name && next.has(Tag::starter_names))) return ends("sentences.letter"_rule);
  return goes_on("sentences.initial"_rule);
}

bool label_at_start(const Text& text, const Tokens& tokens, const Candidate& c, const Running& running) {
  const bool bullet = c.before == running.begin + 1 && tokens[running.begin].is_mark(kBullet);
  if ((c.before != running.begin && !bullet) || c.closing_quote) return false;
  const Token& before = tokens[c.before];
  if (before.is_number()) return before.end - before.begin <= 3 && text.bytes()[before.begin] != '0';
  return false;
}

}  // namespace

Decision decide(const Text& text, const Tokens& tokens, const Candidate& c, const Running& running) {
  if (c.after >= running.block_end) return ends("sentences.block-end"_rule);
  const Token& right = tokens[c.after];
  if (c.first < running.dateline) return goes_on("sentences.dateline"_rule);
  if (c.kind == Terminator::wide) return ends("sentences.wide-mark"_rule);

  const After after = look_after(tokens, c, running.block_end);
  const Token& before = tokens[c.before];
  if (right.glued()) {
    if (c.kind != Terminator::ellipsis && !c.dotted && right.capital() && starter(right) &&
        !right.has(token_flag::all_capitals) && right.end - right.begin >= 2 &&
        (before.is_number() || (before.is_word() && before.end - before.begin >= 3 && !before.glued())))
      return ends("sentences.lost-space"_rule);
    return goes_on("sentences.inside-token"_rule);
  }
  if (right.is_any_mark() &&
      (right.word == ',' || right.word == ';' || right.word == ':' || right.word == ')' || right.word == ']'))
    return goes_on("sentences.mark-goes-on"_rule);
  const bool dash = right.is_mark('-') || right.is_mark(kEnDash) || right.is_mark(kEmDash);
  if (dash && !c.closing_quote && (c.dotted || initial(before) || abbreviation(tokens, c.before).found))
    return goes_on("sentences.mark-goes-on"_rule);
  if (c.first > running.begin && c.closing_bracket &&
      (tokens[c.first - 1].is_mark('(') || tokens[c.first - 1].is_mark('[')))
    return goes_on("sentences.bracketed-mark"_rule);
  if (c.first == running.begin) return goes_on("sentences.leading-mark"_rule);
  if (label_at_start(text, tokens, c, running)) return goes_on("sentences.list-label"_rule);
  if (lower(*after.token)) return decide_lower(tokens, c, running, after);
  if (c.kind == Terminator::question) return decide_question(tokens, c, running, after);
  if (c.kind == Terminator::ellipsis) return decide_ellipsis(tokens, c, running, after);

  if (c.closing_quote || c.closing_bracket) {
    if (c.closing_quote && !after.opened_quote && !after.opened_bracket &&
        name_and_saying_alone(tokens, after.index, running.block_end))
      return goes_on("sentences.stop-and-cue"_rule);
    const bool stop_behind_closer = c.last > c.first && tokens[c.last].is_mark('.');
    if (c.closing_bracket && !stop_behind_closer && initial(before) && !starter(*after.token))
      return goes_on("sentences.abbreviation-in-brackets"_rule);
    if (c.last - c.first > 0 && before.is_word() && abbreviation(tokens, c.before).found &&
        c.closing_bracket && !stop_behind_closer && !starter(*after.token))
      return goes_on("sentences.abbreviation-in-brackets"_rule);
    return ends("sentences.closed"_rule);
  }
  const Abbreviation known = abbreviation(tokens, c.before);
  if (!c.dotted && !known.found) {
    if (initial(before)) {
      if (inside_compound(tokens, c))
        return starter(*after.token) ? ends("sentences.abbreviation-final"_rule)
                                     : goes_on("sentences.abbreviation"_rule);
      return decide_initial(tokens, c, running, after);
    }
    if (before.is_word() && letters(before, 1) && !before.capital()) {
      if (c.before == running.begin) return goes_on("sentences.list-label"_rule);
      if (after.token->is_number()) return goes_on("sentences.reference"_rule);
    }
    if (before.is_word() && before.end - before.begin <= 4 && before.end - before.begin >= 2 &&
        !before.has(token_flag::all_capitals) && before.capital() && vowelless(text, before) &&
        !starter(*after.token))
      return goes_on("sentences.no-vowel"_rule);
    return ends("sentences.plain"_rule);
  }
  if (!running.lower_word && known.found && known.group != Group::reference && !starter(*after.token))
    return goes_on("sentences.no-verb-yet"_rule);
  if (known.found && !(known.group == Group::state && !before.capital() && !c.dotted))
    return decide_class(tokens, c, running, after, known.group);
  if (!c.dotted) return ends("sentences.plain"_rule);
  if (starter(*after.token) || (after.opened_quote && after.token->capital() && !nickname(tokens, after)))
    return ends("sentences.acronym-final"_rule);
  return goes_on("sentences.acronym"_rule);
}

}  // namespace copydesk::sentences
