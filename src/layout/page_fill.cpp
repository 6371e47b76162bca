// SPDX-License-Identifier: Apache-2.0
#include "layout/page_fill.hpp"

#include <algorithm>
#include <set>

namespace tilstand::layout {
namespace {

constexpr std::int64_t least_note_lines = 2;  // of a note that is divided, on either page
constexpr std::int64_t least_body_units = 3;  // of the flow beside a note that comes from the page before

}  // namespace

Galley::Galley(const std::vector<Piece>& all, const std::function<bool(NodeId)>& placed) : pieces(all), notes(all.size()) {
  std::set<NodeId> seen;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (const NodeId note : pieces[i].notes)
      if (!placed(note) && seen.insert(note).second) notes[i].push_back(note);
}

void take_rests(std::vector<NotePart>& rests, FootRoom& foot, Length height, const NoteSizes& size) {
  std::vector<NotePart> left;
  Length room = height - foot.unit * least_body_units - foot.gap() - foot.below_rule();
  for (const NotePart& part : rests) {
    const Length line = size(part.note).line;
    const Length here = part.height <= room || line.units <= 0 ? part.height : line * std::max<std::int64_t>(room / line, 0);
    if (here.units > 0) foot.notes.push_back({part.note, part.from, here});
    if (here < part.height) left.push_back({part.note, part.from + here, part.height - here});
    room -= here;
  }
  rests = std::move(left);
}

PageFill::PageFill(const Galley& galley, const PageSupply& supply, std::size_t page, Carried carried)
    : galley_(&galley), supply_(&supply), region_(supply.region(page)), carried_(std::move(carried)) {
  foot_.unit = supply.foot.unit;
  if (page == 0) {
    cursor_ = supply.cursor;
    foot_ = supply.foot;
    starts_ = cursor_.fresh;
    bottom_ = max(cursor_.y, cursor_.side_bottom);
    if (supply.head_due) take_head();
    return;
  }
  cursor_ = cursor_at(region_.top);
  bottom_ = region_.top;
  take_rests(carried_.notes, foot_, region_.height(), supply.note_size);
  place_waiting();
  take_head();
}

/// The head of a table that goes on.
void PageFill::take_head() {
  if (carried_.head == nullptr) return;
  pass_head(cursor_, *carried_.head);
  bottom_ = cursor_.y;
}

Length PageFill::limit_with(const std::vector<NotePart>& more) const {
  FootRoom foot = foot_;
  foot.notes.insert(foot.notes.end(), more.begin(), more.end());
  return closed_ ? region_.top : min(region_.bottom, region_.foot - foot.taken()) - tops_;
}

std::vector<NotePart> PageFill::whole(const std::vector<NodeId>& notes) const {
  std::vector<NotePart> parts;
  for (const NodeId note : notes) parts.push_back({note, {}, supply_->note_size(note).height});
  return parts;
}

bool PageFill::take(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  switch (piece.kind) {
    case Piece::Kind::begin_table: carried_.head = &piece.repeat.front(); return true;
    case Piece::Kind::end_table: carried_.head = nullptr; return true;
    case Piece::Kind::matter: return take_matter(index);
    default: take_float(index); return true;
  }
}

bool PageFill::take_matter(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  const Length top = top_of(piece, cursor_, &supply_->grid);
  const Length bottom = max(bottom_, max(top + piece.height, top + piece.reserve));
  const std::vector<NotePart> notes = whole(galley_->notes[index]);
  const bool fits = bottom + piece.closing <= limit_with(notes);
  if (!fits && take_with_split_note(index, top, bottom)) return true;
  if (!fits && !(pristine() && !closed_)) return false;
  overfull_ = overfull_ || !fits;
  foot_.notes.insert(foot_.notes.end(), notes.begin(), notes.end());
  settle_matter(index, top, bottom);
  return true;
}

void PageFill::settle_matter(std::size_t index, Length top, Length bottom) {
  advance(cursor_, galley_->pieces[index], top);
  bottom_ = bottom;
}

/// The last note that the piece marks goes on on the next page when two lines of it have room here and two are left.
bool PageFill::take_with_split_note(std::size_t index, Length top, Length bottom) {
  const std::vector<NodeId>& marked = galley_->notes[index];
  if (marked.empty() || !carried_.notes.empty() || closed_) return false;
  std::vector<NotePart> notes = whole(marked);
  const NoteSize size = supply_->note_size(marked.back());
  if (size.line.units <= 0) return false;
  notes.back().height = {};
  const std::int64_t room = (limit_with(notes) - bottom) / size.line;
  const std::int64_t lines = std::min(room, size.height / size.line - least_note_lines);
  if (lines < least_note_lines) return false;
  notes.back().height = size.line * lines;
  foot_.notes.insert(foot_.notes.end(), notes.begin(), notes.end());
  carried_.notes.push_back({marked.back(), notes.back().height, size.height - notes.back().height});
  settle_matter(index, top, bottom);
  return true;
}

void PageFill::take_float(std::size_t index) {
  carried_.waiting.push_back(index);
  if (carried_.waiting.size() == 1 || pristine()) place_waiting();
}

bool PageFill::fits_as_float(std::size_t index) const {
  const Piece& piece = galley_->pieces[index];
  if (piece.kind == Piece::Kind::page) return pristine();
  if (piece.kind == Piece::Kind::top && !starts_) return false;
  const Length gap = pristine() ? Length{} : piece.kind == Piece::Kind::top ? foot_.gap() : foot_.gap_above({piece.height, piece.before, piece.after});
  return piece.height + gap <= limit_with(whole(galley_->notes[index])) - max(bottom_, cursor_.y);
}

/// In order: a float that waits keeps those after it waiting.
void PageFill::place_waiting() {
  while (!carried_.waiting.empty() && !closed_) {
    const std::size_t index = carried_.waiting.front();
    const bool fits = fits_as_float(index);
    if (!fits && !(pristine() && starts_)) return;
    overfull_ = overfull_ || !fits;
    place_float(index);
    carried_.waiting.erase(carried_.waiting.begin());
  }
}

void PageFill::place_float(std::size_t index) {
  const Piece& piece = galley_->pieces[index];
  const std::vector<NotePart> notes = whole(galley_->notes[index]);
  floats_.push_back(index);
  foot_.notes.insert(foot_.notes.end(), notes.begin(), notes.end());
  closed_ = piece.kind == Piece::Kind::page;
  if (piece.kind == Piece::Kind::foot) foot_.blocks.push_back({piece.height, piece.before, piece.after});
  if (piece.kind == Piece::Kind::top) tops_ += room_at_head(piece, foot_.unit);
}

}  // namespace tilstand::layout
