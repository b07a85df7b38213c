// NDJSON: one article a line in, one report a line out, in order, in constant memory.
#pragma once

#include <cstdint>

#include "cli/arguments.h"
#include "cli/files.h"
#include "copydesk/patterns.h"

namespace copydesk::cli {

struct StreamCounts {
  std::uint64_t articles = 0;  ///< read, skipped ones not counted
  std::uint64_t failed = 0;    ///< of them, those that gave an error's line
};

/// Reads every file of `arguments`; stops early when the output fails or an interrupt comes.
StreamCounts run_stream(const Arguments& arguments, const PatternSet* patterns, Output& output);

}  // namespace copydesk::cli
