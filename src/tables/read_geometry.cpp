// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <set>

#include "tables/check_cell.hpp"
#include "tables/geometry_rings.hpp"
#include "tables/open_file.hpp"

namespace tilstand::tables {
namespace {

using Kind = JsonEvent::Kind;

constexpr std::size_t most_mistakes = 20, most_named = 12;

/// Follows the document and gathers a shape for each feature.
class Features {
 public:
  Features(const GeometrySpec& spec, FileId file, Diagnostics& diagnostics) : spec_(spec), file_(file), diagnostics_(diagnostics), rings_(file, diagnostics) {}

  bool take(const JsonEvent& event) {
    if (event.kind == Kind::name) name_ = std::string(event.text);
    else if (event.is_begin()) begin(event);
    else if (event.is_end()) end(event);
    else value(event);
    return going_on_ && mistakes_ + rings_.mistakes() < most_mistakes;
  }

  std::vector<GeoShape> finish(bool whole) {
    const bool reported = mistakes_ + rings_.mistakes() > 0;
    if (whole && !reported && shapes_.empty()) fail("data.geojson", "there is no feature with an area in the file", spec_.file.span, {});
    return std::move(shapes_);
  }

 private:
  /// What the bracket that is open belongs to.
  enum class At { document, features, feature, properties, geometry, geometries, coordinates, elsewhere };

  void fail(const char* code, const std::string& message, SourceSpan span, const std::string& hint) {
    ++mistakes_;
    diagnostics_.error(code, message, span, hint);
  }
  SourceSpan span(const JsonEvent& event) const { return {file_, event.begin, event.end}; }

  At inside(At outer, const JsonEvent& event) const {
    const bool object = event.kind == Kind::begin_object;
    switch (outer) {
      case At::document:
        if (name_ == "features" && !object) return At::features;
        [[fallthrough]];
      case At::feature: return !object ? At::elsewhere : name_ == "properties" ? At::properties : name_ == "geometry" ? At::geometry : At::elsewhere;
      case At::features: return object ? At::feature : At::elsewhere;
      case At::geometry: return object ? At::elsewhere : name_ == "coordinates" ? At::coordinates : name_ == "geometries" ? At::geometries : At::elsewhere;
      case At::geometries: return object ? At::geometry : At::elsewhere;
      case At::coordinates: return At::coordinates;
      default: return At::elsewhere;
    }
  }

  void begin(const JsonEvent& event) {
    if (levels_.empty() && event.kind != Kind::begin_object) {
      going_on_ = false;
      return fail("data.geojson", "GeoJSON begins with an object, here stands an array", span(event), {});
    }
    const At at = levels_.empty() ? At::document : inside(levels_.back(), event);
    if (at == At::feature) shape_ = {}, id_.clear(), shape_.span = span(event);
    if (at == At::document) shape_.span = span(event);
    if (at == At::geometry) types_.emplace_back();
    levels_.push_back(at);
    if (at == At::coordinates) going_on_ = rings_.take(event);
  }

  void end(const JsonEvent& event) {
    const At at = levels_.back();
    levels_.pop_back();
    if (at == At::coordinates) going_on_ = rings_.take(event);
    if (at == At::geometry) end_geometry(event);
    if (at == At::feature || (at == At::document && type_ == "Feature")) end_feature();
    if (at == At::document && type_ != "Feature" && type_ != "FeatureCollection")
      fail("data.geojson", "the file is no GeoJSON: its \"type\" is " + (type_.empty() ? "missing" : shown(type_)) + ", expected \"FeatureCollection\"", shape_.span,
           "shapes are features with a geometry and properties (RFC 7946, 3.3); TopoJSON is another format");
  }

  void value(const JsonEvent& event) {
    if (levels_.empty()) return fail("data.geojson", "GeoJSON begins with an object, here stands a single value", span(event), {});
    const At at = levels_.back();
    if (at == At::coordinates) going_on_ = rings_.take(event);
    if (at == At::geometry && name_ == "type") types_.back() = std::string(event.text);
    if (at == At::document && name_ == "type") type_ = std::string(event.text);
    if ((at == At::document || at == At::feature) && name_ == "id" && event.kind != Kind::null) id_ = std::string(event.text);
    if (at == At::features) fail("data.geojson", "a feature is an object, here stands something else", span(event), {});
    if (at == At::properties) property(event);
  }

  void property(const JsonEvent& event) {
    if (properties_.size() < most_named && std::find(properties_.begin(), properties_.end(), name_) == properties_.end()) properties_.push_back(name_);
    if (event.kind == Kind::null) return;
    if (!spec_.key.empty() && name_ == spec_.key.value) shape_.key = std::string(event.text), shape_.span = span(event);
    if (!spec_.label.empty() && name_ == spec_.label.value) shape_.name = std::string(event.text);
  }

  void end_geometry(const JsonEvent& event) {
    const std::string type = types_.back();
    types_.pop_back();
    const int depth = rings_.depth();
    std::vector<Ring> rings = rings_.rings();
    if (type == "GeometryCollection") return;
    const int expected = type == "Polygon" ? 3 : type == "MultiPolygon" ? 4 : 0;
    if (expected == 0)
      return fail("data.geojson", "a shape of a map is a Polygon or MultiPolygon, this is " + (type.empty() ? "of no type" : shown(type)), span(event), "leave points and lines out of the file");
    if (depth != 0 && depth != expected) return fail("data.geojson", "the coordinates of this " + type + " are nested as another geometry's", span(event), {});
    std::move(rings.begin(), rings.end(), std::back_inserter(shape_.rings));
  }

  void end_feature() {
    if (spec_.key.empty()) shape_.key = id_;
    if (shape_.key.empty()) {
      std::string names;
      for (const std::string& one : properties_) names += (names.empty() ? "" : ", ") + one;
      return fail("data.geojson", spec_.key.empty() ? "this feature has no \"id\"" : "this feature has no property " + shown(spec_.key.value), shape_.span,
                  names.empty() ? "" : "[geometry] has key = one of its properties: " + names);
    }
    if (!keys_.insert(shape_.key).second) return fail("data.duplicate-key", "another shape has the key " + shown(shape_.key), shape_.span, "join them to one MultiPolygon");
    if (shape_.rings.empty() && mistakes_ + rings_.mistakes() > 0) return;
    if (shape_.rings.empty()) return void(diagnostics_.warning("data.empty-geometry", "the shape " + shown(shape_.key) + " has no area and is left out", shape_.span, {}));
    shapes_.push_back(std::move(shape_));
  }

  const GeometrySpec& spec_;
  FileId file_;
  Diagnostics& diagnostics_;
  GeometryRings rings_;
  std::vector<At> levels_{};
  std::string name_{}, type_{}, id_{};
  std::vector<std::string> types_{}, properties_{};  ///< of the geometries that are open; names that features have
  GeoShape shape_{};
  std::vector<GeoShape> shapes_{};
  std::set<std::string> keys_{};
  std::size_t mistakes_ = 0;
  bool going_on_ = true;
};

}  // namespace

Geometry read_geometry(const GeometrySpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  Geometry geometry{spec.name, {}, spec.span};
  const std::optional<FileId> file = open_file(spec.file, folder, sources, diagnostics);
  if (!file) return geometry;
  TextStream text(*file, Encoding::utf8, sources, diagnostics);
  Features features(spec, *file, diagnostics);
  const bool whole = read_json_events(text, diagnostics, [&](const JsonEvent& event) { return features.take(event); });
  geometry.shapes = features.finish(whole);
  return geometry;
}

}  // namespace tilstand::tables
