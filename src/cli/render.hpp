// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/diagnostic.hpp"

namespace tilstand::cli {

struct RenderStyle {
  bool colour = false;
  Severity least = Severity::notice;  ///< what is less severe is left out
};

/// Diagnostics for people: `file:line:col: severity: message [code]`, the source line, a caret under the place, hint and
/// notes. Columns are counted as a terminal shows them (wide and combining characters, tabs).
std::string render(const Diagnostics& diagnostics, const Sources& sources, RenderStyle style);

/// Diagnostics for machines: a JSON array of objects with severity, code, message, place, hint and notes.
std::string render_json(const Diagnostics& diagnostics, const Sources& sources);

/// Columns that a terminal gives to a character: 0, 1 or 2.
int terminal_width(char32_t character);

}  // namespace tilstand::cli
