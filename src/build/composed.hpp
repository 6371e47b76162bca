// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/read_inputs.hpp"
#include "content/translator.hpp"
#include "locale/forms.hpp"
#include "manifest/manifest.hpp"
#include "picture/picture.hpp"

namespace tilstand::build {

/// A report that has been read and composed, without pages.
struct Composed {
  /// `data_folder` is where the report's own language has its prose.
  Composed(std::unique_ptr<ReadInputs> read, const std::string& data_folder);

  std::unique_ptr<ReadInputs> inputs;
  locale::Forms forms;
  std::optional<locale::Forms> home_forms;
  std::optional<content::Home> home;  ///< the report's own language, when the edition is in another
  content::Tree tree;
  picture::Library pictures;
  std::map<std::string, std::vector<PictureId>> master_pictures;
};

/// Nothing when there are errors.
std::unique_ptr<Composed> compose_report(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// The blocks of what `request.changes_since` names: of a manifest's edition, or of the same report made from another folder
/// of data. Nothing when it can't be read, or is an edition of another report than `series`.
std::optional<std::vector<manifest::Block>> blocks_before(const Request& request, const std::string& series, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::build
