#include "text/chars.h"

#include "lexicon/lexicon.h"

namespace copydesk {
namespace {

constexpr bool in(char32_t c, char32_t low, char32_t high) {
  return low <= c && c <= high;
}

bool upper(char32_t c) {
  if (in(c, 0xc0, 0xde)) return c != 0xd7;
  if (in(c, 0x100, 0x137)) return c % 2 == 0;
  if (in(c, 0x139, 0x148)) return c % 2 == 1;
  if (in(c, 0x14a, 0x177)) return c % 2 == 0;
  if (c == 0x178 || c == 0x179 || c == 0x17b || c == 0x17d) return true;
  if (in(c, 0x218, 0x21b)) return c % 2 == 0;
  if (in(c, 0x386, 0x3ab)) return c != 0x387 && c != 0x390;
  if (in(c, 0x400, 0x42f)) return true;
  if (in(c, 0x1e00, 0x1eff)) return c % 2 == 0;
  return false;
}

WideClass mark(WordId id) {
  return {CodeClass::mark, id};
}

WideClass general_punctuation(char32_t c) {
  switch (c) {
    case 0x2018:
      return mark(kLeftSingle);
    case 0x2019:
      return mark(kRightSingle);
    case 0x201a:
    case 0x201b:
      return mark(kLowSingle);
    case 0x201c:
      return mark(kLeftDouble);
    case 0x201d:
      return mark(kRightDouble);
    case 0x201e:
    case 0x201f:
      return mark(kLowDouble);
    case 0x2010:
    case 0x2011:
      return mark(kHyphen);
    case 0x2012:
    case 0x2013:
      return mark(kEnDash);
    case 0x2014:
    case 0x2015:
      return mark(kEmDash);
    case 0x2022:
    case 0x2023:
    case 0x2043:
      return mark(kBullet);
    case 0x2026:
      return mark(kEllipsis);
    case 0x2032:
      return mark(kPrime);
    case 0x2033:
      return mark(kDoublePrime);
    case 0x2039:
      return mark(kLeftGuillemet);
    case 0x203a:
      return mark(kRightGuillemet);
    case 0x203c:
    case 0x203d:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return mark(kTerminator);
    case 0x2044:
      return mark(kFractionSlash);
    case 0x2028:
    case 0x2029:
      return {CodeClass::newline, 0};
    case 0x202f:
    case 0x205f:
      return {CodeClass::space, 0};
    default:
      break;
  }
  if (in(c, 0x2000, 0x200b)) return {CodeClass::space, 0};
  if (in(c, 0x200c, 0x200f) || in(c, 0x202a, 0x202e) || in(c, 0x2060, 0x206f))
    return {CodeClass::invisible, 0};
  return mark(kOtherMark);
}

WideClass latin1(char32_t c) {
  switch (c) {
    case 0x85:
      return {CodeClass::newline, 0};
    case 0xa0:
      return {CodeClass::space, 0};
    case 0xa2:
      return mark(kCent);
    case 0xa3:
      return mark(kPound);
    case 0xa5:
      return mark(kYen);
    case 0xaa:
    case 0xba:
      return {CodeClass::letter, 0};
    case 0xab:
      return mark(kLeftGuillemet);
    case 0xad:
      return {CodeClass::invisible, 0};
    case 0xb0:
      return mark(kDegree);
    case 0xb1:
      return mark(kPlusMinus);
    case 0xb2:
    case 0xb3:
    case 0xb9:
      return mark(kSuperscript);
    case 0xb5:
      return mark(kMicro);
    case 0xb7:
      return mark(kBullet);
    case 0xbb:
      return mark(kRightGuillemet);
    case 0xbc:
    case 0xbd:
    case 0xbe:
      return mark(kFraction);
    default:
      return c < 0xa0 ? WideClass{CodeClass::invisible, 0} : mark(kOtherMark);
  }
}

}  // namespace

WideClass classify_wide(char32_t c) {
  if (c < 0xc0) return latin1(c);
  if (c == 0xd7) return mark(kMultiply);
  if (c == 0xf7) return mark(kDivide);
  if (in(c, 0x2000, 0x206f)) return general_punctuation(c);
  if (in(c, 0x2070, 0x2089)) return mark(kSuperscript);
  if (in(c, 0x20a0, 0x20cf))
    return mark(c == 0x20ac ? kEuro : c == 0x20b9 || c == 0x20a8 ? kRupee : kCurrency);
  if (c == 0x58f || c == 0x60b || c == 0x9f3 || c == 0xe3f || c == 0x17db || c == 0xfdfc || c == 0xffe5)
    return mark(c == 0xffe5 ? kYen : kCurrency);  // of dram, afghani, taka, baht, riel, rial; the wide yen
  if (in(c, 0x2150, 0x215f) || c == 0x2189) return mark(kFraction);
  if (c == 0x2212) return mark(kMinus);
  if (c == 0x25aa || c == 0x25cf || c == 0x25e6 || c == 0x25cb || c == 0x25a0) return mark(kBullet);
  if (in(c, 0x2100, 0x214f)) return c == 0x2103 || c == 0x2109 ? mark(kDegree) : mark(kOtherMark);
  if (in(c, 0x2190, 0x2bff)) return mark(kOtherMark);
  if (c == 0x3000) return {CodeClass::space, 0};
  if (c == 0xfeff) return {CodeClass::space, 0};
  if (c == 0x3002 || c == 0xff01 || c == 0xff0e || c == 0xff1f || c == 0xff61 || c == 0x0964 || c == 0x0965 ||
      c == 0x061f || c == 0x06d4 || c == 0x0589 || c == 0x1362 || c == 0x104a || c == 0x104b)
    return mark(kTerminator);
  if (in(c, 0x3001, 0x3003) || in(c, 0x3008, 0x301f)) return mark(kOtherMark);
  if (in(c, 0xff02, 0xff0f) || in(c, 0xff1a, 0xff20) || in(c, 0xff3b, 0xff40) || in(c, 0xff5b, 0xff65))
    return mark(kOtherMark);
  if (in(c, 0xff10, 0xff19) || in(c, 0x660, 0x669) || in(c, 0x966, 0x96f)) return {CodeClass::digit, 0};
  if (in(c, 0xfe00, 0xfe0f) || in(c, 0xe0000, 0xe0fff)) return {CodeClass::invisible, 0};
  if (c == 0xfffd || c == 0xfffc) return mark(kOtherMark);
  if (in(c, 0xe000, 0xf8ff) || in(c, 0x1f000, 0x1faff)) return mark(kOtherMark);
  return {upper(c) ? CodeClass::upper : CodeClass::letter, 0};
}

std::string one_space(std::string_view passage) {
  std::string out;
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const auto c = static_cast<unsigned char>(passage[i]);
    const bool no_break =
        c == 0xc2 && i + 1 < passage.size() && static_cast<unsigned char>(passage[i + 1]) == 0xa0;
    if (no_break) ++i;
    if (!no_break && kByteClass[c] != kByteSpace && kByteClass[c] != kByteNewline)
      out += passage[i];
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

}  // namespace copydesk
