// The Unicode classes that cmake/re2/unicode_groups.cc makes are those of RE2's own table, which is built here beside them
// under another name.
#define re2 re2_as_it_comes
#include "re2/unicode_groups.cc"
#undef re2

#undef RE2_UNICODE_GROUPS_H_
namespace copydesk_re2 {
using re2_as_it_comes::Rune;
}
#define re2 copydesk_re2
#include "re2/unicode_groups.h"
#undef re2

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace copydesk_re2 {
const UGroup* unpacked_unicode_groups();
}

namespace {

using Ranges = std::vector<std::pair<int, int>>;

template <typename Group>
std::map<std::string, Ranges> by_name(const Group* groups, int count) {
  std::map<std::string, Ranges> out;
  for (const Group* group = groups; group != groups + count; ++group) {
    Ranges& ranges = out[group->name];
    CHECK_EQ(group->sign, 1);
    for (int i = 0; i < group->nr16; ++i) ranges.emplace_back(group->r16[i].lo, group->r16[i].hi);
    for (int i = 0; i < group->nr32; ++i) ranges.emplace_back(group->r32[i].lo, group->r32[i].hi);
  }
  return out;
}

}  // namespace

TEST_CASE("unicode groups: every class has the ranges of RE2's own table") {
  const auto own = by_name(re2_as_it_comes::unicode_groups, re2_as_it_comes::num_unicode_groups);
  const auto packed = by_name(copydesk_re2::unpacked_unicode_groups(), copydesk_re2::num_unicode_groups);
  CHECK_EQ(own.size(), 199);
  CHECK(packed == own);
}
