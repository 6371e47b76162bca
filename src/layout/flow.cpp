// SPDX-License-Identifier: Apache-2.0
#include "layout/flow.hpp"

#include <iterator>

namespace tilstand::layout {
namespace {

constexpr std::size_t most_gathered = 1000;  // pieces that are divided at once

}  // namespace

Grid Flow::grid() const { return {config_.in.theme.page.head, config_.unit()}; }

void Flow::enter() {
  if (entered_) return;
  pages_.open();
  // Masters without a flow frame lead on; a ring of such masters ends on the live area of the last one.
  for (std::size_t tries = config_.in.theme.masters.size() + 1; tries > 0 && pages_.flow_frame() == nullptr; --tries) pages_.turn();
  const definition::Frame* frame = pages_.flow_frame();
  area_ = frame != nullptr ? pages_.area_of(*frame) : pages_.live_area();
  cursor_ = cursor_at(area_.top);
  entered_ = true;
  place_waiting();
}

void Flow::add(Piece&& piece) {
  enter();
  galley_.push_back(std::move(piece));
  if (galley_.size() >= most_gathered) settle(false);
}

void Flow::flush(bool all) {
  if (!galley_.empty()) settle(true);
  while (all && !waiting_.empty()) next_page();
}

PageSupply Flow::supply() const {
  PageSupply supply;
  supply.cursor = cursor_;
  supply.foot = pages_.foot_room();
  supply.head = repeat_ ? &*repeat_ : nullptr;
  supply.grid = grid();
  supply.kinds = config_.in.theme.masters.size() + 1;
  supply.note_height = [this](NodeId note) { return pages_.note_height(note); };
  supply.region = [this](std::size_t page) {
    const Area area = page == 0 ? area_ : pages_.area_after(page);
    return Region{area.top, area.bottom, pages_.live_area().bottom};
  };
  return supply;
}

/// Places the gathered pieces, page by page; those of the last page wait for more to come unless the matter `ends`.
void Flow::settle(bool ends) {
  std::vector<Piece> pieces = std::move(waiting_);
  pieces.insert(pieces.end(), std::make_move_iterator(galley_.begin()), std::make_move_iterator(galley_.end()));
  galley_.clear();
  waiting_.clear();
  const Galley galley(pieces, [this](NodeId note) { return pages_.has_note(note); });
  const PageBreaks breaks = break_pages(galley, supply(), ends);
  std::size_t next = 0;
  for (const std::size_t end : breaks) {
    for (; next < end; ++next) commit(std::move(pieces[next]));
    next_page();
  }
  if (ends || breaks.empty()) {
    for (; next < pieces.size(); ++next) commit(std::move(pieces[next]));
  } else {
    galley_.assign(std::make_move_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(next)), std::make_move_iterator(pieces.end()));
  }
}

Length Flow::limit(const std::vector<NodeId>& notes) { return min(area_.bottom, pages_.live_area().bottom - pages_.taken(notes)); }

void Flow::commit(Piece&& piece) {
  switch (piece.kind) {
    case Piece::Kind::foot: return add_foot(std::move(piece));
    case Piece::Kind::begin_table:
      repeat_ = std::move(piece.repeat.front());
      return;
    case Piece::Kind::end_table: repeat_.reset(); return;
    case Piece::Kind::matter: return commit_matter(std::move(piece));
  }
}

void Flow::commit_matter(Piece&& piece) {
  const Grid lines = grid();
  const Length top = top_of(piece, cursor_, &lines);
  if (max(top + piece.height, top + piece.reserve) > limit(piece.notes)) report_tall(piece);
  advance(cursor_, piece, top);
  if (!below_head_) pages_.place(std::move(piece.between), {area_.left, top});
  below_head_ = false;
  pages_.place(std::move(piece), {area_.left, top});
}

void Flow::report_tall(const Piece& piece) {
  if (!piece.node) return;
  reports_.error(config_.node(piece.node), piece.node, "layout.too-tall", "this does not fit on a page and can not be broken",
                 "make it shorter or divide it");
}

void Flow::add_foot(Piece&& piece) {
  waiting_.push_back(std::move(piece));
  if (waiting_.size() == 1) place_waiting();
}

void Flow::place_waiting() {
  while (!waiting_.empty()) {
    const bool first = pristine();
    const Length gap = first ? Length{} : pages_.gap_above(waiting_.front());
    const Length room = limit(waiting_.front().notes) - max(cursor_.y, cursor_.side_bottom) - gap;
    if (waiting_.front().height > room && !first) return;
    if (waiting_.front().height > room) report_tall(waiting_.front());
    Piece piece = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    pages_.place_at_foot(std::move(piece));
  }
}

void Flow::next_page() {
  if (repeat_ && !cursor_.fresh) pages_.place(repeat_->between, {area_.left, cursor_.y});
  pages_.end_page();
  entered_ = false;
  enter();
  if (!repeat_) return;
  Piece head = *repeat_;
  head.between.clear();
  const Length top = top_of(head, cursor_, nullptr);
  advance(cursor_, head, top);
  cursor_.fresh = true;
  below_head_ = true;
  cursor_.after = {};
  pages_.place(std::move(head), {area_.left, top});
}

}  // namespace tilstand::layout
