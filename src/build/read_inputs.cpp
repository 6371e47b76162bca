// SPDX-License-Identifier: Apache-2.0
#include "build/read_inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "colour/chart_palettes.hpp"
#include "definition/toml.hpp"
#include "digest/sha256.hpp"

namespace tilstand::build {
namespace {

namespace fs = std::filesystem;

/// What the folder knows of every language, in alphabetical order.
std::vector<text::Shaper::Hyphenation> read_languages(const std::string& languages_folder, Sources& sources, Diagnostics& diagnostics) {
  std::vector<text::Shaper::Hyphenation> found;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(languages_folder, failure))
    if (entry.is_directory(failure)) found.push_back({entry.path().filename().string(), {}, {}});
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.language < b.language; });
  for (text::Shaper::Hyphenation& language : found) {
    const fs::path folder = fs::path(languages_folder) / language.language;
    if (fs::is_regular_file(folder / "hyphenation.dic", failure)) language.file = (folder / "hyphenation.dic").string();
    if (!fs::is_regular_file(folder / "no-break.toml", failure)) continue;
    auto words = definition::read_no_break((folder / "no-break.toml").string(), sources, diagnostics);
    if (words) language.no_break = {std::move(words->before_number), std::move(words->after_number), std::move(words->months)};
  }
  return found;
}

/// Nothing when the data hold errors: what is missing there would be reported again by everything that asks for it.
std::optional<data::Dataset> read_data(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  Diagnostics found;
  auto dataset = data::read_dataset(folder, sources, found);
  for (const Diagnostic& diagnostic : found.list()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return dataset;
}

/// Null when the edition is for no press, or its profile can't be used.
std::unique_ptr<colour::PressProfile> read_profile(const definition::Edition& edition, Sources& sources, Diagnostics& diagnostics) {
  if (!edition.press || edition.press->profile_file.empty()) return nullptr;
  const auto file = definition::load_bytes(edition.press->profile_file, edition.press->profile_span, sources, diagnostics);
  if (!file) return nullptr;
  auto profile = colour::PressProfile::open(sources.text(*file), edition.press->intent);
  if (!profile)
    diagnostics.error("build.bad-profile", "\"" + edition.press->profile_file + "\" is no ICC profile of a press that prints in CMYK", edition.press->profile_span,
                      "take an output profile (class prtr, CMYK, version 2 or 4), as print houses give them");
  return profile;
}

/// Every report knows a record `recipient`: of an edition it has no name and number 0.
void add_recipient(const std::optional<Addressee>& addressee, data::Dataset& dataset, Diagnostics& diagnostics) {
  const auto taken = dataset.records.find("recipient");
  if (taken != dataset.records.end()) {
    const SourceSpan span = taken->second.members.empty() ? SourceSpan{} : taken->second.members.front().span;
    return diagnostics.error("build.reserved-record", "the record \"recipient\" tells whom a copy is for, and the data have another one", span, "give it another name");
  }
  const Addressee whom = addressee.value_or(Addressee{"", "", 0, 0, {}, {}});
  data::Record record{"recipient", {}};
  record.members.push_back({"name", whom.name, {}});
  record.members.push_back({"copy", std::int64_t{whom.copy}, {}});
  record.members.push_back({"copies", std::int64_t{whom.copies}, {}});
  dataset.records.emplace(record.name, std::move(record));
}

std::string edition_file(const Request& request, const definition::Definition& definition) {
  return (fs::path(definition.editions_folder) / (request.edition + ".toml")).string();
}

void use_variant(const Request& request, const std::optional<definition::Edition>& edition, definition::Theme& theme) {
  const bool for_print = edition && edition->for_print;
  theme.use(request.variant.value_or(for_print ? definition::Variant::print : definition::Variant::screen));
}

}  // namespace

std::optional<definition::Theme> theme_of(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  const auto definition = definition::read_definition(request.definition, sources, diagnostics);
  if (!definition) return std::nullopt;
  auto theme = definition::read_theme(definition->theme_file, sources, diagnostics, definition->named.theme);
  const auto edition = definition::read_edition(edition_file(request, *definition), sources, diagnostics, definition->named.editions);
  if (theme) use_variant(request, edition, *theme);
  return theme;
}

std::unique_ptr<ReadInputs> read_inputs(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  auto definition = definition::read_definition(request.definition, sources, diagnostics);
  if (!definition) return nullptr;
  const auto& named = definition->named;
  auto theme = definition::read_theme(definition->theme_file, sources, diagnostics, named.theme);
  auto edition = definition::read_edition(edition_file(request, *definition), sources, diagnostics, named.editions);
  auto press = edition ? read_profile(*edition, sources, diagnostics) : nullptr;
  const std::string language = edition && !edition->language.empty() ? edition->language : definition->language;
  const auto words_of = [&](const std::string& tag) {
    return definition::read_words((fs::path(definition->languages_folder) / tag / "words.toml").string(), sources, diagnostics, named.languages);
  };
  auto words = words_of(language);
  const bool translated = !definition->language.empty() && definition->language != language;
  auto home_words = translated ? words_of(definition->language) : std::nullopt;
  definition::Texts texts;
  if (translated)
    for (const std::string& folder : {definition->languages_folder, request.data}) definition::read_texts((fs::path(folder) / language / "texts.toml").string(), texts, sources, diagnostics);
  auto library = font::read_library(definition->fonts_folder, named.fonts, sources, diagnostics);
  auto dataset = read_data(request.data, sources, diagnostics);
  if (theme) {
    use_variant(request, edition, *theme);
    definition::check_names(*definition, *theme, diagnostics);
    colour::check_contrast(*theme, diagnostics);
    colour::check_palettes(*theme, diagnostics);
  }
  if (dataset) add_recipient(request.addressee, *dataset, diagnostics);
  if (dataset) data::check_dataset(*dataset, *definition, diagnostics);
  if (!theme || !edition || (edition->press && !press) || !words || !library || !dataset || (translated && !home_words)) return nullptr;
  edition->language = language;
  auto hyphenation = read_languages(definition->languages_folder, sources, diagnostics);
  return std::unique_ptr<ReadInputs>(new ReadInputs{std::move(*definition), std::move(*theme), std::move(*edition), std::move(press), std::move(*words), std::move(home_words), std::move(texts),
                                                    std::move(*dataset), std::move(*library), std::move(hyphenation)});
}

std::vector<InputFile> digest_inputs(const ReadInputs& inputs, const Sources& sources, const picture::Library& pictures) {
  std::vector<InputFile> files;
  for (std::uint32_t at = 0; at < sources.count(); ++at) {
    const std::string& name = sources.name({at});
    files.push_back({name, sources.is_on_disk({at}) ? digest::sha256_of_file(name).value_or("") : digest::sha256(sources.text({at}))});
  }
  for (const font::Face& face : inputs.library.faces) files.push_back({face.path, face.sha256});
  for (const picture::Picture& picture : pictures.pictures) files.push_back({picture.path, picture.sha256});
  for (const auto& patterns : inputs.hyphenation)
    if (!patterns.file.empty()) files.push_back({patterns.file, digest::sha256(read_file(patterns.file).value_or(""))});
  const auto by_path = [](const InputFile& a, const InputFile& b) { return a.path < b.path; };
  std::sort(files.begin(), files.end(), by_path);
  const auto same = [](const InputFile& a, const InputFile& b) { return a.path == b.path; };
  files.erase(std::unique(files.begin(), files.end(), same), files.end());
  return files;
}

}  // namespace tilstand::build
