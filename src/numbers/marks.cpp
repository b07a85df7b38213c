#include "numbers/marks.h"

namespace copydesk::numbers {
namespace {

/// "1.234": three digits behind the only mark.
bool one_group(std::string_view s, char mark) {
  const std::size_t at = s.find(mark);
  return at != s.npos && at > 0 && at <= 3 && s.size() == at + 4 && s.find_first_of(".,", at + 1) == s.npos;
}

std::string_view digits_of(const Source& s, const Figure& f) {
  return f.form.has(shape::digits) ? s.slice(f.form.first) : std::string_view{};
}

}  // namespace

void settle_marks(const Source& s, std::vector<Figure>& figures) {
  bool comma_decimals = false;
  for (const Figure& f : figures) comma_decimals |= f.form.has(shape::unsure);
  if (!comma_decimals) return;
  comma_decimals = false;
  for (const Figure& f : figures) {
    const std::string_view text = digits_of(s, f);
    const std::size_t comma = text.rfind(','), point = text.rfind('.');
    if (comma == text.npos && point == text.npos) continue;
    const bool both = comma != text.npos && point != text.npos;
    if (both ? comma > point : point != text.npos && text.find('.') != point) {
      comma_decimals = true;  // "1.234,5", "1.234.567"
    } else if (both || one_group(text, ',') || (point != text.npos && !one_group(text, '.'))) {
      return;  // "1,234.5", "1,234", "3.5"
    }
  }
  if (!comma_decimals) return;
  for (Figure& f : figures) {
    if (!one_group(digits_of(s, f), '.') || f.form.has(shape::fraction)) continue;
    f.value = f.form.value = f.form.value.shifted(3);
    f.form.shape &= static_cast<std::uint16_t>(~shape::point);
    f.form.shape |= shape::grouped;
    f.confidence = Confidence::medium;
  }
}

}  // namespace copydesk::numbers
