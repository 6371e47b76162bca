// SPDX-License-Identifier: Apache-2.0
#include "digest/uuid.hpp"

#include <catch2/catch.hpp>

using tilstand::digest::uuid;

TEST_CASE("A UUID has its version, its variant and its hyphens, whatever the seed", "[digest]") {
  for (const std::string seed : {"", "a", "b", "c", "d", "e", "report 2021"}) {
    const std::string name = uuid(seed);
    REQUIRE(name.size() == 36);
    CHECK(name[14] == '8');
    CHECK(std::string("89ab").find(name[19]) != std::string::npos);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) CHECK(name[at] == '-');
  }
}

TEST_CASE("The same seed gives the same UUID and another seed another one", "[digest]") {
  CHECK(uuid("abc") == "ba7816bf-8f01-8fea-8141-40de5dae2223");  // FIPS 180-4's digest of "abc", version and variant set
  CHECK(uuid("abc") != uuid("abd"));
}
