// SPDX-License-Identifier: Apache-2.0
#include "scene/chart_page.hpp"

#include "scene/drawing_items.hpp"

namespace tilstand::scene {
namespace {

Rect around(const std::vector<layout::PlacedDrawing>& drawings) {
  Rect area{drawings.front().origin, drawings.front().drawing.size};
  for (const layout::PlacedDrawing& one : drawings) area = united(area, {one.origin, one.drawing.size});
  return area;
}

drawing::Shape ground(Size size, Ink ink) {
  drawing::Shape shape;
  shape.path.move_to({}).line_to({size.width, {}}).line_to({size.width, size.height}).line_to({{}, size.height}).close();
  shape.fill = ink;
  return shape;
}

}  // namespace

std::string description_of(const content::Figure& figure) { return figure.plan.description.empty() ? figure.title : figure.plan.description; }

Page chart_page(const content::Tree& tree, NodeId figure, const std::vector<layout::PlacedDrawing>& drawings, Ink paper) {
  Page page;
  page.label = "1";
  if (drawings.empty()) return page;
  const Rect area = around(drawings);
  page.trim = area.size;
  Tag tag;
  tag.id = TagId{0};
  tag.role = Role::Figure;
  tag.alternate = description_of(std::get<content::Figure>(tree[figure].body));
  tag.box = Rect{{}, area.size};
  tag.span = tree[figure].span;
  tag.node = figure;
  page.tags.push_back(tag);
  if (const Ink ink = drawings.front().drawing.ground; ink != paper)
    page.items.push_back({{TagId::none(), layout::Artifact::background}, ShapeItem{ground(area.size, ink)}});
  for (const layout::PlacedDrawing& one : drawings)
    each_item(one.drawing, one.origin - area.origin, [&](auto item) { page.items.push_back({{tag.id, layout::Artifact::none}, std::move(item)}); });
  return page;
}

}  // namespace tilstand::scene
