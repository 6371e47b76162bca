// SPDX-License-Identifier: Apache-2.0
#include "graph/squarify.hpp"

#include <algorithm>
#include <numeric>

namespace tilstand::graph {
namespace {

using drawing::LabelBox;

/// The least square member of a row of areas along a side of a length.
double worst(double sum, double least, double greatest, double side) {
  const double square = side * side, total = sum * sum;
  return std::max(square * greatest / total, total / (square * least));
}

/// Lays a row along the shorter side and takes it off the box.
void lay(const std::vector<double>& areas, std::size_t from, std::size_t to, double sum, LabelBox& box, std::vector<LabelBox>& boxes) {
  const double width = box.right - box.left, height = box.bottom - box.top;
  const bool upright = width >= height;  // a column at the left
  const double thickness = std::min(sum / std::max(upright ? height : width, 1e-9), upright ? width : height);
  double at = upright ? box.top : box.left;
  const double end = upright ? box.bottom : box.right;
  for (std::size_t i = from; i < to; ++i) {
    const double next = std::min(end, at + (sum > 0 ? areas[i] / sum : 0) * (upright ? height : width));
    boxes.push_back(upright ? LabelBox{box.left, at, box.left + thickness, next} : LabelBox{at, box.top, next, box.top + thickness});
    at = next;
  }
  (upright ? box.left : box.top) += thickness;
}

}  // namespace

std::vector<LabelBox> squarify(const std::vector<double>& given, LabelBox box) {
  const double sum = std::accumulate(given.begin(), given.end(), 0.0), room = (box.right - box.left) * (box.bottom - box.top);
  std::vector<double> areas;
  for (const double area : given) areas.push_back(sum > 0 ? area / sum * room : 0);
  std::vector<LabelBox> boxes;
  for (std::size_t from = 0; from < areas.size();) {
    const double side = std::min(box.right - box.left, box.bottom - box.top);
    std::size_t to = from + 1;
    double row = areas[from];
    while (to < areas.size() && areas[to] > 0 && worst(row + areas[to], areas[to], areas[from], side) <= worst(row, areas[to - 1], areas[from], side)) row += areas[to++];
    lay(areas, from, to, row, box, boxes);
    from = to;
  }
  return boxes;
}

}  // namespace tilstand::graph
