#include "report/names.h"

namespace copydesk {
namespace {

template <std::size_t N, class Enum>
const char* pick(const char* const (&names)[N], Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : "";
}

}  // namespace

const char* name_of(BlockKind kind) {
  static const char* const names[] = {"headline",  "subheading",  "byline", "dateline",
                                      "updated",   "caption",     "credit", "paragraph",
                                      "list-item", "quote-block", "table",  "furniture"};
  return pick(names, kind);
}
const char* name_of(HeadSource source) {
  static const char* const names[] = {"text", "json-ld"};
  return pick(names, source);
}
const char* name_of(QuoteKind kind) {
  static const char* const names[] = {"direct", "mixed", "indirect", "scare", "title"};
  return pick(names, kind);
}
const char* name_of(Confidence confidence) {
  static const char* const names[] = {"low", "medium", "high"};
  return pick(names, confidence);
}
const char* name_of(DateType type) {
  static const char* const names[] = {"DATE", "TIME", "DURATION", "SET"};
  return pick(names, type);
}
const char* name_of(DateMod mod) {
  static const char* const names[] = {
      "",          "APPROX",        "START",         "MID",         "END",
      "BEFORE",    "AFTER",         "ON_OR_BEFORE",  "ON_OR_AFTER", "LESS_THAN",
      "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "EARLY",       "LATE"};
  return pick(names, mod);
}
const char* name_of(Grain grain) {
  static const char* const names[] = {"",        "second", "minute",  "hour",      "part-of-day", "day",
                                      "weekend", "week",   "month",   "season",    "quarter",     "half",
                                      "year",    "decade", "century", "millennium"};
  return pick(names, grain);
}
const char* name_of(NumberKind kind) {
  static const char* const names[] = {"cardinal", "ordinal", "percent", "money", "measure", "fraction",
                                      "ratio",    "range",   "score",   "age",   "multiple"};
  return pick(names, kind);
}
const char* name_of(Approx approx) {
  static const char* const names[] = {"",         "about",   "nearly", "more-than",  "less-than",
                                      "at-least", "at-most", "up-to",  "as-many-as", "vague"};
  return pick(names, approx);
}
const char* name_of(ChangeRole role) {
  static const char* const names[] = {"", "by", "to", "from"};
  return pick(names, role);
}
const char* name_of(Direction direction) {
  static const char* const names[] = {"", "up", "down"};
  return pick(names, direction);
}
const char* name_of(Severity severity) {
  static const char* const names[] = {"info", "warning", "error"};
  return pick(names, severity);
}
const char* name_of(ReferenceSource source) {
  static const char* const names[] = {"", "option", "json-ld", "byline", "dateline", "updated"};
  return pick(names, source);
}

}  // namespace copydesk
