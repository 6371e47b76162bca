// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "data/dataset.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::manifest {

/// The figures of a year with all fields of their rows. Places are written as seen from the data folder.
std::vector<Figure> figures_of(const data::Dataset& dataset, const Sources& sources);

/// The same with no more fields than a manifest tells.
std::vector<Figure> short_figures(std::vector<Figure> figures);

/// A place as "values.csv:12:12", as seen from `folder`; empty for one without file.
std::string place_of(const SourceSpan& span, const std::string& folder, const Sources& sources);

/// Whether a text is an exact decimal number.
bool is_number(std::string_view text);

}  // namespace tilstand::manifest
