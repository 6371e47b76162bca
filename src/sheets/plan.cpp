// SPDX-License-Identifier: Apache-2.0
#include "sheets/plan.hpp"

#include <algorithm>

namespace tilstand::sheets {
namespace {

/// Room between cut edges: the bleeds of both, at least 3 mm each.
double cut_gap(const PageShape& shape) { return 2 * std::max(shape.bleed, mark_offset); }

std::vector<double> gaps_of(const Scheme& scheme, const PageShape& shape, const Request& request) {
  std::vector<double> gaps;
  for (std::uint32_t column = 1; column < scheme.columns; ++column) {
    const bool is_spine = scheme.folds && column % 2 == 1;
    const double spine = request.binding == Binding::perfect ? 2 * points(request.milling) : 0;
    gaps.push_back(is_spine ? spine : cut_gap(shape));
  }
  return gaps;
}

double sum(const std::vector<double>& values) {
  double all = 0;
  for (const double value : values) all += value;
  return all;
}

double margin(const PageShape& shape, const Request& request) {
  return request.marks.any() ? std::max(shape.bleed, mark_offset) + mark_length : shape.bleed;
}

}  // namespace

pdf::Spot least_sheet(const Scheme& scheme, const PageShape& shape, const Request& request) {
  const double around = 2 * margin(shape, request);
  return {scheme.columns * shape.width + sum(gaps_of(scheme, shape, request)) + around, scheme.rows * shape.height + (scheme.rows - 1) * cut_gap(shape) + around + points(request.gripper)};
}

std::optional<Grid> grid_of(const Scheme& scheme, const PageShape& shape, const Request& request) {
  constexpr double tolerance = 0.01;
  const pdf::Spot least = least_sheet(scheme, shape, request);
  Grid grid;
  grid.sheet_width = points(request.sheet.width);
  grid.sheet_height = points(request.sheet.height);
  if (least.x > grid.sheet_width + tolerance || least.y > grid.sheet_height + tolerance) return std::nullopt;
  grid.page_width = shape.width;
  grid.page_height = shape.height;
  grid.bleed = shape.bleed;
  grid.gaps = gaps_of(scheme, shape, request);
  grid.row_gap = cut_gap(shape);
  double left = (grid.sheet_width - scheme.columns * shape.width - sum(grid.gaps)) / 2;
  for (std::uint32_t column = 0; column < scheme.columns; ++column) {
    if (column > 0) left += shape.width + grid.gaps[column - 1];
    grid.lefts.push_back(left);
  }
  const double height = scheme.rows * shape.height + (scheme.rows - 1) * grid.row_gap, foot = (grid.sheet_height + points(request.gripper) - height) / 2;
  for (std::uint32_t row = 0; row < scheme.rows; ++row) grid.bottoms.push_back(foot + (scheme.rows - 1 - row) * (shape.height + grid.row_gap));
  return grid;
}

double creep_of(const Slot& slot, const Scheme& scheme, const Request& request) {
  if (slot.spine == Spine::none || scheme.most_leaves == 0) return 0;
  const double amount = request.creep ? points(*request.creep) * slot.leaf / scheme.most_leaves : points(request.thickness) * slot.leaf;
  return slot.spine == Spine::left ? -amount : amount;
}

std::vector<Placed> place(const Side& side, const Scheme& scheme, const Grid& grid, const Request& request, const std::vector<pdf::Boxes>& boxes) {
  std::vector<Placed> all;
  for (std::uint32_t at = 0; at < side.slots.size(); ++at) {
    const Slot& slot = side.slots[at];
    if (slot.page == 0) continue;
    const std::uint32_t column = at % scheme.columns, row = at / scheme.columns;
    const double left = grid.lefts[column], bottom = grid.bottoms[row], x = left + creep_of(slot, scheme, request);
    const pdf::Box trim = boxes.at(slot.page - 1).trim;
    Placed placed;
    placed.page = slot.page;
    placed.matrix = slot.turned ? pdf::Matrix{-1, 0, 0, -1, x + grid.page_width + trim.left, bottom + grid.page_height + trim.bottom}
                                : pdf::Matrix{1, 0, 0, 1, x - trim.left, bottom - trim.bottom};
    const double before = column == 0 ? grid.bleed : std::min(grid.bleed, grid.gaps[column - 1] / 2);
    const double behind = column + 1 == scheme.columns ? grid.bleed : std::min(grid.bleed, grid.gaps[column] / 2);
    placed.window = {left - before, bottom - grid.bleed, left + grid.page_width + behind, bottom + grid.page_height + grid.bleed};
    all.push_back(placed);
  }
  return all;
}

}  // namespace tilstand::sheets
