// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.hpp"
#include "definition/toml.hpp"

namespace tilstand::definition {
namespace {

std::optional<std::string> read_bytes(const std::string& path) {
  std::error_code trouble;
  if (!std::filesystem::is_regular_file(path, trouble)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return std::nullopt;
  return text;
}

}  // namespace

bool check_utf8(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics) {
  const std::optional<std::size_t> bad = first_invalid_utf8(text);
  if (!bad) return true;
  const Position at = advanced(origin, text.substr(0, *bad));
  diagnostics.error("definition.invalid-utf8", "this byte is not UTF-8; the file must be UTF-8",
                    {file, at, {at.line, at.column + 1}}, "save the file as UTF-8");
  return false;
}

std::optional<FileId> load_bytes(const std::string& path, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics) {
  std::optional<std::string> text = read_bytes(path);
  if (!text) {
    diagnostics.error("definition.missing-file", "there is no readable file \"" + path + "\"", wanted_by);
    return std::nullopt;
  }
  return sources.add(path, std::move(*text));
}

std::optional<FileId> load_file(const std::string& path, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = load_bytes(path, wanted_by, sources, diagnostics);
  if (!file || !check_utf8(sources.text(*file), *file, {1, 1}, diagnostics)) return std::nullopt;
  return file;
}

}  // namespace tilstand::definition
