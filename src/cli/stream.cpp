#include "cli/stream.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/error_row.h"
#include "cli/lines.h"
#include "cli/ordered_work.h"
#include "input/article_json.h"
#include "patterns/cache.h"

namespace copydesk::cli {
namespace {

/// A line that is longer is refused without being kept.
constexpr std::size_t kMaxLine = 768u << 20;

/// What becomes of a batch of lines.
struct Job {
  Batch batch;
  std::string reports;
  StreamCounts counts;
};

/// Reads lines, one after the other, with buffers of its own: one for each thread.
class LineAnalyst {
 public:
  LineAnalyst(const Arguments& arguments, const PatternSet* patterns)
      : arguments_(arguments), patterns_(patterns) {}

  void run(Job& job) {
    job.reports.clear();
    job.counts = {};
    for (const Batch::Line& line : job.batch.lines) {
      ++job.counts.articles;
      if (line.too_long)
        fail(job, line,
             {ErrorCode::too_large, kMaxLine, 0,
              "The line has more than " + std::to_string(kMaxLine) + " bytes; split the text."});
      else
        read(job, line);
      job.reports += '\n';
    }
  }

 private:
  void fail(Job& job, const Batch::Line& line, Error error) {
    ++job.counts.failed;
    error.line = static_cast<std::uint32_t>(line.number);
    job.reports += error_row(input_.id, error);
  }

  void read(Job& job, const Batch::Line& line) {
    if (auto error = reader_.read(job.batch.text(line), input_)) return fail(job, line, std::move(*error));
    Options& options = input_.options;
    options.max_bytes = arguments_.options.max_bytes;
    if (options.reference.empty()) options.reference = arguments_.options.reference;
    if (options.time_zone.empty()) options.time_zone = arguments_.options.time_zone;
    options.keep_quotes_whole |= arguments_.options.keep_quotes_whole;
    const auto own = own_patterns_.get(input_.patterns);
    if (!own) return fail(job, line, own.error());
    const PatternSet* const patterns = own.value() ? own.value().get() : patterns_;
    const Result<Report> report = analyze_article(input_, patterns);
    if (!report) return fail(job, line, report.error());
    job.reports += to_json(report.value(), input_.text);
  }

  const Arguments& arguments_;
  const PatternSet* patterns_;
  ArticleReader reader_;
  ArticleInput input_;
  PatternCache own_patterns_;
};

/// A line on the terminal that says how far the run is; nothing when standard error is none.
class Progress {
 public:
  explicit Progress(bool on) : on_(on) {}
  void show(std::uint64_t articles, std::uint64_t bytes) {
    const auto now = Clock::now();
    if (!on_ || now - shown_ < std::chrono::milliseconds(200)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r\033[K%llu articles, %.1f MB, %.1f MB/s",
                 static_cast<unsigned long long>(articles), static_cast<double>(bytes) / 1e6,
                 static_cast<double>(bytes) / 1e6 / seconds);
    std::fflush(stderr);
  }
  void clear() {
    if (on_) std::fputs("\r\033[K", stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  Clock::time_point start_ = Clock::now(), shown_ = start_;
};

/// Takes lines off the front of a batch that are to be passed over.
void skip_lines(Batch& batch, std::uint64_t& skip) {
  const auto count = std::min<std::uint64_t>(skip, batch.lines.size());
  batch.lines.erase(batch.lines.begin(), batch.lines.begin() + static_cast<std::ptrdiff_t>(count));
  skip -= count;
}

}  // namespace

StreamCounts run_stream(const Arguments& arguments, const PatternSet* patterns, Output& output) {
  StreamCounts total;
  Progress progress(is_terminal(2) && !is_terminal(1));
  std::uint64_t bytes_done = 0, skip = arguments.skip;
  OrderedWork<Job, LineAnalyst> work(arguments.jobs, [&] { return LineAnalyst(arguments, patterns); });

  const auto put = [&](Job& job) {
    total.articles += job.counts.articles;
    total.failed += job.counts.failed;
    return output.write(job.reports);
  };
  for (const std::string& name : arguments.files) {
    Result<Source> source = Source::open(name);
    if (!source) {
      ++total.articles, ++total.failed;
      complain(source.error().message);
      continue;
    }
    LineReader lines(source.value(), kMaxLine);
    while (output.status() == kOk && !interrupted()) {
      if (!source.value().ready()) work.finish(put);  // nobody waits for reports that are done
      Job& job = work.free_slot(put);
      if (!lines.next(job.batch)) break;
      skip_lines(job.batch, skip);
      work.submit();
      progress.show(total.articles, bytes_done + lines.bytes_read());
    }
    bytes_done += lines.bytes_read();
    if (!source.value().failure().empty()) {
      ++total.articles, ++total.failed;
      complain(name + ": cannot be read further: " + source.value().failure() + ".");
    }
  }
  work.finish(put);
  progress.clear();
  return total;
}

}  // namespace copydesk::cli
