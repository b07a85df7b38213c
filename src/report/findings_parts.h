// The findings by what they are about.  Each is raised only where the article contradicts itself or the
// calendar; a finding that is often wrong is worth nothing.
#pragma once

#include <string>
#include <vector>

#include "copydesk/report.h"

namespace copydesk {

/// quote-unclosed, quote-unattributed, quote-differs.
void find_in_quotes(const Text& text, const Report& report, std::vector<Finding>& findings);
/// weekday-mismatch.
void find_in_dates(const Text& text, const Report& report, std::vector<Finding>& findings);
/// headline-figure, parts-sum, conversion-wrong.
void find_in_numbers(const Text& text, const Report& report, std::vector<Finding>& findings);

/// Calls `byte(c)` for each byte of a word of `text`, ASCII letters in lower case, and `end()` behind each
/// word. Words are of letters and digits.
template <class Byte, class End>
void walk_words(std::string_view text, Byte byte, End end) {
  bool inside = false;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    // E2 leads general punctuation (quote marks, dashes), C2 marks and signs, F0 pictures.
    const bool letter = ('a' <= (c | 32) && (c | 32) <= 'z') || ('0' <= c && c <= '9') ||
                        (code >= 0xc3 && code != 0xe2 && code < 0xf0);
    if (letter || (inside && 0x80 <= code && code < 0xc0)) {
      byte('A' <= c && c <= 'Z' ? static_cast<char>(c | 32) : c);
      inside = true;
    } else if (inside) {
      end();
      inside = false;
    }
  }
  if (inside) end();
}

}  // namespace copydesk
