// SPDX-License-Identifier: Apache-2.0
#include "chart/scale.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

using namespace tilstand;
using namespace tilstand::chart;

TEST_CASE("a nice range covers its values with steps of 1, 2, 2.5 or 5", "[chart]") {
  const Range range = nice_range(0, 1575, 4);
  CHECK(range.minimum == 0);
  CHECK(range.maximum == 2000);
  CHECK(range.step == 500);
  CHECK(nice_range(3, 3, 4).maximum > nice_range(3, 3, 4).minimum);
}

TEST_CASE("a nice range of any two values holds both and has few ticks", "[chart][property]") {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    const double scale = std::pow(10.0, static_cast<double>(random() % 15) - 2);
    const double a = (static_cast<double>(random() % 20001) - 10000) / 10000 * scale, b = (static_cast<double>(random() % 20001) - 10000) / 10000 * scale;
    const Range range = nice_range(a, b, 4);
    CAPTURE(a, b, range.minimum, range.maximum, range.step);
    const double slack = range.step * 1e-6;
    REQUIRE(range.minimum <= std::min(a, b) + slack);
    REQUIRE(range.maximum >= std::max(a, b) - slack);
    REQUIRE(ticks_of(range).size() <= 8);
    REQUIRE(ticks_of(range).size() >= 2);
    const double mantissa = range.step / std::pow(10.0, std::floor(std::log10(range.step) + 1e-9));
    const bool nice = std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 || std::abs(mantissa - 2.5) < 1e-6 || std::abs(mantissa - 5) < 1e-6;
    REQUIRE(nice);
  }
}

TEST_CASE("ticks of places are 1 and whole multiples of the step", "[chart]") {
  CHECK(rank_ticks(20, 5) == std::vector<double>{1, 5, 10, 15, 20});
  CHECK(rank_ticks(4, 1) == std::vector<double>{1, 2, 3, 4});
  CHECK(rank_ticks(1e12, 1).size() <= 64);
}

TEST_CASE("an axis is straight, keeps to its ends and survives what is no number", "[chart]") {
  const Axis axis(0, 100, 58, 162);
  CHECK(axis.at(0) == 58);
  CHECK(axis.at(100) == 162);
  CHECK(axis.at(25) == Approx(84));
  CHECK(axis.at(-5) == 58);
  CHECK(axis.at(1e300) == 162);
  CHECK(axis.at(std::numeric_limits<double>::quiet_NaN()) == Approx(110));
  CHECK(Axis(7, 7, 10, 20).at(7) == 15);
}

TEST_CASE("a tick's value is the decimal that is printed", "[chart]") {
  CHECK(decimal_of(25) == tables::Decimal{25, 0});
  CHECK(decimal_of(2.5).decimals == 1);
  CHECK(decimal_of(0.1 + 0.2).mantissa == 3);
  CHECK(number_of({9257, 0}) == 9257);
  CHECK(number_of({-35, 1}) == -3.5);
  CHECK_FALSE(is_drawable({std::numeric_limits<std::int64_t>::max(), 0}));
  CHECK_FALSE(is_drawable({1, 12}));
}
