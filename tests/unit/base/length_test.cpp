// SPDX-License-Identifier: Apache-2.0
#include "base/length.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "base/geometry.hpp"
#include "base/number_text.hpp"
#include "base/path.hpp"

using namespace tilstand;

TEST_CASE("millimetres and points are both whole units", "[base]") {
  CHECK(mm(25.4) == pt(72));
  CHECK(mm(5).units == 18000);
  CHECK(pt(0.4).units == 508);
}

TEST_CASE("scaling rounds half away from zero and does not overflow", "[base]") {
  CHECK(scaled(Length{5}, 1, 2) == Length{3});
  CHECK(scaled(Length{-5}, 1, 2) == Length{-3});
  CHECK(scaled(Length{4'000'000'000'000}, 3'000'000, 3'000'000) == Length{4'000'000'000'000});
}

TEST_CASE("rounding up goes to the next grid line and stays on one", "[base]") {
  CHECK(round_up(mm(12), mm(5)) == mm(15));
  CHECK(round_up(mm(15), mm(5)) == mm(15));
  CHECK(round_up(Length{}, mm(5)) == Length{});
  CHECK(round_up(mm(-12), mm(5)) == mm(-10));
}

TEST_CASE("decimals are short, rounded and free of locale", "[base]") {
  CHECK(decimal(0) == "0");
  CHECK(decimal(-0.0004) == "0");
  CHECK(decimal(14.1732283) == "14.173");
  CHECK(decimal(1.5) == "1.5");
  CHECK(decimal(-1.0005) == "-1.001");
  CHECK(decimal(3.04, 2) == "3.04");
}

TEST_CASE("a union holds both rectangles", "[base]") {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::int64_t> any(-1000, 1000), some(0, 500);
  for (int i = 0; i < 200; ++i) {
    const Rect a{{{any(random)}, {any(random)}}, {{some(random)}, {some(random)}}};
    const Rect b{{{any(random)}, {any(random)}}, {{some(random)}, {some(random)}}};
    const Rect both = united(a, b);
    CHECK((both.contains(a) && both.contains(b)));
    CHECK(both == united(b, a));
  }
}

TEST_CASE("a path's bounds move with it", "[base]") {
  const Path path = rectangle({{mm(1), mm(2)}, {mm(3), mm(4)}});
  CHECK(bounds(path) == Rect{{mm(1), mm(2)}, {mm(3), mm(4)}});
  CHECK(bounds(moved(path, {mm(10), mm(-2)})) == Rect{{mm(11), mm(0)}, {mm(3), mm(4)}});
  CHECK(bounds(Path{}) == Rect{});
}
