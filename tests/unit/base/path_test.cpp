// SPDX-License-Identifier: Apache-2.0
#include "base/path.hpp"

#include <catch2/catch.hpp>

#include "base/number_text.hpp"

namespace tilstand {
namespace {

TEST_CASE("a rectangle's path has its bounds, and moves as a whole", "[base]") {
  const Rect area{{mm(1), mm(2)}, {mm(3), mm(4)}};
  CHECK(bounds(rectangle(area)) == area);
  CHECK(bounds(moved(rectangle(area), {mm(10), mm(-2)})) == Rect{{mm(11), mm(0)}, area.size});
  CHECK(bounds(Path{}) == Rect{});
}

TEST_CASE("bounds take in control points", "[base]") {
  Path path;
  path.move_to({}).curve_to({mm(-1), mm(5)}, {mm(7), mm(-3)}, {mm(2), mm(2)});
  CHECK(bounds(path) == Rect{{mm(-1), mm(-3)}, {mm(8), mm(8)}});
}

TEST_CASE("rectangles unite and contain", "[base]") {
  const Rect a{{}, {mm(2), mm(2)}}, b{{mm(1), mm(1)}, {mm(4), mm(1)}};
  const Rect both = united(a, b);
  CHECK((both.contains(a) && both.contains(b) && !a.contains(b)));
  CHECK(both == Rect{{}, {mm(5), mm(2)}});
}

TEST_CASE("decimals are rounded half away from zero, without trailing zeros", "[base]") {
  CHECK(decimal(1.5) == "1.5");
  CHECK(decimal(-0.0005) == "-0.001");
  CHECK(decimal(2.0) == "2");
  CHECK(decimal(1234567.8914, 2) == "1234567.89");
  CHECK(decimal(0.05, 1) == "0.1");
  CHECK(decimal(10.01) == "10.01");
}

TEST_CASE("what rounds to zero has no sign", "[base]") { CHECK(decimal(-0.0001) == "0"); }

}  // namespace
}  // namespace tilstand
