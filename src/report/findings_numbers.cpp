#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "report/findings_parts.h"

namespace copydesk {
namespace {

double ten_to(std::size_t power) {
  double value = 1;
  while (power-- > 0) value *= 10;
  return value;
}

/// The decimal nearly: for comparing with room, never for a value in the report.
double amount(const std::string& decimal) {
  double value = 0;
  std::size_t places = 0;
  bool fraction = false;
  for (const char c : decimal) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    value = value * 10 + (c - '0');
    places += fraction;
  }
  value /= ten_to(places);
  return decimal.substr(0, 1) == "-" ? -value : value;
}

/// Half of the last place that a decimal gives: 50 for "1600", 0.05 for "2.5".
double half_place(const std::string& decimal) {
  const std::size_t point = decimal.find('.');
  if (point != std::string::npos) return 0.5 / ten_to(decimal.size() - point - 1);
  const std::size_t last = decimal.find_last_not_of('0');
  return last == std::string::npos ? 0.5 : 0.5 * ten_to(decimal.size() - last - 1);
}

/// A printed conversion is right when both could have been rounded from one exact value, with some room for
/// writers who round twice.
void find_conversion(const Report& report, const Number& number, std::vector<Finding>& findings) {
  if (!number.same_as || *number.same_as >= report.numbers.size()) return;
  const Number& original = report.numbers[*number.same_as];
  if (number.base_unit.empty() || number.base_unit != original.base_unit || number.base_unit == "kelvin" ||
      number.value.empty() || original.value.empty())
    return;
  const double here = amount(number.base_value), there = amount(original.base_value);
  if (here <= 0 || there <= 0) return;
  const auto room = [](const Number& n, double base) { return half_place(n.value) / amount(n.value) * base; };
  const bool loose = number.approx != Approx::none || original.approx != Approx::none;
  const double allowed =
      room(number, here) + room(original, there) + std::max(here, there) * (loose ? 0.1 : 0.03);
  if (std::abs(here - there) <= allowed) return;
  findings.push_back({"conversion-wrong",
                      Severity::warning,
                      "The two figures are not the same amount.",
                      {number.span, original.span},
                      ""});
}

std::string last_word(const Text& text, const std::optional<Span>& of) {
  std::string last, word;
  if (of)
    walk_words(
        text.slice(*of), [&](char c) { word += c; }, [&] { last = std::exchange(word, {}); });
  return last;
}

/// A figure of the headline that the body gives otherwise: the body counts the same thing once, with another
/// value, and has the headline's value nowhere.
void find_headline_figure(const Text& text, const Report& report, std::vector<Finding>& findings) {
  if (!report.article.headline) return;
  const Span headline = report.article.headline->span;
  for (const Number& head : report.numbers) {
    if (!headline.contains(head.span) || head.value.empty() || head.approx != Approx::none ||
        head.kind != NumberKind::cardinal)
      continue;
    const std::string counted = last_word(text, head.of);
    if (counted.empty()) continue;
    const Number* other = nullptr;
    bool clear = true;
    for (const Number& body : report.numbers) {
      if (headline.overlaps(body.span)) continue;
      if (body.value == head.value || (!body.low.empty() && body.value.empty())) clear = false;
      if (body.kind != head.kind || body.value.empty() || last_word(text, body.of) != counted) continue;
      if (other || body.approx != Approx::none) clear = false;
      other = &body;
    }
    if (clear && other)
      findings.push_back({"headline-figure",
                          Severity::warning,
                          "The headline's figure is not the body's.",
                          {head.span, other->span},
                          std::string(text.slice(other->span))});
  }
}

/// What stands between two figures, without blanks around.
std::string_view between(const Text& text, const Number& left, const Number& right) {
  const std::uint32_t begin = left.of ? std::max(left.span.end, left.of->end) : left.span.end;
  if (begin >= right.span.begin) return {};
  std::string_view gap = text.slice({begin, right.span.begin});
  while (!gap.empty() && gap.front() == ' ') gap.remove_prefix(1);
  while (!gap.empty() && gap.back() == ' ') gap.remove_suffix(1);
  return gap;
}

bool is_count(const Number& number) {
  return number.kind == NumberKind::cardinal && number.approx == Approx::none && number.of &&
         !number.value.empty() && number.value.find('.') == std::string::npos && number.value.size() < 10;
}

/// "40 workers (25 men and 13 women)": a total, a mark that opens its parts, parts joined by commas and
/// "and".
void find_sum(const Text& text, const Report& report, std::size_t at, std::vector<Finding>& findings) {
  const std::vector<Number>& numbers = report.numbers;
  const Number& total = numbers[at];
  if (!is_count(total) || at + 2 >= numbers.size() || !is_count(numbers[at + 1])) return;
  const std::string_view opens = between(text, total, numbers[at + 1]);
  if (opens != ":" && opens != "(" && opens != "—" && opens != "–") return;
  long long sum = std::atoll(numbers[at + 1].value.c_str());
  std::size_t last = at + 1;
  bool joined = false;
  while (!joined && last + 1 < numbers.size() && is_count(numbers[last + 1])) {
    const std::string_view link = between(text, numbers[last], numbers[last + 1]);
    if (link != "," && link != "and" && link != ", and") break;
    joined = link != ",";
    sum += std::atoll(numbers[++last].value.c_str());
  }
  const std::string_view after = text.bytes().substr(numbers[last].of->end, 4);
  const bool closes = after.substr(0, 1) == ")" || after.substr(0, 1) == "." || after.substr(0, 1) == ";" ||
                      after.substr(0, 4) == " —" || after.substr(0, 4) == " –" || after.substr(0, 3) == "—";
  if (!joined || !closes || sum == std::atoll(total.value.c_str())) return;
  Finding finding{"parts-sum",
                  Severity::warning,
                  "The parts make " + std::to_string(sum) + ", not " + total.value + ".",
                  {total.span},
                  ""};
  for (std::size_t i = at + 1; i <= last; ++i) finding.spans.push_back(numbers[i].span);
  findings.push_back(std::move(finding));
}

}  // namespace

void find_in_numbers(const Text& text, const Report& report, std::vector<Finding>& findings) {
  find_headline_figure(text, report, findings);
  for (std::size_t i = 0; i < report.numbers.size(); ++i) {
    find_conversion(report, report.numbers[i], findings);
    find_sum(text, report, i, findings);
  }
}

}  // namespace copydesk
