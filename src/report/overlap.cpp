#include "report/overlap.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace copydesk {
namespace {

bool is_span_of_time(const Number& number) {
  static constexpr std::string_view kUnits[] = {"second", "minute", "hour",   "day",     "night",    "week",
                                                "month",  "year",   "decade", "century", "fortnight"};
  return number.kind == NumberKind::age ||
         std::find(std::begin(kUnits), std::end(kUnits), number.unit) != std::end(kUnits);
}

/// What stays a figure where an expression of time claims it: a span of time ("two weeks ago"), the count of
/// a duration ("twenty working days"), a measure that only ends in one ("40 gallons a minute").
bool stays(const Number& number, const Date& date) {
  if (is_span_of_time(number)) return true;
  if (date.type == DateType::duration && number.kind != NumberKind::ordinal) return true;
  return !number.unit.empty() && number.span.begin < date.span.begin;
}

/// A score is no clock time ("3-2"), a share no span of quarters ("three-quarters of"), and no date lies
/// inside a figure with a unit of its own ("5-10 percent", "40 gallons a minute").
bool beats(const Number& number, const Date& date) {
  const bool inside = number.span.begin <= date.span.begin && date.span.end <= number.span.end;
  if (inside && !number.unit.empty() && !is_span_of_time(number)) return true;
  // Four bare digits before 1900 that were weighed and found a quantity: "1709 schoolchildren"; "circa 1790"
  // is a year.
  if (number.value == date.value && number.value.size() == 4 && number.value < "1900")
    return date.mod != DateMod::approx;
  if (number.kind == NumberKind::score) return date.type == DateType::time;
  return number.kind == NumberKind::fraction && date.type == DateType::duration &&
         date.span.end <= number.span.end;
}

void drop_beaten(std::vector<Date>& dates, const std::vector<Number>& numbers) {
  std::size_t number = 0, kept = 0;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    while (number < numbers.size() && numbers[number].span.end <= dates[i].span.begin) ++number;
    const bool beaten = number < numbers.size() && numbers[number].span.overlaps(dates[i].span) &&
                        beats(numbers[number], dates[i]) && numbers[number].span.begin <= dates[i].span.begin;
    if (beaten) continue;
    if (kept != i) dates[kept] = std::move(dates[i]);
    ++kept;
  }
  dates.resize(kept);
}

}  // namespace

void settle_overlap(std::vector<Date>& dates, std::vector<Number>& numbers) {
  constexpr std::uint32_t kGone = ~std::uint32_t{0};
  drop_beaten(dates, numbers);
  std::vector<std::uint32_t> moved(numbers.size(), kGone);
  std::size_t date = 0, kept = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    while (date < dates.size() && dates[date].span.end <= numbers[i].span.begin) ++date;
    if (date < dates.size() && dates[date].span.overlaps(numbers[i].span) && !stays(numbers[i], dates[date]))
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
