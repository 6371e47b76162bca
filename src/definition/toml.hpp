// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::definition {

/// A TOML value with its place: how rooms other than `definition` read TOML (data files) without a second parser.
/// Members of a table keep the order of the file.
struct Toml {
  struct Member;
  using Array = std::vector<Toml>;
  using Table = std::vector<Member>;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Table> value;
  SourceSpan span;

  const Toml* find(std::string_view key) const;  ///< member of a table, or null
};

struct Toml::Member {
  std::string key;
  SourceSpan key_span;
  Toml value;
};

/// Parses a whole text that `sources` already holds; a syntax error is reported as definition.syntax.
std::optional<Toml> parse_toml(FileId file, const Sources& sources, Diagnostics& diagnostics);

/// Parses TOML that stands inside another file: `origin` is the position of the first character of `text` in `file`.
/// Tables nested deeper than 64 levels are refused (definition.syntax), so that no input exhausts the stack.
std::optional<Toml> parse_toml_at(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics);

/// Reads a file, checks that it is UTF-8 and adds it to `sources`; reports definition.missing-file at `wanted_by`, or
/// definition.invalid-utf8 at the byte.
std::optional<FileId> load_file(const std::string& path, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics);

/// As `load_file` without the UTF-8 check: for readers that go on after a bad byte.
std::optional<FileId> load_bytes(const std::string& path, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics);

/// Reports the first byte of `text` that is not UTF-8, if there is one; false then.
bool check_utf8(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics);

}  // namespace tilstand::definition
