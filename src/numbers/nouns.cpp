#include "numbers/nouns.h"

namespace copydesk::numbers {

using namespace literals;

bool opens(const Source& s, std::size_t first) {
  const Token& t = s[first];
  if (t.has(token_flag::line_before) || first == 0) return true;
  const Token& before = s[first - 1];
  if (!before.is_any_mark()) return false;
  switch (before.word) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case '"':
    case '(':
    case '[':
    case '\'':
    case kLeftDouble:
    case kRightDouble:
    case kLeftSingle:
    case kBullet:
    case kEmDash:
    case kEnDash:
    case kEllipsis:
    case kTerminator:
      return true;
    default:
      return false;
  }
}

bool plural_noun(const Source& s, std::size_t i) {
  const Token& t = s[i];
  if (!t.is_word() || t.capital() || t.has(Tag::np_stops)) return false;
  const std::string_view text = s.slice(i);
  if (t.is("people"_w) || text.ends_with("men") || text.ends_with("children")) return true;
  return text.size() > 3 && text.back() == 's' && text[text.size() - 2] != 's' && !text.ends_with("us") &&
         !text.ends_with("is");
}

}  // namespace copydesk::numbers
