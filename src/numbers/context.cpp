#include "numbers/context.h"

#include "lexicon/lookup.h"
#include "numbers/nouns.h"
#include "tables/verbs.gen.h"
#include "tables/year.features.gen.h"
#include "tables/year_cues.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
namespace year = features::year;

bool is_month(const Token& t) {
  return t.has(Tag::months) && t.capital();
}

class Judge {
 public:
  Judge(const Source& s, const Figure& f, bool headline)
      : s_(s),
        f_(f),
        headline_(headline),
        before_(s[std::size_t{f.first} - 1]),
        self_(s[f.form.first]),
        next_(s[f.end]),
        bare_(!f.measure && !f.form.has(shape::grouped | shape::magnitude | shape::sign | shape::vague |
                                        shape::scientific | shape::ratio | shape::plus_minus)) {}

  bool no_figure() const {
    if (f_.measure) return measured_name() || some_day() || military_time();
    if (f_.form.has(shape::ordinal)) return no_ordinal();
    if (f_.form.has(shape::digits)) {
      if (joined_to_word() || in_date() || clock() || leading_zero()) return true;
      if (bare_ &&
          (is_year() || label() || list_mark() || address() || numbered_thing() || coded() || type_name()))
        return true;
      if (f_.form.has(shape::magnitude) && letter_name()) return true;
    }
    if (bare_ && name()) return true;
    if (!f_.form.has(shape::digits)) return no_word();
    return false;
  }

 private:
  std::int64_t whole() const { return f_.form.value.small(99999); }

  /// Figures with units are names only where a capital unit ends one: "The 5 Mile Club" stays a measure.
  bool measured_name() const {
    if (!f_.form.has(shape::digits) || f_.measure.family != Measure::Family::unit) return false;
    return joined_left() || lettered_type();
  }

  /// "Boeing 777F", "Model 3s": a letter glued to the digits behind a name is no unit.
  bool lettered_type() const {
    const Token& letter = s_[f_.end - 1];
    if (f_.kind == NumberKind::age) return false;
    if (f_.end != f_.form.end + 1 || !letter.glued() || letter.end - letter.begin != 1) return false;
    return f_.form.shape == shape::digits && before_.is_word() && (name() || label()) &&
           !opens(s_, f_.first - 1);
  }

  /// "0600 hours", "at 1430 hours": a time of day.
  bool military_time() const {
    if (!s_[f_.end - 1].is("hours"_w) || f_.form.shape != shape::digits) return false;
    const std::string_view text = s_.slice(f_.form.first);
    const std::int64_t n = whole();
    if (text.size() != 4 || n >= 2400 || n % 100 >= 60) return false;
    return text[0] == '0' || before_.is("at"_w) || before_.is("by"_w) || before_.is("until"_w) ||
           before_.is("from"_w) || before_.is("before"_w);
  }

  /// "the 737 Max", "a 747", "7-Eleven": a type or a brand named by its number.
  bool type_name() const {
    if (f_.form.shape != shape::digits) return false;
    if (next_.has(Tag::type_words) && (next_.capital() || is_airliner())) return true;
    if (is_airliner() && (before_.is("a"_w) || before_.is("the"_w) || before_.is("its"_w)) &&
        !plural_noun(s_, f_.end))
      return true;
    return s_.joins(f_.end) && s_[f_.end + 1].capital() && s_[f_.end + 1].has(Tag::number_words) &&
           !headline_;
  }
  bool is_airliner() const {
    const std::int64_t n = whole();
    return n >= 707 && n <= 797 && n % 10 == 7;
  }

  /// "3M said", "3M's", "a 4K screen": digits and a capital letter that are a name.
  bool letter_name() const {
    const Token& letter = s_[f_.form.end - 1];
    if (f_.measure || f_.form.end != f_.form.first + 2 || !letter.glued() || !letter.capital()) return false;
    if (letter.end - letter.begin != 1 || self_.end - self_.begin != 1) return false;
    if (letter.is("k"_w))
      return (self_.begin + 1 == self_.end && is_video(s_.slice(f_.form.first)[0])) &&
             !plural_noun(s_, f_.end);
    return next_.is("'s"_w) || (next_.is_word() && next_.capital()) || is_verb(s_.syntax.pos(f_.end));
  }
  static bool is_video(char digit) { return digit == '4' || digit == '8'; }

