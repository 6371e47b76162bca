// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <numeric>

#include "graph/plan_parts.hpp"
#include "graph/squarify.hpp"
#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

TEST_CASE("quartiles are those of linear interpolation", "[graph]") {
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};  // R: quantile(1:10)
  CHECK(quantile(values, 0.25) == Approx(3.25));
  CHECK(quantile(values, 0.5) == Approx(5.5));
  CHECK(quantile(values, 0.75) == Approx(7.75));
  CHECK(quantile({4}, 0.75) == 4);
}

TEST_CASE("bins are as wide as Freedman and Diaconis say, nicely rounded", "[graph]") {
  std::vector<double> values(1000);
  std::iota(values.begin(), values.end(), 0.0);  // 2 × 499.5 / 10 = 99.9
  const Bins bins = bins_of(values);
  CHECK(bins.width == Approx(100));
  CHECK(bins.start == 0);
  CHECK(bins.count == 10);
  CHECK(bins.index(999) == 9);
}

TEST_CASE("bins hold every value and are few", "[graph][property]") {
  for (const double scale : {1e-9, 1.0, 1e14}) {
    for (const double lone : {0.0, 1.0, 1000.0}) {
      const std::vector<double> values{scale, scale, scale, scale, scale * 1.001, scale * 0.999, -scale * lone};
      const Bins bins = bins_of(values);
      CHECK(bins.count <= 60);
      for (const double value : values) {
        CHECK(value >= bins.start - bins.width * 1e-6);
        CHECK(value <= bins.start + bins.width * (static_cast<double>(bins.count) + 1e-6));
      }
    }
  }
  CHECK(bins_of({5, 5, 5}).count == 1);
}

TEST_CASE("the counts of a histogram make the number of its values", "[graph]") {
  Setting setting;
  const auto made = setting.planned(input_of(Kind::histogram, {datum("", 1), datum("", 2), datum("", 2.5), datum("", std::nullopt), datum("", 9)}));
  REQUIRE(made);
  double sum = 0;
  for (const Mark& mark : made->marks) sum += *mark.value;
  CHECK(sum == 4);
  CHECK(made->base.low <= 1);
  CHECK(made->base.high >= 9);
}

TEST_CASE("a box has whiskers to the last value within one and a half boxes", "[graph]") {
  Setting setting;
  std::vector<Datum> rows;
  for (const double value : {1, 2, 3, 4, 5, 6, 7, 8, 9, 40}) rows.push_back(datum("a", value));
  const auto made = setting.planned(input_of(Kind::box, rows));
  REQUIRE(made->boxes.size() == 1);
  CHECK(made->boxes[0].low == 1);
  CHECK(made->boxes[0].high == 9);
  CHECK(made->boxes[0].outliers == std::vector<double>{40});
  CHECK(made->table.rows[0].back().text == "40");
}

TEST_CASE("a bump chart ranks the greatest first, on request the least", "[graph]") {
  Setting setting;
  Input input = input_of(Kind::bump, {datum("2020", 3, "x"), datum("2020", 9, "y"), datum("2021", 8, "x"), datum("2021", 5, "y")});
  const auto made = setting.planned(input);
  CHECK(made->marks[0].value == 2);  // x, 2020
  CHECK(made->marks[1].value == 1);  // x, 2021
  CHECK(made->paragraph.find("x er først") != std::string::npos);
  input.order = Order::rising;
  CHECK(setting.planned(input)->marks[0].value == 1);
}

TEST_CASE("hundredths make a hundred by largest remainder", "[graph][property]") {
  CHECK(hundredths({1, 1, 1}) == std::vector<int>{34, 33, 33});
  CHECK(hundredths({0, 0}) == std::vector<int>{0, 0});
  for (double a = 0.1; a < 50; a += 3.7) {
    const std::vector<int> parts = hundredths({a, 7, 13.3, 0.01});
    CHECK(std::accumulate(parts.begin(), parts.end(), 0) == 100);
  }
}

TEST_CASE("boxes of a tree map are those of the paper", "[graph]") {
  // Areas 6 6 4 3 2 2 1 in 6 × 4 (Bruls et al., figure 4): the first two fill a column 3 wide.
  const auto boxes = squarify({6, 6, 4, 3, 2, 2, 1}, {0, 0, 6, 4});
  REQUIRE(boxes.size() == 7);
  CHECK(boxes[0].right == Approx(3));
  CHECK(boxes[1].right == Approx(3));
  CHECK(boxes[2].right - boxes[2].left == Approx(12.0 / 7));
  CHECK(boxes[2].bottom == boxes[3].bottom);
  const std::vector<double> areas{6, 6, 4, 3, 2, 2, 1};
  for (std::size_t i = 0; i < boxes.size(); ++i) CHECK((boxes[i].right - boxes[i].left) * (boxes[i].bottom - boxes[i].top) == Approx(areas[i]));
}

TEST_CASE("kinds say what they can't show", "[graph][bad]") {
  const auto codes_of = [](Kind kind, std::vector<Datum> rows) {
    Setting setting;
    CHECK_FALSE(setting.planned(input_of(kind, std::move(rows))));
    return setting.codes();
  };
  using Codes = std::vector<std::string>;
  CHECK(codes_of(Kind::slope, {datum("a", 1, "x"), datum("b", 1, "x"), datum("c", 1, "x")}) == Codes{"chart.wrong-data"});
  CHECK(codes_of(Kind::waffle, {datum("a", 1), datum("b", -1)}) == Codes{"chart.out-of-range"});
  CHECK(codes_of(Kind::tree_map, {datum("a", 0), datum("b", 0)}) == Codes{"chart.out-of-range"});
  CHECK(codes_of(Kind::tile_map, {datum("a", 1)}) == Codes{"chart.wrong-data"});
  CHECK(codes_of(Kind::box, {datum("a", 1, "x")}) == Codes{"chart.wrong-data"});
  CHECK(codes_of(Kind::histogram, {datum("", std::nullopt)}) == Codes{"chart.no-rows"});
  std::vector<Datum> many;
  for (int i = 0; i < 10000; ++i) many.push_back(datum("c" + std::to_string(i), i));
  for (const Kind kind : {Kind::tree_map, Kind::column, Kind::box, Kind::bullet}) CHECK(codes_of(kind, many) == Codes{"chart.wrong-data"});
}
