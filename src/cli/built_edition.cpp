// SPDX-License-Identifier: Apache-2.0
#include "cli/built_edition.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/file.hpp"
#include "digest/sha256.hpp"
#include "manifest/read_manifest.hpp"
#include "pdf/document.hpp"
#include "seal/status.hpp"

namespace tilstand::cli {
namespace {

namespace fs = std::filesystem;

/// "rikets-tilstand" of "rikets-tilstand-{{ report.year }}".
std::string without_bindings(std::string name) {
  for (std::size_t open = name.find("{{"); open != std::string::npos; open = name.find("{{")) {
    const std::size_t close = name.find("}}", open);
    name.erase(open, close == std::string::npos ? close : close + 2 - open);
  }
  constexpr const char* joints = " -_.";
  const std::size_t first = name.find_first_not_of(joints);
  return first == std::string::npos ? "" : name.substr(first, name.find_last_not_of(joints) + 1 - first);
}

std::optional<int> year_in(const std::string& text) {
  constexpr std::size_t digits = 4;
  int year = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
  return failure == std::errc{} && text.size() == digits && end == text.data() + digits ? std::optional(year) : std::nullopt;
}

/// The file of the edition is an input, too.
std::string edition_in(const std::vector<manifest::File>& inputs) {
  std::string name;
  for (const manifest::File& input : inputs) {
    const fs::path path(input.path);
    if (path.extension() != ".toml" || path.parent_path().filename() != "editions") continue;
    if (!name.empty()) return {};
    name = path.stem().string();
  }
  return name;
}

std::string digest_of(const std::vector<manifest::File>& inputs, const std::string& data, bool of_data) {
  std::string list;
  for (const manifest::File& input : inputs)
    if (input.path.starts_with(data + "/") == of_data) list += input.sha256 + "  " + input.path + "\n";
  return digest::sha256(list);
}

void name_it(const BuiltEdition& of, const manifest::Manifest& manifest, registry::Edition& one) {
  const auto by_folder = year_in(fs::path(manifest.data).filename().string());
  one.report = of.report.empty() ? without_bindings(manifest.series) : of.report;
  one.year = of.year ? *of.year : by_folder ? *by_folder : year_in(manifest.date.substr(0, 4)).value_or(0);
  one.language = manifest.language;
  one.edition = of.edition.empty() ? edition_in(manifest.inputs) : of.edition;
  one.title = manifest.title;
  one.program = manifest.program;
}

/// The digest of the edition before its first seal; empty when it can't be told.
std::string digest_before_seals(const std::string& path) {
  Diagnostics aside;  // whether it is sealed is asked, not what is wrong with it
  const auto size = seal::unsealed_prefix(path, aside);
  const auto bytes = size ? read_file(path) : std::nullopt;
  return bytes ? digest::sha256(std::string_view(*bytes).substr(0, *size)) : "";
}

bool is_named(const registry::Edition& one, const std::string& pdf, Diagnostics& diagnostics) {
  if (!one.report.empty() && !one.edition.empty() && one.year != 0) return true;
  const char* what = one.report.empty() ? "report" : one.edition.empty() ? "edition" : "year";
  diagnostics.error("cli.unknown-edition", "the manifest of \"" + pdf + "\" doesn't tell its " + what, {}, std::string("name it by --") + what);
  return false;
}

}  // namespace

std::optional<registry::Edition> read_edition(const BuiltEdition& of, Sources& sources, Diagnostics& diagnostics) {
  const std::string place = of.manifest.empty() ? manifest::place_of(of.pdf).path : of.manifest;
  const auto manifest = manifest::read_manifest(place, sources, diagnostics);
  const auto document = manifest ? pdf::Document::open(of.pdf, diagnostics) : nullptr;
  if (!document) return std::nullopt;
  if (document->sha256() != manifest->output.sha256 && digest_before_seals(of.pdf) != manifest->output.sha256) {
    diagnostics.error("cli.other-file", "\"" + of.pdf + "\" is not the file that its manifest tells of, nor that file with a seal", {}, "build it again, or name its manifest by --manifest");
    return std::nullopt;
  }
  registry::Edition one;
  name_it(of, *manifest, one);
  one.sha256 = document->sha256();
  one.built_sha256 = manifest->output.sha256;
  one.file = fs::path(of.pdf).filename().string();
  one.pages = static_cast<std::int64_t>(document->page_count());
  one.bytes = static_cast<std::int64_t>(document->bytes());
  one.manifest_sha256 = digest::sha256_of_file(place).value_or("");
  one.definition_sha256 = digest_of(manifest->inputs, manifest->data, false);
  one.data_sha256 = digest_of(manifest->inputs, manifest->data, true);
  for (const manifest::File& input : manifest->inputs) one.inputs.push_back({input.path, input.sha256});
  return is_named(one, of.pdf, diagnostics) ? std::optional(std::move(one)) : std::nullopt;
}

}  // namespace tilstand::cli
