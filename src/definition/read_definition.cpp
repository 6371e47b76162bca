// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "definition/read.hpp"
#include "definition/read_blocks.hpp"
#include "definition/read_checks.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Numbering>, 2> numberings{{{"arabic", Numbering::arabic}, {"roman", Numbering::roman}}};
constexpr std::array<std::pair<std::string_view, Side>, 3> sides{{{"any", Side::any}, {"left", Side::left}, {"right", Side::right}}};

std::string beside(const std::string& path, const std::string& relative) {
  return (std::filesystem::path(path).parent_path() / relative).lexically_normal().generic_string();
}

/// Reads a definition and what it includes, depth first; the files that are open guard against a loop.
class DefinitionReader {
 public:
  DefinitionReader(Sources& sources, Diagnostics& diagnostics) : sources_(sources), context_{diagnostics} {}

  std::optional<Definition> read(const std::string& path) {
    const std::optional<Toml> root = open(path, {});
    if (!root) return std::nullopt;
    Definition definition;
    open_.push_back(path);
    KeyReader keys(*root, context_);
    int format = 0;
    keys.integer("format", format, {1, 1}, Need::required);
    if (const Toml* report = keys.table("report", Need::required)) read_report(*report, path, definition);
    if (const Toml* trend = keys.table("trend")) read_trend(*trend, definition);
    if (const Toml* checks = keys.table("checks")) definition.checks = read_checks(*checks, context_);
    read_parts(keys.tables("part", Need::required), path, definition.parts);
    keys.finish();
    return definition;
  }

 private:
  std::optional<Toml> open(const std::string& path, SourceSpan wanted_by) {
    const std::optional<FileId> file = load_file(path, wanted_by, sources_, context_.diagnostics);
    if (!file) return std::nullopt;
    return parse_toml(*file, sources_, context_.diagnostics);
  }

  void read_report(const Toml& table, const std::string& path, Definition& definition) {
    KeyReader keys(table, context_);
    keys.text("name", definition.name, Need::required);
    keys.text("title", definition.title, Need::required);
    keys.text("author", definition.author);
    keys.text("subject", definition.subject);
    keys.text("keywords", definition.keywords);
    keys.text("licence", definition.licence);
    keys.text("running", definition.running);
    keys.text("date", definition.date, Need::required);
    keys.string("language", definition.language, Need::required);
    Text theme, fonts, languages, editions;
    keys.text("theme", theme, Need::required);
    keys.text("fonts", fonts, Need::required);
    keys.text("languages", languages, Need::required);
    keys.text("editions", editions, Need::required);
    keys.finish();
    definition.theme_file = beside(path, theme.value);
    definition.fonts_folder = beside(path, fonts.value);
    definition.languages_folder = beside(path, languages.value);
    definition.editions_folder = beside(path, editions.value);
    definition.named = {theme.span, fonts.span, languages.span, editions.span};
  }

  void read_trend(const Toml& table, Definition& definition) {
    KeyReader keys(table, context_);
    const Toml* flat = keys.table("flat-within");
    const auto* units = flat != nullptr ? std::get_if<Toml::Table>(&flat->value) : nullptr;
    for (std::size_t at = 0; units != nullptr && at < units->size(); ++at) {
      const Toml::Member& unit = (*units)[at];  // which units there are, only the data know
      std::optional<double> change;
      if (KeyReader(*flat, context_).real(unit.key, change) && change) definition.flat_within.push_back({unit.key, *change, unit.key_span});
    }
    keys.finish();
  }

  void read_parts(const std::vector<const Toml*>& tables, const std::string& path, std::vector<Part>& parts) {
    for (const Toml* table : tables) {
      KeyReader keys(*table, context_);
      Text include;
      if (keys.text("include", include)) {
        keys.finish();
        read_included(include, path, parts);
      } else {
        parts.push_back(read_part(keys));
      }
    }
  }

  void read_included(const Text& include, const std::string& path, std::vector<Part>& parts) {
    const std::string target = beside(path, include.value);
    if (std::find(open_.begin(), open_.end(), target) != open_.end()) {
      context_.diagnostics.error("definition.include-loop", "\"" + include.value + "\" is included by itself, directly or through another file", include.span,
                                 "take one of the includes out");
      return;
    }
    const std::optional<Toml> root = open(target, include.span);
    if (!root) return;
    open_.push_back(target);
    KeyReader keys(*root, context_);
    int format = 0;
    keys.integer("format", format, {1, 1});
    read_parts(keys.tables("part", Need::required), target, parts);
    keys.finish();
    open_.pop_back();
  }

  Part read_part(KeyReader& keys) {
    Part part;
    part.source = keys.span();
    keys.text("id", part.id);
    keys.text("title", part.title, Need::required);
    keys.text("subtitle", part.subtitle);
    keys.text("running", part.running);
    keys.text("thumb", part.thumb);
    keys.text("when", part.when);
    keys.text("master", part.master, Need::required);
    keys.text("toc-status", part.toc_status);
    keys.text("toc-levels", part.toc_levels, part.toc_status.empty() ? Need::optional : Need::required);
    keys.choice("start", part.start, sides);
    keys.choice("numbering", part.numbering, numberings);
    keys.integer("number-from", part.number_from, {1, 99999});
    keys.boolean("listed", part.listed);
    part.loop = read_loop(keys);
    part.blocks = read_blocks(keys.tables("block"), context_);
    keys.finish();
    return part;
  }

  Sources& sources_;
  ReadContext context_;
  std::vector<std::string> open_;
};

}  // namespace

std::optional<Definition> read_definition(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return DefinitionReader(sources, diagnostics).read(std::filesystem::path(path).lexically_normal().generic_string());
}

std::optional<Block> read_block(std::string_view kind, std::string_view toml, FileId file, Position place, Diagnostics& diagnostics) {
  const std::optional<Toml> table = parse_toml_at(toml, file, place, diagnostics);
  if (!table) return std::nullopt;
  ReadContext context{diagnostics};
  const Text word{std::string(kind), {file, {place.line > 1 ? place.line - 1 : 1, 4}, {place.line > 1 ? place.line - 1 : 1, static_cast<std::uint32_t>(4 + kind.size())}}};
  return read_block_table(*table, &word, context);
}

}  // namespace tilstand::definition
