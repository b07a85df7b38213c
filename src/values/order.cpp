#include "values/order.h"

#include <algorithm>

namespace copydesk {

void sort(std::vector<Ordered>& order) {
  if (!std::is_sorted(order.begin(), order.end())) std::sort(order.begin(), order.end());
}

}  // namespace copydesk
