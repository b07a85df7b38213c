// Errors exist only at the door: options, encoding, size, JSON, patterns.  Analysis itself is total.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace copydesk {

enum class ErrorCode : std::uint8_t {
  invalid_utf8,      ///< the bytes are not UTF-8; offset: first bad byte
  too_large,         ///< more bytes than `Options::max_bytes`; offset: the limit
  invalid_option,    ///< an option's value makes no sense (a reference date, a time zone)
  invalid_json,      ///< the input line or file is not JSON; offset and line say where
  invalid_pattern,   ///< a caller's pattern does not compile; offset into the pattern
  unsafe_pattern,    ///< a caller's pattern needs more memory than allowed
  io,                ///< a file cannot be read or written (command line only)
};

/// The stable name of a code, as reports and the JavaScript front end show it: "invalid-utf8".
const char* error_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::invalid_option;
  std::uint64_t offset = 0;  ///< byte offset into the input (or pattern) at fault
  std::uint32_t line = 0;    ///< 1-based line of a JSON input, 0 where lines mean nothing
  std::string message;       ///< one sentence: what, where, what to do
};

/// A value or an error; the library throws nothing.
template <class T>
class Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}
  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return *std::get_if<0>(&held_); }
  const T& value() const { return *std::get_if<0>(&held_); }
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace copydesk
