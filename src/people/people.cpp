#include "people/people.h"

#include <algorithm>
#include <string>

#include "lexicon/lookup.h"
#include "people/name_runs.h"
#include "tables/first_names.gen.h"
#include "text/chars.h"
#include "values/order.h"

namespace copydesk {

using namespace literals;

namespace {

/// A person under construction.
struct Entry {
  NameRun run;                      // the fullest form
  std::uint32_t last = 0;           // hash of the surname
  std::uint32_t first = 0;          // hash of the first name, 0 for none
  std::uint32_t next = 0xffffffff;  // an older person of the same surname
  Gender gender = Gender::unknown;
  int he = 0, she = 0;
  Span role;
  std::vector<Span> mentions;
};

class PeopleFinder {
 public:
  PeopleFinder(const Text& text, const Tokens& tokens, const Syntax& syntax)
      : text_(text), tokens_(tokens), syntax_(syntax) {}

  std::vector<Person> run(const Page& page) {
    runs_ = find_name_runs(text_, tokens_, syntax_);
    std::size_t size = 64;
    while (size < runs_.size() * 2) size *= 2;
    by_last_.assign(size, kNone);
    by_first_.assign(size, kNone);
    surnames_.assign(size, {});
    read_surnames();
    for (const NameRun& r : runs_)
      if (r.words > 1 && !r.starts && is_person(r)) add(r);
    for (NameRun& r : runs_)
      if (r.words > 1 && r.starts && !shorten(r) && is_person(r)) add(r);
    for (const NameRun& r : runs_) mention(r);
    for (const HeadField& author : page.head.authors) add_author(author);
    pronouns();
    return finish();
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  static constexpr unsigned kNamesakes = 8, kProbes = 16;

  /// How the runs of one surname stand in the article.
  struct Surname {
    std::uint32_t last = 0;  // its hash
    bool alone = false;      // by itself: "Moore said"
    bool place = false;      // after "in": "in Moore", "in New Moore"
  };

  void read_surnames() {
    for (const NameRun& r : runs_) {
      Surname& seen = surname(r.last);
      if (!seen.last) seen.last = r.last;
      seen.place |= r.in_place;
      seen.alone |= r.words == 1 && !r.determined && !r.in_place;
    }
  }

  /// The slot of a surname, one of kProbes; in a text made so that they are all taken it shares the last.
  Surname& surname(std::uint32_t last) {
    std::size_t i = last & (surnames_.size() - 1);
    for (unsigned n = 1; n < kProbes && surnames_[i].last && surnames_[i].last != last; ++n)
      i = (i + 1) & (surnames_.size() - 1);
    return surnames_[i];
  }

  bool is_person(const NameRun& r) {
    if (r.institution || r.determined || r.words > 4) return false;
    if (r.title || r.role_noun || gender_of_first(r) != Gender::unknown || r.initial) return true;
    const Surname& seen = surname(r.last);
    return r.speaks || (seen.alone && !seen.place);
  }

  Gender gender_of_first(const NameRun& r) const { return r.words < 2 ? Gender::unknown : listed_gender(r); }
  Gender listed_gender(const NameRun& r) const {
    const Hit hit = find_word(tables::first_names::keys, tokens_[r.begin].word);
    if (!hit) return Gender::unknown;
    return tables::first_names::rows[hit.row].gender == tables::first_names::Gender::female ? Gender::female
                                                                                            : Gender::male;
  }

  std::uint32_t& slot(std::vector<std::uint32_t>& map, std::uint32_t hash) {
    return map[hash & (map.size() - 1)];
  }

  /// The person of this surname whom the run can mean, the latest first.
  std::uint32_t find_by_last(const NameRun& r) {
    unsigned seen = 0;
    const Gender gender = r.gender != Gender::unknown ? r.gender : gender_of_first(r);
    for (std::uint32_t e = slot(by_last_, r.last); e != kNone && seen < kNamesakes;
         e = entries_[e].next, ++seen) {
      const Entry& x = entries_[e];
      if (x.last != r.last) continue;
      if (r.words > 1 && x.first && x.first != r.first && !same_initial(r, x)) continue;
      if (gender != Gender::unknown && x.gender != Gender::unknown && x.gender != gender) continue;
      return e;
    }
    return kNone;
  }

  bool same_initial(const NameRun& r, const Entry& x) const {
    const std::string_view a = text_.slice(tokens_[r.begin].span()),
                           b = text_.slice(tokens_[x.run.begin].span());
    return a[0] == b[0] && (a.size() == 1 || b.size() == 1 || a.substr(0, 3) == b.substr(0, 3));
  }

  bool shouts(const NameRun& r) const { return tokens_[r.end - 1].has(token_flag::all_capitals); }

  /// A surname alone that two persons have, of whom neither is named more often.
  bool open_between(const NameRun& r, std::uint32_t& meant) const {
    std::size_t most = 0;
    unsigned seen = 0, rivals = 0;
    for (std::uint32_t e = meant; e != kNone && seen < kNamesakes; e = entries_[e].next, ++seen) {
      const Entry& x = entries_[e];
      if (x.last != r.last ||
          (r.gender != Gender::unknown && x.gender != Gender::unknown && x.gender != r.gender))
        continue;
      const std::size_t count = x.mentions.size();
      if (!rivals || count > most) {
        most = count;
        rivals = 1;
        meant = e;
      } else if (count == most) {
        ++rivals;
      }
    }
    return rivals > 1 && most > 0;
  }

  /// "Outsider Moore wins": first in a line, what stands before a surname that the article gives to somebody
  /// may be any word.
  bool shorten(NameRun& r) {
    if (r.title || gender_of_first(r) != Gender::unknown) return false;
    NameRun surname = r;
    surname.words = 1;
    for (surname.begin = r.end - 1; surname.begin > r.begin && syntax_.pos(surname.begin - 1) == Pos::hyphen;)
      surname.begin -= 2;
    surname.first = tokens_[surname.begin].hash;
    if (find_by_last(r) != kNone || find_by_last(surname) == kNone) return false;
    r = surname;
    return true;
  }

  std::uint32_t add(const NameRun& r) {
    if (const std::uint32_t e = find_by_last(r); e != kNone) {
      Entry& x = entries_[e];
      if (r.words > x.run.words || (r.words == x.run.words && shouts(x.run) && !shouts(r))) {
        x.run = r;
        x.first = r.words > 1 ? r.first : 0;
      }
      if (x.gender == Gender::unknown) x.gender = r.gender != Gender::unknown ? r.gender : gender_of_first(r);
      return e;
    }
    Entry x;
    x.run = r;
    x.last = r.last;
    x.first = r.words > 1 ? r.first : 0;
    x.gender = r.gender != Gender::unknown ? r.gender : gender_of_first(r);
    const auto e = static_cast<std::uint32_t>(entries_.size());
    x.next = slot(by_last_, r.last);
    entries_.push_back(x);
    slot(by_last_, r.last) = e;
    if (x.first) {
      std::uint32_t& f = slot(by_first_, x.first);
      f = f == kNone || entries_[f].first != x.first ? e : kNone;  // two of one first name: nobody
    }
    return e;
  }

  void mention(const NameRun& r) {
    std::uint32_t e = find_by_last(r);
    if (e != kNone && r.words == 1 && open_between(r, e)) return;
    if (e == kNone && r.words == 1 && !r.title) {
      const std::uint32_t f = slot(by_first_, r.first);
      if (f != kNone && entries_[f].first == r.first) e = f;
    }
    if (e == kNone && r.words == 1 && !r.institution &&
        (r.title ||
         ((r.speaks || listed_gender(r) != Gender::unknown) && !r.determined && !surname(r.last).place)))
      e = add(r);
    if (e == kNone || (r.words > 1 && r.institution)) return;
    Entry& x = entries_[e];
    const Span span{tokens_[r.begin].begin, tokens_[r.end - 1].end};
    if (!x.mentions.empty() && x.mentions.back().begin == span.begin) return;
    x.mentions.push_back(span);
    if (x.role.empty() && !r.role.empty()) x.role = r.role;
    of_run_.push_back({r.begin, e});
  }

  void add_author(const HeadField& author) {
    for (Entry& x : entries_)
      for (const Span& m : x.mentions)
        if (author.span.overlaps(m)) return;
    NameRun r;
    r.begin = static_cast<std::uint32_t>(tokens_.at_or_after(author.span.begin));
    r.end = static_cast<std::uint32_t>(tokens_.at_or_after(author.span.end));
    if (r.begin >= r.end) return;
    r.words = static_cast<std::uint8_t>(std::min<std::uint32_t>(r.end - r.begin, 4));
    r.last = tokens_[r.end - 1].hash;
    r.first = tokens_[r.begin].hash;
    const std::uint32_t e = add(r);
    entries_[e].mentions.push_back(author.span);
    sort_by(entries_[e].mentions, [](Span mention) { return mention.begin; });
  }

  /// he or she soon after a lone name speaks for its gender.
  void pronouns() {
    std::size_t k = 0;
    std::uint32_t last = kNone, at = 0, others = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (k < of_run_.size() && of_run_[k].first == i) {
        others = last != kNone && of_run_[k].second != last && i - at < 40 ? others + 1 : 0;
        last = of_run_[k++].second;
        at = i;
      }
      const Token& t = tokens_[i];
      if (!t.has(Tag::subject) && !t.has(Tag::possessive)) continue;
      const bool he = t.is("he"_w) || t.is("his"_w), she = t.is("she"_w) || t.is("her"_w);
      if ((!he && !she) || last == kNone || i - at > 25 || others) continue;
      (he ? entries_[last].he : entries_[last].she) += 1;
    }
    for (Entry& x : entries_) {
      if (x.gender == Gender::unknown && x.he != x.she &&
          (x.he == 0 || x.she == 0 || x.he > 2 * x.she || x.she > 2 * x.he))
        x.gender = x.he > x.she ? Gender::male : Gender::female;
      // "Philip" alone; "Kelly" alone may be a surname, whose he or she came first.
      if (x.gender == Gender::unknown && x.run.words == 1 && !x.run.title && x.he == x.she)
        x.gender = listed_gender(x.run);
    }
  }

  std::vector<Person> finish() {
    std::vector<Entry*> order;
    for (Entry& x : entries_)
      if (!x.mentions.empty()) order.push_back(&x);
    sort_by(order, [](const Entry* x) { return x->mentions.front().begin; });
    std::vector<Person> people;
    people.reserve(order.size());
    for (Entry* x : order) {
      Person p;
      p.name = one_space(text_.slice({tokens_[x->run.begin].begin, tokens_[x->run.end - 1].end}));
      p.role = std::string(text_.slice(x->role));
      p.gender = x->gender;
      p.mentions = std::move(x->mentions);
      people.push_back(std::move(p));
    }
    return people;
  }

  const Text& text_;
  const Tokens& tokens_;
  const Syntax& syntax_;
  std::vector<NameRun> runs_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> by_last_, by_first_;
  std::vector<Surname> surnames_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> of_run_;
};

}  // namespace

std::vector<Person> find_people(const Text& text, const Tokens& tokens, const Syntax& syntax,
                                const Page& page, const std::vector<Sentence>&) {
  return PeopleFinder(text, tokens, syntax).run(page);
}

}  // namespace copydesk
