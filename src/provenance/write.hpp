// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "provenance/entries.hpp"

namespace tilstand::provenance {

/// Columns of the CSV (RFC 4180), which names them in its first line.
std::string csv_head();
std::string csv_line(const Entry& entry);
/// An object (RFC 8259) without line end.
std::string json_object(const Entry& entry);
/// Lines for a terminal: what is shorter than its column is filled up with spaces, so that columns stand below one another;
/// what is longer goes on.
std::string table_head();
std::string table_line(const Entry& entry);

}  // namespace tilstand::provenance
