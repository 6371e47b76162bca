// SPDX-License-Identifier: Apache-2.0
#include "layout/wrap.hpp"

#include <algorithm>

#include "layout/set_block.hpp"
#include "layout/set_paragraph.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

constexpr std::size_t least_lines = 3;
Length least_measure() { return mm(40); }

bool has_tab(const content::Paragraph& paragraph) {
  return std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(), [](const content::Inline& one) { return one.text.find('\t') != std::string::npos; });
}

bool is_paragraph(const content::Node& node) {
  const auto* paragraph = std::get_if<content::Paragraph>(&node.body);
  return paragraph != nullptr && paragraph->heading_level == 0 && !paragraph->artifact && !has_tab(*paragraph) && node.placement.column == 0 &&
         node.placement.span == 0 && !node.placement.at;
}

/// Paragraphs, and lists of nothing else.
bool is_text(const Setter& setter, const content::Node& node) {
  const auto all_text = [&](const content::Node& one) {
    return std::all_of(one.children.begin(), one.children.end(), [&](NodeId child) { return is_text(setter, setter.node(child)); });
  };
  if (const auto* item = std::get_if<content::ListItem>(&node.body)) return !item->wide_label && all_text(node);
  if (std::holds_alternative<content::List>(node.body)) return node.placement.column == 0 && node.placement.span == 0 && !node.placement.at && all_text(node);
  return is_paragraph(node);
}

/// The style of the first paragraph in `id`; null when there is none.
const definition::Style* first_style(const Setter& setter, NodeId id) {
  const content::Node& node = setter.node(id);
  if (const auto* paragraph = std::get_if<content::Paragraph>(&node.body)) return &setter.style(paragraph->style);
  for (const NodeId child : node.children)
    if (const definition::Style* style = first_style(setter, child)) return style;
  return nullptr;
}

/// What holds other blocks and sets nothing itself.
bool only_holds(const content::Node& node) {
  const auto* group = std::get_if<content::Group>(&node.body);
  return group != nullptr && group->columns <= 1 && !group->ruled;
}

Length width_of(const Setter& setter, const content::Node& node, const Measure& measure) {
  if (const auto* image = std::get_if<content::Image>(&node.body); image != nullptr && image->width) return *image->width;
  if (node.placement.span > 0 && node.placement.span < measure.columns) return columns_of(setter, measure, 1, node.placement.span).width;
  return measure.width * 2 / 5;
}

Length cap_height(const Setter& setter, const definition::Style& style) {
  return setter.config.in.shaper.metrics(text::styled({}, style, setter.config.in.tree.language, {}).font).cap_height;
}

bool same(const Measure& a, const Measure& b) { return a.left == b.left && a.width == b.width; }

}  // namespace

bool Wrap::take(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const content::Node& node = setter.node(id);
  if (!setter.fixed && node.placement.place != definition::Place::here) return false;
  if (node.placement.wrap != definition::Wrap::none) {
    close(emit);
    return begin(setter, id, measure);
  }
  if (!block_ || only_holds(node)) return false;
  if (!is_text(setter, node) || first_style(setter, id) == nullptr || !same(measure, block_->measure)) {
    close(emit);
    return false;
  }
  add_text(id);
  if (y_ >= depth_) send(emit);
  return true;
}

bool Wrap::begin(const Setter& setter, NodeId id, const Measure& measure) {
  const content::Node& node = setter.node(id);
  const Length width = width_of(setter, node, measure), gap = setter.unit();
  const Length rest = measure.width - width - gap;
  if (rest < least_measure()) return false;
  const bool left = node.placement.wrap == definition::Wrap::left;
  const Measure own{left ? measure.left : measure.left + rest + gap, width, 0};
  std::vector<Piece> pieces;
  set_in(setter.fixed_in_place(), id, own, [&pieces](Piece&& piece) { pieces.push_back(std::move(piece)); });
  const Measure beside{left ? measure.left + width + gap : measure.left, rest, 0};
  block_.emplace(Block{setter, id, measure, beside, stacked(std::move(pieces))});
  return true;
}

void Wrap::add_text(NodeId id) {
  Setter setter = block_->setter;
  if (texts_.empty()) {
    const definition::Style& style = *first_style(setter, id);
    shift_ = max({}, style.leading - cap_height(setter, style));  // its head stands level with the first line's letters
    depth_ = shift_ + block_->piece.height + setter.unit() / 2;
  }
  texts_.push_back(id);
  setter.wrap = nullptr;
  setter.beside = this;
  set_in(setter, id, block_->measure, [this](Piece&& piece) { gather(std::move(piece)); });
}

LineRoom Wrap::room_of(const Measure& measure, const definition::Style& style) {
  const Length top = pieces_.empty() ? Length{} : y_ + max(after_, style.before), left_over = depth_ - top;
  const std::int64_t leading = std::max<std::int64_t>(1, style.leading.units);
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(0, (left_over.units + leading - 1) / leading));
  const Measure &below = block_->measure, &beside = block_->beside;
  const Length in = measure.left - below.left, narrower = below.width - measure.width;
  text_shift_ = count > 0 ? beside.left - below.left : Length{};
  return {{std::vector<Length>(count, beside.width - narrower), measure.width}, beside.left + in, measure.left};
}

void Wrap::gather(Piece&& piece) {
  const Length top = pieces_.empty() ? Length{} : y_ + max(after_, piece.before);
  y_ = top + piece.height;
  after_ = piece.after;
  if (top < depth_) {
    ++lines_beside_;
    last_keep_ = piece.keep;
    piece.keep = Keep::whole;
  }
  pieces_.push_back(std::move(piece));
}

void Wrap::send(const Emit& emit) {
  Piece& first = pieces_.front();
  Piece block = std::move(block_->piece);
  first.reserve = round_up(shift_ + block.height, block_->setter.unit());  // whole units, so that what comes below stands on the grid
  absorb(first, std::move(block), {{}, shift_});
  // The last line beside the block may be followed by a break as any other; those before it may not.
  if (lines_beside_ > 0) pieces_[lines_beside_ - 1].keep = last_keep_;
  for (Piece& piece : pieces_) emit(std::move(piece));
  reset();
}

void Wrap::close(const Emit& emit) {
  if (!block_) return;
  if (lines_beside_ >= least_lines) {
    Piece below;
    below.node = block_->node;
    below.clear = true;
    send(emit);
    return emit(std::move(below));
  }
  const Block block = std::move(*block_);
  const std::vector<NodeId> texts = std::move(texts_);
  reset();
  Setter setter = block.setter;
  setter.wrap = nullptr;
  set_block(setter, block.node, block.measure, emit);
  for (const NodeId text : texts) set_block(setter, text, block.measure, emit);
}

void Wrap::reset() {
  block_.reset();
  texts_.clear();
  pieces_.clear();
  lines_beside_ = 0;
  text_shift_ = shift_ = depth_ = y_ = after_ = {};
}

}  // namespace tilstand::layout
