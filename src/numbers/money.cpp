#include "numbers/money.h"

#include <algorithm>
#include <cstring>

#include "lexicon/lookup.h"
#include "lexicon/rule_names.h"
#include "numbers/units.h"
#include "tables/currencies.gen.h"
#include "tables/currency_codes.gen.h"
#include "tables/currency_places.gen.h"
#include "tables/currency_signs.gen.h"
#include "tables/dollar_prefixes.gen.h"
#include "tables/minor_currencies.gen.h"

namespace copydesk::numbers {
namespace {

using namespace literals;
namespace signs = tables::currency_signs;
namespace codes = tables::currency_codes;

bool is_sign(const Token& t) {
  return t.is_mark('$') || (t.is_any_mark() && t.word >= kPound && t.word <= kCurrency && t.word != kCent);
}

class MoneyReader {
 public:
  MoneyReader(const Source& s, Figure& f, std::size_t from) : s_(s), f_(f), from_(from) {}

  bool run() {
    if (before() || sign_after() || code_after() || name_after() || name_before()) {
      f_.kind = NumberKind::money;
      f_.rule = "numbers.money"_rule;
      return true;
    }
    return false;
  }

 private:
  void take(const char* code, const char* shared = "") {
    f_.measure.family = Measure::Family::money;
    f_.measure.id = code;
    f_.measure.shared = shared;
  }
  const signs::Row* sign_row(std::size_t at) const {
    const std::string_view text = s_.slice(at);
    for (unsigned r = 0; r < signs::size; ++r)
      if (text == signs::rows[r].sign) return &signs::rows[r];
    return nullptr;
  }
  const char* dollar_prefix(std::size_t at) const {
    const Token& t = s_[at];
    if (!t.is_word() || !t.has(Tag::dollar_prefixes) || !t.capital()) return nullptr;
    const Hit hit = find_word(tables::dollar_prefixes::keys, t.word);
    return hit ? tables::dollar_prefixes::rows[hit.row].code : nullptr;
  }

  /// "$5", "US$5", "$US5", "A$5", "EUR50", "Rs. 500", "Y=500".
  bool before() {
    if (f_.first == 0 || f_.first <= from_ || s_[f_.first].has(token_flag::line_before)) return false;
    std::size_t at = f_.first - 1;
    if (!s_[f_.first].glued() && s_[f_.first].begin - s_[at].end > 3) return false;
    if (is_sign(s_[at])) return sign_before(at);
    if (in_brackets(at)) return true;
    if (!s_[at].is_word()) {
      if (s_[at].is_mark('=') && s_[f_.first].glued() && s_[at].glued() && at > from_ &&
          s_.slice(at - 1) == "Y") {
        take("JPY");
        f_.first = static_cast<std::uint32_t>(at - 1);
        return true;
      }
      if (!(s_[at].is_mark('.') && s_[at].glued() && at > from_ && s_[at - 1].is("rs"_w))) return false;
      --at;
    }
    if (s_[at].glued() || at == 0 ? is_sign(s_[at - 1]) && at > from_ : false) {
      // "$US160", "$A5"
      const char* code = dollar_prefix(at);
      if (code && s_[f_.first].glued() && s_[at - 1].is_mark('$')) {
        take(code);
        f_.first = static_cast<std::uint32_t>(at - 1);
        return true;
      }
      return false;
    }
    return code_before(at);
  }

  /// "$(1,234)": a loss in accounts.
  bool in_brackets(std::size_t bracket) {
    if (!s_[bracket].is_mark('(') || bracket <= from_ || !s_[f_.end].is_mark(')')) return false;
    const signs::Row* row = is_sign(s_[bracket - 1]) && s_[bracket].glued() ? sign_row(bracket - 1) : nullptr;
    if (!row) return false;
    take(row->code, row->shared);
    f_.measure.bare_dollar = s_[bracket - 1].is_mark('$');
    f_.form.value = f_.form.value.negated();
    f_.form.shape |= shape::sign;
    f_.first = static_cast<std::uint32_t>(bracket - 1);
    ++f_.end;
    return true;
  }

