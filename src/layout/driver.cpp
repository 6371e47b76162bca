// SPDX-License-Identifier: Apache-2.0
#include "layout/driver.hpp"

#include "base/suggest.hpp"
#include "layout/set_block.hpp"

namespace tilstand::layout {

namespace {

/// A group without columns is a stretch of the flow: pages may end inside it.
bool runs_on(const content::Node& node) {
  const auto* group = std::get_if<content::Group>(&node.body);
  return group != nullptr && group->columns <= 1 && !group->ruled && node.placement.frame.empty() &&
         node.placement.place == definition::Place::here;
}

bool runs_in_columns(const content::Node& node) {
  const auto* group = std::get_if<content::Group>(&node.body);
  return group != nullptr && group->flow && group->columns > 1 && node.placement.frame.empty() && node.placement.place == definition::Place::here;
}

}  // namespace

Driver::Driver(const Config& config, Reports& reports, const PageSink& sink)
    : config_(config), reports_(reports), pages_(config, reports, sink), flow_(config, reports, pages_) {}

Settled Driver::run() {
  if (config_.in.tree.nodes.empty()) return {};
  for (const NodeId child : config_.in.tree.nodes.front().children) {
    const auto* part = std::get_if<content::Part>(&config_.node(child).body);
    if (part != nullptr && part->left_out) continue;
    if (part != nullptr) lay_part(child);
    else lay_block(child);
  }
  flow_.flush(true);
  pages_.finish();
  return pages_.take_found();
}

void Driver::lay_part(NodeId part) {
  flow_.flush(true);
  pages_.start_part(part);
  flow_.leave();
  const std::uint32_t before = pages_.count();
  for (const NodeId child : config_.node(part).children) lay_block(child);
  close_wrap();
  flow_.flush(true);
  if (pages_.count() == before) pages_.open();
}

void Driver::lay_block(NodeId id) {
  const content::Node& node = config_.node(id);
  if (const auto* page = std::get_if<content::PageBreak>(&node.body)) return end_page(page->master);
  if (const auto* panel = std::get_if<content::Panel>(&node.body); panel != nullptr && !panel->master.empty())
    return lay_panel(id, panel->master);
  if (const auto* table = std::get_if<content::Table>(&node.body); table != nullptr && table->turned) return lay_turned(id);
  if (runs_on(node)) return lay_group(id);
  if (runs_in_columns(node)) return lay_columns(id);
  if (node.placement.frame.empty()) return lay_in_flow(id);
  close_wrap();
  flow_.flush(false);
  pages_.open();
  const definition::Frame* frame = pages_.frame(node.placement.frame);
  if (frame == nullptr) report_frame(id);
  if (frame == nullptr || frame->flow) return lay_in_flow(id);
  lay_in_frame(id, *frame);
}

void Driver::close_wrap() {
  wrap_.close([this](Piece&& piece) { add(std::move(piece)); });
}

void Driver::end_page(const std::string& master) {
  close_wrap();
  flow_.flush(true);
  pages_.end_page(master);
  flow_.leave();
}

void Driver::lay_panel(NodeId id, const std::string& master) {
  close_wrap();
  flow_.flush(true);
  const std::string after = pages_.following();
  end_page(master);
  pages_.open();
  Piece start;
  start.anchors.emplace_back(id, Point{});
  const Area area = pages_.live_area();
  pages_.place(std::move(start), {area.left, area.top});
  for (const NodeId child : config_.node(id).children) lay_block(child);
  end_page(after);
}

void Driver::lay_turned(NodeId id) {
  flow_.flush(true);
  const std::string after = pages_.following();
  end_page({});
  pages_.set_turned(true);
  flow_.enter();
  set_block(pages_.setter(), id, flow_.measure(), [this](Piece&& piece) { flow_.add(std::move(piece)); });
  flow_.flush(true);
  end_page(after);
  pages_.set_turned(false);
}

void Driver::lay_in_flow(NodeId id) {
  flow_.enter();
  Setter setter = pages_.setter();
  setter.wrap = &wrap_;
  set_block(setter, id, measure(), [this](Piece&& piece) { add(std::move(piece)); });
}

void Driver::lay_group(NodeId id) {
  const content::Node& node = config_.node(id);
  if (node.placement.at && !config_.same_place[id.value]) at_ = node.placement.at;
  if (node.placement.before) before_ = node.placement.before;
  groups_.push_back(id);
  for (const NodeId child : node.children) lay_block(child);
  groups_.pop_back();
  at_.reset();
  before_.reset();
}

/// Children that are wider than a column stand across all of them; the columns before are balanced there.
void Driver::lay_columns(NodeId id) {
  close_wrap();
  const content::Node& node = config_.node(id);
  const int count = std::min(std::get<content::Group>(node.body).columns, most_columns);
  flow_.enter();
  const Measure all = placed_in(pages_.setter(), measure(), node.placement);
  const Measure column = equal_column(pages_.setter(), all, 0, count);
  std::vector<Piece> pieces;
  const Emit gather = [&pieces](Piece&& piece) { pieces.push_back(std::move(piece)); };
  const auto balance = [&] {
    wrap_.close(gather);
    if (!pieces.empty()) flow_.add_in_columns(std::move(pieces), {all, column.width, count});
    pieces.clear();
  };
  for (const NodeId child : node.children) {
    const bool wide = config_.node(child).placement.span > column.columns;
    if (!wide) {
      Setter setter = pages_.setter();
      setter.wrap = &wrap_;
      set_block(setter, child, {{}, column.width, column.columns}, gather);
      continue;
    }
    balance();
    set_block(pages_.setter(), child, all, [this](Piece&& piece) { flow_.add(std::move(piece)); });
  }
  wrap_.close(gather);
  if (!pieces.empty() && node.placement.at && !config_.same_place[id.value]) pieces.front().at = node.placement.at;
  balance();
}

Measure Driver::measure() const {
  Measure inner = flow_.measure();
  for (const NodeId group : groups_) inner = placed_in(pages_.setter(), inner, config_.node(group).placement);
  return inner;
}

void Driver::add(Piece&& piece) {
  if (piece.takes_room()) {
    if (at_ && !piece.at) piece.at = at_;
    if (before_) piece.before = *before_;
    at_.reset();
    before_.reset();
  }
  flow_.add(std::move(piece));
}

Cursor& Driver::cursor_in(const definition::Frame& frame) {
  if (cursors_page_ != pages_.count()) cursors_.clear();
  cursors_page_ = pages_.count();
  const auto [found, is_new] = cursors_.try_emplace(frame.name);
  if (is_new) found->second = cursor_at(pages_.area_of(frame).top);
  return found->second;
}

void Driver::lay_in_frame(NodeId id, const definition::Frame& frame) {
  const Area area = pages_.area_of(frame);
  std::vector<Piece> pieces;
  set_block(pages_.setter().fixed_in_place(), id, area.measure, [&pieces](Piece&& piece) { pieces.push_back(std::move(piece)); });
  if (pieces.empty()) return;
  Piece block = stacked(std::move(pieces));
  block.node = id;
  Cursor& cursor = cursor_in(frame);
  Length top = top_of(block, cursor, nullptr);
  if (config_.node(id).placement.place == definition::Place::foot) top = max(top, area.bottom - block.height);
  if (top + block.height > area.bottom + mm(0.1))
    reports_.error(config_.node(id), id, "layout.too-tall", "this is taller than what is left of the frame \"" + frame.name + "\"",
                   "make it shorter or the frame higher");
  advance(cursor, block, top);
  pages_.place(std::move(block), {area.left, top});
}

void Driver::report_frame(NodeId id) {
  const std::string& name = config_.node(id).placement.frame;
  std::vector<std::string> known;
  for (const definition::Frame& frame : pages_.master().frames) known.push_back(frame.name);
  reports_.error(config_.node(id), id, "layout.unknown-frame",
                 "the page's master \"" + pages_.master().name + "\" has no frame \"" + name + "\"", did_you_mean(name, known));
}

}  // namespace tilstand::layout
