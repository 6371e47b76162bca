// SPDX-License-Identifier: Apache-2.0
#include "tables/record_rows.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "tables/check_cell.hpp"
#include "tables/json_events.hpp"

namespace tilstand::tables {
namespace {

constexpr std::size_t most_members = 10'000;

}  // namespace

RecordRows::RecordRows(const TableSpec& spec, FileId file, Diagnostics& diagnostics, std::string pointer, bool is_json)
    : spec_(spec), file_(file), diagnostics_(diagnostics), taker_(spec, file, diagnostics), pointer_(std::move(pointer)), is_json_(is_json) {
  for (const ColumnSpec& column : spec.columns) add_column({column.from, {1, 1}, {1, 2}, false});
  if (spec.others != Others::take) begin_table();
}

/// The cell of a column that the record lacks: it has the record's place.
Cell RecordRows::nothing() const { return {{}, begin_, {begin_.line, begin_.column + 1}, true}; }

void RecordRows::add_column(const Cell& name) {
  FileColumn column{name};
  if (is_json_) column.pointer = {pointer_ + "/", pointer_part(name.text), true};
  slots_.emplace(name.text, columns_.size());
  columns_.push_back(std::move(column));
  cells_.push_back(nothing());
  filled_.push_back(false);
  met_.push_back(false);
}

void RecordRows::begin_table() {
  begun_ = true;
  taker_.header(columns_);
}

void RecordRows::begin(Position at) {
  begin_ = at;
  for (Cell& cell : cells_) cell = nothing();
  filled_.assign(columns_.size(), false);
}

std::optional<std::size_t> RecordRows::slot(const Cell& name) {
  auto found = slots_.find(name.text);
  if (found == slots_.end() && !begun_ && columns_.size() < most_members) {
    add_column(name);
    found = slots_.find(name.text);
  }
  if (found != slots_.end()) {
    if (filled_[found->second])
      diagnostics_.error("data.duplicate-member", "the name " + shown(name.text) + " stands twice in this record", span_of(file_, name));
    filled_[found->second] = met_[found->second] = true;
    return found->second;
  }
  if (spec_.others == Others::skip || unknown_.size() >= most_members || !unknown_.emplace(name.text, true).second) return std::nullopt;
  std::vector<std::string> known;
  for (const FileColumn& column : columns_) known.push_back(column.name.text);
  diagnostics_.error("data.unknown-column", shown(name.text) + (spec_.others == Others::take ? " is no member of the first record" : " is not declared") +
                     " of table \"" + spec_.name + "\"", span_of(file_, name), did_you_mean(name.text, known));
  return std::nullopt;
}

void RecordRows::cell(const Cell& name, Cell value) {
  if (const auto at = slot(name)) cells_[*at] = std::move(value);
}

void RecordRows::nested(const Cell& name) {
  if (slot(name)) diagnostics_.error("data.nested-value", shown(name.text) + " is a list or an object here, a cell holds one value", span_of(file_, name));
}

bool RecordRows::end() {
  if (!begun_) begin_table();
  return taker_.row(cells_, rows_++);
}

std::vector<Table> RecordRows::finish() {
  if (!begun_) begin_table();
  for (std::size_t i = 0; i < spec_.columns.size() && rows_ > 0; ++i)
    if (!met_[i])
      diagnostics_.error("data.missing-column", "no row of table \"" + spec_.name + "\" has " + shown(spec_.columns[i].from), spec_.columns[i].span);
  return taker_.finish();
}

}  // namespace tilstand::tables
