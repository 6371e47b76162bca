// SPDX-License-Identifier: Apache-2.0
#include "layout/setter.hpp"

namespace tilstand::layout {
namespace {

const content::Paragraph* paragraph_at(const content::Tree& tree, NodeId id) {
  return std::get_if<content::Paragraph>(&tree[id].body);
}

bool is_heading(const content::Tree& tree, NodeId id) {
  const auto* paragraph = paragraph_at(tree, id);
  return paragraph != nullptr && paragraph->heading_level > 0;
}

bool same_run(const content::Tree& tree, NodeId before, NodeId after) {
  const auto* a = paragraph_at(tree, before);
  const auto* b = paragraph_at(tree, after);
  return a != nullptr && b != nullptr && a->style == b->style && a->heading_level == 0 && b->heading_level == 0;
}

/// Blocks made from one block of the definition share its height; it speaks of the first one.
bool same_place(const content::Placement& before, const content::Placement& after) {
  return before.at && after.at && *before.at == *after.at && before.frame == after.frame && before.column == after.column;
}

bool beside(const content::Tree& tree, NodeId id) {
  const content::Node& node = tree[id];
  return std::holds_alternative<content::SideNote>(node.body) || std::holds_alternative<content::FootNote>(node.body) ||
         node.placement.place != definition::Place::here || node.placement.wrap != definition::Wrap::none;
}

void note_neighbours(Config& config, const content::Tree& tree, const content::Node& parent) {
  NodeId last = NodeId::none();
  for (const NodeId child : parent.children) {
    if (beside(tree, child)) continue;
    if (last) {
      config.indented[child.value] = same_run(tree, last, child);
      config.same_place[child.value] = same_place(tree[last].placement, tree[child].placement);
      config.after_head[child.value] = is_heading(tree, last);
      const auto* above = paragraph_at(tree, last);
      if (is_heading(tree, child) && above != nullptr && above->style == "overline") config.before_head[last.value] = true;
    }
    if (is_heading(tree, child)) config.before_head[child.value] = true;
    last = child;
  }
}

/// On each page from one, as the round before found them; notes whose page is not known yet keep their number.
void number_notes_by_page(Config& config) {
  std::map<std::uint32_t, int> counts;
  for (auto& [note, number] : config.note_numbers)
    if (const auto place = config.settled.places.find(note); place != config.settled.places.end()) number = ++counts[place->second.page];
}

}  // namespace

Config::Config(const Inputs& inputs, const Settled& settled_) : in(inputs), settled(settled_) {
  const content::Tree& tree = in.tree;
  indented.resize(tree.nodes.size());
  after_head.resize(tree.nodes.size());
  same_place.resize(tree.nodes.size());
  before_head.resize(tree.nodes.size());
  int note = 0, thumb = 0;
  for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
    const content::Node& node = tree.nodes[id];
    if (std::holds_alternative<content::Part>(node.body) && in.theme.note_numbers == definition::NoteNumbers::part) note = 0;
    if (std::holds_alternative<content::FootNote>(node.body)) note_numbers[id] = ++note;
    if (const auto* part = std::get_if<content::Part>(&node.body); part != nullptr && !part->thumb.empty()) thumb_places[id] = ++thumb;
    note_neighbours(*this, tree, node);
  }
  if (in.theme.note_numbers == definition::NoteNumbers::page) number_notes_by_page(*this);
  fallback_style.size = pt(10);
  fallback_style.leading = in.theme.page.baseline;
  if (!in.theme.styles.empty()) fallback_style = in.theme.styles.front();
}

const definition::Style& Config::style(const std::string& name) const {
  const definition::Style* found = in.theme.style(name);
  if (found == nullptr) found = in.theme.style("body");
  return found != nullptr ? *found : fallback_style;
}

const definition::Style& Config::level_style(const std::string& name, int level) const {
  for (; level > 1; --level)
    if (const definition::Style* found = in.theme.style(name + "-" + std::to_string(level))) return *found;
  return style(name);
}

std::string Config::page_label(NodeId target) const {
  const auto place = settled.places.find(target.value);
  if (place == settled.places.end() || place->second.page >= settled.labels.size()) return "0";
  return settled.labels[place->second.page];
}

void Reports::error(const content::Node& node, NodeId id, const std::string& code, const std::string& message, const std::string& hint) {
  if (first(id, code)) diagnostics_.error(code, message, node.span, hint);
}

void Reports::warning(const content::Node& node, NodeId id, const std::string& code, const std::string& message) {
  if (first(id, code)) diagnostics_.warning(code, message, node.span);
}

drawing::Context Setter::draw_context(NodeId origin) const {
  return {config.in.theme, config.in.words, config.in.forms, config.in.shaper, reversed, ground.value_or(Ink{}), ground.has_value(), origin};
}

Setter Setter::fixed_in_place() const {
  Setter inner = *this;
  inner.fixed = true;
  inner.wrap = nullptr;
  return inner;
}

Measure columns_of(const Setter& setter, const Measure& outer, int first, int count) {
  const definition::Page& page = setter.config.in.theme.page;
  if (first < 1 || count < 1 || first + count - 1 > outer.columns) return outer;
  return {outer.left + page.column_left(first), page.span_width(count), count};
}

Measure equal_column(const Setter& setter, const Measure& outer, int index, int count) {
  if (outer.columns > 0 && outer.columns % count == 0) {
    const int span = outer.columns / count;
    return columns_of(setter, outer, index * span + 1, span);
  }
  const Length gutter = setter.config.in.theme.page.gutter;
  const Length width = (outer.width - gutter * (count - 1)) / count;
  return {outer.left + (width + gutter) * index, width, 0};
}

Measure placed_in(const Setter& setter, const Measure& outer, const content::Placement& placement) {
  if (placement.column <= 0 && placement.span <= 0) return outer;
  const int first = placement.column > 0 ? placement.column : 1;
  const int count = placement.span > 0 ? placement.span : outer.columns - first + 1;
  return columns_of(setter, outer, first, count);
}

Placed rule(const Setter& setter, const std::string& name, Point at, Length width, NodeId node) {
  const definition::Rule* found = setter.config.in.theme.rule(name);
  PlacedShape placed;
  const Ink ink = found != nullptr ? found->ink : Ink{};
  placed.shape.path = segment(at, {at.x + width, at.y});
  placed.shape.stroke = drawing::Stroke{ink, found != nullptr ? found->width : pt(0.4)};
  placed.leaf.node = node;
  return placed;
}

}  // namespace tilstand::layout
