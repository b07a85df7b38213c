// A page read as far as its lines, their traits, its core and its headline.
#pragma once

#include <string_view>
#include <vector>

#include "blocks/evidence.h"

namespace copydesk {

struct PageReading {
  std::vector<Line> lines;
  std::vector<Traits> traits;
  Core core;
  std::uint32_t headline = PageView::kNoLine;

  PageView view(const Tokens& tokens) const { return {tokens, lines, traits, core, headline}; }
};

/// `headline`: as read_page takes it.
PageReading read_lines_of_page(const Text& text, const Tokens& tokens, std::string_view headline = {});

}  // namespace copydesk
