// Words that are times by themselves: "today", "now", "daily", "this morning", "half past five".
#include "dates/recognise.h"
#include "lexicon/rule_names.h"
#include "tables/day_words.gen.h"
#include "tables/repetitions.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;

/// "to-day", "to-night", "to-morrow" of older papers; `at` is what follows the hyphen.
bool read_hyphened_day(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  if (at < in.floor + 2 || !in.is_hyphen(at - 1) || !in.at(at - 2).is("to"_w) || in.is_hyphen(at - 3) ||
      in.is_hyphen(at + 1))
    return false;
  const Token& token = in.at(at);
  const bool night = token.is("night"_w), morrow = token.is("morrow"_w);
  if (!night && !morrow && !token.is("day"_w)) return false;
  Mention m;
  m.first = at - 2;
  m.end = at + 1;
  m.kind = Kind::shift;
  m.unit = m.grain = Unit::day;
  m.shift = morrow ? 1 : 0;
  m.has_part = night;
  m.part = Part::NI;
  m.rule = "dates.day-word"_rule;
  out.push_back(m);
  return true;
}

/// "overnight": the night between the days; before a noun it describes.
bool read_overnight(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& before = in.at(at - 1);
  if (in.at(at).capital() && !in.at(at).has(token_flag::line_before) && before.is_word() && before.capital())
    return false;
  if (before.has(Tag::determiner) || in.is_hyphen(at - 1) || in.is_hyphen(at + 1)) return false;
  const bool day_after = in.at(at + 1).has(Tag::weekdays) && in.at(at + 1).capital();
  if (!day_after && noun_follows(in, at + 1)) return false;
  Mention m;
  m.first = at;
  m.end = at + 1;
  m.kind = Kind::shift;
  m.unit = m.grain = Unit::day;
  m.anchor = Anchor::named;
  m.has_part = true;
  m.part = Part::NI;
  m.rule = "dates.overnight"_rule;
  out.push_back(m);
  return true;
}

bool read_day_word(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Hit hit = find(tables::day_words::keys, in.tokens, at);
  if (!hit) return false;
  if (in.at(at).is("overnight"_w)) return read_overnight(in, at, out);
  const tables::day_words::Row& row = tables::day_words::rows[hit.row];
  // "USA Today", "Yesterday" the song: a capital inside a line after a name.
  const Token& token = in.at(at);
  const Token& before = in.at(at - 1);
  if (token.capital() && !token.has(token_flag::line_before) && before.is_word() && before.capital() &&
      !before.is("on"_w) && !token.has(token_flag::all_capitals))
    return false;
  if (in.at(at + hit.length).is_word() && in.is_possessive(at + hit.length) && hit.length > 1) return false;
  Mention m;
  m.first = at;
  m.end = at + hit.length;
  m.kind = Kind::shift;
  m.unit = m.grain = Unit::day;
  m.shift = row.shift;
  m.rule = "dates.day-word"_rule;
  if (row.part != tables::day_words::Part::none) {
    using From = tables::day_words::Part;
    m.has_part = true;
    m.part = row.part == From::MO   ? Part::MO
             : row.part == From::AF ? Part::AF
             : row.part == From::EV ? Part::EV
                                    : Part::NI;
  }
  extend_left(in, m);
  out.push_back(m);
  return true;
}

bool read_reference(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  namespace references = tables::time_references;
  const Hit hit = find(references::keys, in.tokens, at);
  if (!hit) return false;
  const references::Row& row = references::rows[hit.row];
  Mention m;
  m.first = at;
  m.end = at + hit.length;
  m.kind = Kind::reference;
  m.reference = row.value;
  m.rule = "dates.reference"_rule;
  using references::Place;
  const bool noun = noun_follows(in, m.end);
  if (row.place == Place::attributive && !noun) return false;
  if (row.place == Place::adverb && (noun || in.is_hyphen(m.end))) return false;
  if (row.place == Place::after_the && noun) {
    // "future generations" is no date; "in future talks" neither
    return false;
  }
  if (row.place == Place::attributive) {
    const Token& next = in.at(m.end);
    if (in.is_hyphen(m.end) || in.is_hyphen(at - 1)) return false;
    const bool unit = next.has(Tag::time_units) && !next.has(token_flag::all_capitals);
    const bool fiscal =
        (next.is("fiscal"_w) || next.is("financial"_w)) && in.at(m.end + 1).has(Tag::time_units);
    if (unit || fiscal || next.is("period"_w) || next.is("events"_w) || next.is("history"_w)) return false;
  }
  if (in.at(at).is("at"_w) && (in.at(m.end).is("last"_w) || in.at(m.end).is("next"_w))) return false;
  if (in.at(at).is("now"_w) && hit.length == 1) {
    // "a now-closed mill"
    if (in.is_hyphen(m.end)) return false;
  }
  // the phrase itself without its preposition
  if (hit.length > 1 && (in.at(at).is("for"_w) || in.at(at).is("at"_w))) {
    const bool at_present = in.at(at).is("at"_w);
    if (!at_present || in.at(at + 1).is("the"_w)) m.first = at + 1;
  }
  out.push_back(m);
  return true;
}

