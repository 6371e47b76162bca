// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include <catch2/catch.hpp>

namespace tilstand {
namespace {

TEST_CASE("the distance of two words counts changes, and a swap of neighbours as one", "[base]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("title", "titel") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("prose", "prose") == 0);
}

TEST_CASE("the nearest known word is suggested when it is near", "[base]") {
  CHECK(did_you_mean("trsut", {"trust", "rust"}) == "did you mean \"trust\"?");
  CHECK(did_you_mean("sheep", {"goats", "farm"}).empty());
  CHECK(did_you_mean("x", {"id"}).empty());
  CHECK(did_you_mean("idd", {}).empty());
}

TEST_CASE("of two words that are equally near the first is suggested", "[base]") {
  CHECK(did_you_mean("bat", {"cat", "rat"}) == "did you mean \"cat\"?");
}

}  // namespace
}  // namespace tilstand
