// SPDX-License-Identifier: Apache-2.0
#include "tables/csv.hpp"
#include "tables/readers.hpp"
#include "tables/row_taker.hpp"

namespace tilstand::tables {
namespace {

/// The names of a file's columns: its header row, or the declared ones when it has none.
std::vector<FileColumn> csv_columns(const TableSpec& spec, CsvReader& csv, FileId file, Diagnostics& diagnostics) {
  std::vector<FileColumn> columns;
  std::vector<Cell> cells;
  if (spec.csv.header_line == 0) {
    for (const ColumnSpec& column : spec.columns) columns.push_back({{column.from, {1, 1}, {1, 2}, false}});
    return columns;
  }
  while (csv.next(cells)) {
    if (cells.front().begin.line < spec.csv.header_line) continue;
    for (Cell& cell : cells) columns.push_back({std::move(cell)});
    return columns;
  }
  const std::string wanted = spec.csv.header_line == 1 ? "a first row" : "a row from line " + std::to_string(spec.csv.header_line) + " on";
  diagnostics.error("data.no-header", (spec.csv.header_line == 1 ? "the file is empty, " : "the file ends before its header, ") + wanted + " with the names of the columns was expected",
                    {file, {1, 1}, {1, 2}});
  return columns;
}

}  // namespace

std::vector<Table> read_csv(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics) {
  RowTaker taker(spec, file, diagnostics);
  TextStream text(file, spec.encoding, sources, diagnostics);
  CsvReader csv(text, spec.csv, diagnostics);
  const std::vector<FileColumn> columns = csv_columns(spec, csv, file, diagnostics);
  if (columns.empty()) return {};
  taker.header(columns);
  std::vector<Cell> cells;
  while (csv.next(cells))
    if (!taker.row(cells)) break;
  return taker.finish();
}

}  // namespace tilstand::tables
