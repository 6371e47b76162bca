// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/read_inputs.hpp"
#include "locale/forms.hpp"
#include "manifest/manifest.hpp"
#include "picture/picture.hpp"

namespace tilstand::build {

/// A report that has been read and composed, without pages.
struct Composed {
  explicit Composed(std::unique_ptr<ReadInputs> read) : inputs(std::move(read)), forms(inputs->edition.language, inputs->words.entries) {}

  std::unique_ptr<ReadInputs> inputs;
  locale::Forms forms;
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
