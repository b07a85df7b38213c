// Lines of a stream, in batches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.h"

namespace copydesk::cli {

/// A run of whole lines of one file, blank ones left out.
struct Batch {
  struct Line {
    std::size_t begin = 0, size = 0;  ///< in `bytes`, without its end
    std::uint64_t number = 0;         ///< 1-based, in its file
    bool too_long = false;            ///< longer than the limit; its bytes were dropped
  };
  std::string bytes;
  std::vector<Line> lines;

  std::string_view text(const Line& line) const {
    return std::string_view(bytes).substr(line.begin, line.size);
  }
};

/// Cuts a source into batches.
class LineReader {
 public:
  /// `limit`: bytes a line may have.
  LineReader(Source& source, std::size_t limit) : source_(source), limit_(limit) {}

  /// The next lines, about `kBatchBytes` of them but never less than one; false at the end.  A last line
  /// without a line feed counts, unless an interrupt cut it.
  bool next(Batch& batch);
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  static constexpr std::size_t kBatchBytes = 256 << 10;

  void add_line(Batch& batch, std::size_t begin, std::size_t end);
  void add_lines(Batch& batch, std::size_t from, std::size_t& begin);

  Source& source_;
  std::size_t limit_;
  std::string rest_;  ///< the beginning of a line whose end was not read yet
  std::uint64_t number_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool dropping_ = false;  ///< within a line that is too long
  bool ended_ = false;
};

}  // namespace copydesk::cli