  /// "will one day": no span of time, unless something measures it.
  bool some_day() const {
    if (!self_.is("one"_w) || f_.end != f_.first + 2 || !s_[f_.end - 1].is("day"_w) || s_[f_.end - 1].glued())
      return false;
    return !(before_.is("only"_w) || before_.is("just"_w) || before_.is("than"_w) || before_.is("for"_w) ||
             before_.is("in"_w) || before_.is("within"_w) || before_.is("after"_w) || before_.is("least"_w) ||
             before_.is("about"_w) || before_.is("by"_w) || before_.is("and"_w) || next_.is("before"_w) ||
             next_.is("after"_w) || next_.is("of"_w) || next_.is("later"_w) || next_.is("ago"_w));
  }

  bool joined_left() const {
    if (!s_[f_.first].glued() || f_.first == 0) return false;
    if (before_.is_word() || before_.is_number()) return true;
    if (!before_.is_any_mark()) return false;
    switch (before_.word) {
      case '/':
      case '_':
      case '=':
      case '@':
      case '&':
      case '#':
      case '\\':
      case '^':
      case '+':
        return before_.word != '+' || before_.glued();
      case ':':
        return before_.glued() && s_[f_.first - 2].is_number() && whole() > 9;
      case '.':
        return before_.glued() && !s_[f_.first - 2].is_any_mark();
      case '\'':
      case kRightSingle:
      case kLeftSingle:
        return f_.form.end - f_.form.first == 1 && self_.end - self_.begin == 2 && !before_.glued();
      default:
        break;
    }
    if (!s_.dash(f_.first - 1) || !before_.glued()) return false;
    const Token& word = s_[f_.first - 2];
    if (word.glued() && s_[f_.first - 3].is_number()) return false;  // "38C-40C"
    if (!word.is_word() || word.has(Tag::number_words) || word.is("to"_w) || word.is("magnitude"_w) ||
        word.is("sub"_w))
      return false;
    return !(f_.measure && !word.capital());
  }

  bool joined_to_word() const {
    if (joined_left()) return true;
    if (!next_.glued()) return false;
    if (next_.is_word() && !next_.is("'s"_w)) return true;
    if (next_.is_mark('/') || next_.is_mark('_') || next_.is_mark('@'))
      return s_[f_.end + 1].glued() && (s_[f_.end + 1].is_word() || s_[f_.end + 1].is_number());
    return false;
  }

  bool leading_zero() const {
    const std::string_view text = s_.slice(f_.form.first);
    return text.size() > 1 && text[0] == '0' && !f_.form.has(shape::point) &&
           f_.form.end - f_.form.first == 1;
  }

  /// "June 3", "3 June", "3rd of June", "Jan. 3", "June 3 and 4".
  bool in_date() const {
    if (f_.form.has(shape::grouped | shape::point)) return false;
    const std::int64_t n = whole();
    if (n < 0) return false;
    if (is_era(f_.end)) return true;
    if (is_month(next_) && n <= 31 && !f_.form.has(shape::magnitude) && !month_is_verb(f_.end)) return true;
    if ((next_.is("of"_w) || next_.is_mark('-')) && is_month(s_[f_.end + 1]) && n <= 31) return true;
    if (n <= 31 && day_range_follows()) return true;
    std::size_t at = f_.first;
    for (unsigned step = 0; step < 3 && at > 0; ++step) {
      const Token& t = s_[at - 1];
      if (is_month(t) || (t.is_mark('.') && is_month(s_[at - 2]))) return n <= 31 || (n >= 1000 && n < 2100);
      if (t.is_mark('-') || t.is_mark(kEnDash) || t.is("and"_w) || t.is("to"_w) || t.is_mark(',') ||
          t.is("or"_w)) {
        if (at < 2 || !(s_[at - 2].is_number() || s_[at - 2].is("th"_w))) return false;
        at -= s_[at - 2].is("th"_w) ? 3 : 2;
        continue;
      }
      return false;
    }
    return false;
  }
  /// "264 BC", "264 to 241 B.C.", "AD 79".
  bool is_era(std::size_t at) const {
    const auto era = [&](const Token& t) {
      return (t.is("bc"_w) || t.is("b.c."_w) || t.is("b.c"_w) || t.is("bce"_w) || t.is("ad"_w) ||
              t.is("a.d."_w) || t.is("ce"_w)) &&
             t.has(token_flag::all_capitals);
    };
    if (era(s_[at]) || (before_.is_word() && (before_.is("ad"_w) || before_.is("a.d."_w)) && era(before_)))
      return true;
    const bool link = s_[at].is("to"_w) || s_.dash(at) || s_[at].is("and"_w);
    return link && s_[at + 1].is_number() && era(s_[at + 2]);
  }
  /// "6-7 January", "6 and 7 January".
  bool day_range_follows() const {
    const bool link = next_.is("to"_w) || s_.dash(f_.end) || next_.is("and"_w) || next_.is("or"_w);
    return link && s_[f_.end + 1].is_number() && s_[f_.end + 1].end - s_[f_.end + 1].begin <= 2 &&
           is_month(s_[f_.end + 2]);
  }
  bool month_is_verb(std::size_t i) const { return s_[i].is("may"_w) && !s_[i].capital(); }

