// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "chart/draw.hpp"
#include "chart/plan.hpp"
#include "unit/drawing/setting.hpp"

namespace tilstand::chart {

/// The report's own theme, words and fonts, so that the tests see the charts that are printed.
struct Setting : drawing::Setting {
  /// Plans the input; what is wrong with it stands in `diagnostics`.
  std::optional<Plan> planned(const Input& input) { return plan(input, words, forms, diagnostics); }
  drawing::Drawing drawn(const Plan& plan, Length width) { return draw(plan, natural_size(plan, width, theme), context()); }
};

inline Row row_of(std::string label, data::Unit unit, std::vector<Row::Point> points, data::Judgement judgement = data::Judgement::none) {
  Row row;
  row.label = std::move(label);
  row.unit = unit;
  row.points = std::move(points);
  row.trend.judgement = judgement;
  return row;
}

inline Row share(std::string label, std::vector<Row::Point> points, data::Judgement judgement = data::Judgement::none) {
  return row_of(std::move(label), data::Unit::percent, std::move(points), judgement);
}

inline Row place_among(std::string label, double scope, std::vector<Row::Point> points, data::Judgement judgement = data::Judgement::none) {
  Row row = row_of(std::move(label), data::Unit::rank, std::move(points), judgement);
  row.scope = scope;
  return row;
}

inline Input chart_of(Kind kind, std::vector<Row> rows) {
  Input input;
  input.kind = kind;
  input.rows = std::move(rows);
  return input;
}

/// The text of a label.
inline std::string text_of(const drawing::Label& label) {
  std::string text;
  for (const text::GlyphRun& run : label.line.runs) text += run.text;
  return text;
}

/// The labels of a drawing in paint order.
inline std::vector<drawing::Label> labels_of(const drawing::Drawing& drawing) {
  std::vector<drawing::Label> labels;
  for (const auto& item : drawing.items) {
    if (const auto* label = std::get_if<drawing::Label>(&item)) labels.push_back(*label);
  }
  return labels;
}

/// The label that says `text`; the test fails when there is none.
inline drawing::Label label_saying(const drawing::Drawing& drawing, const std::string& text) {
  for (const drawing::Label& label : labels_of(drawing)) {
    if (text_of(label) == text) return label;
  }
  throw std::runtime_error("no label says \"" + text + "\"");
}

/// The filled shapes in an ink, in paint order.
inline std::vector<Rect> filled(const drawing::Drawing& drawing, Ink ink) {
  std::vector<Rect> boxes;
  for (const auto& item : drawing.items) {
    const auto* shape = std::get_if<drawing::Shape>(&item);
    if (shape != nullptr && shape->fill == ink) boxes.push_back(bounds(shape->path));
  }
  return boxes;
}

/// The box of a label's ink on the drawing.
inline Rect ink_of(const drawing::Label& label, text::Shaper& shaper) {
  const Rect ink = shaper.ink_box(label.line);
  return {ink.origin + label.baseline, ink.size};
}

}  // namespace tilstand::chart
