// The JSON-LD of a page: schema.org's NewsArticle and its kin, as pages really contain it.
#pragma once

#include <string>
#include <vector>

#include "copydesk/metadata.h"

namespace copydesk {

/// Reads the contents of a page's `<script type="application/ld+json">` elements, in their order.  What is
/// malformed is mended first, and the metadata say how; what cannot be read is said there too.  Never fails.
Metadata read_json_ld(const std::vector<std::string>& scripts);

}  // namespace copydesk
