#include "numbers/accounts.h"

namespace copydesk::numbers {
namespace {

using namespace literals;

constexpr std::size_t kLossReach = 3;  // tokens between "loss" and its brackets

bool is_loss(const Token& t) {
  return t.is("loss"_w) || t.is("losses"_w) || t.is("deficit"_w) || t.is("outflow"_w) || t.is("outflows"_w);
}

/// Whether a column of figures goes on at the token: the same line has another amount there.
bool column(const Token& t, const Token& next) {
  if (t.is_number()) return true;
  return (t.is_mark('$') || t.is_mark(kPound) || t.is_mark(kEuro) || t.is_mark('(')) &&
         (next.is_number() || next.is_mark('(') || next.is_mark('$'));
}

}  // namespace

bool attach_account_brackets(const Source& s, Figure& f) {
  if (f.first == 0 || !s[f.first - 1].is_mark('(') || !s[f.end].is_mark(')')) return false;
  if (!f.form.has(shape::digits) || f.form.has(shape::sign | shape::ordinal | shape::fraction | shape::ratio))
    return false;
  const bool money = f.measure.family == Measure::Family::money;
  if (f.measure && !money) return false;
  const std::size_t open = f.first - 1, after = f.end + 1;
  bool account = false;
  if (money || f.form.has(shape::grouped | shape::point)) {
    const bool left = open > 0 && !s[open].has(token_flag::line_before) &&
                      (s[open - 1].is_number() || (s[open - 1].is_mark(')') && s[open - 2].is_number()));
    const bool right = !s[after].has(token_flag::line_before) && column(s[after], s[after + 1]);
    account = s[open - 1].is_mark(')') ? left : right || (left && s[after].has(token_flag::line_before));
  }
  for (std::size_t k = 1; k <= kLossReach && k <= open && !account; ++k) {
    if (s[open - k + 1].has(token_flag::line_before)) break;
    account = is_loss(s[open - k]) && (money || k < 3);
  }
  if (!account) return false;
  f.form.value = f.form.value.negated();
  f.form.shape |= shape::sign;
  --f.first;
  ++f.end;
  f.confidence = Confidence::medium;
  return true;
}

}  // namespace copydesk::numbers
