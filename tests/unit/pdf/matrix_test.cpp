// SPDX-License-Identifier: Apache-2.0
#include "pdf/matrix.hpp"

#include <catch2/catch.hpp>

#include "pdf/document.hpp"

using namespace tilstand::pdf;

TEST_CASE("matrices apply from the left") {
  const Matrix moved{1, 0, 0, 1, 10, 0}, turned{0, 1, -1, 0, 0, 0};
  const Spot at = (moved * turned).apply({1, 2});
  CHECK(at.x == Approx(-2));
  CHECK(at.y == Approx(11));
}

TEST_CASE("what boxes have in common may be empty") {
  CHECK(common({0, 0, 10, 10}, {5, 5, 20, 20}).width() == Approx(5));
  CHECK(common({0, 0, 1, 1}, {5, 5, 20, 20}).empty());
}