bool read_repetition(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Hit hit = find(tables::repetitions::keys, in.tokens, at);
  if (!hit) return false;
  const Token& before = in.at(at - 1);
  // "the Daily Record", "Weekly": names of papers.
  if (in.at(at).capital() && !in.at(at).has(token_flag::line_before)) return false;
  if (in.at(at).capital() && in.at(at + 1).capital()) return false;
  // "two weekends", "the last weekdays" count or name some of them
  const bool days = in.at(at).is("weekdays"_w) || in.at(at).is("weekends"_w);
  if (days &&
      (before.is_number() || before.has(Tag::number_words) || before.has(Tag::determiner) ||
       before.has(Tag::possessive) || before.is("last"_w) || before.is("past"_w) || before.is("next"_w) ||
       before.is("few"_w) || before.is("several"_w) || before.is("of"_w) || in.is_possessive(at - 1)))
    return false;
  Mention m;
  m.first = at;
  m.end = at + hit.length;
  m.kind = Kind::set;
  m.set_value = tables::repetitions::rows[hit.row].value;
  m.rule = "dates.repetition"_rule;
  if (m.first > in.floor && in.is_hyphen(m.first - 1) && in.at(m.first - 2).is("twice"_w)) m.first -= 2;
  out.push_back(m);
  return true;
}

/// A weekday, or "yesterday" and its kin, at `i`.
bool day_follows(const Reader& in, std::size_t i) {
  const Token& token = in.at(i);
  return (token.has(Tag::weekdays) && token.capital()) || token.is("yesterday"_w) || token.is("today"_w) ||
         token.is("tomorrow"_w);
}

