// SPDX-License-Identifier: Apache-2.0
#include "layout/set_block.hpp"

#include "layout/wrap.hpp"

namespace tilstand::layout {
namespace {

using Set = void (*)(const Setter&, NodeId, const Measure&, const Emit&);

/// Which function sets a kind of node; null for kinds that give nothing in the run of text.
struct SetterOf {
  Set operator()(const content::Paragraph&) const { return set_paragraph; }
  Set operator()(const content::Section&) const { return set_section; }
  Set operator()(const content::SideNote&) const { return set_side_note; }
  Set operator()(const content::List&) const { return set_list; }
  Set operator()(const content::Figure&) const { return set_figure; }
  Set operator()(const content::Table&) const { return set_table; }
  Set operator()(const content::Tiles&) const { return set_tiles; }
  Set operator()(const content::KeyFigures&) const { return set_key_figures; }
  Set operator()(const content::Group&) const { return set_group; }
  Set operator()(const content::Panel&) const { return set_panel; }
  Set operator()(const content::Toc&) const { return set_toc; }
  Set operator()(const content::Image&) const { return set_image; }
  Set operator()(const content::PullQuote&) const { return set_quote; }
  Set operator()(const content::Index&) const { return set_index; }
  template <class Other>
  Set operator()(const Other&) const { return nullptr; }
};

/// Gives the first and last piece of a block what its placement says about distances.
class Spaced {
 public:
  Spaced(const content::Node& node, bool same_place, const Emit& emit) : node_(node), same_place_(same_place), emit_(emit) {}

  void add(Piece&& piece) {
    if (first_) {
      if (node_.placement.before) piece.before = *node_.placement.before;
      if (!same_place_) piece.at = node_.placement.at;
    }
    first_ = false;
    if (!node_.placement.after) return emit_(std::move(piece));
    if (last_) emit_(std::move(*last_));
    last_ = std::move(piece);
  }
  void finish() {
    if (!last_) return;
    last_->after = *node_.placement.after;
    emit_(std::move(*last_));
  }

 private:
  const content::Node& node_;
  bool same_place_;
  const Emit& emit_;
  bool first_ = true;
  std::optional<Piece> last_;
};

void set_spaced(const Setter& setter, NodeId id, Set set, const Measure& measure, const Emit& emit) {
  const content::Node& node = setter.node(id);
  Spaced spaced(node, setter.config.same_place[id.value], emit);
  set(setter, id, placed_in(setter, measure, node.placement), [&spaced](Piece&& piece) { spaced.add(std::move(piece)); });
  spaced.finish();
}

/// What holds blocks in the run of text, where text may be wrapped round them.
bool lets_wrap(const content::Node& node) {
  return std::holds_alternative<content::Group>(node.body) || std::holds_alternative<content::Section>(node.body) || std::holds_alternative<content::Panel>(node.body);
}

/// The side columns, where the measure has any beside the text.
Measure margin_of(const Setter& setter, const Measure& measure) {
  const int side = setter.config.in.theme.side_span;
  return measure.columns > side ? columns_of(setter, measure, 1, side) : measure;
}

/// The block as one piece that leaves the run of text; in the margin `right` is the edge of that.
Piece away(const Setter& setter, Piece&& block, definition::Place place, Length right) {
  if (place == definition::Place::margin) {
    block.reserve = block.height + setter.unit();
    block.reserve_right = right;
    block.height = {};
    block.baseline.reset();
    block.beside = true;
  }
  if (place == definition::Place::foot) block.kind = Piece::Kind::foot;
  if (place == definition::Place::top) block.kind = Piece::Kind::top;
  if (place == definition::Place::page) block.kind = Piece::Kind::page;
  return std::move(block);
}

}  // namespace

void set_in(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const Set set = std::visit(SetterOf{}, setter.node(id).body);
  if (set != nullptr) set(setter, id, measure, emit);
}

void set_block(const Setter& outer, NodeId id, const Measure& measure, const Emit& emit) {
  const content::Node& node = outer.node(id);
  const Set set = std::visit(SetterOf{}, node.body);
  if (set == nullptr) return;
  if (outer.wrap != nullptr && outer.wrap->take(outer, id, measure, emit)) return;
  Setter setter = outer;
  if (!lets_wrap(node)) setter.wrap = nullptr;
  if (setter.fixed || node.placement.place == definition::Place::here) return set_spaced(setter, id, set, measure, emit);
  std::vector<Piece> pieces;
  const bool margin = node.placement.place == definition::Place::margin;
  const Measure own = margin ? margin_of(setter, measure) : measure;
  set_spaced(setter.fixed_in_place(), id, set, own, [&pieces](Piece&& piece) { pieces.push_back(std::move(piece)); });
  emit(away(setter, stacked(std::move(pieces)), node.placement.place, own.left + own.width));
}

void set_children(const Setter& setter, const std::vector<NodeId>& children, const Measure& measure, const Emit& emit) {
  for (const NodeId child : children) set_block(setter, child, measure, emit);
}

void set_side_note(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  set_children(setter, setter.node(id).children, measure, emit);
}

Piece set_stacked(const Setter& setter, const std::vector<NodeId>& nodes, const Measure& measure) {
  std::vector<Piece> pieces;
  const Emit gather = [&pieces](Piece&& piece) { pieces.push_back(std::move(piece)); };
  Wrap wrap;
  Setter inside = setter.fixed_in_place();
  inside.wrap = &wrap;
  set_children(inside, nodes, measure, gather);
  wrap.close(gather);
  return stacked(std::move(pieces));
}

}  // namespace tilstand::layout
