// Line and column of byte offsets that come in order.
#pragma once

#include <string>
#include <string_view>

namespace copydesk::cli {

class Position {
 public:
  explicit Position(std::string_view utf8) : utf8_(utf8) {}

  /// "12:5": line and code point, both from 1.  `offset` is no smaller than the one before.
  std::string at(std::size_t offset) {
    for (; at_ < offset; ++at_) {
      if (utf8_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else {
        column_ += at_ + 1 >= utf8_.size() || (static_cast<unsigned char>(utf8_[at_ + 1]) & 0xc0) != 0x80;
      }
    }
    return std::to_string(line_) + ":" + std::to_string(column_);
  }

 private:
  std::string_view utf8_;
  std::size_t at_ = 0, line_ = 1, column_ = 1;
};

}  // namespace copydesk::cli
