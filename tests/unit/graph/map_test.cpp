// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>

#include "graph/projection.hpp"
#include "unit/graph/setting.hpp"

using namespace tilstand;
using namespace tilstand::graph;
using definition::GraphProjection;

namespace {

tables::GeoShape square(const std::string& key, double x, double y, double size = 1) {
  return {key, key, {{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}}, {}};
}

double area_of(const MapShape& shape) {
  double sum = 0;
  for (const Outline& outline : shape.outlines) sum += doubled_area(outline) / 2;
  return std::abs(sum);
}

}  // namespace

TEST_CASE("transverse Mercator gives Snyder's example", "[graph]") {
  // Map projections, 1987, page 269: UTM on the Clarke 1866 ellipsoid, 40°30' N, 73°30' W, central meridian 75° W.
  const Ellipsoid clarke{6378206.4, 1 / 294.9786982};
  const drawing::Spot spot = transverse_mercator({-73.5, 40.5}, -75, clarke);
  CHECK(spot.x == Approx(127106.5).margin(0.1));
  CHECK(spot.y == Approx(4484124.4).margin(0.1));
}

TEST_CASE("equal-area gives Snyder's example", "[graph]") {
  // Page 332: a sphere of radius 3, centre 40° N, 100° W, the point 20° S, 100° E.
  const drawing::Spot spot = equal_area({100, -20}, -100, 40, 3);
  CHECK(spot.x == Approx(-4.2339303).margin(1e-6));
  CHECK(spot.y == Approx(4.0257775).margin(1e-6));
}

TEST_CASE("a projection is chosen by the extent", "[graph]") {
  const auto chosen = [](std::vector<tables::GeoShape> shapes) {
    const double middle = unroll(shapes);
    return fitting(shapes, middle, std::nullopt);
  };
  CHECK(chosen({square("a", 10, 60), square("b", 12, 61)}).kind == GraphProjection::transverse_mercator);
  CHECK(chosen({square("a", 10, 60), square("b", 11, 61)}).longitude == 9);  // zone 32
  CHECK(chosen({square("a", 5, 58), square("b", 30, 70)}).kind == GraphProjection::equal_area);
  CHECK(chosen({square("a", -120, 30), square("b", 30, 50), square("c", 140, -30)}).kind == GraphProjection::equirectangular);
}

TEST_CASE("shapes on both sides of the antimeridian stand together", "[graph]") {
  const Geography split = survey({square("east", 178, 0, 2), square("west", -180, 0, 2)}, GraphProjection::equirectangular);
  CHECK(split.width == Approx(1));
  CHECK(split.height == Approx(0.5).epsilon(0.01));
  tables::GeoShape across{"a", "", {{{179, 0}, {-179, 0}, {-179, 2}, {179, 2}}}, {}};
  const Geography one = survey({across}, GraphProjection::equirectangular);
  CHECK(one.width == Approx(one.height).epsilon(0.01));
}

TEST_CASE("equal-area keeps the proportions of areas", "[graph]") {
  const Geography map = survey({square("south", 10, 50, 4), square("north", 10, 66, 4)}, GraphProjection::equal_area);
  const double degree = std::acos(-1.0) / 180;
  const auto band = [&](double from, double to) { return std::sin(to * degree) - std::sin(from * degree); };
  CHECK(area_of(map.shapes[0]) / area_of(map.shapes[1]) == Approx(band(50, 54) / band(66, 70)).epsilon(0.002));
}

TEST_CASE("neighbours keep one border when they are simplified", "[graph]") {
  tables::GeoShape left{"left", "", {{}}, {}}, right{"right", "", {{}}, {}};
  std::vector<tables::GeoPoint> border;
  for (int i = 0; i <= 4000; ++i) border.push_back({11 + 0.00002 * std::sin(i * 1.7) + 0.2 * std::sin(i * 0.01), 60 + i / 4000.0});
  left.rings[0] = {{10, 60}}, right.rings[0] = {{12, 61}};
  left.rings[0].insert(left.rings[0].end(), border.begin(), border.end()), left.rings[0].push_back({10, 61});
  right.rings[0].insert(right.rings[0].end(), border.rbegin(), border.rend()), right.rings[0].push_back({12, 60});
  const Geography map = survey({left, right}, std::nullopt);
  CHECK(map.shapes[0].outlines[0].size() < 1500);
  double hull = 0;
  for (const MapShape& shape : map.shapes) hull += area_of(shape);
  // Without gaps and overlaps the two make up the whole, whose corners no point is taken off.
  tables::GeoShape whole{"w", "", {{{10, 60}, border.front(), {12, 60}, {12, 61}, border.back(), {10, 61}}}, {}};
  CHECK(hull == Approx(area_of(survey({whole}, std::nullopt).shapes[0])).epsilon(1e-6));
}

TEST_CASE("holes stay holes and islets that can't be seen go", "[graph]") {
  tables::GeoShape ring = square("a", 10, 60, 2);
  ring.rings.push_back({{10.5, 60.5}, {10.5, 61.5}, {11.5, 61.5}, {11.5, 60.5}});  // clockwise
  ring.rings.push_back({{12.5, 60}, {12.50001, 60}, {12.50001, 60.00001}});
  const Geography map = survey({ring}, std::nullopt);
  REQUIRE(map.shapes[0].outlines.size() == 2);
  CHECK(doubled_area(map.shapes[0].outlines[0]) * doubled_area(map.shapes[0].outlines[1]) < 0);
  CHECK(area_of(map.shapes[0]) < 0.8 * std::abs(doubled_area(map.shapes[0].outlines[0])) / 2);
}

TEST_CASE("values are put into classes", "[graph]") {
  const std::vector<double> values{1, 2, 3, 4, 100};
  CHECK(class_ends(values, {definition::GraphClassing::equal, 3, {}}, 0) == std::vector<double>{1, 34, 67, 100});
  CHECK(class_ends(values, {definition::GraphClassing::quantile, 4, {}}, 0) == std::vector<double>{1, 2, 3, 4, 100});
  CHECK(class_ends(values, {definition::GraphClassing::breaks, 5, {10, 50}}, 0) == std::vector<double>{1, 10, 50, 100});
  CHECK(class_ends({5, 5, 5}, {}, 0) == std::vector<double>{5, 5});
  Geography map;
  map.ends = {1, 10, 50, 100};
  CHECK(map.class_of(1) == 0);
  CHECK(map.class_of(10) == 1);
  CHECK(map.class_of(100) == 2);
}

TEST_CASE("rows without shape and shapes without row are told", "[graph][bad]") {
  Setting setting;
  Input input = input_of(Kind::map, {datum("nord", 4), datum("sort", 5)});
  input.shapes = {square("nord", 10, 60), square("sør", 12, 60), square("øst", 14, 60)};
  const auto made = setting.planned(std::move(input));
  REQUIRE(made);
  CHECK(setting.codes() == std::vector<std::string>{"chart.no-shape", "chart.no-row"});
  CHECK(made->geography.is_missing);
  const drawing::Drawing drawing = setting.drawn(*made, mm(120));
  CHECK(says(drawing, setting.words("graph.missing")));
}
