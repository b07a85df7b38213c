#include "report/overlap.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace copydesk {
namespace {

/// "Two weeks" is a quantity too, wherever it stands in an expression of time; so is an age.
bool is_span_of_time(const Number& number) {
  static constexpr std::string_view kUnits[] = {"second", "minute", "hour",   "day",     "night",    "week",
                                                "month",  "year",   "decade", "century", "fortnight"};
  if (number.kind == NumberKind::age) return true;
  return number.kind == NumberKind::measure &&
         std::find(std::begin(kUnits), std::end(kUnits), number.unit) != std::end(kUnits);
}

}  // namespace

void settle_overlap(std::vector<Date>& dates, std::vector<Number>& numbers) {
  constexpr std::uint32_t kGone = ~std::uint32_t{0};
  std::vector<std::uint32_t> moved(numbers.size(), kGone);
  std::size_t date = 0, kept = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    while (date < dates.size() && dates[date].span.end <= numbers[i].span.begin) ++date;
    if (date < dates.size() && dates[date].span.overlaps(numbers[i].span) && !is_span_of_time(numbers[i]))
      continue;
    moved[i] = static_cast<std::uint32_t>(kept);
    if (kept != i) numbers[kept] = std::move(numbers[i]);
    ++kept;
  }
  numbers.resize(kept);
  for (Number& number : numbers)
    if (number.same_as) {
      const std::uint32_t to = *number.same_as < moved.size() ? moved[*number.same_as] : kGone;
      if (to == kGone)
        number.same_as.reset();
      else
        number.same_as = to;
    }
}

}  // namespace copydesk
