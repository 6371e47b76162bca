// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::LabelBox, drawing::SetLabel, drawing::Spot;

constexpr double seam = 0.25, swatch_width = 7, swatch_height = 2.5, label_gap = 2, strip_room = 7.5;

/// What tints mean: the scale's ends beside a row of swatches, at the panel's right foot.
void add_strip(Draft& draft, const Frame& frame) {
  constexpr int swatches = 6;
  const Scale& scale = draft.plan.value;
  const SetLabel low = set_tick(draft.sheet, draft.said(scale.low)), high = set_tick(draft.sheet, draft.said(scale.high));
  const double y = frame.bottom - swatch_height, width = std::min(swatch_width, (frame.right - frame.left) / 16);
  double x = frame.left + low.width + 1.2;
  if (x + width * swatches + 1.2 + high.width > frame.right) return;
  place(draft.sheet, low, {frame.left, y + (swatch_height + low.cap) / 2}, Anchor::left);
  for (int i = 0; i < swatches; ++i, x += width)
    draft.sheet.fill(Layer::mark, draft.sheet.paths().box({x, y}, width, swatch_height), draft.tint((i + 0.5) / swatches));
  place(draft.sheet, high, {x + 1.2, y + (swatch_height + high.cap) / 2}, Anchor::left);
}

/// A box of cells: rows are series, columns bands.
struct Cells {
  double left = 0, top = 0, width = 0, height = 0;
};

Cells cells_of(Draft& draft, const Frame& frame) {
  const double names = frame.named_values ? widest_series(draft, (frame.right - frame.left) * 0.38) + label_gap : 0;
  Cells cells{frame.left + names, frame.top + draft.leading() + 0.5, 0, 0};
  cells.width = std::max(frame.right - cells.left, 1.0) / std::max<double>(static_cast<double>(draft.plan.base.names.size()), 1);
  cells.height = std::max(frame.bottom - strip_room - cells.top, 1.0) / std::max<double>(static_cast<double>(draft.plan.series.size()), 1);
  return cells;
}

void add_heads(Draft& draft, const Frame& frame, const Cells& cells) {
  drawing::Sheet& sheet = draft.sheet;
  double taken = 1e9;
  for (std::size_t i = draft.plan.base.names.size(); i-- > 0;) {
    const double middle = cells.left + cells.width * (static_cast<double>(i) + 0.5);
    const std::string& name = draft.plan.base.names[i];
    const SetLabel label = set_fitting(sheet, name, "tick", std::max(cells.width - 0.5, 8.0), numbers_in(name, draft.plan.base.names_printed[i]));
    const double x = kept_between(label, middle, Anchor::centre, cells.left, frame.right);
    if (x + label.width / 2 > taken - 1) continue;
    place(sheet, label, {x, cells.top - 1.2}, Anchor::centre);
    taken = x - label.width / 2;
  }
  if (!frame.named_values) return;
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(draft.leading() * 0.9 / cells.height)));
  for (std::size_t i = 0; i < draft.plan.series.size(); i += every) {
    const Series& series = draft.plan.series[i];
    const SetLabel label = set_fitting(sheet, series.name, "chart-label", cells.left - frame.left - label_gap, numbers_in(series.name, series.printed));
    place(sheet, label, {frame.left, cells.top + cells.height * (static_cast<double>(i) + 0.5) + label.cap / 2}, Anchor::left);
  }
}

/// True when every value has room in a cell.
bool fits(Draft& draft, const Cells& cells) {
  if (draft.plan.marks.size() > 1000) return false;
  return std::all_of(draft.plan.marks.begin(), draft.plan.marks.end(), [&](const Mark& mark) {
    if (!mark.value) return true;
    const SetLabel label = set_label(draft.sheet, draft.said(*mark.value), "tick");
    return label.width + 1.5 <= cells.width && label.cap + 1.5 <= cells.height;
  });
}

void add_inner(Draft& draft, const std::string& text, Spot middle, Ink ground, const std::string& style, PrintedId printed = {}) {
  const SetLabel label = set_label(draft.sheet, text, style, printed, draft.role_on(ground));
  place(draft.sheet, label, {middle.x, middle.y + label.cap / 2}, Anchor::centre);
}

/// Where the tiles of a map stand: the pitch of a square and the place of row 0, column 0.
struct Grid {
  double left = 0, top = 0, pitch = 0;
};

