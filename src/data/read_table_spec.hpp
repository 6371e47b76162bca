// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "definition/reader.hpp"
#include "tables/spec.hpp"

namespace tilstand::data {

/// Reads `[table.NAME]`: where the file is, how it is written, and a schema of its columns. Nothing when it names no file.
std::optional<tables::TableSpec> read_table_spec(const definition::Toml::Member& member, definition::ReadContext& context);

/// Reads the `[selection.NAME]` tables into the tables that they select from. A selection of a selection takes the conditions of
/// both. Reports one whose table there isn't, or whose name is taken (data.unknown-table, data.duplicate-name).
void read_selections(const definition::Toml& selections, std::vector<tables::TableSpec>& tables, definition::ReadContext& context);

}  // namespace tilstand::data