  bool sign_before(std::size_t at) {
    const signs::Row* row = sign_row(at);
    if (!row) return false;
    f_.first = static_cast<std::uint32_t>(at);
    take(row->code, row->shared);
    if (!s_[at].is_mark('$')) return signed_amount(at);
    f_.measure.bare_dollar = true;
    if (at > from_ && s_[at - 1].is_word() && !s_[at].has(token_flag::line_before)) {
      const char* code = dollar_prefix(at - 1);
      const bool written = s_[at].glued()
                               ? s_[at - 1].capital() || s_[at - 1].has(token_flag::dotted)
                               : s_[at - 1].has(token_flag::all_capitals) && !s_[at - 1].is("us"_w);
      if (code && (written || (s_[at].glued() && s_[at - 1].is("nzd"_w)))) {
        take(code);
        f_.measure.bare_dollar = false;
        f_.first = static_cast<std::uint32_t>(at - 1);
      } else if (s_[at].glued() && code_at(at - 1)) {
        take(code_at(at - 1));
        f_.measure.bare_dollar = false;
        f_.first = static_cast<std::uint32_t>(at - 1);
      }
    } else if (at > from_ && s_[at - 1].is_mark('.') && s_[at - 1].glued() && s_[at - 2].is("u.s"_w)) {
      f_.first = static_cast<std::uint32_t>(at - 2);
      f_.measure.bare_dollar = false;
    }
    trailing_country();
    return signed_amount(f_.first);
  }

  /// "-$5": the minus before the sign.
  bool signed_amount(std::size_t at) {
    if (f_.form.has(shape::sign) || at <= from_ || at == 0) return true;
    const Token& t = s_[at - 1];
    const bool mark = s_.dash(at - 1) && s_[at].glued() && !t.glued() && !t.is_mark(kHyphen);
    if (!mark && !t.is("minus"_w)) return true;
    f_.form.value = f_.form.value.negated();
    f_.form.shape |= shape::sign;
    f_.first = static_cast<std::uint32_t>(at - 1);
    return true;
  }

  /// "$76 US", "$5 million Cdn", "$5 AUD".
  void trailing_country() {
    const Token& t = s_[f_.end];
    if (!f_.measure.bare_dollar || !t.is_word() || !t.has(token_flag::all_capitals) ||
        t.has(token_flag::line_before))
      return;
    const char* code = dollar_prefix(f_.end);
    if (!code || s_[f_.end + 1].capital()) return;
    take(code);
    f_.measure.bare_dollar = false;
    ++f_.end;
  }

  const char* code_at(std::size_t at) const {
    const Token& t = s_[at];
    if (!t.is_word() || !t.has(Tag::currency_codes)) return nullptr;
    const Hit hit = find_word(codes::keys, t.word);
    return hit ? codes::rows[hit.row].code : nullptr;
  }

  bool amount_like() const { return f_.form.has(shape::grouped | shape::point | shape::magnitude); }

  bool code_before(std::size_t at) {
    const Token& t = s_[at];
    if (!t.has(Tag::currency_codes) || !t.capital()) return false;
    const Hit hit = find_word(codes::keys, t.word);
    if (!hit) return false;
    const auto& row = codes::rows[hit.row];
    if (row.side == codes::Side::after) return false;
    const bool glued = s_[f_.first].glued() || (at + 1 < f_.first && s_[at + 1].is_mark('.'));
    const bool capitals = t.has(token_flag::all_capitals) || row.side == codes::Side::before ||
                          (glued && !row.english) || t.has(token_flag::inner_capital);
    if (!capitals) return false;
    if (t.end - t.begin == 1 && !(glued && amount_like())) return false;  // "R500 million", not "R18"
    if (row.english && !(glued || amount_like())) return false;
    if (t.is("ps"_w) &&
        !(glued && t.has(token_flag::all_capitals) && (amount_like() || f_.form.value > Decimal(5))))
      return false;
    if (t.glued() && at > 0 && s_[at - 1].is_word()) return false;
    take(row.code, row.shared);
    scale(row.exponent);
    f_.first = static_cast<std::uint32_t>(at);
    return true;
  }

  bool sign_after() {
    const Token& t = s_[f_.end];
    if (t.has(token_flag::line_before)) return false;
    if (t.is_mark(kCent)) {
      minor(0, f_.end + 1);
      return true;
    }
    if (!is_sign(t)) {
      if (s_.slice(f_.end) == "元" && t.glued()) {
        take("CNY");
        ++f_.end;
        return true;
      }
      return false;
    }
    const signs::Row* row = sign_row(f_.end);
    if (!row || f_.form.has(shape::ordinal)) return false;
    if (s_[f_.end + 1].is_number() && (s_[f_.end + 1].glued() || !t.glued())) return false;
    take(row->code, row->shared);
    f_.measure.bare_dollar = t.is_mark('$');
    ++f_.end;
    return true;
  }