  bool clock() const {
    if (bare_ && (before_.is("to"_w) || before_.is("past"_w)) && to_the_hour()) return true;
    if (next_.has(Tag::clock_words) && !next_.has(token_flag::gap_before)) {
      if (next_.is("am"_w) && !next_.glued() && f_.form.value > Decimal(12)) return false;
      return true;
    }
    if (!bare_ || whole() < 1 || whole() > 12) return false;
    if (next_.is("in"_w) && s_[f_.end + 1].is("the"_w)) {
      const Token& t = s_[f_.end + 2];
      return t.is("morning"_w) || t.is("afternoon"_w) || t.is("evening"_w);
    }
    return false;
  }

  /// "quarter to 6", "ten past six", "half past nine".
  bool to_the_hour() const {
    if (whole() < 1 || whole() > 12) return false;
    const Token& minutes = s_[f_.first - 2];
    return minutes.is("quarter"_w) || (minutes.is("half"_w) && before_.is("past"_w));
  }

  bool is_year() const {
    if (f_.form.has(shape::point | shape::multiple | shape::fraction) || f_.form.end - f_.form.first != 1)
      return false;
    const std::int64_t n = whole();
    if (n < 1000 || n >= 2100) return false;
    if (s_.joins(f_.end) && s_[f_.end + 1].has(Tag::counted_nouns)) return false;  // "a 1950-seat hall"
    weigh::Score e(year::model);
    e.add(year::band[n < 1600   ? year::band_is::medieval
                     : n < 1900 ? year::band_is::old
                     : n < 2040 ? year::band_is::near
                                : year::band_is::far]);
    e.add(year::before[before_value()]);
    e.add(year::next[next_value()]);
    e.add_if(approximated(), year::approximated);
    return e.sum() > 0;
  }
  unsigned before_value() const {
    namespace is = year::before_is;
    if (f_.first == 0 || s_[f_.first].has(token_flag::gap_before)) return is::none;
    if (before_.has(Tag::year_cues)) {
      const Hit hit = find_word(tables::year_cues::keys, before_.word);
      if (hit && tables::year_cues::rows[hit.row].cue == tables::year_cues::Cue::strong) return is::strong;
      if (before_.is("the"_w)) return is::article;
      return is::weak;
    }
    if (s_.dash(f_.first - 1) && s_[f_.first - 2].is_number()) return is::dash;
    if (before_.has(Tag::possessive) || before_.is("'s"_w) || before_.is("a"_w) || before_.is("an"_w))
      return is::article;
    if (before_.is_mark(',')) return is::comma;
    if (before_.is_mark('(')) return is::open;
    if (before_.is_mark('-') || before_.is_mark(kEnDash) || before_.is_mark('/')) return is::dash;
    if (before_.is_number()) return is::number;
    if (before_.is_word() && before_.capital()) return is::capital;
    return is::other;
  }
  unsigned next_value() const {
    namespace is = year::next_is;
    if (next_.kind == TokenKind::none || next_.has(token_flag::gap_before)) return is::end;
    if (next_.is_mark(')')) return is::close;
    if (s_.dash(f_.end) && s_[f_.end + 1].is_number()) return is::dash;
    if (next_.is_any_mark()) return is::end;
    if (plural_noun(s_, f_.end)) return is::plural;
    if (next_.is_word() && next_.capital()) return is::capital;
    if (next_.has(Tag::np_stops)) return is::stop;
    return is::lower;
  }
  bool approximated() const {
    return before_.is("about"_w) || before_.is("than"_w) || before_.is("nearly"_w) ||
           before_.is("almost"_w) || before_.is("some"_w) || before_.is("over"_w) || before_.is("least"_w) ||
           before_.is("roughly"_w) || before_.is("approximately"_w);
  }

