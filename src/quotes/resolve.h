// Whom a speaker's phrase means: a name's person, a pronoun's, an apposition's, a role's.
#pragma once

#include <optional>
#include <vector>

#include "copydesk/people.h"
#include "quotes/scene.h"

namespace copydesk {

class Resolver {
 public:
  Resolver(const Scene& scene, const std::vector<Person>& people);

  /// The person the phrase of `unit` means, if it is clear.  `spoke` are the last speakers and where.
  std::optional<std::uint32_t> person_of(std::uint32_t unit);
  /// The person named inside the bytes, the last one.
  std::optional<std::uint32_t> named_in(Span span) const;
  /// The persons whom the words between marks address by name, "Where, Ann, is it?": none of them says it.
  /// At most two are told.
  struct Addressed {
    std::uint32_t person[2] = {0xffffffff, 0xffffffff};
    bool has(std::uint32_t p) const { return person[0] == p || person[1] == p; }
  };
  Addressed addressed_in(Span content) const;
  /// Told before `person_of` of the speaker of these words.
  void says(Span content) { addressed_ = addressed_in(content); }
  /// Told after every quotation, for the pronouns that follow.
  void spoke(std::uint32_t person, std::uint32_t paragraph);

 private:
  struct Mention {
    Span span;
    std::uint32_t person;
  };
  std::optional<std::uint32_t> pronoun(std::uint32_t unit, Gender gender) const;
  std::optional<std::uint32_t> role(std::uint32_t unit) const;
  std::size_t mention_before(std::uint32_t byte) const;

  const Scene& scene_;
  const std::vector<Person>& people_;
  std::vector<Mention> mentions_;
  std::vector<std::uint32_t> paragraph_of_;  // of each mention
  std::vector<std::uint32_t> unit_of_;       // of each mention, kNone inside a quotation
  Addressed addressed_;
  std::uint32_t speaker_[2] = {0xffffffff, 0xffffffff};
  std::uint32_t spoke_in_[2] = {0, 0};
};

}  // namespace copydesk
