// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "chart/plot.hpp"
#include "graph/draw.hpp"

namespace tilstand::chart {
namespace {

// No page is higher; what would be is cut, and layout reports that it doesn't fit.
constexpr double highest = 3000;

// With caption and source a chart fills about a page then.
constexpr double most_of_page = 0.7;

// Rows come nearer before a chart gets too tall for its page, until their labels would have no line of their own.
double rows_height(const Plan& plan, const definition::Theme& theme) {
  constexpr double least_pitch = 6.25;
  const std::size_t rows = plan.input.rows.size() / (plan.input.kind == Kind::pairs ? 2 : 1);
  const RowHeights heights = heights_of(plan.input.kind);
  RowHeights least = heights;
  least.pitch = least_pitch;
  return std::clamp(text_height(theme, most_of_page), least.total(rows), heights.total(rows));
}

double declared_or(const Plan& plan, double height) { return plan.input.size ? plan.input.size->in_mm() : height; }

double slope_height(const Plan& plan, const definition::Theme& theme) {
  constexpr double least_pitch = 3.75, ends = 15;
  const double rows = static_cast<double>(plan.input.rows.size());
  return std::clamp(text_height(theme, most_of_page), ends + least_pitch * rows, std::max(42.5 + 12.5 * rows, ends + least_pitch * rows));
}

double series_height(const Plan& plan, double width, const definition::Theme& theme) {
  const PanelGrid grid = panel_grid(plan, width, theme);
  const double down = static_cast<double>(grid.down);
  return declared_or(plan, std::min(grid.height, std::max(text_height(theme, most_of_page) / down, grid.least_height))) * down;
}

double height_of(const Plan& plan, double width, const definition::Theme& theme) {
  switch (plan.input.kind) {
    case Kind::rank_series: return series_height(plan, width, theme);
    case Kind::columns: return columns_height(declared_or(plan, 24));
    case Kind::slope: return declared_or(plan, slope_height(plan, theme));
    case Kind::scale: return 10;
    default: return rows_height(plan, theme);
  }
}

Size sized(double width, double height) { return {mm(std::clamp(width, 0.0, highest)), mm(std::clamp(height, 0.0, highest))}; }

Size disc_size(const DiscGrid& grid) {
  return sized(grid.width(), grid.height());
}

}  // namespace

Size natural_size(const Plan& plan, Length width, const definition::Theme& theme) {
  if (plan.graph) return graph::natural_size(*plan.graph, width, theme);
  const double measure = max(width, {}).in_mm();
  switch (plan.input.kind) {
    case Kind::status: return disc_size(status_grid(plan.input));
    case Kind::counts: {
      const DiscGrid grid = counts_grid(plan.input, measure, theme);
      const Size size = disc_size(grid);
      const bool labelled = grid.left > 0 || !plan.input.names.empty();
      return labelled ? Size{max(size.width, width), size.height} : size;
    }
    case Kind::matrix: {
      const Size discs = disc_size(matrix_grid(plan.input, measure, theme));
      return {discs.width, discs.height + mm(9.25)};  // the labels' baseline and what hangs below it
    }
    default: break;
  }
  const double height = height_of(plan, measure, theme);
  return sized(measure, std::ceil(height / measure::quarter - 1e-6) * measure::quarter);
}

}  // namespace tilstand::chart
