// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "layout/set_block.hpp"
#include "layout/set_caption.hpp"
#include "layout/row_strips.hpp"
#include "layout/table_turn.hpp"

namespace tilstand::layout {
namespace {

using content::Table;

/// The title line; the same on a later page is an artifact and says that the table goes on.
Piece title_piece(const Setter& setter, NodeId id, const Measure& measure, bool goes_on) {
  const auto& table = std::get<Table>(setter.node(id).body);
  const auto& words = setter.config.in.words;
  Caption caption{{}, table.title, table.title_printed, goes_on ? NodeId{} : table.figure};
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

/// Rows of one group, or of a small table, as [first, last].
struct Run {
  std::size_t first = 0, last = 0;
};

constexpr std::size_t small = 12;      // rows of a table that stays whole
constexpr std::size_t small_group = 6; // rows of a group that stays whole; of a larger one two stand together at least

Run run_of(const Table& table, std::size_t row, std::size_t count) {
  Run run{row, row};
  const auto begins = [&](std::size_t at) { return table.rows[at].starts_group || table.rows[at].kind == Table::Row::Kind::group_head; };
  while (run.first > 0 && !begins(run.first)) --run.first;
  while (run.last + 1 < count && !begins(run.last + 1)) ++run.last;
  return run;
}

Keep keep_of_row(const Table& table, std::size_t row, std::size_t count, bool grouped) {
  using Kind = Table::Row::Kind;
  if (row + 1 == count) return Keep::whole;  // with the foot of the table
  if (table.plain || !grouped) return count <= small ? Keep::group : Keep::none;
  if (table.rows[row].kind == Kind::group_head) return Keep::head;
  if (table.rows[row + 1].kind == Kind::subtotal) return Keep::widow;
  const Run run = run_of(table, row, count);
  if (row == run.last) return Keep::none;
  const bool whole = run.last - run.first < small_group;
  return whole || row == run.first || row + 1 == run.last ? Keep::group : Keep::none;
}

/// Sends the rows of one set of columns.
class RowSender {
 public:
  RowSender(const Setter& setter, NodeId id, const TableFrame& frame, const TableTurn& turn, bool in_sets, const Emit& emit)
      : setter_(setter), id_(id), table_(std::get<Table>(setter.node(id).body)), frame_(frame), turn_(turn), in_sets_(in_sets), emit_(emit) {
    grouped_ = std::any_of(table_.rows.begin(), table_.rows.end(), [](const Table::Row& one) { return one.starts_group; });
  }

  void run() {
    const std::size_t count = table_.columns.empty() ? 0 : table_.row_count();
    for (std::size_t i = 0; i < count; ++i) {
      Piece piece = set(i);
      piece.row = static_cast<std::int32_t>(i);
      piece.keep = keep_of_row(table_, i, count, grouped_);
      if (in_sets_ && count <= small) piece.keep = Keep::whole;  // or its head stands with few of its rows
      piece.opening = turn_.opening(i);
      piece.closing = turn_.closing(i);
      make_room(piece);
      if (i > 0) piece.between = rules_above(i);
      send(std::move(piece), is_striped(i));
    }
    for (std::size_t i = 0; i < table_.foot.size(); ++i) {
      Piece piece = set_row(setter_, frame_, id_, table_.foot[i], Leaf::Part::foot_cell, static_cast<std::int32_t>(i)).piece;
      piece.between = row_rule(setter_, frame_, id_, frame_.look.above_total, nullptr, {});
      piece.keep = Keep::whole;
      emit_(std::move(piece));
    }
  }

 private:
  struct Open {
    int rows = 0;
    Length height{};
  };

  Piece set(std::size_t row) {
    if (table_.plain) return set_plain_row(setter_, frame_, id_, row);
    SetRow made = set_row(setter_, frame_, id_, table_.rows[row], Leaf::Part::cell, static_cast<std::int32_t>(row));
    for (const Spanning& cell : made.spanning) open_.push_back({cell.rows, cell.height});
    return std::move(made.piece);
  }

  /// Rows beside a high cell stay with it as far as it reaches; the last one is as high as the cell lacks.
  void make_room(Piece& piece) {
    for (const Open& cell : open_)
      if (cell.rows == 1) piece.height = max(piece.height, round_up(cell.height, setter_.unit() / 4));
    for (Open& cell : open_) {
      cell.height -= piece.height;
      if (--cell.rows > 0 && cell.height > Length{}) piece.keep = Keep::whole;
    }
    std::erase_if(open_, [](const Open& cell) { return cell.rows <= 0; });
  }

  bool is_striped(std::size_t row) {
    const bool data = table_.plain || table_.rows[row].kind == Table::Row::Kind::data;
    if (data) ++data_rows_;
    return frame_.look.zebra && data && data_rows_ % 2 == 0;
  }

  void stripe(Piece& piece) const {
    PlacedShape ground;
    const Length clear = pt(0.25);  // of hairlines above it
    ground.shape.path = rectangle({{frame_.left, clear}, {frame_.width, piece.height - clear}});
    ground.shape.fill = frame_.look.zebra;
    ground.leaf.node = id_;
    piece.items.insert(piece.items.begin(), std::move(ground));
  }

  std::vector<Placed> rules_above(std::size_t row) const {
    using Kind = Table::Row::Kind;
    if (table_.plain) return row_rule(setter_, frame_, id_, frame_.look.between_rows, nullptr, {});
    const Table::Row& below = table_.rows[row];
    const bool starts = below.starts_group || table_.rows[row - 1].kind == Kind::subtotal;
    const std::string& name = below.kind == Kind::subtotal ? frame_.look.above_total : starts ? frame_.look.between_groups : frame_.look.between_rows;
    return row_rule(setter_, frame_, id_, name, &below, {});
  }

  void send(Piece&& piece, bool striped) const {
    const Length page = setter_.config.in.theme.page.live_height() - setter_.unit() * 4;  // beside a head
    const bool divides = !setter_.fixed && (table_.break_rows || piece.height + piece.opening + piece.closing > page);
    std::vector<Piece> strips;
    if (divides) strips = strips_of(std::move(piece), frame_.padding);
    else strips.push_back(std::move(piece));
    for (Piece& strip : strips) {
      if (striped) stripe(strip);
      emit_(std::move(strip));
    }
  }

  const Setter& setter_;
  NodeId id_;
  const Table& table_;
  const TableFrame& frame_;
  const TableTurn& turn_;
  bool in_sets_;
  const Emit& emit_;
  bool grouped_ = false;
  std::size_t data_rows_ = 0;
  std::vector<Open> open_;
};

/// The head of a set of columns, printed where the table begins.
Piece first_head(const Setter& setter, NodeId id, const TableFrame& frame, bool of_table) {
  Piece head = set_head(setter, frame, id);
  head.keep = Keep::whole;
  if (!of_table) head.before = scaled(setter.unit(), 3, 2);
  return head;
}

void emit_begin(Piece&& head, const Emit& emit) {
  Piece begin;
  begin.kind = Piece::Kind::begin_table;
  begin.keep = Keep::whole;
  begin.repeat.push_back(std::move(head));
  emit(std::move(begin));
}

/// Below the last set of columns the table ends; a page that begins below another one has the title again.
void emit_foot(const Setter& setter, NodeId id, const TableFrame& frame, const Measure& measure, bool of_table, const Emit& emit) {
  const auto& table = std::get<Table>(setter.node(id).body);
  if (!of_table) {
    Piece title = title_piece(setter, id, measure, true);
    make_artifact(title);
    emit_begin(std::move(title), emit);
  }
  Piece foot;
  foot.node = id;
  foot.after = setter.unit() * (of_table ? 2 : 1);
  foot.items = row_rule(setter, frame, id, frame.look.below, nullptr, {});
  if (of_table && !table.note.empty())
    foot.height = add_text(setter, foot, {plain(table.note, {}, table.note_printed)}, "source", {measure.left, setter.unit() / 4}, measure.width, leaf_of(id, Leaf::Part::source));
  emit(std::move(foot));
  if (!of_table) return;
  Piece end;
  end.kind = Piece::Kind::end_table;
  emit(std::move(end));
}

}  // namespace

void set_table(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  Piece title = title_piece(setter, id, measure, false);
  title.before = setter.unit() * 2;
  title.keep = Keep::whole;
  title.anchors.emplace_back(id, Point{measure.left, {}});
  emit(std::move(title));
  const std::vector<TableFrame> frames = frames_of(setter, id, measure);
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const auto frame = std::make_shared<const TableFrame>(frames[i]);
    const auto turn = std::make_shared<const TableTurn>(setter, id, frame);
    if (i > 0) emit(first_head(setter, id, *frame, false));
    emit_begin(TableTurn::head(turn, title_piece(setter, id, measure, true)), emit);
    if (i == 0) emit(first_head(setter, id, *frame, true));
    RowSender(setter, id, *frame, *turn, frames.size() > 1, emit).run();
    emit_foot(setter, id, *frame, measure, i + 1 == frames.size(), emit);
  }
}

}  // namespace tilstand::layout
