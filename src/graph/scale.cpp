// SPDX-License-Identifier: Apache-2.0
#include "graph/scale.hpp"

#include <algorithm>
#include <cmath>

namespace tilstand::graph {

double Scale::share(double value) const {
  const bool logarithmic = kind == ScaleKind::logarithmic;
  const auto at = [&](double number) { return logarithmic ? std::log10(number) : number; };
  if (high <= low || (logarithmic && value <= 0)) return high <= low ? 0.5 : 0;
  const double share = std::clamp((at(value) - at(low)) / (at(high) - at(low)), 0.0, 1.0);
  return reversed ? 1 - share : share;
}

double Axis::band_width() const { return std::fabs(end - start) / std::max(scale->high, 1.0); }

}  // namespace tilstand::graph
