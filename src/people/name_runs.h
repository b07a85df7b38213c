// Runs of capitals that may name a person, with the titles and roles before them.
#pragma once

#include <cstdint>
#include <vector>

#include "copydesk/people.h"
#include "copydesk/text.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {

struct NameRun {
  std::uint32_t begin = 0;  ///< first token of the name itself, titles left out
  std::uint32_t end = 0;
  std::uint32_t first = 0;  ///< hash of the first name
  std::uint32_t last = 0;   ///< hash of the surname, of all of "Moore-Lane"
  std::uint8_t words = 0;
  bool title = false;               ///< Mr., Sen., President
  bool courtesy = false;            ///< Mr., Mrs., Ms., Miss, Dr.: a person, also "Mrs. Hall"
  bool role_noun = false;           ///< "spokesman" before it
  bool initial = false;             ///< holds an initial: "J. B. Moore"
  bool institution = false;         ///< holds a word of institutions and places
  bool speaks = false;              ///< a verb of saying stands beside it
  bool determined = false;          ///< an article stands before it: "the Rose Bowl"
  bool in_place = false;            ///< stands after "in", "at", "near", and owns nothing
  bool starts = false;              ///< first in its line or sentence, or in a headline: any word has a capital there
  Gender gender = Gender::unknown;  ///< by the title
  Span role;                        ///< the words before the name
};

/// In text order.
std::vector<NameRun> find_name_runs(const Text& text, const Tokens& tokens, const Syntax& syntax);

}  // namespace copydesk
