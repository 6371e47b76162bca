// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"
#include "layout/set_text.hpp"
#include "layout/wrap.hpp"

namespace tilstand::layout {
namespace {

using content::ListItem;

/// The line of an item's label; "list-label" unless the item says otherwise.
std::vector<SetLine> label_lines(const Setter& setter, NodeId id, const ListItem& item, Length width) {
  const definition::Style& style = setter.style(item.label_style.empty() ? "list-label" : item.label_style);
  return set_lines(setter, spans_of(setter, {plain(item.label, {}, item.label_printed)}, style, id), style, width);
}

Length widest_label(const Setter& setter, const content::Node& list) {
  Length widest{};
  for (const NodeId child : list.children) {
    const auto* item = std::get_if<ListItem>(&setter.node(child).body);
    if (item == nullptr) continue;
    for (const SetLine& line : label_lines(setter, child, *item, mm(1000))) widest = max(widest, line.line.left + line.line.width);
  }
  return widest;
}

/// A bullet or number hangs left of the item's text; the text breaks over pages as any other.
void set_hanging(const Setter& setter, NodeId id, Length hang, const Measure& measure, const Emit& emit) {
  const content::Node& node = setter.node(id);
  const auto& item = std::get<ListItem>(node.body);
  std::vector<SetLine> label = label_lines(setter, id, item, hang);
  const Measure inner{measure.left + hang, measure.width - hang, 0};
  set_children(setter, node.children, inner, [&](Piece&& piece) {
    if (!label.empty() && piece.baseline) {
      const Length left = measure.left + (setter.beside != nullptr ? setter.beside->shift() : Length{});
      const Point at{left, *piece.baseline};
      piece.anchors.insert(piece.anchors.begin(), {id, Point{left, {}}});
      piece.items.insert(piece.items.begin(), placed_line(std::move(label.front()), at, leaf_of(id, Leaf::Part::label)));
      label.clear();
    }
    emit(std::move(piece));
  });
}

/// A fact: the label in a column of its own, the value beside it, both with the same first baseline.
void set_fact(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const content::Node& node = setter.node(id);
  const auto& item = std::get<ListItem>(node.body);
  const definition::Page& page = setter.config.in.theme.page;
  const int columns = item.side_label && measure.columns > setter.config.in.theme.side_span + 1 ? setter.config.in.theme.side_span : 2;
  const Length label_width = page.span_width(columns), left = label_width + page.gutter;
  const definition::Style& style = setter.style(item.label_style.empty() ? "fact-label" : item.label_style);
  Piece value = set_stacked(setter, node.children, {measure.left + left, measure.width - left, 0});
  const Length first = max(style.leading, value.baseline.value_or(style.leading));
  Piece fact;
  fact.node = id;
  fact.anchors.emplace_back(id, Point{measure.left, {}});
  fact.baseline = first;
  std::vector<SetLine> label = set_lines(setter, spans_of(setter, {plain(item.label, {}, item.label_printed)}, style, id), style, label_width);
  const Length depth = add_lines(fact, std::move(label), {measure.left, first - style.leading}, style.leading, leaf_of(id, Leaf::Part::label));
  const Length shift = first - value.baseline.value_or(first);
  fact.height = max(depth, value.height + shift);
  absorb(fact, std::move(value), {{}, shift});
  emit(std::move(fact));
}

bool is_facts(const Setter& setter, const content::Node& list) {
  if (list.children.empty()) return false;
  const auto* item = std::get_if<ListItem>(&setter.node(list.children.front()).body);
  return item != nullptr && item->wide_label;
}

}  // namespace

void set_list(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const content::Node& list = setter.node(id);
  const Length unit = setter.unit();
  const bool facts = is_facts(setter, list);
  if (facts) {
    Piece head;
    head.node = id;
    head.before = unit;
    head.height = unit / 4;
    head.keep = Keep::whole;
    head.anchors.emplace_back(id, Point{measure.left, {}});
    head.items.push_back(rule(setter, "section", {measure.left, {}}, measure.width, id));
    emit(std::move(head));
  }
  const Length hang = facts ? Length{} : max(unit, round_up(widest_label(setter, list) + unit / 4, unit / 4));
  for (const NodeId child : list.children) {
    if (!std::holds_alternative<ListItem>(setter.node(child).body)) continue;
    if (facts) set_fact(setter, child, measure, emit);
    else set_hanging(setter, child, hang, measure, emit);
  }
}

}  // namespace tilstand::layout
