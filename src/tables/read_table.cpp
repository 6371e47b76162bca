// SPDX-License-Identifier: Apache-2.0
#include "tables/read_table.hpp"

#include <filesystem>
#include <fstream>
#include <optional>

#include "definition/toml.hpp"
#include "tables/readers.hpp"

namespace tilstand::tables {
namespace {

constexpr std::uintmax_t most_in_memory = 8 << 20;

/// The file, in memory or left on the disk.
std::optional<FileId> open(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  const std::string path = folder + "/" + spec.file.value;
  std::error_code trouble;
  const bool large = std::filesystem::is_regular_file(path, trouble) && std::filesystem::file_size(path, trouble) > most_in_memory;
  if (large && !trouble && std::ifstream(path, std::ios::binary)) return sources.add_on_disk(path);
  return definition::load_bytes(path, spec.file.span, sources, diagnostics);
}

}  // namespace

std::vector<Table> read_table(const TableSpec& spec, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = open(spec, folder, sources, diagnostics);
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
