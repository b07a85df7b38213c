#include "cli/arguments.h"

#include <charconv>
#include <optional>
#include <string_view>

#include "report/options.h"

namespace copydesk::cli {

const char* const kHelp =
    R"(copydesk reads news articles and prints their quotes with speakers, dates and figures.

  copydesk [options] FILE...      plain text, UTF-8; "-" is standard input
  copydesk [options] FILE.json    one article: {"id", "text", "reference", "timeZone", "jsonld", "patterns"}
  copydesk --ndjson [FILE...]     one such article a line; one report a line, in the same order

  --format text|json|ndjson   text for people (the default for files), json indented, ndjson one report a line
                              (the default for --ndjson); offsets in JSON count UTF-16 code units
  --reference DATE            what "on Thursday" is resolved against: 2024-06-12 or 2024-06-12T09:30
                              (default: the day of publication that the article or its metadata give)
  --time-zone ZONE            the newsroom's time zone: Europe/Paris, UTC, +05:30
  --keep-quotes-whole         a quotation of several sentences stays inside one sentence
  --patterns FILE             JSON list of patterns of your own: [{"id", "pattern", "flags", "within"}], RE2 syntax
  --jobs N                    articles read at once with --ndjson (default 1; 0: one for each core)
  --skip N                    pass over the first N articles of --ndjson input, to go on after an interruption
  --max-bytes N               bytes a text may have (default 268435456); longer ones are refused
  --debug sentences           instead of the report: every place where a sentence could end, whether it does, and
                              the rule that says so
  --debug quotes              instead of the report: every choice of a cue, a speaker and of reported speech, all that
                              was to choose from, and the evidence for each by name and weight (natively only)
  --help, --version

An article given its own reference, time zone or patterns in JSON keeps them; the options serve the others.
With --ndjson empty lines are passed over. A line that cannot be read gives a line
{"id","error":{"code","message","line","offset"}} in its place: the line of the input, the byte in that line.

Exit status: 0 all was read; 1 some input was not, the rest was; 2 the arguments are wrong, nothing was read;
3 the output cannot be written; 130 interrupted; 141 the reader of the output has gone. Whatever the status, the
lines that were written are whole reports.
Colours are used on a terminal, and never when NO_COLOR is set.
)";

namespace {

/// Offsets are 32 bits wide.
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 32;

Error wrong(std::string message) {
  return {ErrorCode::invalid_option, 0, 0, std::move(message) + "; copydesk --help lists the options."};
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

struct Reader {
  Arguments out;
  std::optional<Format> format;

  std::optional<Error> take(std::string_view name, std::string_view value) {
    if (name == "--reference") {
      out.options.reference = value;
    } else if (name == "--time-zone") {
      out.options.time_zone = value;
    } else if (name == "--patterns") {
      out.patterns_file = value;
    } else if (name == "--debug") {
      if (value != "sentences" && value != "quotes")
        return wrong("--debug " + std::string(value) + ": there are sentences and quotes");
#ifdef __EMSCRIPTEN__
      if (value == "quotes")
        return wrong("--debug quotes: the evidence has names in the native command line alone");
#endif
      out.debug = value == "quotes" ? Debug::quotes : Debug::sentences;
    } else if (name == "--format") {
      if (value != "text" && value != "json" && value != "ndjson")
        return wrong("--format " + std::string(value) + ": there are text, json and ndjson");
      format = value == "text" ? Format::text : value == "json" ? Format::json : Format::ndjson;
    } else {
      const std::optional<std::uint64_t> number = whole_number(value);
      if (!number || (name == "--jobs" && *number > 1024))
        return wrong(std::string(name) + " " + std::string(value) + ": a whole number is needed");
      if (name == "--max-bytes" && *number >= kMostBytes)
        return wrong("--max-bytes " + std::string(value) + ": less than 4294967296 is needed");
      if (name == "--jobs")
        out.jobs = static_cast<std::uint32_t>(*number);
      else if (name == "--max-bytes")
        out.options.max_bytes = static_cast<std::uint32_t>(*number);
      else
        out.skip = *number;
    }
    return {};
  }

  bool take_switch(std::string_view name) {
    bool* const which = name == "--ndjson"              ? &out.ndjson_input
                        : name == "--keep-quotes-whole" ? &out.options.keep_quotes_whole
                        : name == "--help"              ? &out.help
                        : name == "--version"           ? &out.version
                                                        : nullptr;
    if (which) *which = true;
    return which != nullptr;
  }
};

bool takes_value(std::string_view name) {
  for (const std::string_view each :
       {"--format", "--reference", "--time-zone", "--patterns", "--jobs", "--skip", "--max-bytes", "--debug"})
    if (each == name) return true;
  return false;
}

std::optional<Error> check(Reader& reader) {
  Arguments& out = reader.out;
  out.format = reader.format.value_or(out.ndjson_input ? Format::ndjson : Format::text);
  if (out.help || out.version) return {};
  if (out.files.empty() && !out.ndjson_input) return wrong("Name the files to read, or - for standard input");
  if (out.files.empty()) out.files.push_back("-");
  if (out.ndjson_input && out.format != Format::ndjson) return wrong("--ndjson gives --format ndjson only");
  if (out.debug != Debug::none && out.format != Format::text) return wrong("--debug goes with --format text");
  if (!out.ndjson_input && (out.skip > 0 || out.jobs != 1))
    return wrong("--skip and --jobs go with --ndjson");
  return find_bad_option(out.options);
}

}  // namespace

Result<Arguments> read_arguments(int count, const char* const* values) {
  Reader reader;
  bool only_files = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = values[i];
    if (only_files || argument.substr(0, 1) != "-" || argument == "-") {
      reader.out.files.emplace_back(argument);
    } else if (argument == "--") {
      only_files = true;
    } else if (const std::size_t equals = argument.find('='); takes_value(argument.substr(0, equals))) {
      if (equals == argument.npos && i + 1 >= count) return wrong(std::string(argument) + " needs a value");
      const std::string_view value = equals == argument.npos ? values[++i] : argument.substr(equals + 1);
      if (auto error = reader.take(argument.substr(0, equals), value)) return *error;
    } else if (!reader.take_switch(argument)) {
      return wrong("There is no option " + std::string(argument));
    }
  }
  if (auto error = check(reader)) return *error;
  return std::move(reader.out);
}

}  // namespace copydesk::cli
