// Many threads, one engine: every thread reads every article, with one set of patterns for all, and gets the
// report that one thread alone gets.  Built with ThreadSanitizer it also says whether they got in each
// other's way.
//
//   copydesk_threads FILE...
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "copydesk/copydesk.h"
#include "copydesk/json_ld.h"
#include "copydesk/patterns.h"
#include "read_file.h"

namespace {

using namespace copydesk;

constexpr unsigned kThreads = 8;
constexpr unsigned kRounds = 2;

std::string report_of(const std::string& text, const PatternSet& patterns) {
  Options options;
  options.reference = "2024-06-04";
  options.metadata = read_json_ld({R"({"@type":"NewsArticle","author":"Ann Lee",})"});
  Result<Report> report = analyze(text, options);
  if (!report) return report.error().message;
  report.value().matches = patterns.find(text, report.value().blocks);
  return to_json(report.value(), text);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> texts(static_cast<std::size_t>(argc > 1 ? argc - 1 : 0));
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!bench::read_file(argv[i + 1], texts[i])) return 2;
  const auto patterns =
      PatternSet::compile({{"sum", "[$€](?P<sum>[0-9.,]+)", "", {}}, {"said", "\\bsaid\\b", "i", {}}});
  if (texts.empty() || !patterns) return 2;

  std::vector<std::string> alone;
  for (const std::string& text : texts) alone.push_back(report_of(text, *patterns.value()));

  std::atomic<unsigned> different{0};
  std::vector<std::thread> threads;
  for (unsigned number = 0; number < kThreads; ++number)
    threads.emplace_back([&, number] {
      for (unsigned i = 0; i < kRounds * texts.size(); ++i) {
        const std::size_t which = (i + number) % texts.size();
        if (report_of(texts[which], *patterns.value()) != alone[which]) ++different;
      }
    });
  for (std::thread& thread : threads) thread.join();
  std::printf("%u threads, %u reports each, %u different\n", kThreads,
              static_cast<unsigned>(kRounds * texts.size()), different.load());
  return different == 0 ? 0 : 1;
}
