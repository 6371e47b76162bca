// SPDX-License-Identifier: Apache-2.0
#include "tables/read_table.hpp"

#include <algorithm>
#include <set>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "tables/csv.hpp"
#include "tables/numbers.hpp"
#include "definition/toml.hpp"

namespace tilstand::tables {
namespace {

const char* name_of(Type type) {
  switch (type) {
    case Type::text: return "a text";
    case Type::integer: return "a whole number";
    case Type::decimal: return "a number";
    case Type::boolean: return "true or false";
  }
  return "a value";
}

/// A file of another kind gives a mistake in every row: nobody reads more than these.
constexpr std::size_t most_mistakes = 100;

SourceSpan span_of(FileId file, const CsvCell& cell) {
  return {file, cell.begin, std::max(advanced(cell.begin, cell.text), {cell.begin.line, cell.begin.column + 1})};
}

/// A cell's text for a message, cut when long.
std::string shown(const std::string& text) {
  std::string result;
  for (const char32_t point : decode_utf8(std::string_view(text).substr(0, 160))) {
    if (result.size() >= 40) return "\"" + result + "…\"";
    append_utf8(result, point);
  }
  return "\"" + result + "\"";
}

/// Reads the rows of one file.
class TableReader {
 public:
  TableReader(const TableSpec& spec, FileId file, std::string_view text, Diagnostics& diagnostics)
      : spec_(spec), csv_(file, text, diagnostics), file_(file), diagnostics_(diagnostics), before_(diagnostics.list().size()) {}

  std::optional<Table> read() {
    std::vector<CsvCell> cells;
    if (!csv_.next(cells)) {
      diagnostics_.error("data.no-header", "the file is empty, a first row with the names of the columns was expected", {file_, {1, 1}, {1, 2}});
      return std::nullopt;
    }
    std::vector<Column> columns = header(cells);
    key_ = column_of_key(columns);
    Table table(spec_.name, columns);
    table.set_file(file_);
    while (csv_.next(cells)) {
      row(cells, columns, table);
      if (!too_many()) continue;
      diagnostics_.error("data.too-many-mistakes", "reading ends here: there are too many mistakes", span_of(file_, cells.front()));
      break;
    }
    return table;
  }

 private:
  bool too_many() const { return diagnostics_.list().size() - before_ > most_mistakes; }

  std::vector<Column> header(const std::vector<CsvCell>& cells) {
    std::vector<Column> columns;
    std::set<std::string> seen;
    std::vector<std::string> known;
    for (const Column& column : spec_.columns) known.push_back(column.name);
    for (const CsvCell& cell : cells) {
      if (too_many()) break;
      const auto declared = std::find_if(spec_.columns.begin(), spec_.columns.end(), [&](const Column& column) { return column.name == cell.text; });
      if (!seen.insert(cell.text).second)
        diagnostics_.error("data.duplicate-column", "there are two columns named " + shown(cell.text), span_of(file_, cell));
      if (declared == spec_.columns.end() && !spec_.open)
        diagnostics_.error("data.unknown-column", "column " + shown(cell.text) + " of table \"" + spec_.name + "\" is not declared", span_of(file_, cell),
                           did_you_mean(cell.text, known));
      columns.push_back(declared == spec_.columns.end() ? Column{cell.text, Type::text} : *declared);
    }
    for (const Column& column : spec_.columns)
      if (!seen.contains(column.name))
        diagnostics_.error("data.missing-column", "table \"" + spec_.name + "\" has no column \"" + column.name + "\"", {file_, {1, 1}, {1, 2}});
    return columns;
  }

  std::optional<std::size_t> column_of_key(const std::vector<Column>& columns) {
    if (spec_.key.empty()) return std::nullopt;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].name == spec_.key.value) return i;
    diagnostics_.error("data.unknown-column", "the key \"" + spec_.key.value + "\" is no column of table \"" + spec_.name + "\"", spec_.key.span);
    return std::nullopt;
  }

  void row(const std::vector<CsvCell>& cells, const std::vector<Column>& columns, Table& table) {
    if (cells.size() != columns.size()) {
      const bool few = cells.size() < columns.size();
      diagnostics_.error("data.ragged-row", "this row has " + std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") + ", the header has " +
                         std::to_string(columns.size()), span_of(file_, cells[few ? 0 : columns.size()]),
                         few ? "add what is missing; nothing between two commas is an empty cell" : "put a cell that holds a comma in quotation marks");
      return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool good = read_value(cells[i].text, columns[i].type).has_value();
      if (!good)
        diagnostics_.error("data.wrong-type", shown(cells[i].text) + " is not " + name_of(columns[i].type) + ", which column \"" + columns[i].name + "\" holds",
                           span_of(file_, cells[i]));
      table.add_cell(good ? std::string_view(cells[i].text) : std::string_view(), cells[i].begin.column);
    }
    table.end_row(cells.front().begin.line);
    if (key_ && !keys_.insert(cells[*key_].text).second)
      diagnostics_.error("data.duplicate-key", "the key " + shown(cells[*key_].text) + " stands in two rows of table \"" + spec_.name + "\"", span_of(file_, cells[*key_]));
  }

  const TableSpec& spec_;
  CsvReader csv_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> key_;
  std::set<std::string> keys_;
  std::size_t before_;  ///< mistakes that other files have
};

}  // namespace

std::optional<Table> read_table(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = definition::load_bytes(folder + "/" + spec.file.value, spec.file.span, sources, diagnostics);
  if (!file) return std::nullopt;
  return TableReader(spec, *file, sources.text(*file), diagnostics).read();
}

}  // namespace tilstand::tables
