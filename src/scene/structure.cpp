// SPDX-License-Identifier: Apache-2.0
#include "scene/structure.hpp"

#include <algorithm>

#include "scene/leaf_content.hpp"

namespace tilstand::scene {
namespace {

using layout::Leaf;
using Part = Leaf::Part;

/// Ids leave room between neighbours for what stands beside a node (the source below a table).
std::uint64_t order_of(NodeId node) { return std::uint64_t{node.value} * 8; }

struct RoleOf {
  Role operator()(const content::Document&) const { return Role::Document; }
  Role operator()(const content::Part&) const { return Role::Part; }
  Role operator()(const content::Section&) const { return Role::Sect; }
  Role operator()(const content::Paragraph& paragraph) const {
    constexpr Role heads[] = {Role::H1, Role::H2, Role::H3, Role::H4, Role::H5, Role::H6};
    if (paragraph.heading_level <= 0) return Role::P;
    return heads[std::min(paragraph.heading_level, 6) - 1];
  }
  Role operator()(const content::List&) const { return Role::L; }
  Role operator()(const content::ListItem&) const { return Role::LI; }
  Role operator()(const content::FootNote&) const { return Role::Note; }
  Role operator()(const content::Figure& figure) const { return figure.number > 0 ? Role::Div : Role::Figure; }
  Role operator()(const content::Image& image) const { return image.has_caption() ? Role::Div : Role::Figure; }
  Role operator()(const content::PullQuote&) const { return Role::BlockQuote; }
  Role operator()(const content::Panel&) const { return Role::Sect; }
  Role operator()(const content::Table&) const { return Role::Table; }
  Role operator()(const content::KeyFigures&) const { return Role::L; }
  Role operator()(const content::KeyFigure&) const { return Role::LI; }
  Role operator()(const content::Toc&) const { return Role::TOC; }
  Role operator()(const content::TocEntry&) const { return Role::TOCI; }
  Role operator()(const content::Index&) const { return Role::Index; }
  Role operator()(const content::IndexList&) const { return Role::L; }
  Role operator()(const content::IndexEntry&) const { return Role::LI; }
  template <class Other>
  Role operator()(const Other&) const { return Role::Div; }
};

}  // namespace

TagId Structure::add(Tag tag) {
  tag.id = {next_++};
  if (const auto row = row_of_.find(tag.parent); tag.parent && row != row_of_.end()) note_in_row(row->second, tag.id);
  new_.push_back(std::move(tag));
  return new_.back().id;
}

Tag Structure::tag_for(NodeId id) const {
  const content::Node& node = tree_[id];
  Tag tag;
  tag.role = std::visit(RoleOf{}, node.body);
  tag.order = order_of(id);
  tag.span = node.span;
  tag.node = id;
  tag.language = node.language;
  if (tag.role == Role::L) tag.numbering = numbering_of(id);
  if (tag.role == Role::Note) tag.note_id = "note-" + std::to_string(id.value);
  if (tag.role != Role::Figure) return tag;
  if (const auto* image = std::get_if<content::Image>(&node.body)) {
    tag.alternate = image->alt;
    return tag;
  }
  const auto& figure = std::get<content::Figure>(node.body);
  tag.alternate = figure.plan.description.empty() ? figure.title : figure.plan.description;
  return tag;
}

Tag::Numbering Structure::numbering_of(NodeId id) const {
  const auto* list = std::get_if<content::List>(&tree_[id].body);
  if (list == nullptr) return Tag::Numbering::none;
  if (list->ordered) return Tag::Numbering::decimal;
  const auto is_bulleted = [this](NodeId child) {
    const auto* item = std::get_if<content::ListItem>(&tree_[child].body);
    return item != nullptr && !item->wide_label;
  };
  const std::vector<NodeId>& items = tree_[id].children;
  return std::any_of(items.begin(), items.end(), is_bulleted) ? Tag::Numbering::disc : Tag::Numbering::none;
}

TagId Structure::element(NodeId id) {
  if (const auto known = nodes_.find(id.value); known != nodes_.end()) return known->second;
  Tag tag = tag_for(id);
  if (id.value != 0) tag.parent = inside(tree_[id].parent ? tree_[id].parent : NodeId{0});
  const TagId made = add(std::move(tag));
  nodes_.emplace(id.value, made);
  return made;
}

TagId Structure::inside(NodeId id) {
  const content::Body& body = tree_[id].body;
  const bool item = std::holds_alternative<content::ListItem>(body) || std::holds_alternative<content::KeyFigure>(body) ||
                    std::holds_alternative<content::IndexEntry>(body);
  if (!item) return element(id);
  return child({id.value, -1, -1, -1, 0}, element(id), Role::LBody, 1);
}

TagId Structure::child(const Key& key, TagId parent, Role role, std::uint64_t order) {
  if (const auto known = parts_.find(key); known != parts_.end()) return known->second;
  Tag tag;
  tag.parent = parent;
  tag.role = role;
  tag.order = order;
  tag.node = {std::get<0>(key)};
  tag.span = tree_[tag.node].span;
  const TagId made = add(std::move(tag));
  parts_.emplace(key, made);
  return made;
}

TagId Structure::figure(const Key& key, TagId parent, std::uint64_t order, const Leaf& leaf) {
  const bool known = parts_.contains(key);
  const TagId made = child(key, parent, Role::Figure, order);
  const chart::Plan* plan = plan_of(tree_, leaf);
  if (!known && plan != nullptr) new_.back().alternate = plan->description.empty() ? plan->input.title : plan->description;
  return made;
}

TagId Structure::add_inside(TagId parent, Role role, const std::string& language) {
  Tag tag;
  tag.parent = parent;
  tag.role = role;
  tag.order = counters_[parent]++;
  tag.language = language;
  return add(std::move(tag));
}

TagId Structure::add_figure_inside(TagId parent, const std::string& alternate) {
  const TagId made = add_inside(parent, Role::Figure);
  new_.back().alternate = alternate;
  new_.back().in_line = true;
  return made;
}

void Structure::widen_box(TagId id, const Rect& area) {
  if (id.value < first_new_) return;
  Tag& tag = new_[id.value - first_new_];
  tag.box = tag.box ? united(*tag.box, area) : area;
}

std::vector<Tag> Structure::take_new() {
  std::vector<Tag> made = std::move(new_);
  new_.clear();
  first_new_ = next_;
  return made;
}

TagId Structure::tag_of(const Leaf& leaf) {
  const content::Body& body = tree_[leaf.node].body;
  if (const auto* table = std::get_if<content::Table>(&body)) return table_leaf(*table, leaf);
  if (const auto* figure = std::get_if<content::Figure>(&body)) return figure_leaf(*figure, leaf);
  if (const auto* image = std::get_if<content::Image>(&body)) return image_leaf(*image, leaf);
  if (std::holds_alternative<content::TocEntry>(body)) return entry_leaf(leaf);
  const int rank = rank_of(leaf.part);
  const Key key{leaf.node.value, -1, rank, -1, 0};
  const auto order = static_cast<std::uint64_t>(rank);
  const bool labelled = std::holds_alternative<content::ListItem>(body) || std::holds_alternative<content::FootNote>(body);
  if (labelled && leaf.part == Part::label) return child(key, element(leaf.node), Role::Lbl, 0);
  if (std::holds_alternative<content::Tile>(body) && leaf.part == Part::scale) return figure(key, element(leaf.node), order, leaf);
  if (std::holds_alternative<content::Tile>(body)) return child(key, element(leaf.node), Role::P, order);
  if (std::holds_alternative<content::KeyFigure>(body) || std::holds_alternative<content::IndexEntry>(body)) return child(key, inside(leaf.node), Role::P, order);
  return element(leaf.node);
}

TagId Structure::figure_leaf(const content::Figure& body, const Leaf& leaf) {
  if (body.number == 0) return element(leaf.node);
  const Key key{leaf.node.value, -1, rank_of(leaf.part), -1, 0};
  if (leaf.part != Part::caption) return figure(key, element(leaf.node), 1, leaf);
  const TagId caption = child(key, element(leaf.node), Role::Caption, 0);
  return child({leaf.node.value, -1, rank_of(leaf.part), 0, leaf.line}, caption, Role::P, static_cast<std::uint64_t>(leaf.line));
}

TagId Structure::image_leaf(const content::Image& body, const Leaf& leaf) {
  const TagId whole = element(leaf.node);
  if (!body.has_caption()) return whole;
  const Key key{leaf.node.value, -1, rank_of(leaf.part), -1, 0};
  if (leaf.part == Part::caption) return child(key, whole, Role::Caption, 0);
  const bool known = parts_.contains(key);
  const TagId made = child(key, whole, Role::Figure, 1);
  if (!known) new_.back().alternate = body.alt;
  return made;
}

TagId Structure::entry_leaf(const Leaf& leaf) {
  // The page number belongs to the title's link, or each entry would be two.
  const int rank = rank_of(leaf.part == Part::page ? Part::title : leaf.part);
  const Key key{leaf.node.value, -1, rank, -1, 0};
  const auto order = static_cast<std::uint64_t>(rank);
  const TagId entry = element(leaf.node);
  if (leaf.part == Part::label) return child(key, entry, Role::Lbl, order);
  if (leaf.part == Part::title || leaf.part == Part::page) return child(key, entry, Role::Reference, order);
  const TagId paragraph = child(key, entry, Role::P, order);
  return leaf.part == Part::scale ? figure({leaf.node.value, -1, rank, 0, 0}, paragraph, 0, leaf) : paragraph;
}

TagId Structure::source_beside(NodeId node) {
  const NodeId parent = tree_[node].parent ? tree_[node].parent : NodeId{0};
  return child({node.value, -1, rank_of(Part::source), -1, 0}, inside(parent), Role::P, order_of(node) + 1);
}

}  // namespace tilstand::scene
