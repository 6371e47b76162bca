// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

Length height_of(Setting& setting, const Input& input) {
  const auto made = setting.planned(input);
  REQUIRE(made);
  return natural_size(*made, mm(169), setting.theme).height;
}

Input dumbbell(std::size_t rows) { return chart_of(Kind::dumbbell, std::vector<Row>(rows, share("a", {{2020, {1, 0}}, {2021, {2, 0}}}))); }

}  // namespace

TEST_CASE("each row adds its pitch while there is room on the page", "[chart]") {
  Setting setting;
  CHECK(height_of(setting, dumbbell(5)) - height_of(setting, dumbbell(4)) == mm(12.5));
}

TEST_CASE("rows come nearer before a chart gets too tall for its page, and no nearer than a line", "[chart]") {
  Setting setting;
  const Length page = setting.theme.page.live_height();
  CHECK(height_of(setting, dumbbell(24)) <= page * 3 / 4);
  CHECK(height_of(setting, dumbbell(200)) >= mm(3.75) * 200);
}

TEST_CASE("a series of ranks takes its height from a small page, and from the author before all", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::rank_series, {place_among("a", 36, {{2020, {16, 0}}, {2021, {18, 0}}})});
  const Length large = height_of(setting, input);
  setting.theme.page.trim.height = mm(150);
  setting.theme.page.head = setting.theme.page.foot = mm(15);
  CHECK(height_of(setting, input) < large);
  CHECK(height_of(setting, input) <= mm(120) * 3 / 4);
  input.size = mm(110);
  CHECK(height_of(setting, input) == mm(110));
}

TEST_CASE("heights are whole quarters of the baseline unit", "[chart]") {
  Setting setting;
  for (std::size_t rows = 1; rows < 40; ++rows) CHECK(height_of(setting, dumbbell(rows)).units % mm(1.25).units == 0);
}
