// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout/set_block.hpp"
#include "layout/set_caption.hpp"

namespace tilstand::layout {
namespace {

/// First and last baseline of a drawing's text, from its top.
struct Baselines {
  Length first{}, last{};
};

Baselines baselines_of(const drawing::Drawing& drawing) {
  std::vector<Length> found;
  for (const auto& item : drawing.items)
    if (const auto* label = std::get_if<drawing::Label>(&item)) found.push_back(label->baseline.y);
  if (found.empty()) return {drawing.size.height, drawing.size.height};
  return {*std::min_element(found.begin(), found.end()), *std::max_element(found.begin(), found.end())};
}

/// A paragraph of the caption: 0 the title, 1 the unit line, 2 the source.
Leaf caption_leaf(NodeId id, std::int16_t line) {
  Leaf leaf = leaf_of(id, Leaf::Part::caption);
  leaf.line = line;
  return leaf;
}

/// The unit line and the key that shares its baseline, or stands below it where they have no room beside each other; gives
/// the last baseline.
Length add_unit_line(const Setter& setter, Piece& piece, const content::Figure& figure, NodeId id, Length top, const Measure& measure) {
  drawing::Drawing key = chart::draw_key(figure.plan, measure.width, setter.draw_context(id));
  if (figure.unit.empty() && key.items.empty()) return top;
  const Length leading = setter.style("caption-unit").leading;
  const Length left_over = measure.width - key.size.width - setter.unit();
  const bool beside = key.items.empty() || figure.unit.empty() || left_over >= measure.width / 3;
  const Length room = key.items.empty() || !beside ? measure.width : left_over;
  const Length last = add_text(setter, piece, {plain(figure.unit, {}, figure.unit_printed)}, "caption-unit", {measure.left, top}, room, caption_leaf(id, 1));
  if (key.items.empty()) return last;
  const Baselines own = baselines_of(key);
  const Length offset = (beside ? top : last) + leading - own.first;
  const Length left = beside ? measure.left + measure.width - key.size.width : measure.left;
  piece.items.push_back(PlacedDrawing{{left, offset}, std::move(key), leaf_of(id)});
  return max(last, offset + own.last);
}

/// The drawing itself, its height rounded up to a quarter unit; gives its foot.
Length add_plot(const Setter& setter, Piece& piece, const content::Figure& figure, NodeId id, Length top, const Measure& measure) {
  const Size natural = chart::natural_size(figure.plan, measure.width, setter.config.in.theme);
  if (natural.width > measure.width + mm(0.1))
    setter.reports.error(setter.node(id), id, "layout.too-wide", "the chart is wider than its frame", "give it more columns");
  const Size size{natural.width, round_up(natural.height, setter.unit() / 4)};
  piece.items.push_back(PlacedDrawing{{measure.left, top}, chart::draw(figure.plan, size, setter.draw_context(id)), leaf_of(id)});
  return top + size.height;
}

}  // namespace

void set_figure(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const auto& figure = std::get<content::Figure>(setter.node(id).body);
  const Length quarter = setter.unit() / 4;
  Piece piece;
  piece.node = id;
  piece.anchors.emplace_back(id, Point{measure.left, {}});
  if (figure.number == 0) {
    piece.height = add_plot(setter, piece, figure, id, {}, measure);
    return emit(std::move(piece));
  }
  piece.before = piece.after = setter.unit() * 2;
  piece.items.push_back(rule(setter, "figure", {measure.left, {}}, measure.width, id));
  const std::string number = definition::fill(setter.config.in.words("caption.figure"), {{"number", std::to_string(figure.number)}});
  Length y = add_caption(setter, piece, {number, figure.title, figure.title_printed, figure.table}, {measure.left, quarter}, measure.width, caption_leaf(id, 0));
  y = add_unit_line(setter, piece, figure, id, y + quarter, measure);
  y = add_plot(setter, piece, figure, id, y + quarter, measure);
  if (!figure.source.empty()) y = add_text(setter, piece, {plain(figure.source, {}, figure.source_printed)}, "source", {measure.left, y}, measure.width, caption_leaf(id, 2));
  piece.height = round_up(y, quarter);
  emit(std::move(piece));
}

}  // namespace tilstand::layout
