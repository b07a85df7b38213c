// Any bytes as a page's JSON-LD, scripts apart by a zero byte: whatever came in is mended into JSON, and an
// article can be analysed with whatever came of it.
#include <cstddef>
#include <string>

#include "check.h"
#include "copydesk/json_ld.h"
#include "input/json_fault.h"
#include "input/json_repair.h"

namespace {

using namespace copydesk;
using fuzz::require;

void check_repair(const std::string& script) {
  const RepairedJson mended = repair_json(script);
  const bool utf8 = Text::from_utf8(script).ok();
  require(!utf8 || !find_json_fault(mended.json), "what is mended is JSON");
  require(mended.json.size() <= 6 * script.size() + 1024, "mending does not blow up");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> scripts;
  for (std::size_t at = 0; at <= size;) {
    const std::size_t end = std::min(bytes.find('\0', at), size);
    scripts.push_back(bytes.substr(at, end - at));
    check_repair(scripts.back());
    at = end + 1;
  }
  Options options;
  options.metadata = read_json_ld(scripts);
  const std::string text = "By Ann Lee\n\nIt rained on Friday, Ann Lee said.";
  const auto report = analyze(text, options);
  require(report.ok(), "metadata are no error");
  fuzz::check_report(text, report.value());
  require(Text::from_utf8(to_json(report.value(), text)).ok(), "a report is UTF-8");
  return 0;
}
