// SPDX-License-Identifier: Apache-2.0
#include "build/composed.hpp"

#include <filesystem>

#include "build/proofread.hpp"
#include "manifest/blocks.hpp"
#include "manifest/read_manifest.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::build {

std::unique_ptr<Composed> compose_report(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  auto inputs = read_inputs(request, sources, diagnostics);
  if (!inputs) return nullptr;
  auto made = std::make_unique<Composed>(std::move(inputs));
  const ReadInputs& read = *made->inputs;
  const std::string prose = (std::filesystem::path(request.data) / read.edition.language).string();
  const std::string words = (std::filesystem::path(read.definition.languages_folder) / read.edition.language).string();
  auto tree = compose_proofread({read.definition, read.dataset, read.words, made->forms, prose, request.data, &made->pictures}, words, sources, diagnostics);
  for (const definition::Master& master : read.theme.masters)
    for (const definition::MasterPicture& picture : master.pictures)
      made->master_pictures[master.name].push_back(
          picture::read_picture(made->pictures, request.data + "/" + picture.file.value, picture.file.span, diagnostics));
  if (!tree || diagnostics.has_errors()) return nullptr;
  made->tree = std::move(*tree);
  return made;
}

std::optional<std::vector<manifest::Block>> blocks_before(const Request& request, const std::string& series, Sources& sources, Diagnostics& diagnostics) {
  const manifest::Place place = manifest::place_of(request.changes_since);
  if (place.kind == manifest::Place::Kind::edition) {
    auto edition = manifest::read_manifest(place.path, sources, diagnostics);
    if (!edition || !manifest::check_series(*edition, place.path, series, diagnostics)) return std::nullopt;
    return std::move(edition->blocks);
  }
  Request before = request;
  before.data = place.path;
  Diagnostics found;
  const auto made = compose_report(before, sources, found);
  for (const Diagnostic& one : found.list())
    if (one.severity == Severity::error) diagnostics.add(one);  // the rest was said of the data when they were new
  if (!made) return std::nullopt;
  return manifest::Blocks(made->tree, made->pictures).list();
}

}  // namespace tilstand::build
