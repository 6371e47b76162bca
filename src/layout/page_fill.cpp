// SPDX-License-Identifier: Apache-2.0
#include "layout/page_fill.hpp"

#include <set>

namespace tilstand::layout {

Galley::Galley(const std::vector<Piece>& all, const std::function<bool(NodeId)>& placed) : pieces(all), notes(all.size()) {
  std::set<NodeId> seen;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (const NodeId note : pieces[i].notes)
      if (!placed(note) && seen.insert(note).second) notes[i].push_back(note);
}

PageFill::PageFill(const Galley& galley, const PageSupply& supply, std::size_t page, std::vector<std::size_t> waiting, const Piece* head)
    : galley_(&galley), supply_(&supply), region_(supply.region(page)), waiting_(std::move(waiting)), head_(head) {
  if (page == 0) {
    cursor_ = supply.cursor;
    foot_ = supply.foot;
    bottom_ = max(cursor_.y, cursor_.side_bottom);
    return;
  }
  cursor_ = cursor_at(region_.top);
  foot_.unit = supply.foot.unit;
  place_waiting();
  if (head_ != nullptr) {
    advance(cursor_, *head_, top_of(*head_, cursor_, nullptr));
    cursor_.fresh = true;
    cursor_.after = {};
  }
  bottom_ = cursor_.y;
}

Length PageFill::limit_of(const std::vector<NodeId>& notes) const {
  return min(region_.bottom, region_.foot - foot_.taken(notes, supply_->note_height));
}

bool PageFill::take(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  switch (piece.kind) {
    case Piece::Kind::foot: take_foot(index); return true;
    case Piece::Kind::begin_table: head_ = &piece.repeat.front(); return true;
    case Piece::Kind::end_table: head_ = nullptr; return true;
    case Piece::Kind::matter: break;
  }
  return take_matter(index);
}

bool PageFill::take_matter(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  const Length top = top_of(piece, cursor_, &supply_->grid);
  const Length bottom = max(bottom_, max(top + piece.height, top + piece.reserve));
  const bool fits = bottom <= limit_of(galley_->notes[index]);
  if (!fits && !pristine()) return false;
  overfull_ = overfull_ || !fits;
  advance(cursor_, piece, top);
  bottom_ = bottom;
  for (const NodeId note : galley_->notes[index]) foot_.notes.push_back(note);
  return true;
}

void PageFill::take_foot(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  const FootBlock block{piece.height, piece.before, piece.after};
  const Length gap = pristine() ? Length{} : foot_.gap_above(block);
  const Length room = limit_of(galley_->notes[index]) - max(cursor_.y, cursor_.side_bottom) - gap;
  waiting_.push_back(index);
  const bool first = waiting_.size() == 1;
  if ((first && piece.height <= room) || pristine()) place_waiting();
}

void PageFill::place_waiting() {
  while (!waiting_.empty()) {
    const Piece& piece = galley_->pieces[waiting_.front()];
    const std::vector<NodeId>& notes = galley_->notes[waiting_.front()];
    const FootBlock block{piece.height, piece.before, piece.after};
    const bool first = pristine();
    const Length room = limit_of(notes) - max(cursor_.y, cursor_.side_bottom) - (first ? Length{} : foot_.gap_above(block));
    if (piece.height > room && !first) return;
    overfull_ = overfull_ || piece.height > room;
    foot_.blocks.push_back(block);
    foot_.notes.insert(foot_.notes.end(), notes.begin(), notes.end());
    waiting_.erase(waiting_.begin());
  }
}

}  // namespace tilstand::layout
