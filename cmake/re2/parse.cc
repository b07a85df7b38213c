// RE2's parser, with the classes of unicode_groups.cc beside this file where it looks for its own table of them.
#include "re2/unicode_groups.h"

namespace re2 {
const UGroup* unpacked_unicode_groups();
}
#define unicode_groups unpacked_unicode_groups()
#include "re2/parse.cc"
