// Captions without a label: lines that say what a picture shows.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/evidence.h"

namespace copydesk {

/// Tells the captions among a page's lines.
class Captions {
 public:
  /// `margins` as body_margins gives them.
  Captions(const PageView& page, const std::vector<std::int32_t>& margins);
  bool at(std::uint32_t i) const;

 private:
  bool body(std::uint32_t i) const { return margins_[i] >= 0 && i != page_.headline; }
  bool says_where(const Line& line) const;
  bool names_the_picture(const Line& line) const;
  bool opens_with_view(const Line& line) const;
  bool dated_in_full(const Line& line) const;
  bool over_credit(std::uint32_t i) const;
  bool told_again(std::uint32_t i) const;
  bool side(std::uint32_t k) const;

  const PageView& page_;
  const Tokens& tokens_;
  const std::vector<std::int32_t>& margins_;
  std::uint32_t first_sentence_ = PageView::kNoLine;  // of the body
};

}  // namespace copydesk