  bool code_after() {
    const Token& t = s_[f_.end];
    if (!t.is_word() || t.has(token_flag::line_before)) return false;
    if (t.glued()) {
      const std::string_view text = s_.slice(f_.end);
      if (!f_.form.has(shape::digits) || (s_[f_.end + 1].glued() && s_[f_.end + 1].is_word())) return false;
      if (text == "p") {
        minor(row_of_minor("penny"), f_.end + 1);
        return true;
      }
      if (text == "c") {
        minor(row_of_minor("cent"), f_.end + 1);
        return true;
      }
    }
    if (!t.has(Tag::currency_codes) || !(t.has(token_flag::all_capitals) || t.is("kr"_w))) return false;
    const Hit hit = find_word(codes::keys, t.word);
    if (!hit) return false;
    const auto& row = codes::rows[hit.row];
    if (row.side == codes::Side::before || (row.english && !amount_like())) return false;
    take(row.code, row.shared);
    scale(row.exponent);
    ++f_.end;
    return true;
  }
  /// "MEUR 60": the code says millions.
  void scale(unsigned exponent) {
    if (exponent) f_.form.value = f_.form.value.shifted(static_cast<int>(exponent));
  }

  static unsigned row_of_minor(std::string_view id) {
    for (unsigned r = 0; r < tables::minor_currencies::size; ++r)
      if (id == tables::minor_currencies::rows[r].id) return r;
    return 0;
  }
  void minor(unsigned row, std::size_t end) {
    f_.measure.family = Measure::Family::minor;
    f_.measure.row = static_cast<std::uint16_t>(row);
    f_.measure.id = tables::minor_currencies::rows[row].id;
    f_.end = static_cast<std::uint32_t>(end);
  }

  /// "800 yuan", "million-dollar", "18 Canadian cents".
  bool name_after() {
    std::size_t at = f_.end;
    if (s_[at].has(token_flag::gap_before)) return false;
    if (s_.joins(at) || (f_.form.has(shape::vague) && s_[at].is("of"_w))) ++at;  // "millions of dollars"
    const Token& t = s_[at];
    if (!t.is_word() || f_.form.has(shape::ordinal)) return false;
    if (t.has(Tag::minor_currencies)) {
      const Hit hit = find(tables::minor_currencies::keys, s_.tokens, at);
      if (hit) {
        minor(hit.row, at + hit.length);
        return true;
      }
    }
    if (t.has(Tag::currencies)) {
      const Hit hit = find(tables::currencies::keys, s_.tokens, at);
      if (hit && name_fits(at, hit)) {
        const auto& row = tables::currencies::rows[hit.row];
        // "Mexican pesos" are nobody else's; "CFA francs" are two unions'.
        take(row.code, hit.length == 1 || t.is("cfa"_w) ? row.shared : "");
        f_.measure.bare_dollar = t.is("dollar"_w) || t.is("dollars"_w);
        f_.end = static_cast<std::uint32_t>(at + hit.length);
        return true;
      }
    }
    if ((t.is("pounds"_w) || (t.is("pound"_w) && at > f_.end)) && !t.capital()) {
      take("GBP");
      f_.measure.bare_pound = true;
      f_.end = static_cast<std::uint32_t>(at + 1);
      return true;
    }
    return false;
  }
  /// "rupees 500", "ringgit 42": names that stand like codes where amounts are written so.
  bool name_before() {
    if (f_.first == 0 || f_.first <= from_ || !f_.form.has(shape::digits) ||
        s_[f_.first].has(token_flag::line_before))
      return false;
    const std::size_t last = f_.first - 1;
    const Token& t = s_[last];
    if (!t.is("rupees"_w) && !t.is("ringgit"_w) && !t.is("naira"_w) && !t.is("taka"_w) && !t.is("dollar"_w))
      return false;
    for (std::size_t at = last > from_ ? last - 1 : last; at <= last; ++at) {
      const Hit hit = find(tables::currencies::keys, s_.tokens, at);
      if (!hit || at + hit.length != f_.first) continue;
      take(tables::currencies::rows[hit.row].code, tables::currencies::rows[hit.row].shared);
      f_.first = static_cast<std::uint32_t>(at);
      return true;
    }
    return false;
  }
  bool name_fits(std::size_t at, const Hit& hit) const {
    const Token& t = s_[at];
    if (hit.length > 1) return true;
    if (t.is("mark"_w)) return false;
    if (t.capital() && !t.has(token_flag::all_capitals) && t.has(Tag::shared_names)) return false;
    if (t.is("won"_w) || t.is("rand"_w) || t.is("real"_w) || t.is("lei"_w) || t.is("som"_w) ||
        t.is("soles"_w) || t.is("drams"_w) || t.is("lev"_w))
      return f_.form.has(shape::magnitude | shape::grouped) || f_.form.value >= Decimal(100);
    return true;
  }

