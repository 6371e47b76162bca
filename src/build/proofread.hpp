// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "content/compose.hpp"

namespace tilstand::build {

/// Composes the report and lets `proof` read what was typed by hand. `language_folder` holds the words of the language. The
/// prose's folder holds the reasons of its author (reasons.toml); prose without that file is not read, its literals' conditions apart.
std::optional<content::Tree> compose_proofread(content::Inputs inputs, const std::string& language_folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::build
