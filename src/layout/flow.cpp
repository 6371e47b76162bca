// SPDX-License-Identifier: Apache-2.0
#include "layout/flow.hpp"

#include <iterator>

#include "base/ensure.hpp"

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
  if (rests_.empty()) return;
  FootRoom foot = pages_.foot_room();
  take_rests(rests_, foot, area_.height(), note_sizes(pages_.live_area().measure.width));
  pages_.set_notes(foot.notes);
}

NoteSizes Flow::note_sizes(Length width) const {
  return [this, width](NodeId note) { return pages_.note_size(note, width); };
}

void Flow::add(Piece&& piece) {
  enter();
  piece.left = left_of(piece);
  galley_.push_back(std::move(piece));
  if (galley_.size() >= most_gathered) settle(false);
}

void Flow::flush(bool all) {
  if (!galley_.empty()) settle(true);
  while (all && (!waiting_.empty() || !rests_.empty())) {
    next_page();
    settle(true);
  }
}

PageSupply Flow::supply() const {
  PageSupply supply;
  supply.cursor = cursor_;
  if (head_due_) pass_head(supply.cursor, *repeat_);
  supply.foot = pages_.foot_room();
  supply.head = repeat_ ? &*repeat_ : nullptr;
  supply.head_due = head_due_;
  supply.grid = grid();
  supply.kinds = config_.in.theme.masters.size() + 1;
  supply.facing_weight = config_.in.theme.page.facing;
  supply.starts_right = !pages_.is_left();
  supply.facing_void = facing_void_;
  supply.notes = rests_;
  supply.note_size = note_sizes(pages_.live_area().measure.width);
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
  const PageSupply supplied = supply();
  const PageBreaks breaks = break_pages(galley, supplied, ends);
  const auto pages = fill_pages(galley, supplied, breaks);
  ensure(pages.has_value());
  std::size_t first = 0;
  for (std::size_t number = 0; number < breaks.size(); ++number) {
    commit_page(pieces, first, breaks[number], (*pages)[number]);
    first = breaks[number];
    next_page(void_of((*pages)[number]));
  }
  const bool open = !ends && !breaks.empty();
  const PageFill& settled = open ? (*pages)[breaks.size() - 1] : pages->back();
  if (!open) commit_page(pieces, first, pieces.size(), settled);
  for (const std::size_t index : settled.carried().waiting) waiting_.push_back(std::move(pieces[index]));
  if (!open) return;
  galley_.assign(std::make_move_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(first)), std::make_move_iterator(pieces.end()));
}

/// Puts on the open page what was tried there: floats at its head, the flow, blocks at its foot, notes.
void Flow::commit_page(std::vector<Piece>& pieces, std::size_t first, std::size_t end, const PageFill& page) {
  commit_heads(pieces, page);
  if (head_due_) commit_repeated_head();
  for (std::size_t i = first; i < end; ++i)
    if (!pieces[i].floats()) commit(std::move(pieces[i]));
  for (const std::size_t index : page.floats()) {
    if (pieces[index].kind != Piece::Kind::foot) continue;
    if (page.overfull()) report_tall(pieces[index]);
    pages_.place_at_foot(std::move(pieces[index]));
  }
  pages_.set_notes(page.foot().notes);
  rests_ = page.carried().notes;
}

void Flow::commit_heads(std::vector<Piece>& pieces, const PageFill& page) {
  Length top = area_.top;
  for (const std::size_t index : page.floats()) {
    Piece& piece = pieces[index];
    if (piece.kind == Piece::Kind::foot) continue;
    if (piece.height > area_.height()) report_tall(piece);
    const Length room = room_at_head(piece, config_.unit());
    pages_.place(std::move(piece), {area_.left, top});
    top += room;
  }
  if (top > area_.top) cursor_ = cursor_at(top);
}

void Flow::commit_repeated_head() {
  head_due_ = false;
  Piece head = *repeat_;
  const Length top = pass_head(cursor_, head);
  pages_.place(std::move(head), {area_.left, top});
}

void Flow::commit(Piece&& piece) {
  if (piece.kind == Piece::Kind::begin_table) repeat_ = std::move(piece.repeat.front());
  else if (piece.kind == Piece::Kind::end_table) repeat_.reset();
  else commit_matter(std::move(piece));
}

void Flow::commit_matter(Piece&& piece) {
  const Grid lines = grid();
  const Length top = top_of(piece, cursor_, &lines);
  if (max(top + piece.height, top + piece.reserve) > area_.bottom) report_tall(piece);
  const bool below_head = cursor_.below_head;
  advance(cursor_, piece, top);
  piece.notes.clear();  // the page has them already
  if (!below_head) pages_.place(std::move(piece.between), {area_.left, top});
  else if (repeat_ && repeat_->opens) pages_.place(repeat_->opens(piece), {area_.left, top});
  last_row_ = Piece{};
  last_row_.row = piece.row;
  last_row_.closing = piece.closing;
  pages_.place(std::move(piece), {area_.left, top});
}

void Flow::report_tall(const Piece& piece) {
  if (!piece.node) return;
  reports_.error(config_.node(piece.node), piece.node, "layout.too-tall", "this does not fit on a page and can not be broken",
                 "make it shorter or divide it");
}

void Flow::next_page(std::optional<std::int64_t> unfilled) {
  if (repeat_ && repeat_->closes && !cursor_.fresh) pages_.place(repeat_->closes(last_row_), {area_.left, cursor_.y});
  facing_void_ = pages_.is_left() ? unfilled : std::nullopt;
  pages_.end_page();
  entered_ = false;
  enter();
  head_due_ = repeat_.has_value();
}

}  // namespace tilstand::layout