  const Source& s_;
  Figure& f_;
  const std::size_t from_;
};

/// How often an article names the places and peoples of each currency.
class Votes {
 public:
  explicit Votes(const Source& s) {
    const Token* const tokens = s.tokens.begin();
    for (std::size_t i = 0, size = s.tokens.size(); i < size; ++i) {
      const Token& t = tokens[i];
      if (!t.capital() || !t.has(Tag::currency_places)) continue;
      if (t.is("us"_w) && !t.has(token_flag::all_capitals)) continue;
      const Hit hit = find(tables::currency_places::keys, s.tokens, i);
      if (!hit || s[i + hit.length].has(Tag::currencies))
        continue;  // "Mexican pesos" says nothing of other pesos
      add(tables::currency_places::rows[hit.row].code);
    }
  }

  unsigned of(std::string_view code) const {
    for (const Vote& vote : votes_)
      if (code == vote.code) return vote.count;
    return 0;
  }

  /// The code of `shared` (codes parted by blanks) named most often, in the table's own storage; empty when
  /// none is.
  const char* best(std::string_view shared) const {
    const char* best = "";
    unsigned most = 0;
    while (!shared.empty()) {
      const std::size_t end = std::min(shared.find(' '), shared.size());
      for (const Vote& vote : votes_)
        if (shared.substr(0, end) == vote.code && vote.count > most) {
          best = vote.code;
          most = vote.count;
        }
      shared.remove_prefix(std::min(end + 1, shared.size()));
    }
    return best;
  }

 private:
  struct Vote {
    const char* code;
    unsigned count;
  };
  void add(const char* code) {
    for (Vote& vote : votes_)
      if (std::strcmp(vote.code, code) == 0) {
        ++vote.count;
        return;
      }
    votes_.push_back({code, 1});
  }
  std::vector<Vote> votes_;
};

constexpr const char* kDollars = "AUD CAD NZD HKD SGD";

/// A bare "$": another country's where the article names that country at least twice, more often than any
/// other, and writes "US$" beside it; a candidate where it does not.
void settle_dollar(Figure& f, const Votes& votes, bool us_marked) {
  const char* best = votes.best(kDollars);
  f.measure.shared = "";
  if (votes.of(best) < 2 || votes.of(best) <= votes.of("USD")) return;
  f.confidence = Confidence::medium;
  f.measure.shared = best;
  if (!us_marked) return;
  f.measure.first = f.measure.id;
  f.measure.id = best;
}

/// A name or a sign of several currencies: the one whose country the article names most often.
void settle_shared(Figure& f, const Votes& votes) {
  const char* best = votes.best(f.measure.shared);
  const unsigned own = votes.of(f.measure.id), other = votes.of(best);
  if (other > own) {
    f.measure.first = f.measure.id;
    f.measure.id = best;
    f.confidence = own ? Confidence::low : Confidence::medium;
  } else if (own > 0 && other == 0) {
    f.measure.shared = "";
  } else {
    f.confidence = Confidence::medium;
  }
}

}  // namespace

bool attach_money(const Source& source, Figure& figure, std::size_t from) {
  return MoneyReader(source, figure, from).run();
}

void settle_currencies(const Source& source, std::vector<Figure>& figures) {
  bool shared = false, us_marked = false, pounds = false, sterling = false;
  for (const Figure& f : figures) {
    if (f.measure.family != Measure::Family::money) continue;
    shared |= f.measure.bare_dollar || *f.measure.shared;
    us_marked |= !f.measure.bare_dollar && std::strcmp(f.measure.id, "USD") == 0;
    pounds |= f.measure.bare_pound;
    sterling |= !f.measure.bare_pound && std::strcmp(f.measure.id, "GBP") == 0;
  }
  if (shared) {
    const Votes votes(source);
    for (Figure& f : figures) {
      if (f.measure.bare_dollar)
        settle_dollar(f, votes, us_marked);
      else if (f.measure.family == Measure::Family::money && *f.measure.shared)
        settle_shared(f, votes);
    }
  }
  if (pounds)
    for (Figure& f : figures) {
      if (!f.measure.bare_pound || sterling || f.form.has(shape::magnitude)) continue;
      set_unit(f, "pound");
      f.kind = NumberKind::measure;
      f.rule = "numbers.measure"_rule;
    }
}

}  // namespace copydesk::numbers
