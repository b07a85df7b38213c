// Prints how much copydesk finds in one paragraph.
#include <copydesk/copydesk.h>

#include <cstdio>

int main() {
  const auto report = copydesk::analyze(
      "MAPLETON, June 3 (Wire) — “We paid $5 million,” said Ann Lee.", {.reference = "2024-06-04"});
  if (!report) {
    std::fprintf(stderr, "%s\n", report.error().message.c_str());
    return 1;
  }
  std::printf("%zu sentences, %zu quotes, %zu dates, %zu numbers\n", report.value().sentences.size(),
              report.value().quotes.size(), report.value().dates.size(), report.value().numbers.size());
}
