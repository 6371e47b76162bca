// SPDX-License-Identifier: Apache-2.0
#include "tables/row_taker.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "tables/check_cell.hpp"

namespace tilstand::tables {
namespace {

/// A file of another kind gives a mistake in every row: nobody reads more than these.
constexpr std::size_t most_mistakes = 100;
constexpr std::size_t most_kept = 512 << 20;  // bytes of a table

}  // namespace

RowTaker::RowTaker(const TableSpec& spec, FileId file, Diagnostics& diagnostics)
    : spec_(spec), file_(file), diagnostics_(diagnostics), before_(diagnostics.list().size()) {}

bool RowTaker::enough(const Cell& first) {
  if (diagnostics_.list().size() - before_ > most_mistakes) {
    diagnostics_.error("data.too-many-mistakes", "reading ends here: there are too many mistakes", span_of(file_, first));
    return true;
  }
  const bool large = std::any_of(targets_.begin(), targets_.end(), [](Selector& target) { return target.table().size() > most_kept; });
  if (large)
    diagnostics_.error("data.too-large", "table \"" + spec_.name + "\" is too large to be kept: it has passed 512 MB here", span_of(file_, first),
                       "choose rows by a selection and give the table read = \"selections\", or declare fewer columns");
  return large;
}

void RowTaker::take_column(const FileColumn& column, std::size_t at) {
  const std::string& name = column.name.text;
  const auto declared = std::find_if(spec_.columns.begin(), spec_.columns.end(), [&](const ColumnSpec& one) { return one.from == name; });
  const bool known = declared != spec_.columns.end();
  if (!known && spec_.others == Others::refuse) {
    std::vector<std::string> names;
    for (const ColumnSpec& one : spec_.columns) names.push_back(one.from);
    diagnostics_.error("data.unknown-column", "column " + shown(name) + " of table \"" + spec_.name + "\" is not declared", span_of(file_, column.name),
                       did_you_mean(name, names));
  }
  if (!known && spec_.others == Others::skip) return;
  Kept kept{known ? *declared : spec_.other, at, {}};
  if (!known) kept.spec.name = kept.spec.from = name, kept.spec.type = column.type;
  if (kept.spec.unit.empty()) kept.spec.unit = column.unit;
  kept.column = {kept.spec.name, kept.spec.type, kept.spec.unit, column.pointer};
  kept_.push_back(std::move(kept));
}

void RowTaker::header(const std::vector<FileColumn>& columns) {
  std::map<std::string, std::size_t> seen;
  file_columns_ = columns.size();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (diagnostics_.list().size() - before_ > most_mistakes) break;
    const std::string& name = columns[i].name.text;
    if (!seen.emplace(name, i).second)
      diagnostics_.error("data.duplicate-column", "there are two columns named " + shown(name), span_of(file_, columns[i].name));
    take_column(columns[i], i);
  }
  for (const ColumnSpec& column : spec_.columns)
    if (!seen.contains(column.from))
      diagnostics_.error("data.missing-column", "table \"" + spec_.name + "\" has no column \"" + column.from + "\"",
                         columns.empty() ? SourceSpan{file_, {1, 1}, {1, 2}} : SourceSpan{file_, {columns[0].name.begin.line, 1}, {columns[0].name.begin.line, 2}});
  find_keys();
  std::vector<Column> all;
  for (const Kept& kept : kept_) all.push_back(kept.column);
  if (spec_.whole) targets_.emplace_back(spec_.name, all);
  for (const SelectionSpec& selection : spec_.selections) targets_.emplace_back(selection, spec_.name, all, diagnostics_);
  for (Selector& target : targets_) {
    target.table().set_file(file_);
    target.table().set_about(spec_.about);
  }
}

void RowTaker::find_keys() {
  for (const definition::Text& name : spec_.key) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.spec.name == name.value; });
    if (found != kept_.end()) key_.push_back(static_cast<std::size_t>(found - kept_.begin()));
    else diagnostics_.error("data.unknown-column", "the key \"" + name.value + "\" is no column of table \"" + spec_.name + "\"", name.span);
  }
}

void RowTaker::set_cube(const Cube& cube) {
  for (Selector& target : targets_) target.table().set_cube(cube);
}

bool RowTaker::may_want(std::size_t target, std::size_t file_column, const Cell& cell) const {
  for (std::size_t i = 0; i < kept_.size(); ++i)
    if (kept_[i].in_file == file_column && !targets_[target].admits(i, plain_cell(cell, kept_[i].spec).value_or(""))) return false;
  return true;
}

/// The cell of a kept column as it is stored; it is checked once a row.
const std::string& RowTaker::text_of(const std::vector<Cell>& cells, std::size_t column) {
  if (!texts_[column]) texts_[column] = checked_cell(cells[kept_[column].in_file], kept_[column].spec, file_, diagnostics_);
  return *texts_[column];
}

bool RowTaker::row(const std::vector<Cell>& cells, std::uint64_t number) {
  if (cells.size() != file_columns_) {
    const bool few = cells.size() < file_columns_;
    diagnostics_.error("data.ragged-row", "this row has " + std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") + ", the header has " +
                       std::to_string(file_columns_), span_of(file_, cells[few ? 0 : file_columns_]),
                       few ? "add what is missing; nothing between two delimiters is an empty cell" : "put a cell that holds a delimiter in quotation marks");
    return !enough(cells.front());
  }
  texts_.assign(kept_.size(), std::nullopt);
  bool taken = false;
  for (Selector& target : targets_) {
    const auto& asked = target.asked();
    if (!std::all_of(asked.begin(), asked.end(), [&](std::size_t at) { return target.admits(at, text_of(cells, at)); })) continue;
    taken = true;
    for (const std::size_t at : asked) target.note(at, text_of(cells, at));
    for (const std::size_t at : target.columns()) target.table().add_cell(text_of(cells, at), cells[kept_[at].in_file].begin, cells[kept_[at].in_file].end);
    target.table().end_row(number);
  }
  if (taken) check_key(cells);
  return cells.empty() || !enough(cells.front());
}

void RowTaker::check_key(const std::vector<Cell>& cells) {
  if (key_.empty()) return;
  std::string key;
  for (const std::size_t at : key_) key += (key.empty() ? "" : "\x1F") + text_of(cells, at);
  const SourceSpan span = span_of(file_, cells[kept_[key_.front()].in_file]);
  const auto [first, fresh] = keys_.emplace(key, span);
  if (fresh) return;
  std::replace(key.begin(), key.end(), '\x1F', ',');
  diagnostics_.add({Severity::error, "data.duplicate-key", "the key " + shown(key) + " stands in two rows of table \"" + spec_.name + "\"", span,
                    {{"the first one", first->second}}, {}});
}

std::vector<Table> RowTaker::finish() {
  std::vector<Table> tables;
  for (Selector& target : targets_) {
    target.report_unmet(diagnostics_);
    tables.push_back(std::move(target.table()));
  }
  return tables;
}

}  // namespace tilstand::tables
