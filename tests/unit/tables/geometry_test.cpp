// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tables/geometry.hpp"

using namespace tilstand;
using namespace tilstand::tables;

namespace {

/// A GeoJSON file in a folder of its own.
struct Given {
  Sources sources;
  Diagnostics diagnostics;
  Geometry geometry;

  explicit Given(const std::string& text, const std::string& key = "code") {
    const std::string folder = std::filesystem::temp_directory_path() / "tilstand-geometry-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/shapes.geojson", std::ios::binary) << text;
    geometry = read_geometry({"g", {}, {"shapes.geojson", {}}, {key, {}}, {"name", {}}}, folder, sources, diagnostics);
  }
  std::vector<std::string> mistakes() const {
    std::vector<std::string> list;
    for (const Diagnostic& one : diagnostics.list()) list.push_back(one.code + " " + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
    return list;
  }
};

std::string feature(const std::string& geometry, const std::string& rest = R"("properties": {"code": "a", "name": "Øya"})") {
  return R"({"type": "Feature", )" + rest + R"(, "geometry": )" + geometry + "}";
}
std::string collection(const std::string& features) { return R"({"type": "FeatureCollection", "features": [)" + features + "]}"; }
const std::string triangle = "[[10, 60], [11, 60], [10, 61], [10, 60]]";
const std::string polygon = R"({"type": "Polygon", "coordinates": [)" + triangle + "]}";

}  // namespace

TEST_CASE("polygons of every nesting are read", "[tables]") {
  CHECK(Given(feature(polygon)).geometry.shapes.size() == 1);
  const Given many(collection(feature(polygon) + ", " + feature(R"({"type": "MultiPolygon", "coordinates": [[)" + triangle + "], [" + triangle + "]]}", R"("properties": {"code": 7})") + ", " +
                              feature(R"({"type": "GeometryCollection", "geometries": [)" + polygon + ", " + polygon + "]}", R"("properties": {"code": "c", "deep": {"code": "x"}})")));
  CHECK(many.mistakes().empty());
  REQUIRE(many.geometry.shapes.size() == 3);
  CHECK(many.geometry.shapes[0].key == "a");
  CHECK(many.geometry.shapes[0].name == "Øya");
  CHECK(many.geometry.shapes[0].rings == std::vector<Ring>{{{10, 60}, {11, 60}, {10, 61}}});
  CHECK(many.geometry.shapes[1].key == "7");
  CHECK(many.geometry.shapes[1].rings.size() == 2);
  CHECK(many.geometry.shapes[2].rings.size() == 2);
  CHECK(Given(feature(polygon, R"("id": 12, "properties": null)"), "").geometry.shapes.at(0).key == "12");
}

TEST_CASE("outlines run counterclockwise and holes clockwise, however they are written", "[tables]") {
  const std::string turned = "[[10, 60], [10, 61], [11, 60], [10, 60]]";
  const Given given(feature(R"({"type": "Polygon", "coordinates": [)" + turned + ", " + triangle + "]}"));
  REQUIRE(given.geometry.shapes.size() == 1);
  CHECK(given.geometry.shapes[0].rings[0] == Ring{{11, 60}, {10, 61}, {10, 60}});
  CHECK(given.geometry.shapes[0].rings[1] == Ring{{10, 61}, {11, 60}, {10, 60}});
}

TEST_CASE("what is no GeoJSON of shapes is told where it stands", "[tables][bad]") {
  CHECK(Given("[1]").mistakes() == std::vector<std::string>{"data.geojson 1:1"});
  CHECK(Given("12").mistakes() == std::vector<std::string>{"data.geojson 1:1"});
  CHECK(Given("{\"type\": \"Topology\"}").mistakes() == std::vector<std::string>{"data.geojson 1:1"});
  CHECK(Given("{\"type\":").mistakes() == std::vector<std::string>{"data.json-syntax 1:9"});
  CHECK(Given(collection("")).mistakes().size() == 1);
  CHECK(Given(feature(R"({"type": "Point", "coordinates": [10, 60]})")).mistakes().front().starts_with("data.geojson"));
  CHECK(Given(feature(R"({"type": "MultiPolygon", "coordinates": [)" + triangle + "]}")).mistakes().front().starts_with("data.geojson"));
  CHECK(Given(feature(polygon, R"("properties": {"kode": "a"})")).mistakes().front().starts_with("data.geojson"));
  CHECK(Given(collection(feature(polygon) + "," + feature(polygon))).mistakes().front().starts_with("data.duplicate-key"));
}

TEST_CASE("coordinates that are none are told all at once", "[tables][bad]") {
  const auto of = [](const std::string& ring) { return Given(feature(R"({"type": "Polygon", "coordinates": [)" + ring + "]}")).mistakes(); };
  const std::vector<std::string> bad = of("[[NaN, 60], [11, Infinity], [\"10\", 61], [10, 60]]");
  CHECK(bad.size() == 3);
  for (const std::string& one : bad) CHECK(one.starts_with("data.bad-coordinate"));
  CHECK(of("[[500000, 6500000], [500001, 6500000], [500000, 6500001], [500000, 6500000]]").front().starts_with("data.bad-coordinate"));
  CHECK(of("[[10, 60], [11, 60], [10, 61]]") == std::vector<std::string>{of("[[10, 60], [11, 60], [10, 61]]").front()});
  CHECK(of("[[10, 60], [11, 60], [10, 61]]").front().starts_with("data.bad-coordinate"));
  CHECK(of("[[10], [11, 60], [10, 61], [10]]").front().starts_with("data.bad-coordinate"));
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "[999, 60], ";
  CHECK(of("[" + many + "[10, 60]]").size() == 20);
}

TEST_CASE("features without area are left out with a word", "[tables][bad]") {
  const Given given(collection(feature(polygon) + ", " + feature("null", R"("properties": {"code": "b"})") + ", " + feature(R"({"type": "Polygon", "coordinates": []})", R"("properties": {"code": "c"})")));
  CHECK(given.geometry.shapes.size() == 1);
  CHECK(given.mistakes().size() == 2);
  for (const std::string& one : given.mistakes()) CHECK(one.starts_with("data.empty-geometry"));
}
