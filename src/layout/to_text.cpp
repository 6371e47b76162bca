// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "base/number_text.hpp"
#include "layout/page.hpp"

namespace tilstand::layout {
namespace {

/// A length in millimetres with at most two decimals.
std::string in_mm(Length length) { return decimal(length.in_mm(), 2); }
std::string at(Point point) { return in_mm(point.x) + "," + in_mm(point.y); }
std::string box(const Rect& area) { return at(area.origin) + " " + in_mm(area.size.width) + "x" + in_mm(area.size.height); }

const char* name_of(Leaf::Part part) {
  using Part = Leaf::Part;
  switch (part) {
    case Part::whole: return "whole";
    case Part::label: return "label";
    case Part::caption: return "caption";
    case Part::cell: return "cell";
    case Part::head_cell: return "head-cell";
    case Part::foot_cell: return "foot-cell";
    case Part::value: return "value";
    case Part::sentence: return "sentence";
    case Part::trend: return "trend";
    case Part::side: return "side";
    case Part::unit: return "unit";
    case Part::before: return "before";
    case Part::source: return "source";
    case Part::scale: return "scale";
    case Part::title: return "title";
    case Part::subtitle: return "subtitle";
    case Part::page: return "page";
    case Part::artifact: return "artifact";
  }
  return "";
}

std::string leaf_text(const Leaf& leaf) {
  if (leaf.part == Leaf::Part::artifact) return "artifact";
  std::string text = std::to_string(leaf.node.value) + " " + name_of(leaf.part);
  if (leaf.column >= 0) text += " " + std::to_string(leaf.row) + ":" + std::to_string(leaf.column);
  if (leaf.line > 0) text += "/" + std::to_string(leaf.line);
  return text;
}

std::string words_of(const text::Line& line) {
  std::string words;
  for (const text::GlyphRun& run : line.runs) words += run.text;
  return words;
}

struct Describe {
  std::string operator()(const PlacedLine& placed) const {
    const Point start{placed.baseline.x + placed.line.left, placed.baseline.y};
    return "line " + at(start) + " w " + in_mm(placed.line.width) + " [" + leaf_text(placed.leaf) + "] " + words_of(placed.line);
  }
  std::string operator()(const PlacedShape& placed) const {
    const Rect box = bounds(placed.shape.path);
    std::string text = "shape " + at(box.origin) + " " + in_mm(box.size.width) + "x" + in_mm(box.size.height);
    if (placed.shape.stroke) text += " stroke " + std::to_string(placed.shape.stroke->ink.role) + " " + in_points(placed.shape.stroke->width) + "pt";
    if (placed.shape.fill) text += " fill " + std::to_string(placed.shape.fill->role);
    return text + " [" + leaf_text(placed.leaf) + "]";
  }
  std::string operator()(const PlacedDrawing& placed) const {
    return "drawing " + at(placed.origin) + " " + in_mm(placed.drawing.size.width) + "x" + in_mm(placed.drawing.size.height) + " [" +
           leaf_text(placed.leaf) + "]";
  }
  std::string operator()(const PlacedPicture& placed) const {
    std::string text = "picture " + std::to_string(placed.picture.value) + " " + box(placed.area);
    if (!(placed.window == placed.area)) text += " shows " + box(placed.window);
    return text + " [" + leaf_text(placed.leaf) + "]";
  }
};

std::string names_of_anchors(const Page& page, const content::Tree& tree) {
  std::string text;
  for (const auto& [node, point] : page.anchors) {
    if (node.value >= tree.nodes.size() || tree[node].name.empty()) continue;
    text += "  anchor " + tree[node].name + " " + at(point) + "\n";
  }
  return text;
}

}  // namespace

std::string to_text(const Page& page, const content::Tree& tree) {
  std::string text = "page " + page.label + (page.left ? " left" : " right");
  if (!page.master.empty()) text += " " + page.master;
  if (page.reversed) text += " reversed";
  if (page.turned) text += " turned";
  text += "\n" + names_of_anchors(page, tree);
  for (const Placed& thing : page.items) text += "  " + std::visit(Describe{}, thing) + "\n";
  return text;
}

}  // namespace tilstand::layout
