// What is known of a quotation before any candidate is looked at.
#pragma once

#include "quotes/scene.h"

namespace copydesk {

struct Shape {
  std::uint32_t stretch = 0;
  std::uint32_t unit = 0;
  unsigned words = 0;
  unsigned length = 0;    // bucket
  unsigned end = 4;       // closing mark, inside or just outside: comma period question exclamation none dash
  unsigned capitals = 0;  // small first all number headline
  unsigned place = 0;     // middle first alone of its paragraph
  bool capital = false;
  bool verb = false;
  std::uint32_t after = 0;  // unit behind it and behind a comma or stop that touches its closing mark
  bool led = false;         // the noun of a phrase that begins before it
  unsigned first_pos = 5, last_pos = 5;
};

Shape shape_of(const Scene& scene, std::uint32_t stretch);

}  // namespace copydesk
