// SPDX-License-Identifier: Apache-2.0
#include "manifest/read_manifest.hpp"

#include <filesystem>
#include <limits>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "manifest/figures.hpp"
#include "tables/json_value.hpp"

namespace tilstand::manifest {
namespace {

using tables::Json, tables::JsonFault;

constexpr std::int64_t most_count = std::numeric_limits<std::int32_t>::max();

/// Reads members that must be there; the first that is not as it should be is reported, once for all.
class ManifestReader {
 public:
  ManifestReader(FileId file, Sources& sources, Diagnostics& diagnostics) : file_(file), sources_(sources), diagnostics_(diagnostics) {}

  std::optional<Manifest> read(const Json& root) {
    Manifest one;
    if (root.object() == nullptr || root.member("format") == nullptr) refuse(root, "this is no manifest of a built edition");
    else if (root.member("format")->integer() != 1) refuse(*root.member("format"), "the manifest's format is not 1, the one that this program knows");
    if (!failed_) read_members(root, one);
    if (failed_) return std::nullopt;
    return one;
  }

 private:
  void read_members(const Json& root, Manifest& one) {
    for (const Json& library : array(root, "libraries")) one.libraries.push_back(string(library));
    one.program = text(root, "program");
    one.series = text(root, "series");
    one.title = text(root, "title");
    one.language = text(root, "language");
    one.date = text(root, "date");
    one.data = text(root, "data");
    if (const Json* output = member(root, "output")) one.output = file(*output);
    for (const Json& part : array(root, "parts")) one.parts.push_back(read_part(part));
    for (const Json& block : array(root, "blocks")) one.blocks.push_back(read_block(block, one.parts.size()));
    for (const Json& page : array(root, "pages")) one.pages.push_back(read_page(page, one));
    for (const Json& figure : array(root, "figures")) one.figures.push_back(read_figure(figure));
    for (const Json& input : array(root, "inputs")) one.inputs.push_back(file(input));
  }

  File file(const Json& json) { return {text(json, "file"), text(json, "sha256")}; }
  Part read_part(const Json& json) {
    return {text(json, "id"), text(json, "title"), text(json, "digest"), static_cast<std::uint32_t>(number(json, "first", 0, most_count)),
            static_cast<std::uint32_t>(number(json, "last", 0, most_count))};
  }
  std::uint32_t part_of(const Json& json, std::size_t parts) {
    if (json.member("part") == nullptr) return Page::no_part;
    return static_cast<std::uint32_t>(number(json, "part", 0, static_cast<std::int64_t>(parts) - 1));
  }
  Block read_block(const Json& json, std::size_t parts) {
    return {text(json, "kind"), part_of(json, parts), text(json, "digest"), json.member("words") != nullptr ? text(json, "words") : std::string()};
  }
  Page read_page(const Json& json, const Manifest& one) {
    Page page{text(json, "label"), part_of(json, one.parts.size()), text(json, "text"), text(json, "looks"), number(json, "left", 0, most_count), {}};
    const std::int64_t last = static_cast<std::int64_t>(one.blocks.size()) - 1;
    std::int64_t least = 0;
    for (const Json& stretch : array(json, "blocks")) {
      const Json::Array* ends = stretch.array();
      if (ends == nullptr || ends->size() != 2) return refuse(stretch, "expected two numbers"), page;
      const std::int64_t begin = in_range(ends->front(), least, last), end = in_range(ends->back(), begin, last);
      for (std::int64_t at = begin; at <= end && !failed_; ++at) page.blocks.push_back(static_cast<std::uint32_t>(at));
      least = end + 1;
    }
    return page;
  }
  Figure read_figure(const Json& json) {
    Figure figure{text(json, "name"), static_cast<int>(number(json, "year", 0, 9999)), {}, {}};
    if (const Json* fields = member(json, "fields")) {
      if (fields->object() == nullptr) return refuse(*fields, "expected an object"), figure;
      for (const Json::Member& field : *fields->object()) figure.fields[field.key] = string(field.value);
    }
    for (const Json& value : array(json, "values"))
      figure.values.push_back({static_cast<int>(number(value, "year", 0, 9999)), decimal(value), text(value, "place")});
    return figure;
  }
  std::string decimal(const Json& json) {
    std::string spelling = text(json, "value");
    if (!failed_ && !is_number(spelling)) refuse(*json.member("value"), "expected a decimal number");
    return spelling;
  }

