// Stands in for RE2's tables of \p{…} classes: the same ranges, packed to a third (tools/embed/unicode.mjs) and made when
// the first class is asked for.
#include "re2/unicode_groups.h"

#include <cstring>
#include <vector>

namespace re2 {
namespace {

#include "unicode_packed.inc"

struct Group {
  const char* name;
  std::vector<URange32> ranges;
};

void add(Group& group, Rune low, Rune high) {
  if (!group.ranges.empty() && group.ranges.back().hi + 1 == low) group.ranges.back().hi = high;
  else group.ranges.push_back({low, high});
}

/// One group for each name, in order.
void add_groups(std::vector<Group>& groups, const char* names, int count) {
  for (; count > 0; --count, names += std::strlen(names) + 1) groups.push_back({names, {}});
}

template <typename Take>
void walk(const uint8_t* lengths, const uint8_t* ids, int runs, Take take) {
  Rune at = 0;
  for (int i = 0; i < runs; ++i) {
    Rune length = 0;
    for (int shift = 0;; shift += 7) {
      const uint8_t byte = *lengths++;
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (ids[i] != 0) take(ids[i] - 1, at, at + length - 1);
    at += length;
  }
}

// Letters that sum up categories: "L" is Ll, Lm, Lo, Lt and Lu.
const char* const kSums = "C\0L\0M\0N\0P\0S\0Z\0";
const int kSumCount = 7;

std::vector<Group> unpack() {
  std::vector<Group> groups;
  groups.reserve(static_cast<size_t>(kSumCount + kCategoryCount + kScriptCount));
  add_groups(groups, kSums, kSumCount);
  add_groups(groups, kCategoryNames, kCategoryCount);
  add_groups(groups, kScriptNames, kScriptCount);
  Group* const categories = groups.data() + kSumCount;
  walk(kCategoryLengths, kCategoryIds, kCategoryRuns, [&](int id, Rune low, Rune high) {
    Group& group = categories[id];
    add(group, low, high);
    for (int i = 0; i < kSumCount; ++i)
      if (*groups[static_cast<size_t>(i)].name == *group.name) add(groups[static_cast<size_t>(i)], low, high);
  });
  walk(kScriptLengths, kScriptIds, kScriptRuns,
       [&](int id, Rune low, Rune high) { add(categories[kCategoryCount + id], low, high); });
  return groups;
}

std::vector<UGroup> as_re2_wants(const std::vector<Group>& groups) {
  std::vector<UGroup> out;
  for (const Group& group : groups)
    out.push_back({group.name, +1, nullptr, 0, group.ranges.data(), static_cast<int>(group.ranges.size())});
  return out;
}

}  // namespace

const int num_unicode_groups = kSumCount + kCategoryCount + kScriptCount;

/// What RE2 calls unicode_groups; see parse.cc beside this file.
const UGroup* unpacked_unicode_groups() {
  static const std::vector<Group> groups = unpack();
  static const std::vector<UGroup> table = as_re2_wants(groups);
  return table.data();
}

}  // namespace re2
