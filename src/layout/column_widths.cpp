// SPDX-License-Identifier: Apache-2.0
#include "layout/column_widths.hpp"

#include <algorithm>

#include "layout/decimal_place.hpp"
#include "layout/table_frame.hpp"

namespace tilstand::layout {
namespace {

constexpr std::size_t most_rows = 200;

void widen(ColumnWish& wish, const ColumnWish& other) {
  wish.least = max(wish.least, other.least);
  wish.natural = max(wish.natural, other.natural);
}

/// Gathers what cells ask for.
class Wishes {
 public:
  Wishes(const Setter& setter, NodeId id, Length room, Length gap)
      : setter_(setter), id_(id), room_(room), gap_(gap), columns_(std::get<content::Table>(setter.node(id).body).columns.size()) {}

  void row(const std::vector<content::Cell>& cells, const std::string& style, bool only_spanning) {
    for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
      if (cells[i].covered || (cells[i].columns > 1) != only_spanning) continue;
      const ColumnWish wish = of_cell(cells[i], style);
      if (only_spanning) spread(wish, i, std::min(columns_.size(), i + static_cast<std::size_t>(cells[i].columns)));
      else widen(columns_[i], wish);
    }
  }
  void plain(std::string_view words, std::size_t column, const std::string& style) {
    content::CellText text;
    text.inlines.push_back(layout::plain(std::string(words)));
    widen(columns_[column], of_text(text, style));
  }
  void decimal(std::size_t column, const std::optional<DecimalPlace>& place) {
    if (place) widen(columns_[column], {place->before + place->after, place->before + place->after});
  }
  void bound(std::size_t column, const content::TableColumn& by) {
    ColumnWish& wish = columns_[column];
    wish.floor = by.width.value_or(by.least.value_or(Length{}));
    wish.most = by.width ? by.width : by.most;
    wish.share = by.share;
  }
  std::vector<ColumnWish> take() { return std::move(columns_); }

 private:
  ColumnWish of_text(const content::CellText& text, const std::string& otherwise) const {
    const SpanList list = spans_of(setter_, text.inlines, setter_.style(text.style.empty() ? otherwise : text.style), id_);
    if (list.spans.empty()) return {};
    return {setter_.config.in.shaper.least_measure(list.spans), setter_.config.in.shaper.line(list.spans).width};
  }
  ColumnWish of_cell(const content::Cell& cell, const std::string& style) const {
    ColumnWish wish;
    for (const content::CellText& text : cell.lines) widen(wish, of_text(text, style));
    if (!cell.plan) return wish;
    const Length width = min(room_, chart::natural_size(*cell.plan, room_, setter_.config.in.theme).width);
    widen(wish, {width, width});
    return wish;
  }
  /// What the columns of a wider cell lack is divided among them.
  void spread(const ColumnWish& wish, std::size_t first, std::size_t end) {
    const auto count = static_cast<std::int64_t>(end - first);
    Length least = gap_ * (count - 1), natural = least;
    for (std::size_t i = first; i < end; ++i) {
      least += columns_[i].least;
      natural += columns_[i].natural;
    }
    for (std::size_t i = first; i < end; ++i) {
      if (wish.least > least) columns_[i].least += (wish.least - least) / count;
      if (wish.natural > natural) columns_[i].natural += (wish.natural - natural) / count;
      columns_[i].natural = max(columns_[i].natural, columns_[i].least);
    }
  }

