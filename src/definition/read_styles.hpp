// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "definition/reader.hpp"
#include "definition/theme.hpp"

namespace tilstand::definition {

/// The palette, styles and rules of a theme's root table, in the order of the file.
void read_palette(const Toml* table, Theme& theme, ReadContext& context);
void read_styles(const Toml* table, Theme& theme, ReadContext& context);
void read_rules(const Toml* table, Theme& theme, ReadContext& context);
/// Styles of tables, after styles and rules, whose names they use.
void read_table_styles(const Toml* table, Theme& theme, ReadContext& context);
/// `[palette]`: colours of charts, after the palette of colours whose roles they name. Codes: definition.unknown-colour,
/// definition.unknown-value.
void read_chart_palettes(const Toml* table, Theme& theme, ReadContext& context);
/// A role's name under `key` as ink; an unknown role is reported (definition.unknown-colour).
bool read_ink(KeyReader& keys, std::string_view key, const Theme& theme, Ink& into, Need need = Need::optional);

}  // namespace tilstand::definition
