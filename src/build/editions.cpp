// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>

#include "build/build.hpp"
#include "definition/read.hpp"

namespace tilstand::build {

namespace fs = std::filesystem;

std::vector<std::string> edition_names(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  const auto definition = definition::read_definition(request.definition, sources, diagnostics);
  if (!definition) return {};
  std::vector<std::string> names;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(definition->editions_folder, failure))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  if (names.empty()) diagnostics.error("build.no-editions", "the folder \"" + definition->editions_folder + "\" has no editions", definition->named.editions);
  std::map<std::string, std::string> files;
  for (const std::string& name : names) {
    const auto edition = definition::read_edition((fs::path(definition->editions_folder) / (name + ".toml")).string(), sources, diagnostics, definition->named.editions);
    if (!edition) continue;
    const auto [other, is_new] = files.emplace(edition->suffix, name);
    if (!is_new)
      diagnostics.error("build.same-file", "the editions \"" + other->second + "\" and \"" + name + "\" would be written to one file", edition->span, "give each a `suffix` of its own");
  }
  return diagnostics.has_errors() ? std::vector<std::string>() : names;
}

}  // namespace tilstand::build