  const Setter& setter_;
  NodeId id_;
  Length room_, gap_;
  std::vector<ColumnWish> columns_;
};

/// What a column has for certain, and its part of what is left.
struct Share {
  Length base{}, weight{};
};

/// Rounded by running sums, so that the widths fill the room to the unit.
std::vector<Length> widths_of(const std::vector<Share>& shares, Length room) {
  Length rest = room, total{}, sum{}, given{};
  for (const Share& share : shares) {
    rest -= share.base;
    total += share.weight;
  }
  std::vector<Length> widths;
  for (const Share& share : shares) {
    sum += share.weight;
    const Length until = scaled(rest, sum.units, total.units);
    widths.push_back(share.base + until - given);
    given = until;
  }
  return widths;
}

std::vector<Length> in_proportion(const std::vector<ColumnWish>& wishes, Length room) {
  Length least{}, natural{};
  for (const ColumnWish& wish : wishes) {
    least += wish.least;
    natural += wish.natural;
  }
  std::vector<Share> shares;
  for (const ColumnWish& wish : wishes) {
    if (natural.units == 0) shares.push_back({{}, Length{1}});
    else if (natural <= room) shares.push_back({wish.natural, wish.natural});
    else if (least <= room) shares.push_back({wish.least, wish.natural - wish.least});
    else shares.push_back({{}, wish.least});
  }
  return widths_of(shares, room);
}

Length bounded(const ColumnWish& wish, Length width) { return max(wish.floor, wish.most ? min(width, *wish.most) : width); }

/// Columns with shares ask for as much of `room` as their shares say, the others for their unbroken lines; nothing when those
/// have no room.
std::optional<std::vector<ColumnWish>> by_shares(std::vector<ColumnWish> wishes, Length room) {
  std::int64_t shares = 0;
  Length rest = room, least{};
  for (const ColumnWish& wish : wishes) {
    shares += wish.share;
    if (wish.share > 0) least += bounded(wish, wish.least);
    else rest -= bounded(wish, wish.natural);
  }
  if (shares == 0 || rest < least) return std::nullopt;
  for (ColumnWish& wish : wishes) {
    wish.natural = wish.share > 0 ? scaled(rest, wish.share, shares) : bounded(wish, wish.natural);
    wish.floor = wish.share > 0 ? bounded(wish, wish.least) : wish.natural;
    wish.least = {};
  }
  return wishes;
}

/// What a row of sums carried forward says before the first of them.
std::vector<content::Cell> carried_label(const content::Table& table, const std::string& words) {
  std::vector<content::Cell> cells(table.columns.size());
  const std::size_t first = table.carried.columns.empty() ? 0 : table.carried.columns.front();
  if (first == 0) return {};
  for (std::size_t i = 1; i < first; ++i) cells[i].covered = true;
  cells.front().columns = static_cast<int>(first);
  cells.front().lines.push_back({{}, {plain(words)}});
  return cells;
}

}  // namespace

std::vector<ColumnWish> wishes_of(const Setter& setter, NodeId id, Length room, Length gap, const definition::TableStyle& look) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  Wishes wishes(setter, id, room, gap);
  const std::size_t rows = std::min(table.row_count(), most_rows);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    for (std::size_t row = 0; table.plain && row < rows; ++row)
      wishes.plain(plain_text(*table.plain, row * table.columns.size() + i), i, i < table.plain->styles.size() ? table.plain->styles[i] : "cell");
    wishes.decimal(i, decimal_room(setter, id, i, look));
  }
  for (const bool only_spanning : {false, true}) {
    wishes.row(table.head, look.head, only_spanning);
    for (std::size_t row = 0; !table.plain && row < rows; ++row) wishes.row(table.rows[row].cells, style_of_row(look, table.rows[row].kind), only_spanning);
    for (const content::Table::Row& row : table.foot) wishes.row(row.cells, style_of_row(look, row.kind), only_spanning);
    for (const auto& level : table.over) wishes.row(level, look.head, only_spanning);
    for (const char* words : {"table.carried-to", "table.carried-from"})
      if (!table.carried.sums.empty()) wishes.row(carried_label(table, setter.config.in.words(words)), look.total, only_spanning);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) wishes.bound(i, table.columns[i]);
  return wishes.take();
}

std::vector<Length> share_out(const std::vector<ColumnWish>& given, Length room) {
  const std::vector<ColumnWish> wishes = by_shares(given, room).value_or(given);
  std::vector<Length> widths(wishes.size());
  std::vector<bool> settled(wishes.size());
  // What breaks a bound is put on it and the others share again: those on the side that weighs more first, as either side
  // may set the other one right.
  for (std::size_t round = 0; round < wishes.size(); ++round) {
    std::vector<ColumnWish> open;
    Length rest = room, excess{};
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (settled[i]) rest -= widths[i];
      else open.push_back(wishes[i]);
    }
    const std::vector<Length> shares = in_proportion(open, max(rest, {}));
    for (std::size_t i = 0, next = 0; i < wishes.size(); ++i) {
      if (settled[i]) continue;
      widths[i] = shares[next++];
      excess += bounded(wishes[i], widths[i]) - widths[i];
    }
    bool done = true;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const Length width = bounded(wishes[i], widths[i]);
      if (settled[i] || width == widths[i]) continue;
      if ((excess.units > 0 && width < widths[i]) || (excess.units < 0 && width > widths[i])) continue;
      widths[i] = width;
      settled[i] = true;
      done = false;
    }
    if (done) break;
  }
  for (std::size_t i = 0; i < wishes.size(); ++i) widths[i] = bounded(wishes[i], widths[i]);
  return widths;
}

}  // namespace tilstand::layout
