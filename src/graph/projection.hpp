// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "definition/graph.hpp"
#include "drawing/path_builder.hpp"
#include "tables/geometry.hpp"

namespace tilstand::graph {

/// The size and flattening of the earth that a projection is reckoned on.
struct Ellipsoid {
  double radius = 6378137, flattening = 1 / 298.257223563;  ///< WGS 84; metres
};

/// A projection with its centre in degrees. Results run rightwards and upwards, on a sphere or ellipsoid of the given radius.
struct Projection {
  definition::GraphProjection kind = definition::GraphProjection::equal_area;
  double longitude = 0, latitude = 0;  ///< centre; of equirectangular the standard parallel

  drawing::Spot of(const tables::GeoPoint& point, const Ellipsoid& earth = {}) const;
};

/// Transverse Mercator by Krüger's series to the third power of n (Karney, Transverse Mercator with an accuracy of a few nanometers, 2011, eq. 35),
/// without false origin; scale 0.9996 on the central meridian, as in UTM.
drawing::Spot transverse_mercator(const tables::GeoPoint& point, double central, const Ellipsoid& earth);
/// Lambert azimuthal equal-area on a sphere (Snyder, Map projections, 1987, eq. 24-2 to 24-4).
drawing::Spot equal_area(const tables::GeoPoint& point, double longitude, double latitude, double radius);

/// Turns longitudes so that each ring is in one piece and the map is cut where it is emptiest: across the antimeridian too.
/// Gives the middle longitude.
double unroll(std::vector<tables::GeoShape>& shapes);

/// The projection that suits unrolled shapes when the definition names none: transverse Mercator (of the UTM zone that holds the
/// middle) for what is no wider than a zone, equal-area up to half of the earth, beyond it equirectangular.
Projection fitting(const std::vector<tables::GeoShape>& shapes, double middle, std::optional<definition::GraphProjection> wanted);

}  // namespace tilstand::graph
