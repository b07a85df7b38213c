#include "text/chars.h"

#include <doctest/doctest.h>

using namespace copydesk;

TEST_CASE("a name as it is said has one space between its words") {
  CHECK(one_space("Ann Lee") == "Ann Lee");
  CHECK(one_space("Ann\nLee") == "Ann Lee");
  CHECK(one_space("Ann \r\n\t Lee") == "Ann Lee");
  CHECK(one_space("Ann\xc2\xa0Lee") == "Ann Lee");
  CHECK(one_space(" Ann").size() == 3);
  CHECK(one_space("").empty());
}
