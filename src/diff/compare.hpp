// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/dataset.hpp"
#include "diff/difference.hpp"
#include "locale/forms.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::diff {

/// Two folders of data: figures, records, tables by key, prose, other files. Nothing when one can't be read.
std::optional<Difference> compare_data(const std::string& before, const std::string& after, const locale::Forms& forms, Sources& sources, Diagnostics& diagnostics);

/// Two built editions by their manifests: report, parts, figures, inputs and pages.
Difference compare_editions(const manifest::Manifest& before, const manifest::Manifest& after, const locale::Forms& forms);

Section compare_figures(const std::vector<manifest::Figure>& before, const std::vector<manifest::Figure>& after, const locale::Forms& forms);
/// Texts and other files of two folders. What `read` names, as seen from them, is compared elsewhere.
std::vector<Section> compare_files(const std::string& before, const std::string& after, const std::vector<std::string>& read);
std::vector<PageDifference> compare_pages(const manifest::Manifest& before, const manifest::Manifest& after);

/// A value as a reader writes it: "47 %", "5.", "9 257".
std::string printed(const std::string& number, const std::string& unit, const locale::Forms& forms);

}  // namespace tilstand::diff
