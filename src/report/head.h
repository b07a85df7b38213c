// The article's head from the text and from the page's metadata, and the reference date.
#pragma once

#include <vector>

#include "copydesk/report.h"

namespace copydesk {

/// Completes the head by what the metadata say.  Their authors and dates stand, theirs is the place in the
/// text where the text says the same; a headline that the text shows stays as it is shown.
void add_metadata(const Text& text, const Metadata& metadata, Page& page);

/// What was mended and what could not be read, as findings about the input as a whole.
void add_metadata_findings(const Metadata& metadata, std::vector<Finding>& findings);

/// The caller's option, the metadata's day of publication, the byline's, the dateline's, the update stamp's.
Reference choose_reference(const Options& options, const Page& page);

}  // namespace copydesk
