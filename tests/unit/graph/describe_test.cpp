// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;

namespace {

/// Every series over the years 2019, 2020 …
Input yearly(Kind kind, const std::vector<std::pair<std::string, std::vector<std::optional<double>>>>& series) {
  std::vector<Datum> rows;
  for (const auto& [name, values] : series) {
    int year = 2019;
    for (const std::optional<double> value : values) {
      rows.push_back(datum(std::to_string(year), value, name));
      rows.back().at = year++;
    }
  }
  Input input = input_of(kind, std::move(rows));
  input.base.scale = ScaleKind::time;
  return input;
}

std::string told(Input input) {
  Setting setting;
  const std::optional<Plan> made = setting.planned(std::move(input));
  return made ? made->paragraph : std::string();
}

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a description tells how each series moved and who is ahead at the end", "[graph]") {
  const std::string text = told(yearly(Kind::line, {{"nord", {10, 12, 9}}, {"sør", {7, {}, 11}}, {"vest", {5, 5, 5}}}));
  CHECK(holds(text, "nord: ned fra 10 (2019) til 9 (2021)."));
  CHECK(holds(text, "sør: opp fra 7 (2019) til 11 (2021)."));
  CHECK(holds(text, "vest: 5 både først (2019) og sist (2021)."));
  CHECK(holds(text, "Til sist (2021) er sør høyest med 11, vest lavest med 5."));
  CHECK(holds(text, "1 verdi mangler."));
}

TEST_CASE("a series without a name is called by what is measured", "[graph]") {
  CHECK(holds(told(yearly(Kind::column, {{"", {3, 4}}})), "Antall: opp fra 3 (2019) til 4 (2020)."));
}

TEST_CASE("categories have no first and last, so nothing rises", "[graph]") {
  const std::string text = told(input_of(Kind::bar, {datum("a", 1), datum("b", 2)}));
  CHECK_FALSE(holds(text, "opp fra"));
  CHECK(holds(text, "Høyest er 2 (b), lavest 1 (a)."));
}

TEST_CASE("many series are counted instead of told one by one", "[graph]") {
  std::vector<std::pair<std::string, std::vector<std::optional<double>>>> series;
  for (int i = 0; i < 12; ++i) series.push_back({"s" + std::to_string(i), {5, i < 7 ? 6 : i < 11 ? 4 : 5}});
  CHECK(holds(told(yearly(Kind::line, series)), "7 av 12 går opp fra første til siste verdi, 4 går ned, 1 er uendret."));
}

TEST_CASE("a scatter plot tells its correlation", "[graph]") {
  const auto points = [](const std::vector<std::pair<double, double>>& all) {
    std::vector<Datum> rows;
    for (const auto& [x, y] : all) rows.push_back(datum(std::to_string(x), y)), rows.back().at = x;
    Input input = input_of(Kind::scatter, std::move(rows));
    input.base.scale = ScaleKind::linear;
    return told(std::move(input));
  };
  // Anscombe (1973), first of the four sets: 0.816
  CHECK(holds(points({{10, 8.04}, {8, 6.95}, {13, 7.58}, {9, 8.81}, {11, 8.33}, {14, 9.96}, {6, 7.24}, {4, 4.26}, {12, 10.84}, {7, 4.82}, {5, 5.68}}),
              "Høyere gruppe går sammen med høyere antall (korrelasjon 0,82)."));
  CHECK(holds(points({{1, 5}, {2, 4}, {3, 3}, {4, 2}, {5, 1}}), "lavere antall (korrelasjon \u22121,00)"));
  CHECK(holds(points({{1, 1}, {2, 3}, {3, 1}, {4, 3}, {5, 1}}), "liten sammenheng"));
  CHECK_FALSE(holds(points({{1, 2}, {2, 2}, {3, 2}, {4, 2}, {5, 2}}), "korrelasjon"));
}

TEST_CASE("a box plot compares medians, a bullet chart counts targets", "[graph]") {
  const std::string boxes = told(input_of(Kind::box, {datum("a", 1), datum("a", 3), datum("b", 2), datum("b", 8)}));
  CHECK(holds(boxes, "Høyest median har b (5), lavest a (2)."));
  Input bullets = input_of(Kind::bullet, {datum("a", 60), datum("b", 40)});
  for (Datum& row : bullets.rows) row.target = 50;
  CHECK(holds(told(std::move(bullets)), "1 av 2 har nådd målet."));
}
