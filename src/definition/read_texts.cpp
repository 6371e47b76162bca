// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "definition/reader.hpp"
#include "definition/texts.hpp"

namespace tilstand::definition {

std::string key_of_text(std::string_view written) {
  std::string key(written);
  for (std::size_t at = 0; (at = key.find("\u00A0", at)) != std::string::npos;) key.replace(at, 2, " ");
  return key;
}

void read_texts(const std::string& path, Texts& texts, Sources& sources, Diagnostics& diagnostics) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return;
  const std::optional<FileId> file = load_file(path, {}, sources, diagnostics);
  const std::optional<Toml> root = file ? parse_toml(*file, sources, diagnostics) : std::nullopt;
  const auto* members = root ? std::get_if<Toml::Table>(&root->value) : nullptr;
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    if (const auto* text = std::get_if<std::string>(&member.value.value)) texts[key_of_text(member.key)] = {*text, member.value.span};
    else diagnostics.error("definition.wrong-type", "expected a string, found " + std::string(type_name(member.value)), member.value.span, "quote the text before the equals sign, too");
  }
}

}  // namespace tilstand::definition
