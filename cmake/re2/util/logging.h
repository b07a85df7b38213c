// Stands in for RE2's util/logging.h, which pulls the iostreams into everything that includes it
// (100 kB of WebAssembly).  Found first because cmake/re2 precedes RE2 on the include path.
// Messages are dropped: callers learn of a bad pattern from RE2::error_code().  A failed CHECK aborts.
#ifndef UTIL_LOGGING_H_
#define UTIL_LOGGING_H_

#include <cassert>
#include <cstdio>
#include <cstdlib>

#include "util/util.h"

namespace copydesk_re2_log {

struct Sink {
  template <class T>
  Sink& operator<<(const T&) {
    return *this;
  }
};

struct Fatal : Sink {
  [[noreturn]] ~Fatal() { std::abort(); }
};

}  // namespace copydesk_re2_log

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    copydesk_re2_log::Fatal()
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_GT(a, b) CHECK((a) > (b))

#define LOG_INFO copydesk_re2_log::Sink()
#define LOG_WARNING copydesk_re2_log::Sink()
#define LOG_ERROR copydesk_re2_log::Sink()
#define LOG_FATAL copydesk_re2_log::Fatal()
#define LOG_QFATAL copydesk_re2_log::Fatal()
#ifdef NDEBUG
#define LOG_DFATAL copydesk_re2_log::Sink()
#else
#define LOG_DFATAL copydesk_re2_log::Fatal()
#endif
#define LOG(severity) LOG_##severity
#define VLOG(level) \
  if (true) {       \
  } else            \
    copydesk_re2_log::Sink()

#endif  // UTIL_LOGGING_H_
