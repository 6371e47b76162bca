// SPDX-License-Identifier: Apache-2.0
#include "tables/open_file.hpp"

#include <filesystem>
#include <fstream>

#include "definition/toml.hpp"

namespace tilstand::tables {

std::optional<FileId> open_file(const definition::Text& file, const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  constexpr std::uintmax_t most_in_memory = 8 << 20;
  const std::string path = folder + "/" + file.value;
  std::error_code trouble;
  const bool large = std::filesystem::is_regular_file(path, trouble) && std::filesystem::file_size(path, trouble) > most_in_memory;
  if (large && !trouble && std::ifstream(path, std::ios::binary)) return sources.add_on_disk(path);
  return definition::load_bytes(path, file.span, sources, diagnostics);
}

}  // namespace tilstand::tables
