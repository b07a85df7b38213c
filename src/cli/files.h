// Bytes in and out: what can go wrong there, in sentences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "copydesk/error.h"

namespace copydesk::cli {

/// The states a run ends in; --help tells them.
enum Status : int {
  kOk = 0,
  kSomeFailed = 1,
  kUsage = 2,
  kCannotWrite = 3,
  kInterrupted = 130,
  kReaderGone = 141,
};

/// Reads pieces of a file or of standard input ("-").
class Source {
 public:
  ~Source();
  /// Errors: `io` (missing, a folder, not readable).
  static Result<Source> open(const std::string& name);
  Source(Source&& other) noexcept;
  Source& operator=(Source&&) = delete;

  /// Up to `size` bytes; 0 at the end, and after an interrupt.  Sets the error when reading fails.
  std::size_t read(char* into, std::size_t size);
  /// Whether `read` would return at once, for `milliseconds` at most.
  bool ready(int milliseconds = 0) const;
  const std::string& failure() const { return failure_; }

 private:
  explicit Source(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
  std::string failure_;
};

/// A whole file.  Errors: `io`, `too_large` for more than `limit` bytes.
Result<std::string> read_file(const std::string& name, std::uint64_t limit);

/// Standard output, whole lines at a time.
class Output {
 public:
  Output();
  /// Writes all of `bytes`; when that fails, cuts a file back to its last whole line.  False from then on.
  bool write(std::string_view bytes);
  /// kOk, kCannotWrite or kReaderGone.
  Status status() const { return status_; }
  std::string reason() const;

 private:
  Status status_ = kOk;
  int error_ = 0;
  std::int64_t whole_ = -1;  ///< where the last whole line ends, in a regular file; else -1
};

/// From now on an interrupt (SIGINT, SIGTERM) ends the input instead of the program.
void catch_interrupts();
bool interrupted();

bool is_terminal(int descriptor);
/// Colours: `descriptor` is a terminal and NO_COLOR is not set.
bool wants_colour(int descriptor);

/// "copydesk: …" on standard error.
void complain(std::string_view message);

}  // namespace copydesk::cli
