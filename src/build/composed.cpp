// SPDX-License-Identifier: Apache-2.0
#include "build/composed.hpp"

#include <algorithm>
#include <filesystem>

#include "base/suggest.hpp"
#include "build/proofread.hpp"
#include "manifest/blocks.hpp"
#include "manifest/read_manifest.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::build {
namespace {

std::string in_language(const std::string& data_folder, const std::string& language) { return (std::filesystem::path(data_folder) / language).string(); }

/// Numbers and dates need more than words.
void report_unknown_language(const locale::Forms& forms, Diagnostics& diagnostics) {
  if (!forms.known())
    diagnostics.notice("build.unknown-language", "CLDR has no forms of numbers, dates and lists for \"" + forms.language() + "\"; plain ones are taken", {},
                       "name a language that has them by `locale` in its words.toml");
}

/// The parts that a recipient gets are parts of the report that its contents list.
void check_parts(const Addressee& addressee, const content::Tree& tree, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const content::Node& node : tree.nodes)
    if (const auto* part = std::get_if<content::Part>(&node.body); part != nullptr && part->listed) known.push_back(node.name);
  for (const std::string& wanted : addressee.parts)
    if (std::find(known.begin(), known.end(), wanted) == known.end())
      diagnostics.error("build.unknown-part", "the report lists no part \"" + wanted + "\" in its contents", addressee.parts_span, did_you_mean(wanted, known));
}

}  // namespace

Composed::Composed(std::unique_ptr<ReadInputs> read, const std::string& data_folder)
    : inputs(std::move(read)), forms(inputs->edition.language, inputs->words.entries) {
  if (!inputs->home_words) return;
  const std::string& language = inputs->definition.language;
  home_forms.emplace(language, inputs->home_words->entries);
  home.emplace(content::Home{*inputs->home_words, *home_forms, inputs->texts, in_language(data_folder, language)});
}

std::unique_ptr<Composed> compose_report(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  auto inputs = read_inputs(request, sources, diagnostics);
  if (!inputs) return nullptr;
  auto made = std::make_unique<Composed>(std::move(inputs), request.data);
  const ReadInputs& read = *made->inputs;
  report_unknown_language(made->forms, diagnostics);
  const std::string prose = in_language(request.data, read.edition.language);
  const std::string words = (std::filesystem::path(read.definition.languages_folder) / read.edition.language).string();
  content::Inputs meaning{read.definition, read.dataset, read.words, made->forms, prose, request.data, &made->pictures, made->home ? &*made->home : nullptr};
  if (request.addressee) meaning.parts = request.addressee->parts;
  auto tree = compose_proofread(std::move(meaning), words, sources, diagnostics);
  if (tree && request.addressee) check_parts(*request.addressee, *tree, diagnostics);
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
