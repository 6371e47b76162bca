// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "definition/text.hpp"

namespace tilstand::tables {

/// A file of the data folder, in memory, or left on the disk when it has more than eight megabytes. Reports definition.missing-file.
std::optional<FileId> open_file(const definition::Text& file, const std::string& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::tables