  /// "Flight 103", "No. 10", "page 12".
  bool label() const {
    if (before_.is_mark('#')) return true;
    if (f_.form.has(shape::fraction | shape::multiple)) return false;
    const bool dotted = before_.is_mark('.') && before_.glued();
    const Token& word = dotted ? s_[f_.first - 2] : before_;
    if (!word.has(Tag::number_labels) || s_[f_.first].has(token_flag::line_before)) return false;
    if (dotted && !(word.is("no"_w) || word.is("nos"_w) || word.is("nr"_w) || word.is("fig"_w) ||
                    word.is("vol"_w) || word.is("ext"_w) || word.is("apt"_w) || word.is("sec"_w)))
      return false;
    if (word.is("no"_w) && !dotted && !word.capital()) return false;
    return word.capital() || !plural_noun(s_, f_.end) || word.has(Tag::number_words);
  }

  /// "1.", "2)" and "3 -" at a line's start, "(3)" and "[4]".
  bool list_mark() const {
    const bool starts = s_[f_.first].has(token_flag::line_before) || f_.first == 0;
    if (starts && s_.dash(f_.end) && !next_.glued() && !s_[f_.end + 1].glued() && whole() < 100 &&
        s_[f_.end + 1].capital())
      return true;
    if (starts && next_.glued() && (next_.is_mark('.') || next_.is_mark(')')) && whole() < 100 &&
        s_[f_.end + 1].is_word() && !s_[f_.end + 1].has(token_flag::line_before))
      return !f_.form.has(shape::point);
    if (next_.glued() && next_.is_mark(')') && whole() < 100 && !f_.form.has(shape::point) && unopened())
      return true;  // "1) wash, 2) dry"
    return (before_.is_mark('[') && next_.is_mark(']')) ||
           (before_.is_mark('(') && next_.is_mark(')') && whole() >= 0 && whole() < 100);
  }

  /// No bracket is open before the figure.
  bool unopened() const {
    constexpr std::size_t kReach = 12;
    for (std::size_t k = 1; k <= kReach && k <= f_.first; ++k) {
      const Token& t = s_[f_.first - k];
      if (t.is_mark('(')) return false;
      if (t.is_mark(')') || t.has(token_flag::gap_before)) break;
    }
    return true;
  }

  /// "401(k)", "501(c)(3)"; the numbers for emergencies: "dial 999", "a 911 call".
  bool coded() const {
    if (next_.glued() && next_.is_mark('(') && s_[f_.end + 1].glued() && s_[f_.end + 1].is_word() &&
        s_[f_.end + 1].end - s_[f_.end + 1].begin == 1 && s_[f_.end + 2].is_mark(')'))
      return true;
    const std::int64_t n = whole();
    if ((n != 911 && n != 999 && n != 112) || f_.form.shape != shape::digits) return false;
    return next_.is("call"_w) || next_.is("calls"_w) || next_.is("dispatcher"_w) || next_.is("operator"_w) ||
           before_.is("called"_w) || before_.is("calling"_w) || before_.is("call"_w) ||
           before_.is("dial"_w) || before_.is("dialed"_w) || before_.is("dialled"_w);
  }

  /// "the 32 bus", "the 400 block of".
  bool numbered_thing() const {
    if (!before_.is("the"_w)) return false;
    if (next_.is("block"_w)) return s_[f_.end + 1].is("of"_w);
    return next_.is("bus"_w) || next_.is("tram"_w) || next_.is("train"_w) || next_.is("ferry"_w);
  }

