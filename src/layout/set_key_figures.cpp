// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {
namespace {

using content::KeyFigure;
using Part = Leaf::Part;

/// Where the parts of a row stand: value in the side columns, sentence in the middle, label at the right.
struct RowColumns {
  Measure value, sentence, label;
};

RowColumns columns_in(const Setter& setter, const Measure& measure) {
  const int side = setter.config.in.theme.side_span;
  if (measure.columns >= side + 4)
    return {columns_of(setter, measure, 1, side), columns_of(setter, measure, side + 1, measure.columns - side - 2),
            columns_of(setter, measure, measure.columns - 1, 2)};
  const Length third = measure.width / 3;
  return {{measure.left, third, 0}, {measure.left + third, third, 0}, {measure.left + third * 2, third, 0}};
}

Piece set_row(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& figure = std::get<KeyFigure>(setter.node(id).body);
  const RowColumns at = columns_in(setter, measure);
  const Length unit = setter.unit();
  Piece piece;
  piece.node = id;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  piece.items.push_back(rule(setter, "section", {measure.left, {}}, measure.width, id));
  const auto add = [&](const std::vector<content::Inline>& inlines, const std::string& style, Length baseline, const Measure& column, Part part,
                       LineOptions options) {
    const Length top = baseline - setter.style(style).leading;
    return add_text(setter, piece, inlines, style, {column.left, top}, column.width, leaf_of(id, part), options);
  };
  add(figure.value, "key-value", unit * 4, at.value, Part::value, {});
  const Length sentence = add(figure.sentence, "key-sentence", unit * 2, at.sentence, Part::sentence, {});
  const Length trend = add(figure.trend, "tile-trend", sentence + unit / 2 + unit, at.sentence, Part::trend, {});
  add(figure.label, "key-label", unit * 2, at.label, Part::label, {false, false, text::Align::right});
  piece.height = max(unit * 7, round_up(trend + unit, unit));
  return piece;
}

}  // namespace

void set_key_figures(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const std::vector<NodeId>& rows = setter.node(id).children;
  for (const NodeId row : rows) {
    if (!std::holds_alternative<KeyFigure>(setter.node(row).body)) continue;
    Piece piece = set_row(setter, row, measure);
    if (row == rows.front()) piece.anchors.insert(piece.anchors.begin(), {id, Point{measure.left, {}}});
    if (row == rows.back()) piece.keep = Keep::whole;
    emit(std::move(piece));
  }
  Piece foot;
  foot.node = id;
  foot.items.push_back(rule(setter, "section", {measure.left, {}}, measure.width, id));
  emit(std::move(foot));
}

}  // namespace tilstand::layout
