// SPDX-License-Identifier: Apache-2.0
#include "layout/table_turn.hpp"

#include <algorithm>

namespace tilstand::layout {
namespace {

using content::Cell;
using content::Table;

void place_below(Piece& into, Piece&& piece, Length top) { absorb(into, std::move(piece), {{}, top}); }

void add(Piece& into, std::vector<Placed>&& things) {
  for (Placed& thing : things) into.items.push_back(std::move(thing));
}

}  // namespace

TableTurn::TableTurn(const Setter& setter, NodeId id, std::shared_ptr<const TableFrame> frame)
    : setter_(setter), id_(id), table_(std::get<Table>(setter.node(id).body)), frame_(std::move(frame)), rows_(static_cast<std::int32_t>(table_.row_count())) {
  if (has_sums()) carried_height_ = carried_row(0, setter.config.in.words("table.carried-to")).height;
  if (table_.foot_each_page && !table_.foot.empty()) foot_height_ = foot().height;
  for (const Table::Row& row : table_.rows)
    if (row.kind == Table::Row::Kind::group_head) group_height_ = max(group_height_, group_head(static_cast<std::int32_t>(&row - table_.rows.data())).height);
}

Piece TableTurn::head(std::shared_ptr<const TableTurn> turn, Piece title) {
  std::vector<Piece> pieces;
  pieces.push_back(std::move(title));
  pieces.push_back(set_head(turn->setter_, *turn->frame_, turn->id_));
  Piece head = stacked(std::move(pieces));
  make_artifact(head);
  head.at = turn->setter_.node(turn->id_).placement.at;
  head.opens = [turn](const Piece& first) { return turn->open(first); };
  head.closes = [turn](const Piece& last) { return turn->close(last); };
  return head;
}

Length TableTurn::opening(std::size_t row) const {
  return (row > 0 ? carried_height_ : Length{}) + (group_of(row) >= 0 ? group_height_ : Length{});
}

std::int32_t TableTurn::group_of(std::size_t row) const {
  if (table_.plain || table_.rows[row].kind == Table::Row::Kind::group_head) return -1;
  return table_.rows[row].group;
}

Length TableTurn::closing(std::size_t row) const {
  return static_cast<std::int32_t>(row) + 1 == rows_ ? Length{} : carried_height_ + foot_height_;
}

std::vector<Placed> TableTurn::open(const Piece& first) const {
  Piece made;
  if (first.row < 0) return {};
  const auto row = static_cast<std::size_t>(first.row);
  Length top = -first.opening;
  if (has_sums() && row > 0) {
    place_below(made, carried_row(row - 1, setter_.config.in.words("table.carried-from")), top);
    top += carried_height_;
    add(made, row_rule(setter_, *frame_, id_, frame_->look.between_rows, nullptr, top));
  }
  if (group_of(row) >= 0) {
    place_below(made, group_head(group_of(row)), top);
    add(made, row_rule(setter_, *frame_, id_, frame_->look.between_rows, nullptr, top + group_height_));
  }
  if (!table_.plain) add_labels(made, first);
  make_artifact(made);
  return std::move(made.items);
}

std::vector<Placed> TableTurn::close(const Piece& last) const {
  Piece made;
  const bool inside = last.row >= 0 && last.row + 1 < rows_;
  Length top = last.row >= 0 ? last.closing - closing(static_cast<std::size_t>(last.row)) : Length{};
  if (inside && has_sums()) {
    add(made, row_rule(setter_, *frame_, id_, frame_->look.above_total, nullptr, top));
    place_below(made, carried_row(static_cast<std::size_t>(last.row), setter_.config.in.words("table.carried-to")), top);
    top += carried_height_;
  }
  if (inside && foot_height_ > Length{}) {
    add(made, row_rule(setter_, *frame_, id_, frame_->look.above_total, nullptr, top));
    place_below(made, foot(), top);
    top += foot_height_;
  }
  add(made, row_rule(setter_, *frame_, id_, frame_->look.below, nullptr, top));
  make_artifact(made);
  return std::move(made.items);
}

/// Labels of cells that began on an earlier page.
void TableTurn::add_labels(Piece& into, const Piece& first) const {
  const auto& cells = table_.rows[static_cast<std::size_t>(first.row)].cells;
  for (std::size_t place = 0; place < frame_->columns.size(); ++place) {
    const std::size_t index = frame_->columns[place].index;
    if (index >= cells.size() || !covered_from_above(cells, index)) continue;
    auto origin = static_cast<std::size_t>(first.row);
    while (origin > 0 && table_.rows[origin].cells[index].covered) --origin;
    const Cell& cell = table_.rows[origin].cells[index];
    const auto left = static_cast<std::int64_t>(origin) + cell.rows - first.row;
    const Length line = first.baseline ? *first.baseline - frame_->padding : setter_.style("cell").leading;
    place_below(into, set_again(setter_, *frame_, id_, said_again(cell, table_.continued), place, line, first.height * left), {});
  }
}

Cell TableTurn::said_again(const Cell& cell, bool goes_on) const {
  Cell again = cell;
  if (!goes_on || again.lines.empty()) return again;
  const std::string form = setter_.config.in.words("table.continued");
  constexpr std::string_view slot = "{label}";
  const std::size_t at = form.find(slot);
  if (at == std::string::npos) return again;
  auto& inlines = again.lines.front().inlines;
  if (at > 0) inlines.insert(inlines.begin(), plain(form.substr(0, at)));
  inlines.push_back(plain(form.substr(at + slot.size())));
  return again;
}

content::Inline TableTurn::carried_sum(std::size_t row, std::size_t place) const {
  content::Inline sum = plain(sum_text(setter_, table_, row, place));
  const std::size_t number = row * table_.carried.columns.size() + place;
  sum.printed = whole_text(sum.text.size(), {table_.carried.first.value + static_cast<std::uint32_t>(number)});
  return sum;
}

Piece TableTurn::carried_row(std::size_t row, const std::string& words) const {
  Table::Row made;
  made.kind = Table::Row::Kind::subtotal;
  made.cells.resize(table_.columns.size());
  const std::size_t first = table_.carried.columns.front();
  for (std::size_t i = 0; i < table_.carried.columns.size(); ++i)
    made.cells[table_.carried.columns[i]].lines.push_back({{}, {carried_sum(row, i)}});
  for (std::size_t i = 1; i < first; ++i) made.cells[i].covered = true;
  if (first > 0) {
    made.cells.front().columns = static_cast<int>(first);
    made.cells.front().lines.push_back({{}, {plain(words)}});
  }
  return set_row(setter_, *frame_, id_, made, Leaf::Part::artifact, -1).piece;
}

Piece TableTurn::group_head(std::int32_t row) const {
  Table::Row made = table_.rows.at(static_cast<std::size_t>(row));
  made.cells.front() = said_again(made.cells.front(), true);
  return set_row(setter_, *frame_, id_, made, Leaf::Part::artifact, row).piece;
}

Piece TableTurn::foot() const { return set_row(setter_, *frame_, id_, table_.foot.front(), Leaf::Part::artifact, 0).piece; }

}  // namespace tilstand::layout
