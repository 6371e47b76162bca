// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "base/ensure.hpp"
#include "layout/flow.hpp"

namespace tilstand::layout {

/// Columns are to the search what pages are elsewhere: those of the open page first, then those of the pages that follow.
PageSupply Flow::column_supply(const ColumnSet& columns, Length top) const {
  const Length bottom = min(area_.bottom, pages_.live_area().bottom - pages_.foot_room().taken());
  const auto count = static_cast<std::size_t>(columns.count);
  PageSupply supply;
  supply.cursor = cursor_at(top);
  supply.foot.unit = config_.unit();
  supply.grid = grid();
  supply.kinds = count * (config_.in.theme.masters.size() + 1);
  supply.period = count * 2;
  supply.note_size = note_sizes(columns.width);
  supply.region = [this, top, bottom, count](std::size_t column) {
    if (column < count) return Region{top, bottom, bottom};
    const Area area = pages_.area_after(column / count);
    return Region{area.top, area.bottom, area.bottom};
  };
  return supply;
}

/// The least depth in which the columns of one page hold all pieces without tearing anything. `supply` gets that depth.
PageBreaks Flow::balanced(const std::vector<Piece>& pieces, PageSupply& supply, const ColumnSet& columns) const {
  const Galley galley(pieces, [this](NodeId note) { return pages_.has_note(note); });
  const Region full = supply.region(0);
  const PageBreaks unbalanced = break_pages(galley, supply, true);
  Length total{};
  for (const Piece& piece : pieces) total += piece.takes_room() ? piece.height : Length{};
  for (Length depth = round_up(total / columns.count, config_.unit()); full.top + depth < full.bottom; depth += config_.unit()) {
    PageSupply shorter = supply;
    const Length bottom = full.top + depth;
    shorter.region = [&full, bottom](std::size_t) { return Region{full.top, bottom, bottom}; };
    PageBreaks breaks = break_pages(galley, shorter, true);
    if (breaks.size() >= static_cast<std::size_t>(columns.count) || tears(galley, shorter, breaks)) continue;
    supply.region = [full, bottom](std::size_t) { return Region{full.top, bottom, bottom}; };
    return breaks;
  }
  return unbalanced;
}

/// Where the columns begin. What stands first in them is held together with what is above, a heading, as it would be in one
/// column: a piece of the same height goes through the flow in its place, and what it took is given back.
Length Flow::column_top(std::vector<Piece>& pieces) {
  enter();
  Piece first;
  first.before = pieces.front().before;
  first.at = pieces.front().at;
  first.snap = pieces.front().snap;
  first.baseline = pieces.front().baseline;
  pieces.front().at.reset();
  for (const Piece& piece : pieces) {
    first.height += piece.takes_room() ? piece.height : Length{};
    if (piece.takes_room() && piece.keep <= Keep::group) break;
  }
  first.height = min(first.height, area_.height());
  const Length height = first.height;
  add(std::move(first));
  flush(false);
  return max(cursor_.y - height, cursor_.side_bottom);
}

void Flow::add_in_columns(std::vector<Piece>&& pieces, const ColumnSet& columns) {
  for (Piece& piece : pieces) piece.left = left_of(piece);
  const Length top = column_top(pieces);
  PageSupply supply = column_supply(columns, top);
  const Galley galley(pieces, [this](NodeId note) { return pages_.has_note(note); });
  PageBreaks breaks = break_pages(galley, supply, true);
  const auto count = static_cast<std::size_t>(columns.count);
  const std::size_t full = breaks.size() / count * count;  // columns of pages before the last one
  const Length after = pieces.back().after;
  std::vector<Piece> last(std::make_move_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(full == 0 ? 0 : breaks[full - 1])),
                          std::make_move_iterator(pieces.end()));
  if (full > 0) {
    pieces.resize(breaks[full - 1]);
    breaks.resize(full - 1);
    commit_columns(pieces, breaks, supply, columns);
    next_page();
    supply = column_supply(columns, cursor_.y);
  }
  supply.head = repeat_ ? &*repeat_ : nullptr;
  const PageBreaks ends = balanced(last, supply, columns);
  cursor_ = Cursor{area_.top, commit_columns(last, ends, supply, columns), after, {}, false};
  head_due_ = false;
}

/// Gives the depth of the deepest column of the last page.
Length Flow::commit_columns(std::vector<Piece>& pieces, const PageBreaks& breaks, const PageSupply& supply, const ColumnSet& columns) {
  const Galley galley(pieces, [this](NodeId note) { return pages_.has_note(note); });
  const auto filled = fill_pages(galley, supply, breaks);
  ensure(filled.has_value());
  const auto count = static_cast<std::size_t>(columns.count);
  Length deepest = supply.region(0).top;
  for (std::size_t column = 0; column < filled->size(); ++column) {
    if (column > 0 && column % count == 0) next_page();
    const std::size_t first = column == 0 ? 0 : breaks[column - 1];
    const std::size_t end = column < breaks.size() ? breaks[column] : pieces.size();
    const Area kept = area_;
    area_.left += columns.left(column % count);
    const Length bottom = commit_column(pieces, first, end, (*filled)[column], supply.region(column), columns.width);
    area_ = kept;
    deepest = column % count == 0 ? bottom : max(deepest, bottom);
    head_due_ = repeat_.has_value();
  }
  return deepest;
}

Length Flow::commit_column(std::vector<Piece>& pieces, std::size_t first, std::size_t end, const PageFill& column, Region region, Length width) {
  const Area kept = area_;
  area_.top = region.top;
  area_.bottom = region.bottom;
  cursor_ = cursor_at(region.top);
  commit_heads(pieces, column);
  if (head_due_) commit_repeated_head();
  for (std::size_t i = first; i < end; ++i)
    if (!pieces[i].floats()) commit(std::move(pieces[i]));
  if (repeat_ && !cursor_.fresh) pages_.place(repeat_->between, {area_.left, cursor_.y});
  Length bottom = max(cursor_.y, cursor_.side_bottom);
  cursor_.fresh = true;  // the table is closed here
  Length y = region.foot - column.foot().notes_height();
  pages_.place_notes(column.foot().notes, {area_.left, y}, width);
  if (!column.foot().notes.empty()) bottom = region.foot + config_.unit(), y -= column.foot().gap();
  for (std::size_t i = column.floats().size(); i-- > 0;) {
    Piece& piece = pieces[column.floats()[i]];
    if (piece.kind != Piece::Kind::foot) continue;
    y -= piece.height;
    bottom = region.foot;
    pages_.place(std::move(piece), {area_.left, y});
    y -= column.foot().gap();
  }
  area_ = kept;
  return bottom;
}

}  // namespace tilstand::layout
