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

/// Calls `each(word)` with the letters and digits of each word of `text`, ASCII letters in lower case.
template <class Each>
void for_each_word(std::string_view text, Each each) {
  std::string word;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    // E2 leads general punctuation (quote marks, dashes), C2 marks and signs, F0 pictures.
    const bool letter = ('a' <= (c | 32) && (c | 32) <= 'z') || ('0' <= c && c <= '9') ||
                        (byte >= 0xc3 && byte != 0xe2 && byte < 0xf0);
    const bool goes_on = !word.empty() && 0x80 <= byte && byte < 0xc0;
    if (letter || goes_on) {
      word += 'A' <= c && c <= 'Z' ? static_cast<char>(c | 32) : c;
    } else if (!word.empty()) {
      each(std::string_view(word));
      word.clear();
    }
  }
  if (!word.empty()) each(std::string_view(word));
}

}  // namespace copydesk
