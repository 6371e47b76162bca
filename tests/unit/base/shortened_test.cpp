// SPDX-License-Identifier: Apache-2.0
#include "base/shortened.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;

TEST_CASE("a text is shortened between characters, a short one not at all", "[base]") {
  const std::string forty(40, 'a');
  CHECK(shortened(forty) == forty);
  CHECK(shortened(forty + "b") == forty + "…");
  CHECK(shortened(forty.substr(1) + "åb") == forty.substr(1) + "…");
}
