// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/definition.hpp"
#include "definition/edition.hpp"
#include "definition/no_break.hpp"
#include "definition/theme.hpp"
#include "definition/toml.hpp"
#include "definition/words.hpp"

namespace tilstand::definition {

// Each reader adds every mistake it finds to `diagnostics` and returns what it could read; nothing when the
// file can't be read at all. `wanted_by` is the place that names the file. Codes: definition.syntax,
// definition.unknown-key, definition.missing-key,
// definition.wrong-type, definition.unknown-value, definition.include-loop, definition.missing-file,
// definition.invalid-utf8, definition.unknown-style, definition.unknown-colour, definition.unknown-master.

std::optional<Definition> read_definition(const std::string& path, Sources& sources, Diagnostics& diagnostics);
std::optional<Theme> read_theme(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by = {});
std::optional<Edition> read_edition(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by = {});
std::optional<Words> read_words(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by = {});
std::optional<NoBreak> read_no_break(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by = {});

/// Reads one block written as TOML inside another file (a fenced block of Markdown): `kind` is the fence's word,
/// `place` the position of the first character of `toml` in `file`.
std::optional<Block> read_block(std::string_view kind, std::string_view toml, FileId file, Position place,
                                Diagnostics& diagnostics);

/// Reports each style, colour role, rule and master that the definition names and the theme lacks, with did-you-mean.
void check_names(const Definition& definition, const Theme& theme, Diagnostics& diagnostics);

}  // namespace tilstand::definition