bool read_day_part(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Hit hit = find_word(tables::day_parts::keys, in.at(at).word);
  if (!hit) return false;
  const tables::day_parts::Row& row = tables::day_parts::rows[hit.row];
  if (at == 0) return false;
  if (hit.form != 0) {
    // "Monday nights"
    if (out.empty() || out.back().end != at || !in.joined(at)) return false;
    Mention& day = out.back();
    if (day.kind != Kind::calendar || !day.weekday || day.day || day.hint != Hint::none) return false;
    day.kind = Kind::set;
    day.has_part = true;
    day.part = row.part;
    day.end = at + 1;
    day.rule = "dates.every"_rule;
    return true;
  }
  Mention m;
  m.first = at;
  m.end = at + 1;
  m.unit = m.grain = Unit::day;
  m.has_part = true;
  m.part = row.part;
  std::size_t i = at - 1;
  const Token& outer = in.at(i);
  if (i < in.floor) {
    // a day stands just before
  } else if (outer.is("mid"_w) || outer.is("early"_w) || outer.is("late"_w) || in.is_hyphen(i)) {
    const std::size_t word = in.is_hyphen(i) ? i - 1 : i;
    if (word < in.floor) return false;
    const Token& modifier = in.at(word);
    if (modifier.is("mid"_w))
      m.mod = DateMod::mid;
    else if (modifier.is("early"_w))
      m.mod = DateMod::start;
    else if (modifier.is("late"_w))
      m.mod = DateMod::end;
    else
      return false;
    m.first = word;
    if (word == 0) return false;
    i = word - 1;
  }
  // a day stands just before: "Friday night", "yesterday's late afternoon"
  if (!out.empty() && out.back().end == m.first && in.joined(m.first)) {
    Mention& day = out.back();
    const bool named = (day.kind == Kind::calendar && day.grain == Unit::day) ||
                       (day.kind == Kind::shift && day.unit == Unit::day && !day.has_part) ||
                       (day.kind == Kind::set && day.weekday && !day.has_part);
    if (named && !day.clock && day.holiday < 0) {
      day.end = m.end;
      day.has_part = true;
      day.part = row.part;
      if (m.mod != DateMod::none) day.mod = m.mod;
      day.rule = "dates.part-of-day"_rule;
      return true;
    }
  }
  if (i < in.floor) return false;
  const Token& word = in.at(i);
  const bool article = i > in.floor && in.at(i - 1).is("the"_w);
  m.kind = Kind::shift;
  m.rule = "dates.part-of-day"_rule;
  if (word.is("this"_w)) {
    m.first = i;
  } else if (word.is("last"_w)) {
    if (row.part != Part::NI && row.part != Part::EV) return false;
    m.first = i;
    m.shift = -1;
  } else if (word.is("that"_w) || (article && (word.is("same"_w) || word.is("next"_w) ||
                                               word.is("following"_w) || word.is("previous"_w)))) {
    m.kind = Kind::anaphora;
    m.rule = "dates.anaphora"_rule;
    m.shift = word.is("next"_w) || word.is("following"_w) ? 1 : word.is("previous"_w) ? -1 : 0;
    m.first = word.is("that"_w) ? i : i - 1;
  } else if (word.is("every"_w) || word.is("each"_w)) {
    m.kind = Kind::set;
    m.first = i;
    m.rule = "dates.every"_rule;
  } else if (word.is("the"_w) && !in.at(at + 1).is("of"_w) &&
             (in.at(i - 1).is("in"_w) || in.at(i - 1).is("by"_w)) && i > in.floor + 1) {
    // "8 in the morning"
    const Hour hour = hour_before(in, i - 1);
    if (hour.value < 0 || in.at(hour.first).glued()) return false;
    const bool late =
        row.part == Part::AF || row.part == Part::EV || (row.part == Part::NI && hour.value < 12);
    m.kind = Kind::clock;
    m.first = hour.first;
    m.clock.hour = static_cast<std::int16_t>(hour.value % 12 + (late ? 12 : 0));
    m.clock.end = m.end;
    m.clock.half_day = true;
    m.has_part = false;
    m.rule = "dates.clock"_rule;
  } else if (word.is("the"_w) && in.at(at + 1).is("of"_w)) {
    // "the morning of June 3": joined with its day, or nothing
    m.kind = Kind::clock;
    m.first = i;
    m.rule = "dates.part-of-day"_rule;
  } else if (m.mod != DateMod::none && day_follows(in, at + 1)) {
    m.kind = Kind::clock;  // "mid-afternoon yesterday"
    m.rule = "dates.part-of-day"_rule;
  } else if (word.is("at"_w) && in.at(at + 1).is("on"_w)) {
    m.kind = Kind::clock;  // "at dawn on Monday"
    m.rule = "dates.part-of-day"_rule;
  } else {
    return false;
  }
  if (m.kind == Kind::shift && m.mod == DateMod::none) {
    const std::size_t before = m.first - 1;
    if (m.first > in.floor && (in.at(before).is("later"_w) || in.at(before).is("late"_w) ||
                               in.at(before).is("early"_w) || in.at(before).is("earlier"_w))) {
      m.mod = in.at(before).is("later"_w) || in.at(before).is("late"_w) ? DateMod::end : DateMod::start;
      --m.first;
    }
  } else if (m.kind == Kind::anaphora && m.first > in.floor && in.at(m.first - 1).is("early"_w)) {
    m.mod = DateMod::start;
    --m.first;
  }
  out.push_back(m);
  return true;
}

}  // namespace

bool noun_follows(const Reader& in, std::size_t i) {
  const Token& token = in.at(i);
  if (token.is_number()) return true;
  if (token.has(Tag::subject) || token.has(Tag::pronoun) || token.has(Tag::relative) ||
      token.has(Tag::subordinator))
    return false;
  return token.is_word() && !in.is_preposition(i) && !token.has(Tag::conjunction) && !token.has(Tag::be) &&
         !token.has(Tag::have) && !token.has(Tag::modal) && !token.has(token_flag::gap_before) &&
         !in.is_possessive(i);
}

bool read_word(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  if (in.is_dash(at - 1) && read_hyphened_day(in, at, out)) return true;
  if (token.has(Tag::day_words) && read_day_word(in, at, out)) return true;
  if (token.has(Tag::time_references) && read_reference(in, at, out)) return true;
  if (token.has(Tag::repetitions) && read_repetition(in, at, out)) return true;
  return token.has(Tag::day_parts) && read_day_part(in, at, out);
}

}  // namespace copydesk::dates
