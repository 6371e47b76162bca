// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

std::vector<std::string> texts_of(const std::vector<DataTable::Cell>& cells) {
  std::vector<std::string> texts;
  for (const DataTable::Cell& cell : cells) texts.push_back(cell.text);
  return texts;
}

}  // namespace

TEST_CASE("shares stand on an axis to 100, or to 50 where all are under 40", "[chart]") {
  Setting setting;
  const auto high = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {20, 0}}, {2021, {47, 0}}})}));
  REQUIRE(high);
  CHECK(high->minimum == 0);
  CHECK(high->maximum == 100);
  CHECK(high->step == 25);
  const auto low = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2020, {20, 0}}, {2021, {39, 0}}})}));
  REQUIRE(low);
  CHECK(low->maximum == 50);
  CHECK(low->step == 10);
}

TEST_CASE("an axis of places begins at 1 and ends after the worst place, a strip ends with the last place", "[chart]") {
  Setting setting;
  const auto series = setting.planned(chart_of(Kind::rank_series, {place_among("a", 193, {{2016, {18, 0}}, {2020, {13, 0}}})}));
  REQUIRE(series);
  CHECK(series->minimum == 1);
  CHECK(series->maximum == 20);
  CHECK(series->step == 5);
  const auto strip = setting.planned(chart_of(Kind::rank_dumbbell, {place_among("a", 36, {{2020, {9, 0}}, {2021, {6, 0}}})}));
  REQUIRE(strip);
  CHECK(strip->maximum == 36);
}

TEST_CASE("columns stand on zero", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::columns, {row_of("a", data::Unit::count, {{2017, {651, 0}}, {2021, {1575, 0}}})}));
  REQUIRE(made);
  CHECK(made->minimum == 0);
  CHECK(made->maximum == 2000);
  CHECK(made->years == std::vector<int>{2017, 2021});
}

TEST_CASE("charts that compare two years keep the last two, in order of time", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2021, {3, 0}}, {2019, {1, 0}}, {2020, {2, 0}}})}));
  REQUIRE(made);
  REQUIRE(made->input.rows.front().points.size() == 2);
  CHECK(made->years == std::vector<int>{2020, 2021});
}

TEST_CASE("the author's maximum and step are followed", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::dumbbell, {share("a", {{2021, {30, 0}}})});
  input.maximum = 60;
  input.step = 20;
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(made->maximum == 60);
  CHECK(made->step == 20);
}

TEST_CASE("every kind has a name that leads back to it", "[chart]") {
  for (const std::string& name : kind_names()) CHECK(name_of(kind_of(name).value()) == name);
  CHECK_FALSE(kind_of("pie"));
}

TEST_CASE("the data table has every value under its year and a dash where there is none", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("Tillit", {{2020, {50, 0}}, {2021, {47, 0}}}), share("Nett", {{2021, {94, 0}}})}));
  REQUIRE(made);
  const DataTable& table = made->table;
  CHECK(texts_of(table.head) == std::vector<std::string>{"Gjelder", "2020", "2021"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][0].text == "Tillit");
  CHECK(table.rows[0][1].text == "50\u00A0%");
  CHECK(table.rows[0][2].text == "47\u00A0%");
  CHECK(table.rows[1][1].text == "–");
  CHECK(table.rows[1][2].text == "94\u00A0%");
}

TEST_CASE("many years stand below one another in the data table", "[chart]") {
  Setting setting;
  std::vector<Row::Point> points;
  for (int year = 2000; year < 2012; ++year) points.push_back({year, {year - 1990, 0}});
  const auto made = setting.planned(chart_of(Kind::columns, {row_of("Tall", data::Unit::count, points)}));
  REQUIRE(made);
  CHECK(texts_of(made->table.head) == std::vector<std::string>{"År", "Tall"});
  REQUIRE(made->table.rows.size() == 12);
  CHECK(made->table.rows.back()[1].text == "21");
}

TEST_CASE("a row below another one is named in full in table and description", "[chart]") {
  Setting setting;
  Input input = chart_of(Kind::dumbbell, {share("Deler data, alle", {{2021, {26, 0}}}), share("staten", {{2021, {19, 0}}}), share("kommunene", {{2021, {29, 0}}})});
  input.rows[1].indented = input.rows[2].indented = true;
  const auto made = setting.planned(input);
  REQUIRE(made);
  CHECK(made->table.rows[1][0].text == "Deler data, staten");
  CHECK(made->table.rows[2][0].text == "Deler data, kommunene");
  CHECK_THAT(made->description, Catch::Contains("Deler data, kommunene: 29\u00A0prosent i 2021"));
}