  /// "221 Mill Street", "10 Elm Rd".
  bool address() const {
    for (std::size_t k = f_.end; k < f_.end + 4; ++k) {
      const Token& t = s_[k];
      if (!t.is_word() || !t.capital() || t.has(token_flag::line_before)) return false;
      if (k > f_.end && t.has(Tag::street_words)) return true;
      if (k == f_.end && (t.is("ave"_w) || t.is("avenue"_w) || t.is("rue"_w)) && s_[k + 1].capital())
        return true;
      if (k == f_.end && f_.form.has(shape::ordinal) && t.has(Tag::street_words)) return true;
    }
    return false;
  }

  /// A word with a capital just before, no comma between, that is no ordinary sentence opener: "Mate 9".
  bool name() const {
    if (f_.first == 0 || s_[f_.first].has(token_flag::line_before)) return false;
    if (!before_.is_word() || f_.form.has(shape::fraction | shape::multiple)) return capital_name();
    if (f_.form.has(shape::point) && f_.form.value < Decimal(1))
      return false;  // "CI 0.61": no version is below 1
    if (before_.has(token_flag::inner_capital) && !before_.has(token_flag::wide)) return true;
    if (!before_.capital() || before_.has(Tag::capital_words) || is_month(before_)) return capital_name();
    if (before_.has(Tag::number_words) || before_.is("'s"_w) || is_score()) return false;
    if (s_.syntax.soft_capital(f_.first - 1)) {
      const Pos pos = s_.syntax.pos(f_.first - 1);
      if (pos != Pos::noun && pos != Pos::name && pos != Pos::none) return capital_name();
    }
    if (plural_noun(s_, f_.end) && !before_.has(token_flag::all_capitals) && before_.end - before_.begin > 1)
      return false;
    if (!f_.form.has(shape::digits)) return s_[f_.form.first].capital() && !headline_;
    if (headline_ && next_.is_word() && next_.capital()) return false;
    return !(opens(s_, f_.first - 1) && before_.has(Tag::np_stops));
  }

  /// "Rovers 2-1 City": two digits at most on both sides of the dash.
  bool is_score() const {
    if (!s_.dash(f_.end) || !s_[f_.end + 1].is_number() || whole() < 0 || whole() > 99) return false;
    return s_[f_.end + 1].end - s_[f_.end + 1].begin <= 2;
  }

  /// A number word with a capital inside a sentence: "Group of Seven", "Big Ten".
  bool capital_name() const {
    if (f_.form.has(shape::digits) || headline_ || !self_.capital() || f_.form.has(shape::fraction))
      return false;
    if (opens(s_, f_.first))
      return next_.capital() && next_.is_word() && f_.form.end - f_.form.first == 1 &&
             s_[f_.end + 1].capital();
    return !self_.has(token_flag::all_capitals);
  }

  // --- words ------------------------------------------------------------------------------------

  bool no_word() const {
    if (before_.is("year"_w) && f_.form.value.small(2099) >= 2000) return true;
    if (f_.form.has(shape::vague | shape::fraction | shape::ratio | shape::magnitude | shape::multiple))
      return false;
    if (is_month(next_)) return true;
    if ((before_.is("to"_w) || before_.is("past"_w)) && to_the_hour()) return true;
    if (next_.has(Tag::clock_words) && !next_.is("am"_w)) return true;
    if (self_.is("one"_w) && f_.form.end - f_.form.first == 1) return pronoun();
    if (self_.is("zero"_w) && f_.form.end - f_.form.first == 1) return zero_name();
    return false;
  }

  bool number_follows(std::size_t i) const { return s_[i].is_number() || s_[i].has(Tag::number_words); }

  bool pronoun() const {
    if (before_.kind == TokenKind::none && next_.kind == TokenKind::none) return false;
    if (before_.is("no"_w) || before_.is("any"_w) || before_.is("every"_w) || before_.is("each"_w) ||
        before_.is("this"_w) || before_.is("that"_w) || before_.is("the"_w) || before_.is("another"_w) ||
        before_.is("which"_w) || before_.is("such"_w) || before_.is("some"_w))
      return true;
    if (s_.joins(f_.end)) return true;
    if ((before_.is("to"_w) || before_.is("or"_w)) && number_follows(f_.first - 2)) return false;
    if (s_.joins(f_.first - 1)) return !number_follows(f_.first - 2);
    if ((next_.is("or"_w) || next_.is("to"_w) || next_.is_mark('-')) && number_follows(f_.end + 1))
      return false;
    if (!next_.is_word() || next_.has(Tag::np_stops) || next_.is("'s"_w) || next_.is("another"_w))
      return true;
    if (is_verb(s_.syntax.pos(f_.end)) || is_auxiliary(s_.syntax.pos(f_.end)) || third_person(next_))
      return true;
    if (next_.is("day"_w) || next_.is("thing"_w))
      return !(before_.is("only"_w) || before_.is("just"_w) || before_.is("than"_w));
    return next_.has(token_flag::line_before);
  }

