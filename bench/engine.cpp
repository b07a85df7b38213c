// Reads one text file and analyses it again and again.
//
//   copydesk_bench FILE [RUNS]
//
// Prints JSON: bytes of the text, runs, and nanoseconds of the fastest run, and of the quartiles.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "copydesk/copydesk.h"
#include "read_file.h"

namespace {

/// Nanoseconds of one analysis; 0 when the text was refused.
long long time_once(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const auto report = copydesk::analyze(text);
  const auto end = std::chrono::steady_clock::now();
  return report ? std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count() : 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::string text;
  if (argc < 2 || !copydesk::bench::read_file(argv[1], text)) {
    std::fprintf(stderr, "usage: copydesk_bench FILE [RUNS]\n");
    return 2;
  }
  std::vector<long long> times(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  for (long long& time : times) time = time_once(text);
  if (times.empty() || std::find(times.begin(), times.end(), 0) != times.end()) return 1;
  std::sort(times.begin(), times.end());
  const std::size_t last = times.size() - 1;
  std::printf("{\"bytes\":%zu,\"runs\":%zu,\"fastest\":%lld,\"quartiles\":[%lld,%lld,%lld]}\n", text.size(),
              times.size(), times.front(), times[last / 4], times[last / 2], times[last * 3 / 4]);
}
