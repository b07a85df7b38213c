#include "input/entities.h"

#include <algorithm>
#include <cstdint>

namespace copydesk {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr Entity kEntities[] = {
    {"amp", "&"},   {"lt", "<"},     {"gt", ">"},     {"quot", "\""}, {"apos", "'"},  {"nbsp", " "},
    {"shy", ""},    {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"}, {"rdquo", "”"}, {"ndash", "–"},
    {"mdash", "—"}, {"hellip", "…"}, {"euro", "€"},   {"trade", "™"}, {"bull", "•"},  {"OElig", "Œ"},
    {"oelig", "œ"}, {"Scaron", "Š"}, {"scaron", "š"},
};
/// The names of U+00A0 to U+00FF, in order, each behind a blank.
constexpr std::string_view kLatin1 =
    " nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde "
    "Auml "
    "Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc "
    "Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml "
    "aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc "
    "otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";

void append_utf8(std::uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 63));
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}

/// Appends what the reference `name` (between & and ;) stands for; false when it stands for nothing.
bool append_entity(std::string_view name, std::string& out) {
  if (name.substr(0, 1) == "#") {
    const bool hex = name.size() > 1 && (name[1] | 32) == 'x';
    std::uint32_t code = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const int digit = '0' <= c && c <= '9'                        ? c - '0'
                        : hex && 'a' <= (c | 32) && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                                    : -1;
      if (digit < 0 || code > 0x10ffff) return false;
      code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    if (code == 0 || code > 0x10ffff || (0xd800 <= code && code < 0xe000)) return false;
    append_utf8(code, out);
    return true;
  }
  for (const Entity& entity : kEntities)
    if (entity.name == name) {
      out += entity.text;
      return true;
    }
  std::string wanted = " ";
  wanted.append(name).append(" ");
  const std::size_t at = name.find(' ') == name.npos ? kLatin1.find(wanted) : kLatin1.npos;
  if (at == kLatin1.npos) return false;
  append_utf8(0xa0 + static_cast<std::uint32_t>(std::count(kLatin1.begin(), kLatin1.begin() + at, ' ')), out);
  return true;
}

std::string decode_entities(std::string_view html) {
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '&') {
      const std::size_t end = html.substr(at, 12).find(';');
      if (end != html.npos && append_entity(html.substr(at + 1, end - 1), out)) {
        at += end + 1;
        continue;
      }
    }
    out += html[at++];
  }
  return out;
}

}  // namespace

std::string plain_text(std::string_view html) {
  // Twice: pages often encode what is encoded already.
  const std::string decoded = decode_entities(decode_entities(html));
  std::string out;
  bool space = false;
  const std::size_t last_close = decoded.rfind('>');
  for (std::size_t at = 0; at < decoded.size(); ++at) {
    const char c = decoded[at];
    const bool tag = c == '<' && at + 1 < decoded.size() &&
                     (decoded[at + 1] == '/' || (decoded[at + 1] | 32) >= 'a') &&
                     (decoded[at + 1] | 32) <= 'z';
    if (tag && last_close != std::string::npos && at < last_close) {
      at = decoded.find('>', at);
      continue;
    }
    if (c == ' ' || ('\t' <= c && c <= '\r')) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

}  // namespace copydesk
