// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/text.hpp"

namespace tilstand::tables {

/// A place on the earth in degrees (WGS 84): `x` east, `y` north.
struct GeoPoint {
  double x = 0, y = 0;
  bool operator==(const GeoPoint&) const = default;
};

/// A closed line without its repeated first point: three points or more.
using Ring = std::vector<GeoPoint>;

/// Outlines counterclockwise, holes clockwise, one after the other.
struct GeoShape {
  std::string key;          ///< what rows of a table name it by
  std::string name;         ///< empty: it has none
  std::vector<Ring> rings;
  SourceSpan span{};        ///< of its key
};

/// The shapes of a map.
struct Geometry {
  std::string name;
  std::vector<GeoShape> shapes;  ///< in file order, each key once
  SourceSpan span{};
};

/// How `data.toml` describes shapes (`[geometry.NAME]`).
struct GeometrySpec {
  std::string name;
  SourceSpan span{};
  definition::Text file;
  definition::Text key;    ///< property that tells shapes apart; empty: the feature's `id`
  definition::Text label;  ///< property with their names; empty: none
};

/// Reads a GeoJSON file (RFC 7946): a FeatureCollection, or one Feature, of polygons, alone or in collections. Reports at the place,
/// all at once: data.json-syntax, data.geojson (what is no GeoJSON, shapes that are none, no key), data.bad-coordinate, data.empty-geometry,
/// data.duplicate-key, definition.missing-file. Points in a row that are equal are one.
Geometry read_geometry(const GeometrySpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::tables
