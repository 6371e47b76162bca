// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>

#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

TEST_CASE("bars are stacked, values below zero downwards", "[graph]") {
  Setting desk;
  Input input = input_of(Kind::bar, {datum("a", 3, "x"), datum("a", -2, "y"), datum("a", 4, "z")});
  input.stack = Stack::stacked;
  const std::optional<Plan> made = desk.planned(input);
  REQUIRE(made);
  CHECK(made->marks[1].to == -2);
  CHECK(made->marks[2].from == 3);
  CHECK(made->marks[2].to == 7);
  CHECK(made->value.low <= -2);
  CHECK(made->value.high >= 7);
}

TEST_CASE("shares of a place make a hundred", "[graph][property]") {
  Setting desk;
  Input input = input_of(Kind::column, {datum("a", 3, "x"), datum("a", 5, "y"), datum("b", 1, "x"), datum("b", 7, "y")});
  input.stack = Stack::percent;
  const std::optional<Plan> made = desk.planned(input);
  REQUIRE(made);
  for (const Mark& mark : made->marks)
    if (mark.series == 1) CHECK(mark.to == Approx(100));
}

TEST_CASE("the axis of bars begins at zero, that of points need not", "[graph]") {
  Setting desk;
  CHECK(desk.planned(input_of(Kind::column, {datum("a", 90), datum("b", 95)}))->value.low == 0);
  CHECK(desk.planned(input_of(Kind::dot, {datum("a", 90), datum("b", 95)}))->value.low > 0);
}

TEST_CASE("categories are sorted by their sums on request", "[graph]") {
  Setting desk;
  Input input = input_of(Kind::bar, {datum("a", 1), datum("b", 3), datum("c", 2)});
  input.order = Order::falling;
  CHECK(desk.planned(input)->base.names == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("a missing value is a gap in the table too", "[graph]") {
  Setting desk;
  const std::optional<Plan> made = desk.planned(input_of(Kind::line, {datum("a", 1), datum("b", std::nullopt), datum("c", 2)}));
  REQUIRE(made);
  CHECK(made->table.rows[1][1].text == "–");
}

TEST_CASE("what can't be shown is reported, all at once", "[graph][bad]") {
  Setting desk;
  Input input = input_of(Kind::bar, {datum("a", std::numeric_limits<double>::infinity()), datum("b", 1), datum("b", 2), datum("c", 1e17)});
  CHECK_FALSE(desk.planned(input));
  CHECK(desk.codes() == std::vector<std::string>{"chart.not-finite", "chart.out-of-range", "chart.duplicate-value"});
  Setting other;
  CHECK_FALSE(other.planned(input_of(Kind::bar, {})));
  CHECK_FALSE(other.planned(input_of(Kind::bar, {datum("a", std::nullopt)})));
  Input log = input_of(Kind::bar, {datum("a", -1)});
  log.value.scale = ScaleKind::logarithmic;
  CHECK_FALSE(other.planned(log));
  CHECK(other.codes() == std::vector<std::string>{"chart.no-rows", "chart.no-rows", "chart.not-positive"});
}
