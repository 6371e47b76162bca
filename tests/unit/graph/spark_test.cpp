// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graph/spark.hpp"
#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

drawing::Drawing drawn(Setting& setting, const Spark& spark) {
  return draw_spark(spark, mm(2), {setting.theme, setting.words, setting.forms, setting.shaper, false, {}, false, {}});
}

Rect reach(const drawing::Drawing& drawing) {
  Rect box;
  for (const auto& item : drawing.items) box = united(box, bounds(std::get<drawing::Shape>(item).path));
  return box;
}

}  // namespace

TEST_CASE("charts in a line are as high as letters and stay inside", "[graph]") {
  Setting setting;
  const std::vector<std::optional<double>> values{3, -1, std::nullopt, 8, 2};
  for (const Spark::Kind kind : {Spark::Kind::line, Spark::Kind::columns, Spark::Kind::win_loss}) {
    const drawing::Drawing drawing = drawn(setting, {kind, values, 100});
    CHECK(drawing.size.height == mm(3));
    CHECK_FALSE(drawing.items.empty());
    const Rect box = reach(drawing);
    CHECK(box.right() <= drawing.size.width + mm(0.01));
    CHECK(box.bottom() <= drawing.size.height + mm(0.01));
  }
  const drawing::Drawing bar = drawn(setting, {Spark::Kind::bar, {{25}}, 100});
  CHECK(bar.size.height == mm(2));
  REQUIRE(bar.items.size() == 2);
  CHECK(bounds(std::get<drawing::Shape>(bar.items[1]).path).size.width.in_mm() == Approx(bar.size.width.in_mm() / 4).margin(0.01));
}

TEST_CASE("single, equal, missing and too large values are drawn too", "[graph][bad]") {
  Setting setting;
  for (const Spark::Kind kind : {Spark::Kind::line, Spark::Kind::columns, Spark::Kind::win_loss, Spark::Kind::bar})
    for (const std::vector<std::optional<double>>& values : {std::vector<std::optional<double>>{}, {4}, {4, 4, 4}, {0, 0}, {std::nullopt, 2}, {-5}, {1e300, -1e300}}) {
      const drawing::Drawing drawing = drawn(setting, {kind, values, 100});
      CHECK(reach(drawing).right() <= drawing.size.width + mm(0.01));
    }
}
