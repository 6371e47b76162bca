// SPDX-License-Identifier: Apache-2.0
#include "layout/flow.hpp"

namespace tilstand::layout {

Attempt attempt(const std::vector<Piece>& pieces, const Cursor& cursor, const Grid& grid) {
  Attempt tried{{}, cursor, cursor.y, {}};
  for (const Piece& piece : pieces) {
    const Length top = top_of(piece, tried.end, &grid);
    tried.tops.push_back(top);
    advance(tried.end, piece, top);
    if (!piece.takes_room()) continue;
    tried.bottom = max(tried.bottom, max(top + piece.height, top + piece.reserve));
    tried.notes.insert(tried.notes.end(), piece.notes.begin(), piece.notes.end());
  }
  return tried;
}

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
  const Keep keep = piece.keep;
  if (piece.takes_room()) held_ += piece.height;
  chunk_.push_back(std::move(piece));
  // What is taller than a page can't stay together, so there is no use in holding more of it.
  if (keep == Keep::none || held_ > config_.in.theme.page.trim.height) flush(false);
}

void Flow::flush(bool all) {
  if (!chunk_.empty()) {
    std::vector<Piece> pieces = std::move(chunk_);
    chunk_.clear();
    held_ = {};
    place(std::move(pieces), 0);
  }
  while (all && !waiting_.empty()) next_page();
}

Length Flow::limit(const std::vector<NodeId>& notes) { return min(area_.bottom, pages_.live_area().bottom - pages_.taken(notes)); }

bool Flow::fits(const Attempt& tried) { return tried.bottom <= limit(tried.notes); }

bool Flow::fits_next_page(const std::vector<Piece>& pieces) {
  const Area next = pages_.next_area();
  Cursor cursor = cursor_at(next.top);
  if (repeat_) advance(cursor, *repeat_, top_of(*repeat_, cursor, nullptr));
  cursor.fresh = true;
  const Attempt tried = attempt(pieces, cursor, grid());
  const Length notes = pages_.taken(tried.notes) - pages_.taken({});
  return tried.bottom <= next.bottom - notes;
}

bool Flow::turning_helps() const { return !pristine() || pages_.next_area().height() > area_.height(); }

void Flow::place(std::vector<Piece>&& pieces, int level) {
  Attempt tried = attempt(pieces, cursor_, grid());
  // Blocks that wait for the foot may fill a page or two before there is room; each turn places one of them at least.
  for (std::size_t turns = waiting_.size() + 2; turns > 0 && !fits(tried) && turning_helps() && fits_next_page(pieces); --turns) {
    next_page();
    tried = attempt(pieces, cursor_, grid());
  }
  if (fits(tried)) return commit(std::move(pieces), tried);
  if (pieces.size() > 1) return place_split(std::move(pieces), level);
  place_alone(std::move(pieces));
}

void Flow::place_split(std::vector<Piece>&& pieces, int level) {
  std::vector<Piece> part;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Keep keep = pieces[i].keep;
    part.push_back(std::move(pieces[i]));
    const bool break_here = level > 0 || keep != Keep::strong || i + 1 == pieces.size();
    if (!break_here) continue;
    // A run that is held together strongly and is all there is can only be taken apart.
    const bool whole = part.size() == pieces.size();
    place(std::move(part), whole ? 1 : level);
    part.clear();
  }
}

void Flow::place_alone(std::vector<Piece>&& pieces) {
  for (int turns = 0; turns < 2 && turning_helps(); ++turns) {
    next_page();
    const Attempt tried = attempt(pieces, cursor_, grid());
    if (fits(tried)) return commit(std::move(pieces), tried);
  }
  report_tall(pieces.front());
  const Attempt tried = attempt(pieces, cursor_, grid());
  commit(std::move(pieces), tried);
}

void Flow::report_tall(const Piece& piece) {
  if (!piece.node) return;
  reports_.error(config_.node(piece.node), piece.node, "layout.too-tall", "this does not fit on a page and can not be broken",
                 "make it shorter or divide it");
}

void Flow::commit(std::vector<Piece>&& pieces, const Attempt& tried) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    advance(cursor_, pieces[i], tried.tops[i]);
    commit_one(std::move(pieces[i]), tried.tops[i]);
  }
}

void Flow::commit_one(Piece&& piece, Length top) {
  switch (piece.kind) {
    case Piece::Kind::foot: return add_foot(std::move(piece));
    case Piece::Kind::begin_table:
      repeat_ = std::move(piece.repeat.front());
      return;
    case Piece::Kind::end_table: repeat_.reset(); return;
    case Piece::Kind::matter: break;
  }
  if (!below_head_) pages_.place(std::move(piece.between), {area_.left, top});
  below_head_ = false;
  pages_.place(std::move(piece), {area_.left, top});
}

void Flow::add_foot(Piece&& piece) {
  const Length room = limit(piece.notes) - max(cursor_.y, cursor_.side_bottom) - (cursor_.fresh && !pages_.has_foot() ? Length{} : pages_.gap_above(piece));
  if (!waiting_.empty() || piece.height > room) {
    waiting_.push_back(std::move(piece));
    if (pristine()) place_waiting();
    return;
  }
  pages_.place_at_foot(std::move(piece));
}

void Flow::place_waiting() {
  while (!waiting_.empty()) {
    const bool first = pristine();
    const Length room = limit(waiting_.front().notes) - cursor_.y - (first ? Length{} : pages_.gap_above(waiting_.front()));
    if (waiting_.front().height > room && !first) return;
    if (waiting_.front().height > room) report_tall(waiting_.front());
    Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
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
