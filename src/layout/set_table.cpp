// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout/set_block.hpp"
#include "layout/set_caption.hpp"
#include "layout/table_frame.hpp"

namespace tilstand::layout {
namespace {

using content::Table;

/// The title line; the same on a later page is an artifact and says that the table goes on.
Piece title_piece(const Setter& setter, NodeId id, const Measure& measure, bool goes_on) {
  const auto& table = std::get<Table>(setter.node(id).body);
  const auto& words = setter.config.in.words;
  Caption caption{{}, table.title};
  if (table.number > 0) caption.number = definition::fill(words("caption.table"), {{"number", std::to_string(table.number)}});
  if (goes_on) caption.title += " " + words("caption.continued");
  Piece piece;
  piece.node = id;
  if (caption.number.empty() && table.title.empty()) return piece;
  const Leaf leaf = leaf_of(id, goes_on ? Leaf::Part::artifact : Leaf::Part::caption);
  piece.baseline = setter.style("caption-title").leading;
  piece.height = add_caption(setter, piece, caption, {measure.left, {}}, measure.width, leaf) + setter.unit() / 2;
  return piece;
}

void make_artifact(Piece& piece) {
  piece.notes.clear();
  for (Placed& thing : piece.items) {
    if (auto* line = std::get_if<PlacedLine>(&thing)) {
      line->leaf.part = Leaf::Part::artifact;
      line->artifact = Artifact::decoration;
      line->links.clear();
    }
    if (auto* drawing = std::get_if<PlacedDrawing>(&thing)) drawing->leaf.part = Leaf::Part::artifact;
  }
}

/// What a later page of the table starts with.
Piece repeated_head(const Setter& setter, NodeId id, const TableFrame& frame, const Measure& measure) {
  std::vector<Piece> pieces;
  pieces.push_back(title_piece(setter, id, measure, true));
  pieces.push_back(set_head(setter, frame, id));
  Piece head = stacked(std::move(pieces));
  make_artifact(head);
  head.at = setter.node(id).placement.at;
  head.between.push_back(rule(setter, "table", {frame.left, {}}, frame.width, id));
  return head;
}

void emit_top(const Setter& setter, NodeId id, const TableFrame& frame, const Measure& measure, const Emit& emit) {
  Piece title = title_piece(setter, id, measure, false);
  title.before = setter.unit() * 2;
  title.keep = Keep::whole;
  title.anchors.emplace_back(id, Point{measure.left, {}});
  emit(std::move(title));
  Piece begin;
  begin.kind = Piece::Kind::begin_table;
  begin.keep = Keep::whole;
  begin.repeat.push_back(repeated_head(setter, id, frame, measure));
  emit(std::move(begin));
  Piece head = set_head(setter, frame, id);
  head.keep = Keep::whole;
  emit(std::move(head));
}

/// Rows of one group, or of a small table, as [first, last].
struct Run {
  std::size_t first = 0, last = 0;
};

constexpr std::size_t small = 12;      // rows of a table that stays whole
constexpr std::size_t small_group = 6; // rows of a group that stays whole; of a larger one two stand together at least

Run run_of(const Table& table, std::size_t row, std::size_t count) {
  Run run{row, row};
  while (run.first > 0 && !table.rows[run.first].starts_group) --run.first;
  while (run.last + 1 < count && !table.rows[run.last + 1].starts_group) ++run.last;
  return run;
}

Keep keep_of_row(const Table& table, std::size_t row, std::size_t count) {
  if (row + 1 == count) return Keep::whole;  // with the foot of the table
  if (table.plain) return count <= small ? Keep::group : Keep::none;
  const bool grouped = std::any_of(table.rows.begin(), table.rows.end(), [](const Table::Row& one) { return one.starts_group; });
  if (!grouped) return count <= small ? Keep::group : Keep::none;
  const Run run = run_of(table, row, count);
  if (row == run.last) return Keep::none;
  const bool whole = run.last - run.first < small_group;
  return whole || row == run.first || row + 1 == run.last ? Keep::group : Keep::none;
}

void emit_rows(const Setter& setter, NodeId id, const TableFrame& frame, const Emit& emit) {
  const auto& table = std::get<Table>(setter.node(id).body);
  const std::size_t count = table.columns.empty() ? 0 : table.row_count();
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece = table.plain ? set_plain_row(setter, frame, id, i) : set_row(setter, frame, id, table.rows[i].cells, static_cast<std::int32_t>(i));
    const bool starts = !table.plain && table.rows[i].starts_group;
    if (i > 0) piece.between.push_back(rule(setter, starts ? "group" : "row", {frame.left, {}}, frame.width, id));
    piece.keep = keep_of_row(table, i, count);
    emit(std::move(piece));
  }
}

void emit_foot(const Setter& setter, NodeId id, const TableFrame& frame, const Measure& measure, const Emit& emit) {
  const auto& table = std::get<Table>(setter.node(id).body);
  Piece foot;
  foot.node = id;
  foot.after = setter.unit() * 2;
  foot.items.push_back(rule(setter, "table", {frame.left, {}}, frame.width, id));
  if (!table.note.empty())
    foot.height = add_text(setter, foot, {plain(table.note)}, "source", {measure.left, setter.unit() / 4}, measure.width, leaf_of(id, Leaf::Part::source));
  emit(std::move(foot));
  Piece end;
  end.kind = Piece::Kind::end_table;
  emit(std::move(end));
}

}  // namespace

void set_table(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const TableFrame frame = frame_of(setter, id, measure);
  emit_top(setter, id, frame, measure, emit);
  emit_rows(setter, id, frame, emit);
  emit_foot(setter, id, frame, measure, emit);
}

}  // namespace tilstand::layout
