// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

/// A cell's text as `Table::text` gives it: missing-value codes are gone, numbers stand in plain digits. Nothing when it isn't of its
/// column's type.
std::optional<std::string> plain_cell(const Cell& cell, const ColumnSpec& column);

/// The same, with every mistake reported: data.wrong-type, data.not-finite, data.too-many-digits, data.missing-value,
/// data.out-of-range, data.unknown-value, data.wrong-pattern. A cell with a mistake is taken as missing.
std::string checked_cell(const Cell& cell, const ColumnSpec& column, FileId file, Diagnostics& diagnostics);

/// The place of a cell; an empty one is marked by the character after it.
SourceSpan span_of(FileId file, const Cell& cell);

/// A text for a message, in quotation marks, cut when long.
std::string shown(const std::string& text);

/// Whether a text is of a pattern: # is a digit, ? any character, * any number of characters, all else itself.
bool matches(std::string_view text, std::string_view pattern);

}  // namespace tilstand::tables
