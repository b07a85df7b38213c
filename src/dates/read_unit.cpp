// Units of time as heads: "two years ago", "last week", "the past nine months", "every day", "third quarter".
#include <string_view>

#include "dates/counted.h"
#include "dates/recognise.h"
#include "lexicon/rule_names.h"
#include "tables/roman_numerals.gen.h"

namespace copydesk::dates {
namespace {

using namespace literals;
namespace units = tables::time_units;

/// "ago", "earlier", "later", "from now" after a counted unit.
bool read_distance(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  std::size_t i = c.end;
  Mention m = start(c, Kind::distance, "dates.ago"_rule);
  const std::size_t after_so = in.at(i).is("or"_w) && in.at(i + 1).is("so"_w) ? i + 2 : i;
  const bool hyphen = in.is_hyphen(after_so);
  const Token& word = in.at(hyphen ? after_so + 1 : after_so);
  if (!in.joined(after_so)) return false;
  const std::size_t end = after_so + (hyphen ? 2 : 1);
  if (word.is("ago"_w)) {
    m.shift = -1;
  } else if (word.is("earlier"_w) || word.is("previously"_w) || word.is("beforehand"_w) ||
             ((word.is("before"_w) || word.is("prior"_w)) && ends_clause(in, end))) {
    m.shift = -1;
    m.anchor = Anchor::before;
    m.rule = "dates.earlier"_rule;
  } else if (word.is("later"_w) || word.is("afterward"_w) || word.is("afterwards"_w) ||
             (word.is("after"_w) && ends_clause(in, end))) {
    m.shift = 1;
    m.anchor = Anchor::before;
    m.rule = "dates.later"_rule;
  } else if ((word.is("from"_w) || (word.is("on"_w) && c.unit == Unit::week && c.amount.hundredths <= 200 &&
                                    ends_clause(in, end + 1) && !in.at(c.first - 1).has(Tag::preposition))) &&
             c.unit >= Unit::day && c.has_amount && read_weekday(in.tokens, end) &&
             !read_weekday(in.tokens, end).plural) {
    const CalendarWord day = read_weekday(in.tokens, end);
    m.shift = 1;
    m.rule = "dates.from-now"_rule;
    m.weekday = static_cast<std::int8_t>(day.value);
    m.end = day.end;
    out.push_back(m);
    return true;
  } else if (c.has_amount && (word.is("today"_w) || word.is("tomorrow"_w) || word.is("yesterday"_w) ||
                              (word.is("from"_w) && in.at(end).is("tomorrow"_w)))) {
    // "a week tomorrow", "a month from tomorrow"
    if (c.unit < Unit::day || c.unit > Unit::year || (!word.is("from"_w) && c.unit != Unit::week))
      return false;
    const Token& from = word.is("from"_w) ? in.at(end) : word;
    m.shift = from.is("yesterday"_w) ? -1 : 1;  // "a week yesterday" lies behind
    m.grain = Unit::day;
    m.from_day = from.is("tomorrow"_w) ? 1 : from.is("yesterday"_w) ? -1 : 0;
    m.rule = "dates.from-now"_rule;
    m.end = word.is("from"_w) ? end + 1 : end;
    out.push_back(m);
    return true;
  } else if (word.is("hence"_w) ||
             (word.is("from"_w) && (in.at(end).is("now"_w) || in.at(end).is("today"_w)))) {
    m.shift = 1;
    m.rule = "dates.from-now"_rule;
  } else {
    return false;
  }
  m.end = word.is("from"_w) ? end + 1 : end;
  if (!c.has_amount) {
    if (!c.plural) return false;
    m.amount.vague = true;
  }
  if (hyphen && c.unit == Unit::year && !c.has_amount) return false;
  read_exactness(in, m);
  if (after_so != i) {
    m.mod = DateMod::approx;
    m.end = end;
  }
  // "six months ago today": to the day
  if (m.rule == "dates.ago"_rule && in.at(m.end).is("today"_w) && c.unit >= Unit::week) {
    m.grain = Unit::day;
    ++m.end;
  }
  // "ten years ago this week"
  if (m.rule == "dates.ago"_rule && in.at(m.end).is("this"_w) && c.unit >= Unit::year) {
    const Token& unit = in.at(m.end + 1);
    if (unit.is("week"_w) || unit.is("month"_w)) {
      m.grain = unit.is("week"_w) ? Unit::week : Unit::month;
      m.end += 2;
    }
  }
  // "a week ago Tuesday"
  if (m.rule == "dates.ago"_rule && c.unit >= Unit::week && c.unit <= Unit::year && !c.amount.vague) {
    const CalendarWord day = read_weekday(in.tokens, m.end);
    if (day && !day.shortened && !day.plural) {
      m.weekday = static_cast<std::int8_t>(day.value);
      m.end = day.end;
    }
  }
  out.push_back(m);
  return true;
}

/// "hundreds of calls" before "a day": a counted plural, and nothing that "a day" could begin.
bool counts_things(const Reader& in, std::size_t noun, std::size_t after) {
  if (!in.at(noun).is_word() || in.at(noun).has(Tag::verbs) || noun < 2) return false;
  const std::string_view word = in.text.slice(in.at(noun).span());
  if (word.size() < (in.at(noun).capital() ? 3 : 4) || word.back() != 's' ||
      (!ends_clause(in, after) && !in.at(after).has(Tag::verbs)))
    return false;
  constexpr std::size_t kWindow = 4;
  for (std::size_t k = 1; k <= kWindow && k <= noun; ++k) {
    const Token& token = in.at(noun - k);
    if (token.is_number() || token.has(Tag::number_words) || token.is("dozens"_w) || token.is("hundreds"_w) ||
        token.is("thousands"_w) || token.is("millions"_w))
      return true;
    if (token.is_any_mark()) return false;
  }
  return false;
}

/// "every day", "each year", "every two weeks", "every other month", "twice a week", "$5 a day", "per month".
bool read_set(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  if (c.first <= in.floor && !c.has_amount) return false;
  const std::size_t before = c.first - 1;
  const Token& word = in.at(before);
  Mention m = start(c, Kind::set, "dates.every"_rule);
  if (!c.has_amount) m.amount.hundredths = 100;
  if (before >= in.floor && (word.is("every"_w) || word.is("each"_w))) {
    m.first = before;
    if (word.is("each"_w) && c.plural) return false;
    out.push_back(m);
    return true;
  }
  if (const Quantity ordinal = read_ordinal_before(in, c.head);
      ordinal && ordinal.first > in.floor && in.at(ordinal.first - 1).is("every"_w)) {
    m.first = ordinal.first - 1;  // "every third week"
    m.amount.hundredths = ordinal.hundredths;
    out.push_back(m);
    return true;
  }
  if (before >= in.floor && word.is("other"_w) && in.at(before - 1).is("every"_w) && !c.has_amount) {
    m.first = before - 1;
    m.amount.hundredths = 200;
    out.push_back(m);
    return true;
  }
  if (before > in.floor && in.at(c.head - 1).is("other"_w) && in.at(c.head - 2).is("every"_w)) {
    m.first = c.head - 2;
    m.amount.hundredths = 200;
    out.push_back(m);
    return true;
  }
  if (!c.has_amount && !c.plural && (word.is("per"_w) || word.is("annum"_w)) && before >= in.floor) {
    m.first = before;
    m.rule = "dates.rate"_rule;
    out.push_back(m);
    return true;
  }
  if (!c.article || c.head != c.first + 1 || c.unit == Unit::night) return false;
  // A rate: an amount stands before "a year".
  const bool count_of_times = word.is("times"_w) || word.is("once"_w) || word.is("twice"_w) ||
                              word.is("thrice"_w) || word.is("time"_w);
  const bool figure = word.is_number() || word.is_mark('%') || word.is("percent"_w) || word.is("million"_w) ||
                      word.is("billion"_w) || word.is("thousand"_w) || word.is("cents"_w) ||
                      word.is("hundred"_w) || word.has(Tag::counted_nouns) || word.is("pct"_w);
  if (!count_of_times && !figure && !counts_things(in, before, c.end)) return false;
  if (word.has(Tag::counted_nouns) && in.at(before - 1).is("the"_w)) return false;
  m.rule = "dates.rate"_rule;
  if (count_of_times && before >= in.floor) {
    m.first = before;
    if (word.is("times"_w))
      if (const Quantity times = read_quantity_before(in, before); times) m.first = times.first;
  }
  out.push_back(m);
  return true;
}

/// Words that say where a length of time lies: "the past two weeks", "the first nine months".
bool is_stretch_word(const Token& token) {
  return token.is("past"_w) || token.is("last"_w) || token.is("next"_w) || token.is("first"_w) ||
         token.is("final"_w) || token.is("previous"_w) || token.is("preceding"_w) || token.is("coming"_w) ||
         token.is("following"_w) || token.is("latest"_w) || token.is("opening"_w) || token.is("closing"_w) ||
         token.is("intervening"_w) || token.is("prior"_w);
}

Hint hint_of_stretch(const Token& token) {
  if (token.is("past"_w) || token.is("last"_w) || token.is("previous"_w) || token.is("preceding"_w))
    return Hint::past;
  if (token.is("next"_w) || token.is("coming"_w)) return Hint::future;
  return Hint::none;
}

bool read_stretch(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  Mention m = start(c, Kind::duration, "dates.stretch"_rule);
  if (c.hyphen || c.article) return false;
  std::size_t before = c.first - 1;
  if (c.first <= in.floor) return false;
  if (c.has_amount) {
    if (!is_stretch_word(in.at(before))) return false;
    if (in.at(before).is("last"_w) && (in.at(before - 1).is("to"_w) || in.at(before - 1).has(Tag::modal)))
      return false;  // "to last six weeks"
    m.hint = hint_of_stretch(in.at(before));
    m.first = before;
  } else if (c.plural) {
    const Token& word = in.at(before);
    if (!word.is("recent"_w) && !word.is("past"_w) && !word.is("coming"_w) && !word.is("previous"_w) &&
        !word.is("following"_w) && !word.is("last"_w) && !word.is("next"_w) && !word.is("first"_w) &&
        !word.is("final"_w) && !word.is("early"_w) && !word.is("later"_w))
      return false;
    if ((word.is("early"_w) || word.is("later"_w)) && !in.at(before - 1).is("the"_w)) return false;
    if (word.is("early"_w) && c.unit == Unit::hour) return false;  // "the early hours of Friday"
    if (word.is("past"_w) && in.at(before - 1).has(Tag::verbs)) return false;
    m.hint = hint_of_stretch(word);
    m.amount.vague = true;
    m.first = before;
  } else {
    // "the past year", "the last week of May", "this past decade"
    const Token& word = in.at(before);
    const bool past = word.is("past"_w) && !in.at(before - 1).is_number() &&
                      (in.at(before - 1).is("the"_w) || in.at(before - 1).is("this"_w) ||
                       in.at(before - 1).is("in"_w) || in.at(before - 1).has(Tag::possessive));
    const bool part = (word.is("first"_w) || word.is("last"_w) || word.is("final"_w)) &&
                      in.at(c.end).is("of"_w) && in.at(before - 1).is("the"_w) &&
                      (in.at(c.end + 1).has(Tag::months) || in.at(c.end + 1).is_number() ||
                       (in.at(c.end + 1).is("the"_w) &&
                        (in.at(c.end + 2).has(Tag::time_units) || in.at(c.end + 2).is_number())) ||
                       in.at(c.end + 1).has(Tag::seasons));
    const bool next_long =
        (word.is("next"_w) || word.is("coming"_w)) && in.at(before - 1).is("the"_w) && c.unit >= Unit::decade;
    if (!past && !part && !next_long) return false;
    if (part && c.unit < Unit::day) return false;
    m.hint = hint_of_stretch(word);
    m.amount.hundredths = 100;
    m.first = before;
    if (word.is("past"_w) && in.at(before - 1).is("this"_w) && m.first > in.floor) --m.first;
  }
  if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  read_exactness(in, m);
  out.push_back(m);
  return true;
}

/// "ended the day at 12", "for the week, the index fell": the day or week that a market report is about.
bool closes_trading(const Reader& in, const Counted& c) {
  if (c.unit != Unit::day && c.unit != Unit::week) return false;
  const Token& before = in.at(c.head - 2);
  const bool ended = before.is("end"_w) || before.is("ended"_w) || before.is("ends"_w) ||
                     before.is("closed"_w) || before.is("finished"_w) || before.is("finish"_w) ||
                     before.is("ending"_w);
  const Token& after = in.at(c.end);
  if (ended)
    return ends_clause(in, c.end) || in.is_preposition(c.end) || after.is("up"_w) || after.is("down"_w);
  return before.is("for"_w) && (after.is_mark(',') || after.is_mark('.'));
}

/// "the week of May 3".
bool read_week_of(const Reader& in, const Counted& c, Mention& m) {
  if (c.unit != Unit::week || !in.at(c.end).is("of"_w)) return false;
  const AbsoluteDate date = read_absolute_date(in.text, in.tokens, c.end + 1);
  if (!date || !date.day) return false;
  m.kind = Kind::calendar;
  m.rule = "dates.week-of"_rule;
  m.grain = Unit::day;
  m.unit = Unit::week;
  m.month = static_cast<std::int8_t>(date.month);
  m.day = static_cast<std::int8_t>(date.day);
  if (date.year) m.year = date.year;
  m.end = date.end;
  return true;
}

/// A holiday, weekday or date begins at `i`.
bool day_named_at(const Reader& in, std::size_t i) {
  if (in.at(i).is("last"_w) || in.at(i).is("next"_w)) ++i;
  const Token& token = in.at(i);
  return ((token.has(Tag::holidays) || token.has(Tag::weekdays) || token.has(Tag::months)) &&
          token.capital()) ||
         bool(read_absolute_date(in.text, in.tokens, i));
}

/// "last week", "this year", "next month", "the current quarter"; "the following day", "that year", "the same
/// month".
bool read_near(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  if (c.hyphen && !c.plural && !c.has_amount && in.at(c.head - 2).is("mid"_w) && c.head >= in.floor + 2 &&
      c.unit >= Unit::week && c.unit <= Unit::century && !in.is_plain_word(c.end)) {
    Mention m = start(c, Kind::anaphora, "dates.end-of-unit"_rule);
    m.first = c.head - 2;
    m.mod = DateMod::mid;
    m.attributive = false;
    out.push_back(m);
    return true;
  }
  if (c.has_amount || c.plural || c.hyphen || c.head <= in.floor) return false;
  if (c.unit < Unit::day) return false;
  const Token& head = in.at(c.head);
  if (head.capital() && !head.has(token_flag::all_capitals)) return false;  // the programme "This Week"
  std::size_t i = c.head - 1;
  Counted near = c;
  bool fiscal = false;
  if ((in.at(i).is("fiscal"_w) || in.at(i).is("financial"_w) || in.at(i).is("calendar"_w)) && i > in.floor) {
    fiscal = !in.at(i).is("calendar"_w);
    --i;
    if (in.at(c.end).is_number()) return false;  // "fiscal year 2024" is read at its number
  }
  const Token& word = in.at(i);
  const bool article = i > in.floor && in.at(i - 1).is("the"_w);
  Mention m = start(near, Kind::shift, "dates.near-unit"_rule);
  m.fiscal = fiscal;
  m.first = i;
  if (word.is("last"_w) || word.is("this"_w) || word.is("next"_w) || word.is("current"_w) ||
      word.is("coming"_w)) {
    m.shift = word.is("last"_w) ? -1 : word.is("next"_w) || word.is("coming"_w) ? 1 : 0;
    if (word.is("this"_w) && c.unit == Unit::day) return false;
    if ((word.is("coming"_w) || word.is("current"_w)) && !article && !in.at(i - 1).is("this"_w)) return false;
    if (word.is("next"_w) && article && (c.unit == Unit::day || c.unit == Unit::night)) {
      m.kind = Kind::anaphora;
      m.rule = "dates.next-day"_rule;
    } else if (c.unit == Unit::day) {
      return false;
    }
    if (article || (word.is("coming"_w) && in.at(i - 1).is("this"_w))) {
      // "the last year" is the year gone by; its span takes the article.
      --m.first;
      if (word.is("next"_w) && m.kind == Kind::shift) m.anchor = Anchor::before;
    }
  } else if (word.is("following"_w) || word.is("previous"_w) || word.is("preceding"_w) || word.is("same"_w) ||
             word.is("that"_w) || word.is("prior"_w)) {
    m.kind = Kind::anaphora;
    m.rule = "dates.anaphora"_rule;
    m.shift = word.is("following"_w) ? 1 : word.is("same"_w) || word.is("that"_w) ? 0 : -1;
    if (word.is("that"_w)) {
      if (article) return false;
    } else {
      const bool that_same = word.is("same"_w) && i > in.floor && in.at(i - 1).is("that"_w);
      if (!article && !that_same) return false;
      --m.first;
    }
    if (c.unit == Unit::quarter && word.is("same"_w)) m.kind = Kind::latest;
  } else if (word.is("latest"_w) && article && (c.unit == Unit::year || c.unit == Unit::month)) {
    m.shift = -1;  // "the latest fiscal year": the last complete one
    --m.first;
  } else if (word.is("full"_w) && article && c.unit == Unit::year) {
    m.kind = Kind::latest;
    m.rule = "dates.the-year"_rule;
    --m.first;
  } else if (word.is("the"_w) || (fiscal && word.is("a"_w))) {
    // "the day before", "the week after"; "the end of the year"; "the weekend"
    const Token& after = in.at(c.end);
    const bool before_last = after.is("before"_w) && in.at(c.end + 1).is("last"_w);
    if ((before_last || (after.is("after"_w) && in.at(c.end + 1).is("next"_w))) && c.unit != Unit::day) {
      m.shift = before_last ? -2 : 2;
      m.end = c.end + 2;
      out.push_back(m);
      return true;
    }
    const bool before_word = after.is("before"_w) || after.is("prior"_w);
    const bool of_weekday = c.unit == Unit::month && in.at(i - 1).is("of"_w) && !out.empty() &&
                            out.back().end == i - 1 && out.back().weekday && !out.back().day;
    if ((before_word || after.is("after"_w)) && ends_clause(in, c.end + 1) && c.unit != Unit::weekend) {
      m.kind = Kind::anaphora;
      m.rule = "dates.day-before"_rule;
      m.shift = before_word ? -1 : 1;
      m.end = c.end + 1;
    } else if ((after.is("after"_w) || after.is("before"_w)) &&
               (c.unit == Unit::day || c.unit == Unit::week) && day_named_at(in, c.end + 1)) {
      m.kind = Kind::anaphora;  // "the day after Easter": joined with its day, or nothing
      m.rule = "dates.day-before"_rule;
      m.shift = 0;
      out.push_back(m);
      return true;
    } else if (of_weekday) {  // "the last Friday of the month"
      m.kind = Kind::anaphora;
      m.rule = "dates.anaphora"_rule;
      m.shift = 0;
      out.push_back(m);
      return true;
    } else if (c.unit == Unit::weekend) {
      m.rule = "dates.weekend"_rule;
      m.hint = Hint::none;
      m.shift = 0;
      m.anchor = Anchor::named;  // past or future by direction
    } else if (fiscal && word.is("the"_w)) {
      m.shift = 0;
    } else if (c.unit == Unit::year && (after.is("ended"_w) || after.is("ending"_w))) {
      m.kind = Kind::duration;
      m.rule = "dates.period-ended"_rule;
      m.amount.hundredths = 100;
    } else if (c.unit == Unit::year && i > in.floor && in.at(i - 1).is("for"_w) && ends_clause(in, c.end)) {
      m.kind = Kind::latest;
      m.rule = "dates.the-year"_rule;
    } else if (closes_trading(in, c)) {
      m.kind = Kind::anaphora;
      m.rule = "dates.trading-day"_rule;
    } else if (read_week_of(in, c, m)) {
      out.push_back(m);
      return true;
    } else {
      const Mention bare = m;
      extend_left(in, m);
      if (m.first == bare.first || m.mod == DateMod::none) return false;
      if (in.at(m.first).is("earlier"_w) || in.at(m.first).is("later"_w)) {
        if (c.unit == Unit::day) return false;
      }
      if (c.unit == Unit::day) return false;
      m.kind = Kind::anaphora;
      m.rule = "dates.end-of-unit"_rule;
      m.shift = 0;
      out.push_back(m);
      return true;
    }
  } else {
    return false;
  }
  if (in.at(m.end).is("or"_w) && in.at(m.end + 1).is("so"_w)) {
    m.mod = DateMod::approx;
    m.end += 2;
  }
  // "last year's quarter" is the report's, a year before
  if (m.kind == Kind::shift && m.unit == Unit::year && m.shift == -1 && in.is_possessive(m.end) &&
      (in.at(m.end + 1).is("quarter"_w) || in.at(m.end + 1).is("period"_w)) &&
      (!in.is_plain_word(m.end + 2) || in.is_preposition(m.end + 2) || in.at(m.end + 2).has(Tag::be))) {
    m.kind = Kind::year_before;
    m.unit = m.grain = Unit::quarter;
    m.end += 2;
    m.rule = "dates.same-period"_rule;
  }
  extend_left(in, m);
  out.push_back(m);
  return true;
}

/// "year-end", "year's end", "month's end".
bool read_unit_end(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  if (c.has_amount || c.plural || (c.unit != Unit::year && c.unit != Unit::month && c.unit != Unit::week))
    return false;
  std::size_t i = c.end;
  if (in.is_hyphen(i) || in.is_possessive(i)) ++i;
  const bool direct = i == c.end;
  if (!in.at(i).is("end"_w) || (direct && c.unit != Unit::year)) return false;
  Mention m = start(c, Kind::anaphora, "dates.year-end"_rule);
  m.end = i + 1;
  m.mod = DateMod::end;
  if (in.is_possessive(c.end) && m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  if (in.is_possessive(c.end) && m.first > in.floor &&
      (in.at(m.first - 1).is("this"_w) || in.at(m.first - 1).is("last"_w) ||
       in.at(m.first - 1).is("next"_w))) {
    m.kind = Kind::shift;
    m.shift = in.at(m.first - 1).is("this"_w) ? 0 : in.at(m.first - 1).is("last"_w) ? -1 : 1;
    --m.first;
  }
  out.push_back(m);
  return true;
}

/// "the 18th and" before "19th centuries": the earlier of two, read as a mention of its own.
void read_earlier_ordinal(const Reader& in, const Mention& second, std::int64_t largest,
                          std::vector<Mention>& out) {
  if (second.first < in.floor + 2) return;
  const Token& link = in.at(second.first - 1);
  if (!link.is("and"_w) && !link.is("to"_w) && !link.is("or"_w)) return;
  const Quantity ordinal = read_ordinal_before(in, second.first - 1);
  if (!ordinal || ordinal.hundredths < 100 || ordinal.hundredths > largest * 100) return;
  Mention m = second;
  m.first = ordinal.first;
  m.end = ordinal.end;
  m.elided = true;
  const std::int32_t number = static_cast<std::int32_t>(ordinal.hundredths / 100);
  if (second.quarter)
    m.quarter = static_cast<std::int8_t>(number);
  else
    m.year = second.year < 0 ? -number * 100 : (number - 1) * 100;
  if (m.first > in.floor && in.at(m.first - 1).is("the"_w)) --m.first;
  m.rule = "dates.list"_rule;
  out.push_back(m);
}

/// A Roman numeral of several letters; 0 for none.
std::int32_t roman_value(const Token& token) {
  const Hit hit =
      token.has(Tag::roman_numerals) ? find_word(tables::roman_numerals::keys, token.word) : Hit{};
  return hit ? tables::roman_numerals::rows[hit.row].value : 0;
}

bool read_century(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  if (c.unit != Unit::century && c.unit != Unit::millennium) return false;
  const std::size_t e = in.is_hyphen(c.head - 1) ? c.head - 1 : c.head;
  Quantity ordinal = read_ordinal_before(in, e);
  if (!ordinal && e > in.floor && in.at(e - 1).has(token_flag::all_capitals)) {  // "the XIX century"
    const Token& roman = in.at(e - 1);
    const std::int32_t value = roman.is("v"_w) ? 5 : roman.is("x"_w) ? 10 : roman_value(roman);
    if (value) ordinal = {e - 1, e, value * 100};
  }
  if (!ordinal || ordinal.hundredths > 3000 || ordinal.hundredths < 100) return false;
  const std::int32_t length = c.unit == Unit::century ? 100 : 1000;
  if (c.unit == Unit::millennium && ordinal.hundredths > 900) return false;
  Mention m = start(c, Kind::calendar, "dates.century"_rule);
  m.first = ordinal.first;
  m.amount = {};
  m.grain = c.unit;
  m.end = c.head + 1;
  const std::int32_t number = static_cast<std::int32_t>(ordinal.hundredths / 100);
  m.year = (number - 1) * length;
  const Token& era = in.at(m.end);
  if (era.is("bc"_w) || era.is("b.c."_w) || era.is("bce"_w) || era.is("b.c"_w)) {
    m.year = -number * length;
    ++m.end;
  } else if ((era.is("ad"_w) || era.is("ce"_w)) ? era.has(token_flag::all_capitals) : era.is("a.d."_w)) {
    ++m.end;
  }
  if (c.plural) read_earlier_ordinal(in, m, 30, out);
  if (out.empty() || out.back().end <= m.first - 1 || !out.back().elided) extend_left(in, m);
  out.push_back(m);
  return true;
}

/// "the first and second quarters".
bool read_quarters(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  if (c.unit != Unit::quarter || !c.plural) return false;
  const Quantity ordinal = read_ordinal_before(in, c.head);
  if (!ordinal || ordinal.hundredths < 100 || ordinal.hundredths > 400 || near_sport(in, c.head))
    return false;
  Mention m = start(c, Kind::calendar, "dates.quarter"_rule);
  m.first = ordinal.first;
  m.end = c.head + 1;
  m.amount = {};
  m.quarter = static_cast<std::int8_t>(ordinal.hundredths / 100);
  const std::size_t found = out.size();
  read_earlier_ordinal(in, m, 4, out);
  if (out.size() == found) return false;
  out.push_back(m);
  return true;
}

bool has_duration_cue(const Reader& in, std::size_t i) {
  const Token& word = in.at(i);
  return word.is("for"_w) || word.is("in"_w) || word.is("within"_w) || word.is("after"_w) ||
         word.is("over"_w) || word.is("lasted"_w) || word.is("took"_w) || word.is("takes"_w) ||
         word.is("take"_w) || word.is("spent"_w) || word.is("lasting"_w) || word.is("last"_w) ||
         word.is("spend"_w) || word.is("than"_w) || word.is("about"_w) || word.is("nearly"_w) ||
         word.is("almost"_w) || word.is("least"_w) || word.is("by"_w) || word.is("half"_w) ||
         word.is("quarter"_w) || word.is("only"_w) || word.is("just"_w) || word.is("under"_w) ||
         word.is("once"_w) || word.is("around"_w) || word.is("during"_w) || word.is("throughout"_w) ||
         word.is("through"_w);
}

bool read_length(const Reader& in, const Counted& c, std::vector<Mention>& out) {
  Mention m = start(c, Kind::duration, "dates.duration"_rule);
  const bool long_after = in.is_hyphen(c.end) && in.at(c.end + 1).is("long"_w);
  if (long_after) {
    m.end = c.end + 2;
    if (c.article) m.first = c.head;
  }
  if (c.has_amount) {
    if (c.unit == Unit::night || c.unit == Unit::season || c.unit == Unit::half) return false;
    if (c.article && !long_after) {
      // "a year" counts when something asks how long; else it is any year.
      const Token& before = in.at(c.first - 1);
      const Token& after = in.at(c.end);
      const bool or_so = after.is("or"_w) && (in.at(c.end + 1).is("so"_w) || in.at(c.end + 1).is("more"_w));
      const bool adjective = c.head != c.first + 1;
      const bool event =
          after.is("after"_w) || after.is("before"_w) || after.is("since"_w) ||
          (after.is("to"_w) && in.at(c.end + 1).has(Tag::verbs) && !in.at(c.end + 1).is("remember"_w) &&
           !in.at(c.end + 1).is("forget"_w));  // "gave him a week to leave"
      const bool more = in.at(c.first + 1).is("additional"_w) || in.at(c.first + 1).is("extra"_w);
      if (!has_duration_cue(in, c.first - 1) && !or_so && !event && !more && c.amount.hundredths == 100)
        return false;
      if (before.is("in"_w) && c.unit == Unit::day && !event) return false;
      const Token& second = in.at(c.first + 1);
      if (adjective && !second.is("full"_w) && !second.is("whole"_w) && !second.is("additional"_w) &&
          !second.is("extra"_w) && !second.is("entire"_w))
        return false;
    }
    if (c.unit == Unit::day && in.at(c.first).is("one"_w) && in.at(c.first - 1).has(Tag::modal) &&
        !c.hyphen) {
      m.kind = Kind::reference;  // "will one day be free"
      m.reference = tables::time_references::Value::FUTURE_REF;
      m.rule = "dates.reference"_rule;
      out.push_back(m);
      return true;
    }
    if (c.amount.hundredths == 100 && !c.article && c.unit == Unit::day && in.at(c.first).is("one"_w) &&
        !has_duration_cue(in, c.first - 1) && !c.hyphen && !in.at(c.end).is("after"_w) &&
        !in.at(c.end).is("of"_w))
      return false;
  } else {
    const bool vague_plural = c.plural && c.unit != Unit::night && c.unit != Unit::quarter &&
                              c.unit != Unit::half && c.unit != Unit::season && c.unit != Unit::weekend &&
                              !c.hyphen;
    const Token& after = in.at(c.end);
    const Token& before = in.at(c.first - 1);
    const bool cue = before.is("for"_w) || before.is("within"_w) || before.is("lasted"_w) ||
                     before.is("took"_w) || before.is("spent"_w) || before.is("takes"_w) ||
                     before.is("take"_w) || before.is("in"_w) || (before.is("after"_w) && after.is("of"_w)) ||
                     before.is("over"_w) || before.is("than"_w) ||
                     ((after.is("after"_w) || after.is("before"_w)) && !before.has(Tag::determiner)) ||
                     (before.is("the"_w) && in.at(c.first - 2).is("in"_w) &&
                      (after.is("after"_w) || after.is("before"_w) || after.is("since"_w)));
    const bool whole =
        !c.plural &&
        (c.unit == Unit::day || c.unit == Unit::week || c.unit == Unit::month || c.unit == Unit::year) &&
        (before.is("all"_w) ||
         ((before.is("whole"_w) || before.is("entire"_w)) && in.at(c.first - 2).has(Tag::determiner))) &&
        c.first > in.floor && (ends_clause(in, c.end) || after.is("long"_w));
    if (whole) {
      m.amount.hundredths = 100;
      m.first = c.first - 1;
      if (after.is("long"_w)) m.end = c.end + 1;
    } else if (long_after && (vague_plural || !c.plural)) {
      m.amount.vague = c.plural;
      m.amount.hundredths = 100;
    } else if (vague_plural && cue) {
      m.amount.vague = true;
    } else {
      return false;
    }
  }
  // "the nine months", "those three days", "the entire two weeks"
  if (m.first > in.floor && !m.attributive && c.has_amount && !c.article && in.at(m.first - 1).is("the"_w))
    --m.first;
  read_exactness(in, m);
  out.push_back(m);
  return true;
}

bool is_age(const Reader& in, const Counted& c) {
  const Token& after = in.at(c.end);
  if (after.is("old"_w) || after.is("olds"_w)) return true;
  if (in.is_hyphen(c.end) && (in.at(c.end + 1).is("old"_w) || in.at(c.end + 1).is("olds"_w))) return true;
  if (after.is("of"_w) && in.at(c.end + 1).is("age"_w)) return true;
  return in.at(c.first - 1).is("aged"_w);
}

}  // namespace

bool ends_clause(const Reader& in, std::size_t i) {
  const Token& token = in.at(i);
  return token.kind == TokenKind::none || token.is_any_mark() || token.has(token_flag::gap_before) ||
         token.has(Tag::conjunction) || token.has(Tag::be) || token.has(Tag::have);
}

bool read_quarter(const Reader& in, std::size_t at, std::vector<Mention>& out);

bool read_unit(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  bool plural = false;
  const units::Row* row = unit_row(in.at(at), plural);
  if (!row) return false;
  const bool abbreviation =
      in.at(at).is("min"_w) || in.at(at).is("sec"_w) || in.at(at).is("hr"_w) || in.at(at).is("yr"_w);
  if (abbreviation && !in.at(at - 1).is_number()) return false;
  if (row->unit == Unit::second && !plural && !abbreviation) {
    const Token& before = in.at(at - 1);
    if (!before.is("per"_w) && !before.is("one"_w) && !in.is_hyphen(at - 1)) return false;
    if (in.is_hyphen(at - 1) && !in.at(at - 2).is_number()) return false;
  }
  if (row->unit == Unit::quarter && !plural && in.at(at + 1).is("to"_w) && read_clock_words(in, at, out))
    return true;
  if (!plural && row->unit <= Unit::year && read_quarter(in, at, out)) return true;
  if (row->unit == Unit::half || (row->unit == Unit::quarter && !plural)) {
    Counted c = read_counted(in, at, *row, plural);
    if (row->unit == Unit::quarter && !plural && read_near(in, c, out)) return true;
    return false;
  }
  const Counted c = read_counted(in, at, *row, plural);
  if (c.unreadable || is_age(in, c)) return false;
  // "the Six-Day War", "the Hundred Years' War"
  const Token& named = in.at(in.is_apostrophe(c.end) ? c.end + 1 : c.end);
  if (in.at(c.head).capital() && named.is("war"_w) && named.capital()) return false;
  // "three-quarters of an hour" is read at the hour
  if (row->unit == Unit::quarter && plural && in.at(at + 1).is("of"_w) && in.at(at + 2).is("an"_w))
    return false;
  if (read_quarters(in, c, out)) return true;
  if (row->unit == Unit::quarter && (!c.has_amount || c.amount.hundredths > 1200)) {
    return read_stretch(in, c, out);
  }
  return read_century(in, c, out) || read_unit_end(in, c, out) || read_distance(in, c, out) ||
         read_set(in, c, out) || read_stretch(in, c, out) || read_near(in, c, out) || read_length(in, c, out);
}

}  // namespace copydesk::dates
