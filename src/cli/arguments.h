// The command line's arguments.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/error.h"
#include "copydesk/report.h"

namespace copydesk::cli {

enum class Format : std::uint8_t { text, json, ndjson };
enum class Debug : std::uint8_t { none, sentences, quotes };  ///< --debug

struct Arguments {
  std::vector<std::string> files;  ///< "-" is standard input
  bool ndjson_input = false;
  Format format = Format::text;
  Options options;
  std::string patterns_file;
  Debug debug = Debug::none;
  std::uint32_t jobs = 1;
  std::uint64_t skip = 0;
  bool help = false;
  bool version = false;
};

/// Errors: `invalid_option`, with a sentence that names the argument.
Result<Arguments> read_arguments(int count, const char* const* values);

/// What --help prints.
extern const char* const kHelp;

}  // namespace copydesk::cli
