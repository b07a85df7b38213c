// The command line: copydesk --help tells what it does.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/error_row.h"
#include "cli/files.h"
#include "cli/stream.h"
#include "cli/text_report.h"
#include "copydesk/copydesk.h"
#include "copydesk/patterns.h"
#include "input/article_json.h"

namespace copydesk::cli {
namespace {

using Patterns = std::shared_ptr<const PatternSet>;

Result<Patterns> read_patterns_file(const std::string& name) {
  if (name.empty()) return Patterns();
  const Result<std::string> json = read_file(name, 64u << 20);
  if (!json) return json.error();
  std::vector<Pattern> patterns;
  if (auto error = ArticleReader().read_patterns(json.value(), patterns)) {
    error->message = name + ": " + error->message;
    return *std::move(error);
  }
  return PatternSet::compile(patterns);
}

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

/// Where line `offset` is in, for a text that is not UTF-8.
void add_line(const std::string& bytes, Error& error) {
  if (error.code != ErrorCode::invalid_utf8) return;
  error.line = 1;
  for (std::size_t i = 0; i < error.offset && i < bytes.size(); ++i) error.line += bytes[i] == '\n';
  error.message = "Byte " + std::to_string(error.offset) + ", in line " + std::to_string(error.line) +
                  ", is not UTF-8; save the text as UTF-8 and try again.";
}

/// Reads files one by one and prints each in the format asked for.
class FileRun {
 public:
  FileRun(const Arguments& arguments, const Patterns& patterns, Output& output)
      : arguments_(arguments), patterns_(patterns), output_(output), colour_(wants_colour(1)) {}

  Status run() {
    const bool list = arguments_.format == Format::json && arguments_.files.size() > 1;
    if (list) output_.write("[");
    for (const std::string& name : arguments_.files) {
      if (output_.status() != kOk || interrupted()) break;
      file(name);
    }
    if (list) output_.write("\n]\n");
    return failed_ > 0 ? kSomeFailed : kOk;
  }

 private:
  void file(const std::string& name) {
    input_ = {};
    input_.options = arguments_.options;
    Result<std::string> bytes = read_file(name, arguments_.options.max_bytes);
    if (!bytes) return fail(name, bytes.error());
    if (interrupted()) return;
    const bool json = ends_with(name, ".json");
    if (json) {
      if (auto error = reader_.read(bytes.value(), input_)) return fail(name, *std::move(error));
      take_defaults();
    } else {
      input_.text = std::move(bytes.value());
    }
    if (input_.id.empty() && name != "-") input_.id = name;
    if (arguments_.debug == Debug::sentences)
      return explain(name, explain_sentences(input_.text, input_.options.keep_quotes_whole), boundary_report);
    if (arguments_.debug == Debug::quotes) return explain(name, explain_quotes(input_.text), decision_report);
    Patterns own;
    if (!input_.patterns.empty()) {
      Result<Patterns> compiled = PatternSet::compile(input_.patterns);
      if (!compiled) return fail(name, compiled.error());
      own = compiled.value();
    }
    const Result<Report> report = analyze_article(input_, own ? own.get() : patterns_.get());
    if (!report) {
      Error error = report.error();
      add_line(input_.text, error);
      return fail(name, std::move(error));
    }
    print(name, report.value());
  }

  template <class Decisions>
  void explain(const std::string& name, const Result<Decisions>& decisions,
               std::string (*report)(const Decisions&, std::string_view)) {
    if (decisions) {
      output_.write(report(decisions.value(), input_.text));
      return;
    }
    Error error = decisions.error();
    add_line(input_.text, error);
    fail(name, std::move(error));
  }

  void take_defaults() {
    Options& options = input_.options;
    options.max_bytes = arguments_.options.max_bytes;
    if (options.reference.empty()) options.reference = arguments_.options.reference;
    if (options.time_zone.empty()) options.time_zone = arguments_.options.time_zone;
    options.keep_quotes_whole |= arguments_.options.keep_quotes_whole;
  }

  /// In lists of reports an error has its place; else it is said on standard error alone.
  void fail(const std::string& name, Error error) {
    ++failed_;
    error.message = error_sentence(name, error);
    if (arguments_.format == Format::text)
      complain(error.message);
    else
      put_json(error_row(input_.id.empty() && name != "-" ? name : input_.id, error));
  }

  void print(const std::string& name, const Report& report) {
    if (arguments_.format != Format::text) return put_json(to_json(report, input_.text));
    const std::string text = text_report(report, input_.text, name, colour_);
    output_.write(printed_++ > 0 ? "\n" + text : text);
  }

  void put_json(const std::string& json) {
    if (arguments_.format == Format::ndjson) {
      output_.write(json + "\n");
    } else if (arguments_.files.size() == 1) {
      output_.write(indent_json(json) + "\n");
    } else {
      output_.write((printed_++ > 0 ? ",\n  " : "\n  ") + indent_json(json, 1));
    }
  }

  const Arguments& arguments_;
  const Patterns& patterns_;
  Output& output_;
  bool colour_;
  ArticleReader reader_;
  ArticleInput input_;
  std::size_t printed_ = 0;
  std::size_t failed_ = 0;
};

Status stream(const Arguments& arguments, const Patterns& patterns, Output& output) {
  const StreamCounts counts = run_stream(arguments, patterns.get(), output);
  if (counts.failed == 0) return kOk;
  complain(std::to_string(counts.failed) + " of " + std::to_string(counts.articles) +
           " articles could not be read; their lines say why.");
  return kSomeFailed;
}

int run(int count, char** values) {
  const Result<Arguments> arguments = read_arguments(count, values);
  if (!arguments) {
    complain(arguments.error().message);
    return kUsage;
  }
  catch_interrupts();
  Output output;
  if (arguments.value().help || arguments.value().version) {
    output.write(arguments.value().help ? kHelp : "copydesk " COPYDESK_VERSION "\n");
    return output.status();
  }
  const Result<Patterns> patterns = read_patterns_file(arguments.value().patterns_file);
  if (!patterns) {
    complain(patterns.error().message);
    return kUsage;
  }
  const Status status = arguments.value().ndjson_input
                            ? stream(arguments.value(), patterns.value(), output)
                            : FileRun(arguments.value(), patterns.value(), output).run();
  if (output.status() == kCannotWrite)
    complain("the output cannot be written: " + output.reason() + "; what is there so far is whole.");
  if (output.status() != kOk) return output.status();
  return interrupted() ? kInterrupted : status;
}

}  // namespace
}  // namespace copydesk::cli

int main(int argc, char** argv) {
  return copydesk::cli::run(argc, argv);
}
