#pragma once

#include <cstdio>
#include <string>

namespace copydesk::bench {

/// Appends the file's bytes to `text`; false when it cannot be read.
inline bool read_file(const char* path, std::string& text) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return false;
  char buffer[1 << 16];
  for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, size);
  const bool whole = !std::ferror(file);
  return std::fclose(file) == 0 && whole;
}

}  // namespace copydesk::bench
