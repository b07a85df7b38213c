// How much the engine does for each of many inputs, in figures that a machine's load does not move.
//
//   copydesk_work FILE...                  texts
//   copydesk_work --json-ld FILE...        scripts of JSON-LD
//   copydesk_work --pattern P FILE...      texts, and one pattern that is sought in each
//
// Prints a line for each: bytes, the most heap that was in use, nanoseconds of the fastest of COPYDESK_RUNS
// runs (default 1).  Under callgrind with --dump-before=work_once* there is one dump for each.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "copydesk/copydesk.h"
#include "copydesk/json_ld.h"
#include "copydesk/patterns.h"
#include "read_file.h"

namespace {

std::size_t heap_now = 0, heap_most = 0;

struct Task {
  bool json_ld = false;
  std::shared_ptr<const copydesk::PatternSet> pattern;
};

}  // namespace

/// One input, read once.  A function of its own, with a name that callgrind can be told.
[[gnu::noinline]] void work_once(const std::string& input, const Task& task) {
  if (task.json_ld) {
    copydesk::read_json_ld({input});
    return;
  }
  const auto report = copydesk::analyze(input);
  if (report && task.pattern) task.pattern->find(input, report.value().blocks);
}

void* operator new(std::size_t size) {
  void* const memory = std::malloc(size ? size : 1);
  if (!memory) std::abort();
  heap_now += malloc_usable_size(memory);
  heap_most = std::max(heap_most, heap_now);
  return memory;
}
void operator delete(void* memory) noexcept {
  heap_now -= memory ? malloc_usable_size(memory) : 0;
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}

int main(int argc, char** argv) {
  Task task;
  int first = 1;
  if (argc > 1 && std::string_view(argv[1]) == "--json-ld") task.json_ld = true, first = 2;
  if (argc > 2 && std::string_view(argv[1]) == "--pattern") {
    const auto set = copydesk::PatternSet::compile({{"p", argv[2], "", {}}});
    if (!set) return 2;
    task.pattern = set.value();
    first = 3;
  }
  const char* const wanted = std::getenv("COPYDESK_RUNS");
  const long runs = wanted ? std::max(1L, std::strtol(wanted, nullptr, 10)) : 1;
  for (int i = first; i < argc; ++i) {
    std::string input;
    if (!copydesk::bench::read_file(argv[i], input)) return 2;
    const std::size_t before = heap_now;
    heap_most = heap_now;
    long long fastest = -1;
    for (long run = 0; run < runs; ++run) {
      const auto start = std::chrono::steady_clock::now();
      work_once(input, task);
      const auto took =
          std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start)
              .count();
      fastest = fastest < 0 ? took : std::min<long long>(fastest, took);
    }
    std::printf("%zu %zu %lld\n", input.size(), heap_most - before, fastest);
  }
}
