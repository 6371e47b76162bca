// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

// A reader for each format: the rows of a file, checked by the table's description, as `read_table` gives them.

/// A CSV file. Reports data.no-header and what CsvReader and RowTaker report.
std::vector<Table> read_csv(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics);

/// An array of objects in a JSON document, which the JSON pointer `at` leads to. Reports data.json-syntax, data.no-rows,
/// data.wrong-type (an element that is no object) and what RecordRows reports.
std::vector<Table> read_json(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics);

/// A dataset of JSON-stat 2.0: a row for each cell of the cube, with the columns NAME (category) and NAME-label of each dimension,
/// value, status and unit. `at` leads to the dataset; in a class "collection" it may be left out when there is only one.
/// Reports data.json-syntax, data.json-stat, data.wrong-size.
std::vector<Table> read_json_stat(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics);

/// An array of tables in a TOML file; `at` is its name, which may be left out when there is only one. Reports definition.syntax,
/// data.no-rows and what RecordRows reports.
std::vector<Table> read_toml(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::tables