  /// "one goes", "one studies": behind "one" no plural is counted.
  static bool third_person(const Token& t) { return has_form(tables::verbs::keys, t.word, tables::verbs::s); }

  bool zero_name() const {
    if (s_.joins(f_.end) || s_.joins(f_.first - 1)) return true;
    return next_.is("in"_w) || next_.is("tolerance"_w) || before_.is("ground"_w) || before_.is("net"_w) ||
           before_.is("year"_w) || before_.is("patient"_w);
  }

  bool no_ordinal() const {
    if (f_.form.has(shape::roman)) return false;
    if (in_date()) return true;
    const bool hyphen = s_.joins(f_.end);
    const Token& noun = hyphen ? s_[f_.end + 1] : next_;
    if (noun.has(Tag::ordinal_stops)) return true;
    if (self_.is("third"_w) &&
        (noun.is("party"_w) || noun.is("parties"_w) || noun.is("world"_w) || noun.is("rail"_w)))
      return true;
    if (self_.is("second"_w) && (next_.is("to"_w) ? s_[f_.end + 1].is("none"_w)
                                                  : noun.is("nature"_w) || noun.is("thoughts"_w) ||
                                                        noun.is("thought"_w) || noun.is("wind"_w)))
      return true;
    if (self_.is("first"_w) && (noun.is("aid"_w) || noun.is("responder"_w) || noun.is("responders"_w)))
      return true;
    if (address()) return true;
    if (f_.form.has(shape::digits)) return joined_left() || (next_.glued() && next_.is_word());
    if (f_.form.end - f_.form.first > 1) return false;
    if (next_.is("of"_w) && (is_month(s_[f_.end + 1]) || s_[f_.end + 1].is("all"_w))) return true;
    if (self_.capital() && !headline_ && !opens(s_, f_.first)) return true;
    if (self_.capital() && noun.capital() && noun.is_word() && !headline_) return true;
    if (next_.is_mark(',') && opens(s_, f_.first)) return true;
    const bool determined = determiner(before_);
    if (self_.is("second"_w)) {
      if (before_.is("i"_w) || before_.is("we"_w) || before_.is("to"_w)) return true;
      if (before_.is("per"_w) || before_.is("every"_w) || before_.is("split"_w) || before_.is("one"_w))
        return true;
      if (before_.is("a"_w) && (!next_.is_word() || next_.has(Tag::np_stops))) return true;
    }
    if (self_.is("first"_w)) return !determined && !noun_after(noun);
    return false;
  }
  /// "in first place", "for second time": a preposition before, a noun behind.
  bool noun_after(const Token& noun) const {
    if (!noun.is_word() || noun.has(Tag::np_stops)) return false;
    return before_.is("in"_w) || before_.is("for"_w) || before_.is("of"_w) || before_.is("on"_w) ||
           before_.is("from"_w) || before_.is("as"_w) || before_.is("with"_w) || noun.is("time"_w) ||
           noun.is("place"_w);
  }
  bool determiner(const Token& t) const {
    return t.is("the"_w) || t.is("a"_w) || t.is("an"_w) || t.is("'s"_w) || t.is("his"_w) || t.is("her"_w) ||
           t.is("its"_w) || t.is("their"_w) || t.is("our"_w) || t.is("my"_w) || t.is("your"_w) ||
           t.is("this"_w) || t.is("that"_w) || t.is("very"_w) || t.is("only"_w) || t.is("every"_w) ||
           t.is_mark('\'') || t.is_mark(kRightSingle) || t.has(Tag::number_words);
  }

  const Source& s_;
  const Figure& f_;
  const bool headline_;
  const Token& before_;
  const Token& self_;
  const Token& next_;
  const bool bare_;
};

}  // namespace

bool is_no_figure(const Source& source, const Figure& figure, bool headline) {
  return Judge(source, figure, headline).no_figure();
}

}  // namespace copydesk::numbers
