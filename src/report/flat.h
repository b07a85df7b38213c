// The report as integers and one block of characters: what crosses from WebAssembly to JavaScript.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/report.h"

namespace copydesk {

/// Writes `report` into `words` and `strings`, replacing what they held.  `utf8` is the analysed text.
///
/// words[0] is where the table of strings begins; the report's fields follow in the order of fields.h,
/// without their keys:
///   an offset (UTF-16 code units) or integer is one word, an absent integer is -1;
///   a text is the index of a string, 0 when absent, 1 for null;
///   an array is its size and its items, an absent one the size 0;
///   an optional object is 1 and its fields, 0 when absent or null;
///   the text of a span is not written: its two offsets stand before it; an absent passage is -1, -1.
/// The table has the length of each string from index 2 on, in UTF-16 code units; the strings themselves
/// stand one after the other in `strings`, as UTF-8.
void to_flat(const Report& report, std::string_view utf8, std::vector<std::int32_t>& words,
             std::string& strings);

}  // namespace copydesk
