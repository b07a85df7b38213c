#include "cli/files.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace copydesk::cli {
namespace {

volatile sig_atomic_t g_interrupted = 0;

void note_interrupt(int) {
  g_interrupted = 1;
}

Error cannot_read(const std::string& name, int error) {
  const auto io = [](std::string message) { return Error{ErrorCode::io, 0, 0, std::move(message)}; };
  if (error == ENOENT) return io(name + ": there is no such file; check the name.");
  if (error == EISDIR) return io(name + ": this is a folder; name the files in it.");
  if (error == EACCES) return io(name + ": reading is not allowed; check the permissions.");
  return io(name + ": cannot be read: " + std::strerror(error) + ".");
}

}  // namespace

Source::~Source() {
  if (descriptor_ > 0) close(descriptor_);
}
Source::Source(Source&& other) noexcept
    : descriptor_(other.descriptor_), failure_(std::move(other.failure_)) {
  other.descriptor_ = -1;
}

Result<Source> Source::open(const std::string& name) {
  if (name == "-") return Source(0);
  struct stat about;
  if (stat(name.c_str(), &about) != 0) return cannot_read(name, errno);
  if (S_ISDIR(about.st_mode)) return cannot_read(name, EISDIR);
  const int descriptor = ::open(name.c_str(), O_RDONLY);
  if (descriptor < 0) return cannot_read(name, errno);
  return Source(descriptor);
}

bool Source::ready(int milliseconds) const {
#ifdef __EMSCRIPTEN__
  static_cast<void>(milliseconds);  // Node's reads come back from an interrupt with the program's end
  return true;
#else
  struct pollfd wanted = {descriptor_, POLLIN, 0};
  return poll(&wanted, 1, milliseconds) > 0;  // an interrupt ends the waiting with -1, and nothing to read
#endif
}

std::size_t Source::read(char* into, std::size_t size) {
  while (!interrupted()) {
    // An interrupt just before a read that waits would not be seen; so waiting has an end.
    if (!ready(250)) continue;
    const ssize_t got = ::read(descriptor_, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) continue;
    failure_ = errno == EISDIR ? "this is a folder" : std::strerror(errno);
    break;
  }
  return 0;
}

Result<std::string> read_file(const std::string& name, std::uint64_t limit) {
  Result<Source> source = Source::open(name);
  if (!source) return source.error();
  std::string all;
  std::size_t size = 0;
  for (;;) {
    all.resize(size < 65536 ? 65536 : size * 2);
    const std::size_t got = source.value().read(all.data() + size, all.size() - size);
    if (got == 0) break;
    size += got;
    if (size > limit)
      return Error{ErrorCode::too_large, limit, 0,
                   name + ": over the limit of " + std::to_string(limit) + " bytes; split the file."};
  }
  if (!source.value().failure().empty())
    return Error{ErrorCode::io, size, 0, name + ": cannot be read: " + source.value().failure() + "."};
  all.resize(size);
  return all;
}

Output::Output() {
  struct stat about;
  if (fstat(1, &about) == 0 && S_ISREG(about.st_mode)) {
    // In append mode the position is told only after the first write; the size is where that goes.
    const int flags = fcntl(1, F_GETFL);
    whole_ = flags != -1 && (flags & O_APPEND) ? about.st_size : lseek(1, 0, SEEK_CUR);
  }
}

bool Output::write(std::string_view bytes) {
  if (status_ != kOk) return false;
  const std::string_view all = bytes;
  while (!bytes.empty()) {
    const ssize_t put = ::write(1, bytes.data(), bytes.size());
    if (put > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (put < 0 && errno != EINTR) {
      error_ = errno;
      status_ = errno == EPIPE ? kReaderGone : kCannotWrite;
      const std::size_t written = all.size() - bytes.size();
      const std::size_t feed = written == 0 ? all.npos : all.rfind('\n', written - 1);
      if (whole_ >= 0 && feed != all.npos) whole_ += static_cast<std::int64_t>(feed) + 1;
      // A file that cannot be cut keeps a broken last line; the message says that writing failed either way.
      if (whole_ >= 0 && ftruncate(1, static_cast<off_t>(whole_)) != 0) whole_ = -1;
      return false;
    }
  }
  if (whole_ >= 0) whole_ += static_cast<std::int64_t>(all.size());
  return true;
}

std::string Output::reason() const {
  return std::strerror(error_);
}

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = note_interrupt;  // without SA_RESTART: a read that waits comes back
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  signal(SIGPIPE, SIG_IGN);  // a write then says EPIPE
}

bool interrupted() {
  return g_interrupted != 0;
}

bool is_terminal(int descriptor) {
#ifdef __EMSCRIPTEN__
  // Its isatty takes every stream for a terminal; web/cli.js knows which are.
  const char* const terminals = std::getenv("COPYDESK_TERMINALS");
  return terminals && std::strchr(terminals, '0' + descriptor);
#else
  return isatty(descriptor) == 1;
#endif
}

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return is_terminal(descriptor) && (!no_colour || !*no_colour);
}

void complain(std::string_view message) {
  std::string line = "copydesk: ";
  line.append(message).append("\n");
  if (::write(2, line.data(), line.size()) < 0) return;  // nowhere is left to say so
}

}  // namespace copydesk::cli