Grid grid_of(const Draft& draft, const Frame& frame) {
  double low_row = 1e9, high_row = 0, low_column = 1e9, high_column = 0;
  for (const Datum& datum : draft.plan.input.rows) {
    low_row = std::min(low_row, *datum.row), high_row = std::max(high_row, *datum.row);
    low_column = std::min(low_column, *datum.column), high_column = std::max(high_column, *datum.column);
  }
  const double height = std::max(frame.bottom - strip_room - frame.top, 1.0);
  const double pitch = std::min((frame.right - frame.left) / (high_column - low_column + 1), height / (high_row - low_row + 1));
  return {frame.left - low_column * pitch, frame.top - low_row * pitch, pitch};
}

/// In two lines, or cut.
void add_tile_name(Draft& draft, const std::string& name, PrintedId printed, Spot middle, double measure, Ink ink) {
  const double leading = 2.9;
  const std::vector<SetLabel> lines = measure > 9 ? name_lines(draft, name, "tick", draft.role_on(ink), measure, 2, printed) : std::vector<SetLabel>{};
  if (lines.empty()) {
    const SetLabel kept = set_fitting(draft.sheet, name, "tick", measure, numbers_in(name, printed), draft.role_on(ink));
    if (shortened(draft.sheet, name, "tick", measure) != "…") place(draft.sheet, kept, {middle.x, middle.y + kept.cap / 2}, Anchor::centre);
  }
  double y = middle.y - leading * (static_cast<double>(lines.size()) - 1) / 2;
  for (const SetLabel& line : lines) {
    place(draft.sheet, line, {middle.x, y + line.cap / 2}, Anchor::centre);
    y += leading;
  }
}

void add_tile(Draft& draft, const Mark& mark, const Grid& grid) {
  drawing::Sheet& sheet = draft.sheet;
  const Datum& datum = draft.plan.input.rows[mark.row];
  const double side = grid.pitch * 0.94, x = grid.left + grid.pitch * *datum.column, y = grid.top + grid.pitch * *datum.row;
  const Spot middle{x + side / 2, y + side / 2};
  const Ink ink = mark.value ? draft.tint(draft.plan.value.share(*mark.value)) : sheet.ground();
  const Path box = sheet.paths().box({x + 0.1, y + 0.1}, side - 0.2, side - 0.2);
  if (mark.value) sheet.fill(Layer::mark, box, ink);
  else sheet.stroke(Layer::mark, box, sheet.ink("grey"), drawing::measure::tick_pt);
  const bool named = !datum.label.empty();
  if (side < 5) return;
  add_tile_name(draft, named ? datum.label : datum.base, named ? datum.ids.label : datum.ids.base, {middle.x, middle.y - side * 0.18}, side - 1, ink);
  const std::string value = mark.value ? draft.said(*mark.value) : draft.speech().words("chart.table.missing");
  if (set_label(sheet, value, "chart-value").width < side - 1) add_inner(draft, value, {middle.x, middle.y + side * 0.2}, ink, "chart-value", draft.ids(mark).value);
}

}  // namespace

void add_heat_map(Draft& draft, const Frame& frame) {
  const Cells cells = cells_of(draft, frame);
  add_heads(draft, frame, cells);
  const bool told = fits(draft, cells);
  const double inset = std::min(seam, std::min(cells.width, cells.height) * 0.08);
  for (const Mark& mark : draft.plan.marks) {
    if (mark.panel != frame.panel) continue;
    const double x = cells.left + cells.width * static_cast<double>(mark.band), y = cells.top + cells.height * static_cast<double>(mark.series);
    const Ink ink = mark.value ? draft.tint(draft.plan.value.share(*mark.value)) : draft.sheet.ground();
    if (mark.value) draft.sheet.fill(Layer::mark, draft.sheet.paths().box({x + inset, y + inset}, cells.width - 2 * inset, cells.height - 2 * inset), ink);
    const std::string text = mark.value ? draft.said(*mark.value) : draft.speech().words("chart.table.missing");
    if (told) add_inner(draft, text, {x + cells.width / 2, y + cells.height / 2}, ink, "tick", draft.ids(mark).value);
  }
  if (!told) add_strip(draft, frame);
}

void add_tile_map(Draft& draft, const Frame& frame) {
  const Grid grid = grid_of(draft, frame);
  for (const Mark& mark : draft.plan.marks)
    if (mark.panel == frame.panel) add_tile(draft, mark, grid);
  add_strip(draft, frame);
}

}  // namespace tilstand::graph
