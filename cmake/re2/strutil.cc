// Stands in for RE2's util/strutil.cc: its StringPrintf brings the C library's printf with it, floating point and
// all (5 kB of download).  Formats are those that RE2 uses: %d %x %o %s %p, with #, 0, a width and t.
#include "util/strutil.h"

#include <cstdarg>
#include <cstddef>
#include <cstdint>

namespace re2 {
namespace {

void AppendNumber(std::string* dst, uint64_t value, unsigned base, size_t width, char pad) {
  char digits[24];
  char* const end = digits + sizeof digits;
  char* at = end;
  do *--at = "0123456789abcdef"[value % base];
  while (value /= base);
  const size_t size = static_cast<size_t>(end - at);
  if (size < width) dst->append(width - size, pad);
  dst->append(at, size);
}

}  // namespace

std::string StringPrintf(const char* format, ...) {
  std::string out;
  va_list ap;
  va_start(ap, format);
  for (const char* p = format; *p != '\0'; ++p) {
    if (*p != '%') {
      out += *p;
      continue;
    }
    bool prefix = false, wide = false;
    char pad = ' ';
    size_t width = 0;
    if (*++p == '#') prefix = true, ++p;
    if (*p == '0') pad = '0', ++p;
    while (*p >= '0' && *p <= '9') width = width * 10 + static_cast<size_t>(*p++ - '0');
    if (*p == 't') wide = true, ++p;
    switch (*p) {
      case 'd': {
        const int64_t value = wide ? static_cast<int64_t>(va_arg(ap, ptrdiff_t)) : va_arg(ap, int);
        if (value < 0) out += '-';
        AppendNumber(&out, value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value), 10, width,
                     pad);
        break;
      }
      case 'x':
      case 'o': {
        const unsigned value = va_arg(ap, unsigned);
        if (prefix && value != 0) out += *p == 'x' ? "0x" : "0";
        AppendNumber(&out, value, *p == 'x' ? 16 : 8, width, pad);
        break;
      }
      case 'p':
        out += "0x";
        AppendNumber(&out, reinterpret_cast<uintptr_t>(va_arg(ap, void*)), 16, 0, pad);
        break;
      case 's':
        out += va_arg(ap, const char*);
        break;
      default:
        out += *p;
        break;
    }
  }
  va_end(ap);
  return out;
}

std::string CEscape(const StringPiece& src) {
  std::string out;
  for (const char c : src) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '"':
      case '\'':
      case '\\':
        out += '\\';
        out += c;
        break;
      default:
        if (byte < ' ' || byte > '~')
          out += StringPrintf("\\%03o", byte);
        else
          out += c;
        break;
    }
  }
  return out;
}

void PrefixSuccessor(std::string* prefix) {
  while (!prefix->empty() && prefix->back() == '\xff') prefix->pop_back();
  if (!prefix->empty()) ++prefix->back();
}

}  // namespace re2
