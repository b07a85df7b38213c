// Sorting by a number, one sort for all that is sorted.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace copydesk {

/// A key and the place of what it belongs to.
using Ordered = std::pair<std::uint64_t, std::uint32_t>;

/// Ascending by key, equal keys by place.
void sort(std::vector<Ordered>& order);

/// Sorts the items by `key(item)`, an unsigned number; equal ones keep their order.
template <class Item, class Key>
void sort_by(std::vector<Item>& items, Key key) {
  std::vector<Ordered> order;
  order.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) order.emplace_back(key(items[i]), i);
  sort(order);
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const Ordered& next : order) sorted.push_back(std::move(items[next.second]));
  items = std::move(sorted);
}

}  // namespace copydesk
