// SPDX-License-Identifier: Apache-2.0
#include "base/roman.hpp"

#include <catch2/catch.hpp>

using namespace tilstand;

TEST_CASE("roman numerals are written and read back", "[base]") {
  CHECK(roman(4) == "iv");
  CHECK(roman(1994) == "mcmxciv");
  CHECK(roman(0).empty());
  CHECK(roman(4000).empty());
  for (std::uint32_t value = 1; value < 4000; ++value) CHECK(from_roman(roman(value)) == value);
}

TEST_CASE("what is no numeral has no value", "[base]") {
  for (const char* text : {"", "iiii", "vx", "abc", "XIV", "i i", "mmmm"}) CHECK_FALSE(from_roman(text));
}
