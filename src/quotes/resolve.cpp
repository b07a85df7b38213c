#include "quotes/resolve.h"

#include <algorithm>

#include "quotes/speaker.h"
#include "values/order.h"

namespace copydesk {

using namespace literals;

namespace {

constexpr unsigned kMentions = 32;  // how far back a pronoun looks
constexpr std::uint32_t kParagraphs = 12;

}  // namespace

Resolver::Resolver(const Scene& scene, const std::vector<Person>& people) : scene_(scene), people_(people) {
  std::size_t total = 0;
  for (const Person& p : people) total += p.mentions.size();
  mentions_.reserve(total);
  for (std::uint32_t i = 0; i < people.size(); ++i)
    for (const Span& m : people[i].mentions) mentions_.push_back({m, i});
  sort_by(mentions_, [](const Mention& mention) { return mention.span.begin; });
  paragraph_of_.resize(mentions_.size());
  unit_of_.assign(mentions_.size(), Units::kNone);
  std::size_t m = 0;
  for (std::uint32_t u = 0; u < scene.units.size() && m < mentions_.size(); ++u) {
    const Unit& x = scene.units[u];
    if (x.end <= x.begin) continue;
    const std::uint32_t end = scene.tokens[x.end - 1].end;
    for (; m < mentions_.size() && mentions_[m].span.begin < end; ++m) {
      paragraph_of_[m] = x.paragraph;
      if (x.kind != UnitKind::stretch) unit_of_[m] = u;
    }
  }
}

std::size_t Resolver::mention_before(std::uint32_t byte) const {
  return static_cast<std::size_t>(
      std::lower_bound(mentions_.begin(), mentions_.end(), byte,
                       [](const Mention& m, std::uint32_t at) { return m.span.begin < at; }) -
      mentions_.begin());
}

std::optional<std::uint32_t> Resolver::named_in(Span span) const {
  const std::size_t after = mention_before(span.end);
  if (after == 0 || mentions_[after - 1].span.begin < span.begin) return {};
  return mentions_[after - 1].person;
}

Resolver::Addressed Resolver::addressed_in(Span content) const {
  Addressed out;
  unsigned count = 0;
  for (std::size_t m = mention_before(content.begin);
       m < mentions_.size() && mentions_[m].span.end <= content.end && count < std::size(out.person); ++m) {
    const Span span = mentions_[m].span;
    const std::size_t first = scene_.tokens.at_or_after(span.begin);
    const Token& behind = scene_.tokens[scene_.tokens.at_or_after(span.end)];
    const bool opens = span.begin == content.begin || scene_.tokens[first - 1].is_mark(',');
    const bool closes = span.end == content.end || behind.is_mark(',') || behind.is_mark('!') ||
                        behind.is_mark('?') || behind.is_mark('.');
    if (opens && closes) out.person[count++] = mentions_[m].person;
  }
  return out;
}

void Resolver::spoke(std::uint32_t person, std::uint32_t paragraph) {
  if (speaker_[0] != person) {
    speaker_[1] = speaker_[0];
    spoke_in_[1] = spoke_in_[0];
  }
  speaker_[0] = person;
  spoke_in_[0] = paragraph;
}

std::optional<std::uint32_t> Resolver::person_of(std::uint32_t unit) {
  const Unit& u = scene_.units[unit];
  if (u.kind == UnitKind::relative) {
    // "Ann Lee, who said": the nearest phrase before.
    for (std::uint32_t k = unit, steps = 0; k > 0 && steps < 4; ++steps) {
      const Unit& x = scene_.units[--k];
      if (x.sentence != u.sentence) break;
      if (x.kind == UnitKind::phrase) return person_of(k);
    }
    return {};
  }
  if (u.kind != UnitKind::phrase) return {};
  const NounPhrase& np = scene_.syntax.phrases()[u.index];
  const Token& head = scene_.tokens[np.head];
  if (const std::uint32_t behind = name_behind(scene_, unit); behind != Units::kNone) {
    const Unit& name = scene_.units[behind];
    if (const auto p = named_in(scene_.bytes(name.begin, name.end))) return p;
  }
  if (np.kind == PhraseKind::name) {
    const auto p = named_in(scene_.bytes(np.genitive ? np.genitive : u.begin, u.end));
    if (p || !head.has(Tag::person_noun)) return p;  // "the Minister" is a role
  }
  if (np.kind == PhraseKind::pronoun) {
    if (head.is("he"_w) || head.is("him"_w) || head.is("himself"_w)) return pronoun(unit, Gender::male);
    if (head.is("she"_w) || head.is("her"_w) || head.is("herself"_w)) return pronoun(unit, Gender::female);
    return {};
  }
  if (np.kind != PhraseKind::noun && np.kind != PhraseKind::name) return {};
  // "the mayor of Linden, Ann Lee," and "Ann Lee, the mayor,".
  const auto beside = [&](std::uint32_t comma, std::uint32_t other) -> std::optional<std::uint32_t> {
    if (scene_.units[comma].kind != UnitKind::comma || scene_.units[other].kind != UnitKind::phrase ||
        scene_.units[other].sentence != u.sentence)
      return {};
    const NounPhrase& x = scene_.syntax.phrases()[scene_.units[other].index];
    if (x.kind != PhraseKind::name) return {};
    return named_in(scene_.bytes(x.begin, x.end));
  };
  if (!head.has(Tag::person_noun)) return {};
  std::uint32_t last = unit;
  if (scene_.units[unit + 1].kind == UnitKind::preposition &&
      scene_.tokens[scene_.units[unit + 1].begin].is("of"_w))
    last += 2;
  if (const auto p = beside(last + 1, last + 2)) return p;
  if (unit >= 2)
    if (const auto p = beside(unit - 1, unit - 2)) return p;
  return role(unit);
}

std::optional<std::uint32_t> Resolver::role(std::uint32_t unit) const {
  const Unit& u = scene_.units[unit];
  if (!scene_.tokens[u.begin].is("the"_w)) return {};
  const NounPhrase& np = scene_.syntax.phrases()[u.index];
  const std::string_view head = scene_.text.slice(scene_.tokens[np.head].span());
  std::size_t m = mention_before(scene_.tokens[u.begin].begin);
  for (unsigned steps = 0; m > 0 && steps < kMentions; ++steps) {
    const Person& p = people_[mentions_[--m].person];
    const std::string_view role = p.role;
    if (role.size() < head.size()) continue;
    const std::string_view tail = role.substr(role.size() - head.size());
    if (std::equal(tail.begin(), tail.end(), head.begin(),
                   [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
      return mentions_[m].person;
  }
  return {};
}

std::optional<std::uint32_t> Resolver::pronoun(std::uint32_t unit, Gender gender) const {
  const Unit& u = scene_.units[unit];
  std::size_t m = mention_before(scene_.tokens[u.begin].begin);
  struct Rival {
    std::uint32_t person;
    int score;
  };
  Rival rivals[8];
  unsigned count = 0;
  for (unsigned steps = 0; m > 0 && steps < kMentions; ++steps) {
    --m;
    if (u.paragraph - paragraph_of_[m] > kParagraphs) break;
    const Mention& mention = mentions_[m];
    const Gender g = people_[mention.person].gender;
    if ((g != Gender::unknown && g != gender) || addressed_.has(mention.person)) continue;
    int value = 0;
    const std::uint32_t apart = u.paragraph - paragraph_of_[m];
    if (unit_of_[m] == Units::kNone) {
      value -= 16;
    } else {
      const Unit& x = scene_.units[unit_of_[m]];
      const std::uint32_t sentences = u.sentence - x.sentence;
      value += sentences == 0 ? 20 : sentences == 1 ? 32 : sentences == 2 ? 10 : 0;
      const Unit& before = scene_.units[unit_of_[m] - 1];
      const bool starts = unit_of_[m] == 0 || before.sentence != x.sentence;
      if (before.kind == UnitKind::preposition && !starts) value -= 10;
      const Unit& after = scene_.units[unit_of_[m] + 1];
      if (starts || after.kind == UnitKind::verb || after.kind == UnitKind::auxiliary) value += 23;
    }
    value += apart == 0 ? 10 : apart == 1 ? 2 : apart == 2 ? -10 : apart <= 4 ? -20 : -30;
    if (g == gender) value += 10;
    if (speaker_[0] == mention.person) value += spoke_in_[0] + 1 >= u.paragraph ? 24 : 12;
    value += steps < 1 ? 6 : steps < 3 ? 3 : steps > 12 ? -20 : 0;
    bool merged = false;
    for (unsigned i = 0; i < count; ++i)
      if (rivals[i].person == mention.person) {
        rivals[i].score = std::max(rivals[i].score, value);
        merged = true;
      }
    if (!merged && count < 8) rivals[count++] = {mention.person, value};
  }
  if (count == 0) return {};
  const Rival* best = std::max_element(rivals, rivals + count,
                                       [](const Rival& a, const Rival& b) { return a.score < b.score; });
  for (unsigned i = 0; i < count; ++i)
    if (rivals[i].person != best->person && rivals[i].score == best->score) return {};
  return best->person;
}

}  // namespace copydesk
