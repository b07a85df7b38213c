// A run of digits with its group marks and decimal mark.
#pragma once

#include <string_view>

#include "values/decimal.h"

namespace copydesk::numbers {

struct Digits {
  Decimal value;  // none when the separators make no number: a version, an address, an enumeration
  bool grouped = false;
  bool point = false;
  bool unsure = false;  // a comma read as decimal mark
};

/// Reads "1,234.5", "12,34,567", "1.234,5", "1.234.567", "0.5", "1,5".  Longer than 128 bytes is none.
[[gnu::noinline]] Digits read_digits(std::string_view written);

}  // namespace copydesk::numbers
