// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

/// Reads the file of a table: the table of its declared columns, if it is kept whole, and after it its selections. Files above eight
/// megabytes are read piece by piece from the disk, so that memory grows only with what is kept. All mistakes are reported at their
/// cells (data.ragged-row, data.wrong-type, data.duplicate-key, data.unknown-column, …, definition.missing-file); reading goes on.
std::vector<Table> read_table(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::tables
