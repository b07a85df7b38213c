// List labels inside a line: "1. Open the box. 2. Read the note.", "a) … b) …".
#pragma once

#include "text/tokens.h"

namespace copydesk::sentences {

/// The label a sentence begins with, and the one that would follow it.
class Label {
 public:
  /// Reads the label, if any, at the sentence's first token.
  void start(const Text& text, const Tokens& tokens, std::size_t begin);
  /// Whether token `at` is the next label with the same marks.
  bool next(const Text& text, const Tokens& tokens, std::size_t at, std::size_t begin) const;

 private:
  std::uint32_t value_ = 0;  // of the label; 0: none
  bool letter_ = false;
  bool stop_ = false;     // "1." and "1.)"
  bool bracket_ = false;  // "1)" and "1.)"
};

}  // namespace copydesk::sentences
