// SPDX-License-Identifier: Apache-2.0
#include "tables/read_table.hpp"

#include <optional>

#include "tables/open_file.hpp"
#include "tables/readers.hpp"

namespace tilstand::tables {

std::vector<Table> read_table(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = open_file(spec.file, folder, sources, diagnostics);
  if (!file) return {};
  switch (spec.format) {
    case Format::csv: return read_csv(spec, *file, sources, diagnostics);
    case Format::toml: return read_toml(spec, *file, sources, diagnostics);
    case Format::json: return read_json(spec, *file, sources, diagnostics);
    case Format::json_stat: return read_json_stat(spec, *file, sources, diagnostics);
  }
  return {};
}

}  // namespace tilstand::tables
