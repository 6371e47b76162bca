// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "definition/text.hpp"
#include "tables/table.hpp"

namespace tilstand::tables {

/// How `data.toml` describes a table.
struct TableSpec {
  std::string name;
  definition::Text file;
  definition::Text key;             ///< column whose values must differ; empty: none
  std::vector<Column> columns;
  bool open = false;                ///< columns that are not declared are taken as text
  SourceSpan span{};
};

/// Reads a CSV file into a table of the declared columns. Codes: data.ragged-row, data.wrong-type, data.duplicate-key,
/// data.unknown-column, data.missing-column, definition.invalid-utf8, data.no-header, data.duplicate-column, definition.missing-file.
std::optional<Table> read_table(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::tables
