// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "definition/text.hpp"
#include "tables/table.hpp"

namespace tilstand::tables {

enum class Format { csv, toml, json, json_stat };
enum class Encoding { utf8, windows_1252, iso_8859_1 };
/// What is done with columns that aren't declared.
enum class Others { refuse, skip, take };

/// How a CSV file is written.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';               ///< 0: none
  std::uint32_t header_line = 1;  ///< the first row from this line on holds the names; 0: no row does
};

/// How numbers are written.
struct NumberForm {
  char decimal = '.';
  std::string thousands{};  ///< one character; a space stands for all spaces of no-break kind too. Empty: none
};

/// How a column is described.
struct ColumnSpec {
  std::string name;
  SourceSpan span{};
  Type type = Type::text;
  std::string from{};                 ///< its name in the file
  std::string unit{};
  bool required = false;              ///< no cell may be missing
  std::optional<Decimal> least{}, most{};
  std::vector<std::string> values{};  ///< the only texts that it may hold; empty: any
  std::string pattern{};              ///< # a digit, ? a character, * any number of characters; empty: any
  std::vector<std::string> missing{}; ///< texts that stand for a missing value
  NumberForm numbers{};
  std::optional<int> decimals{};      ///< numbers are rounded to so many when read, half away from zero

  ColumnSpec(std::string column_name, Type of = Type::text, SourceSpan at = {}) : name(column_name), span(at), type(of), from(std::move(column_name)) {}
};

/// A condition on the rows of a selection: the column's value is one of `values`, or not outside `from` and `to`.
struct Condition {
  definition::Text column;
  std::vector<definition::Text> values;
  std::optional<definition::Text> from, to;
};

/// How a selection is described (`[selection.NAME]`).
struct SelectionSpec {
  std::string name;
  SourceSpan span{};
  std::vector<Condition> where;
  std::vector<definition::Text> columns;  ///< empty: all
};

/// How `data.toml` describes a table.
struct TableSpec {
  std::string name;
  SourceSpan span{};
  definition::Text file;
  Format format = Format::csv;
  Encoding encoding = Encoding::utf8;
  CsvDialect csv{};
  definition::Text at;                 ///< JSON pointer to the rows or the dataset, or the name of a TOML array; empty: the document
  std::vector<definition::Text> key;   ///< columns whose values together must differ; empty: none
  std::vector<ColumnSpec> columns;
  ColumnSpec other{""};                ///< what holds for cells of columns that aren't declared
  Others others = Others::refuse;
  About about{};
  bool whole = true;                   ///< all rows are kept; else only those of the selections
  std::vector<SelectionSpec> selections;
};

}  // namespace tilstand::tables
