#include "weigh/softmax.h"

#include <doctest/doctest.h>

using namespace copydesk::weigh;

TEST_CASE("probabilities of integer sums") {
  Shares<4> shares;
  CHECK(shares.rank().margin == 0);
  shares.add(10);
  CHECK(shares.rank().share == 255);
  CHECK(shares.rank().margin == 127);
  shares.add(26);
  const Ranking r = shares.rank();
  CHECK(r.first == 1);
  CHECK(r.second == 0);
  CHECK(r.margin == 16);
  CHECK(r.share == 186);  // 1 / (1 + 1/e)
}

TEST_CASE("candidates over the most are left out") {
  Shares<2> shares;
  for (int i = 0; i < 5; ++i) shares.add(i);
  CHECK(shares.size() == 2);
}
