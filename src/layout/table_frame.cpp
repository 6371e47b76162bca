// SPDX-License-Identifier: Apache-2.0
#include "layout/table_frame.hpp"

#include <algorithm>

#include "layout/column_widths.hpp"

namespace tilstand::layout {
namespace {

using definition::Column;

text::Align align_of(Column::Align align) {
  if (align == Column::Align::right || align == Column::Align::decimal) return text::Align::right;
  return align == Column::Align::centre ? text::Align::centre : text::Align::left;
}

/// Text of a whole unit's leading gets more air than small type.
bool has_large_text(const Setter& setter, const content::Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&setter](const content::Table::Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&setter](const content::Cell& cell) {
      return cell.lines.size() > 1 && setter.style(cell.lines.front().style).leading >= setter.unit();
    });
  });
}

Length padding_of(const Setter& setter, const content::Table& table, const definition::TableStyle& look) {
  if (look.padding) return *look.padding;
  const Length quarter = setter.unit() / 4;
  if (table.plain) return quarter;
  return has_large_text(setter, table) ? quarter * 3 : scaled(quarter, 3, 2);  // rows of small type are whole ¾ units high
}

/// Columns that stand side by side, by index; row heads of later sets stand there again.
using Set = std::vector<std::size_t>;

/// Divides the columns so that each set fits `room`, no set much fuller than another.
class Sets {
 public:
  Sets(const content::Table& table, const std::vector<ColumnWish>& wishes, Length room, Length gap) : table_(table), room_(room), gap_(gap) {
    for (const ColumnWish& wish : wishes) {
      const Length wished = min(wish.natural, max(wish.least, room / 4));
      wanted_.push_back(max(wish.floor, wish.most ? min(wished, *wish.most) : wished));
    }
  }

  std::vector<Set> run() const {
    std::vector<Set> sets = packed(room_);
    const std::size_t fewest = sets.size();
    for (Length limit = room_; sets.size() == fewest; limit = limit - room_ / 32) {
      std::vector<Set> tighter = packed(limit);
      if (tighter.size() > fewest || limit < room_ / 4) break;
      sets = std::move(tighter);
    }
    return sets;
  }

 private:
  std::vector<Set> packed(Length limit) const {
    std::vector<Set> sets(1);
    Length used{};
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const bool full = used + wanted_[i] > limit && has_matter(sets.back());
      if (full && !table_.columns[i].row_head) {
        sets.push_back(heads_before(i));
        used = {};
        for (const std::size_t head : sets.back()) used += wanted_[head] + gap_;
      }
      sets.back().push_back(i);
      used += wanted_[i] + gap_;
    }
    return sets;
  }
  bool has_matter(const Set& set) const {
    return std::any_of(set.begin(), set.end(), [this](std::size_t i) { return !table_.columns[i].row_head; });
  }
  Set heads_before(std::size_t column) const {
    Set heads;
    for (std::size_t i = 0; i < column; ++i)
      if (table_.columns[i].row_head) heads.push_back(i);
    return heads;
  }

  const content::Table& table_;
  Length room_, gap_;
  std::vector<Length> wanted_;
};

Length least_of(const std::vector<ColumnWish>& wishes) {
  Length least{};
  for (const ColumnWish& wish : wishes) least += wish.most && wish.floor == *wish.most ? wish.floor : max(wish.least, wish.floor);
  return least;
}

void check_fit(const Setter& setter, NodeId id, const std::vector<Length>& widths, Length room) {
  Length sum{};
  bool thin = false;
  for (const Length width : widths) {
    sum += width;
    thin = thin || width < mm(1);
  }
  if (sum <= room + Length{72} && !thin) return;
  setter.reports.error(setter.node(id), id, "layout.too-wide", "the columns of the table are wider than its frame",
                       "make columns narrower, leave a width out, or let the table have column sets");
}

Length gaps(std::size_t columns, Length gap) { return gap * std::max<std::int64_t>(static_cast<std::int64_t>(columns) - 1, 0); }

}  // namespace

Length TableFrame::right_of(std::size_t place, int count) const {
  const std::size_t end = columns[place].index + static_cast<std::size_t>(std::max(count, 1));
  while (place + 1 < columns.size() && columns[place + 1].index < end && !columns[place + 1].again) ++place;
  return columns[place].right();
}

definition::TableStyle look_of(const Setter& setter, const content::Table& table) {
  const definition::TableStyle* found = setter.config.in.theme.table_style(table.style);
  return found != nullptr ? *found : definition::TableStyle{};
}

const std::string& style_of_row(const definition::TableStyle& look, content::Table::Row::Kind kind) {
  using Kind = content::Table::Row::Kind;
  static const std::string cell = "cell";
  if (kind == Kind::group_head) return look.group_head;
  return kind == Kind::subtotal || kind == Kind::total ? look.total : cell;
}

std::string_view plain_text(const content::PlainRows& rows, std::size_t cell) {
  const std::size_t begin = cell == 0 ? 0 : rows.ends[cell - 1];
  return std::string_view(rows.bytes).substr(begin, rows.ends[cell] - begin);
}

std::string sum_text(const Setter& setter, const content::Table& table, std::size_t row, std::size_t place) {
  const content::CarriedSums& carried = table.carried;
  const tables::Decimal& sum = carried.sums.at(row * carried.columns.size() + place);
  return definition::fill(carried.forms.at(place), {{"number", setter.config.in.forms.number(sum.mantissa, sum.decimals)}});
}

std::vector<std::string> widest_sums(const Setter& setter, const content::Table& table, std::size_t column) {
  const auto& columns = table.carried.columns;
  const auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end() || table.carried.sums.empty()) return {};
  const auto place = static_cast<std::size_t>(found - columns.begin());
  const std::size_t rows = table.carried.sums.size() / columns.size();
  std::size_t least = 0, most = 0;
  const auto sum = [&](std::size_t row) { return table.carried.sums[row * columns.size() + place].mantissa; };
  for (std::size_t row = 1; row < rows; ++row) {
    if (sum(row) < sum(least)) least = row;
    if (sum(row) > sum(most)) most = row;
  }
  return {sum_text(setter, table, least, place), sum_text(setter, table, most, place)};
}

std::vector<TableFrame> frames_of(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  const definition::TableStyle look = look_of(setter, table);
  const Length gap = look.gap.value_or(scaled(setter.config.in.theme.page.gutter, 4, 5));
  const std::vector<ColumnWish> wishes = wishes_of(setter, id, measure.width, gap, look);
  std::vector<Set> sets(1);
  for (std::size_t i = 0; i < wishes.size(); ++i) sets.front().push_back(i);
  if (table.column_sets && least_of(wishes) + gaps(wishes.size(), gap) > measure.width) sets = Sets(table, wishes, measure.width, gap).run();
  std::vector<TableFrame> frames;
  std::vector<bool> printed(wishes.size());
  for (const Set& set : sets) {
    TableFrame frame{{}, measure.left, measure.width, padding_of(setter, table, look), look, decimal_sign(setter)};
    std::vector<ColumnWish> own;
    for (const std::size_t i : set) own.push_back(wishes[i]);
    const Length room = measure.width - gaps(set.size(), gap);
    const std::vector<Length> widths = share_out(own, room);
    check_fit(setter, id, widths, room);
    Length left = measure.left;
    for (std::size_t i = 0; i < set.size(); ++i) {
      frame.columns.push_back({left, max(widths[i], mm(1)), align_of(table.columns[set[i]].align), set[i], printed[set[i]], decimal_room(setter, id, set[i], look)});
      printed[set[i]] = true;
      left = frame.columns.back().right() + gap;
    }
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace tilstand::layout
