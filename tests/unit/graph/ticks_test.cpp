// SPDX-License-Identifier: Apache-2.0
#include "graph/ticks.hpp"

#include <catch2/catch.hpp>

using namespace tilstand::graph;

TEST_CASE("ticks are those of the published algorithm", "[graph]") {
  CHECK(nice_ticks(8.1, 14.1, 4, false).values() == std::vector<double>{8, 10, 12, 14});  // example of the authors' R package
  CHECK(nice_ticks(0, 100, 5, false).values() == std::vector<double>{0, 25, 50, 75, 100});
}

TEST_CASE("loose ticks reach over both ends", "[graph]") {
  for (const double high : {0.7, 1.3, 9.9, 47.0, 1362.0, 2.5e9}) {
    const std::vector<double> ticks = nice_ticks(0, high, 5, true).values();
    REQUIRE(ticks.size() >= 2);
    CHECK(ticks.front() <= 0);
    CHECK(ticks.back() >= high);
    CHECK(ticks.back() < high * 2.01);
  }
}

TEST_CASE("equal values get room round them", "[graph]") {
  const std::vector<double> ticks = nice_ticks(5, 5, 5, true).values();
  CHECK(ticks.front() < 5);
  CHECK(ticks.back() > 5);
}

TEST_CASE("a logarithmic axis is ticked at powers of ten, between them when they are few", "[graph]") {
  CHECK(log_ticks(1, 1e4) == std::vector<double>{1, 10, 100, 1000, 10000});
  CHECK(log_ticks(1, 10) == std::vector<double>{1, 2, 5, 10});
}
