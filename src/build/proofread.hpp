// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "content/compose.hpp"

namespace tilstand::build {

/// Composes the report and lets `proof` read what was typed by hand; its findings have the severities of the definition.
/// `language_folder` holds the words of the language, the folder of the prose the reasons of its author (reasons.toml).
std::optional<content::Tree> compose_proofread(content::Inputs inputs, const std::string& language_folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::build
