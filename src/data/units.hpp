// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "definition/reader.hpp"
#include "tables/unit.hpp"

namespace tilstand::data {

/// The units that the data name themselves, by name.
using Units = std::map<std::string, tables::Unit>;

/// Reads `[unit.NAME]`: how the unit is printed (`long`, `one`, `short`), and the unit and number that one of it is (`of`, `is`).
/// Codes: those of reading TOML, data.bad-unit.
Units read_units(const definition::Toml* table, definition::ReadContext& context);

/// A built-in or named unit by its word; reports data.unknown-value at `place` then nothing.
std::optional<tables::Unit> unit_by_name(const std::string& word, SourceSpan place, const Units& units, Diagnostics& diagnostics);

}  // namespace tilstand::data
