// SPDX-License-Identifier: Apache-2.0
#include "layout/panel.hpp"

#include <iterator>

#include "layout/setter.hpp"

namespace tilstand::layout {
namespace {

using definition::PanelStyle;

Placed line(const Setter& setter, const PanelEdge& edge, Point from, Point to) {
  PlacedShape placed = std::get<PlacedShape>(rule(setter, edge.style->rule, from, {}, edge.panel));
  placed.shape.path = segment(from, to);
  return placed;
}

}  // namespace

std::vector<Placed> panel_frame(const Setter& setter, const PanelEdge& edge, Length top, Length bottom) {
  if (!edge.ends) bottom += setter.unit() / 2;  // past the descenders of the last line
  const Length left = edge.left, right = edge.left + edge.width;
  std::vector<Placed> frame;
  if (edge.style->ground) {
    PlacedShape ground;
    ground.shape.path = rectangle({{left, top}, {edge.width, bottom - top}});
    ground.shape.fill = *edge.style->ground;
    ground.artifact = Artifact::decoration;
    ground.leaf.node = edge.panel;
    frame.push_back(std::move(ground));
  }
  if (edge.style->rule.empty()) return frame;
  const bool across = edge.style->edges != PanelStyle::Edges::side;
  if (across && edge.begins) frame.push_back(line(setter, edge, {left, top}, {right, top}));
  if (across && edge.ends) frame.push_back(line(setter, edge, {left, bottom}, {right, bottom}));
  if (edge.style->edges != PanelStyle::Edges::head_and_foot) frame.push_back(line(setter, edge, {left, top}, {left, bottom}));
  if (edge.style->edges == PanelStyle::Edges::all) frame.push_back(line(setter, edge, {right, top}, {right, bottom}));
  return frame;
}

void PanelFrames::add(const std::vector<PanelEdge>& panels, Point at, Length height) {
  for (const PanelEdge& edge : panels) {
    const Length left = at.x + edge.left;
    const auto [found, is_new] = parts_.try_emplace({edge.panel, left}, Part{edge, at.y, at.y + height});
    Part& part = found->second;
    part.edge.left = left;
    part.top = min(part.top, at.y);
    part.bottom = max(part.bottom, at.y + height);
    if (is_new) continue;
    part.edge.begins = part.edge.begins || edge.begins;
    part.edge.ends = part.edge.ends || edge.ends;
  }
}

std::vector<Placed> PanelFrames::take(const Setter& setter) {
  std::vector<Placed> all;
  for (const auto& [place, part] : parts_) {
    std::vector<Placed> frame = panel_frame(setter, part.edge, part.top, part.bottom);
    std::move(frame.begin(), frame.end(), std::back_inserter(all));
  }
  parts_.clear();
  return all;
}

}  // namespace tilstand::layout
