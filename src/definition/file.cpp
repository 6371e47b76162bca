// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "definition/toml.hpp"

namespace tilstand::definition {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_bytes(const std::string& path) {
  std::error_code trouble;
  if (!fs::is_regular_file(path, trouble)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return std::nullopt;
  return text;
}

/// Why a file that can't be read can't be.
std::string reason(const std::string& path) {
  std::error_code trouble;
  if (fs::is_directory(path, trouble)) return "\"" + path + "\" is a folder, a file was expected";
  if (fs::exists(path, trouble)) return "the file \"" + path + "\" can't be read";
  return "there is no file \"" + path + "\"";
}

/// Which part of the path is not there, and a name near it.
std::string near_file(const std::string& path) {
  std::error_code trouble;
  if (fs::exists(path, trouble)) return {};
  fs::path wanted(path);
  const auto folder_of = [](const fs::path& inner) { return inner.has_parent_path() ? inner.parent_path() : fs::path("."); };
  while (!fs::exists(folder_of(wanted), trouble) && wanted != wanted.parent_path()) wanted = wanted.parent_path();
  const fs::path folder = folder_of(wanted);
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, trouble), end; !trouble && at != end; at.increment(trouble)) names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());  // the disk's order must not choose between two names that are equally near
  const std::string near = did_you_mean(wanted.filename().string(), names);
  if (wanted == fs::path(path)) return near;
  return "there is no folder \"" + wanted.string() + "\"" + (near.empty() ? "" : "; " + near);
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
    diagnostics.error("definition.missing-file", reason(path), wanted_by, near_file(path));
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
