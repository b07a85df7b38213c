// An empty table of \p{…} classes, for builds that trade them for 6 kB (COPYDESK_RE2_UNICODE=OFF).
// Such a build refuses \p{Lu} as an invalid pattern; everything else in RE2 works.
#include "re2/unicode_groups.h"

namespace re2 {

const UGroup unicode_groups[] = {{nullptr, 0, nullptr, 0, nullptr, 0}};
const int num_unicode_groups = 0;

}  // namespace re2
