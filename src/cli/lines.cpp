#include "cli/lines.h"

#include <cstring>

namespace copydesk::cli {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == line.npos;
}

}  // namespace

void LineReader::add_line(Batch& batch, std::size_t begin, std::size_t end) {
  ++number_;
  if (dropping_) {
    dropping_ = false;
    batch.lines.push_back({begin, 0, number_, true});
  } else if (!is_blank(std::string_view(batch.bytes).substr(begin, end - begin))) {
    batch.lines.push_back({begin, end - begin, number_, false});
  }
}

/// Adds the lines that end at or after `from`; `begin` is where the first of them begins, then the open one.
void LineReader::add_lines(Batch& batch, std::size_t from, std::size_t& begin) {
  const char* const data = batch.bytes.data();
  while (const void* feed = std::memchr(data + from, '\n', batch.bytes.size() - from)) {
    const auto end = static_cast<std::size_t>(static_cast<const char*>(feed) - data);
    add_line(batch, begin, end);
    begin = from = end + 1;
    if (from == batch.bytes.size()) break;
  }
}

bool LineReader::next(Batch& batch) {
  batch.bytes.swap(rest_);
  rest_.clear();
  batch.lines.clear();
  std::size_t begin = 0;
  while (!ended_ && batch.lines.empty()) {
    const std::size_t size = batch.bytes.size();
    batch.bytes.resize(size + kBatchBytes);
    const std::size_t got = source_.read(batch.bytes.data() + size, kBatchBytes);
    batch.bytes.resize(size + got);
    bytes_read_ += got;
    if (got == 0) {
      ended_ = true;
      if ((begin < size || dropping_) && !interrupted()) add_line(batch, begin, size);
      begin = batch.bytes.size();
      break;
    }
    add_lines(batch, size, begin);
    if (batch.bytes.size() - begin > limit_) {
      dropping_ = true;
      batch.bytes.resize(begin);
    } else if (batch.lines.empty() && begin > 0) {  // blank lines alone: their bytes are not kept
      batch.bytes.erase(0, begin);
      begin = 0;
    }
  }
  if (begin < batch.bytes.size()) rest_.assign(batch.bytes, begin, std::string::npos);
  return !batch.lines.empty();
}

}  // namespace copydesk::cli