  const Json* member(const Json& json, const char* key) {
    const Json* found = json.member(key);
    if (found == nullptr) refuse(json, "\"" + std::string(key) + "\" is missing here");
    return found;
  }
  std::string text(const Json& json, const char* key) {
    const Json* found = member(json, key);
    return found != nullptr ? string(*found) : std::string();
  }
  std::string string(const Json& json) {
    if (json.string() != nullptr) return *json.string();
    refuse(json, "expected a string");
    return {};
  }
  std::int64_t number(const Json& json, const char* key, std::int64_t least, std::int64_t most) {
    const Json* found = member(json, key);
    return found != nullptr ? in_range(*found, least, most) : 0;
  }
  std::int64_t in_range(const Json& json, std::int64_t least, std::int64_t most) {
    const auto whole = json.integer();
    if (whole && *whole >= least && *whole <= most) return *whole;
    refuse(json, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return 0;
  }
  const Json::Array& array(const Json& json, const char* key) {
    static const Json::Array nothing;
    const Json* found = member(json, key);
    if (found == nullptr) return nothing;
    if (found->array() == nullptr) refuse(*found, "expected a list");
    return found->array() != nullptr ? *found->array() : nothing;
  }
  void refuse(const Json& json, const std::string& message) {
    if (failed_) return;
    failed_ = true;
    const SourceSpan span{file_, sources_.position(file_, json.begin), sources_.position(file_, json.end)};
    diagnostics_.error("manifest.not-a-manifest", message, span, "name the .manifest.json that `tilstand build` wrote beside the PDF, or build the edition again");
  }

  FileId file_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

Place place_of(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr std::string_view ending = ".manifest.json";
  std::error_code failure;
  if (!fs::is_directory(path, failure)) {
    const fs::path file(path);
    return {Place::Kind::edition, file.extension() == ".pdf" ? fs::path(file).replace_extension(ending).string() : path};
  }
  if (fs::exists(fs::path(path) / "data.toml", failure)) return {Place::Kind::data, path};
  std::vector<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, failure))
    if (entry.path().filename().string().ends_with(ending)) found.push_back(entry.path().string());
  if (found.size() == 1) return {Place::Kind::edition, found.front()};
  return {Place::Kind::data, path};
}

bool check_series(const Manifest& manifest, const std::string& path, const std::string& series, Diagnostics& diagnostics) {
  if (manifest.series == series) return true;
  diagnostics.error("manifest.other-report", "\"" + path + "\" is an edition of another report, \"" + manifest.series + "\" and not \"" + series + "\"", {},
                    "compare editions whose definitions have the same `name`");
  return false;
}

std::optional<Manifest> read_manifest(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  auto bytes = read_file(path);
  if (!bytes) {
    diagnostics.error("manifest.missing-file", "\"" + path + "\" can't be read", {}, "name the manifest of a built edition, or a folder of data");
    return std::nullopt;
  }
  const FileId file = sources.add(path, std::move(*bytes));
  JsonFault fault;
  const auto json = tables::read_json(sources.text(file), fault);
  if (!json) {
    const Position at = sources.position(file, fault.at);
    diagnostics.error("manifest.not-json", "the file is no JSON: " + fault.message, {file, at, {at.line, at.column + 1}});
    return std::nullopt;
  }
  return ManifestReader(file, sources, diagnostics).read(*json);
}

}  // namespace tilstand::manifest
