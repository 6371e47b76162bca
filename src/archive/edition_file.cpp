// SPDX-License-Identifier: Apache-2.0
#include "archive/edition_file.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <string_view>

#include "base/file.hpp"
#include "digest/sha256.hpp"
#include "manifest/read_manifest.hpp"
#include "pdf/document.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::optional<std::uint64_t> built_size(const std::string& bytes, const std::string& sha256) {
  if (digest::sha256(bytes) == sha256) return bytes.size();
  constexpr std::string_view mark = "%%EOF";
  int tries = 64;  // each costs a digest; a file is appended to a few times, not more
  for (std::size_t at = bytes.find(mark); at != std::string::npos && tries > 0; at = bytes.find(mark, at + 1)) {
    for (const std::string_view ending : {"\n", "\r\n", "\r", ""}) {
      const std::size_t end = at + mark.size() + ending.size();
      if (std::string_view(bytes).substr(at + mark.size(), ending.size()) != ending || end >= bytes.size()) continue;
      --tries;
      if (digest::sha256(std::string_view(bytes).substr(0, end)) == sha256) return end;
    }
  }
  return std::nullopt;
}

std::optional<std::int64_t> epoch_of(const std::string& date) {
  std::string digits;
  for (const char one : date.substr(date.starts_with("D:") ? 2 : 0))
    if (one >= '0' && one <= '9') digits += one;
    else if (one != '-') break;
  if (digits.size() < 8) return std::nullopt;
  int day = 0;
  std::from_chars(digits.data(), digits.data() + 8, day);
  const std::chrono::year_month_day when{std::chrono::year(day / 10000), std::chrono::month(static_cast<unsigned>(day / 100 % 100)), std::chrono::day(static_cast<unsigned>(day % 100))};
  if (!when.ok()) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(when).time_since_epoch()).count();
}

std::optional<EditionFile> read_edition_file(const std::string& pdf, const std::string& manifest, Sources& sources, Diagnostics& diagnostics) {
  EditionFile edition;
  edition.pdf = pdf;
  edition.manifest_path = manifest.empty() ? fs::path(pdf).replace_extension(".manifest.json").string() : manifest;
  const auto bytes = read_file(pdf);
  if (!bytes) {
    diagnostics.error("archive.missing-input", "\"" + pdf + "\" can't be read", {}, "name the PDF that `tilstand build` wrote");
    return std::nullopt;
  }
  auto read = manifest::read_manifest(edition.manifest_path, sources, diagnostics);
  const auto document = pdf::Document::open(pdf, diagnostics);
  if (!read || !document) return std::nullopt;
  edition.manifest = std::move(*read);
  const auto size = built_size(*bytes, edition.manifest.output.sha256);
  if (!size) {
    diagnostics.error("archive.other-edition", "\"" + pdf + "\" is not the edition that \"" + edition.manifest_path + "\" tells of: its bytes are others", {},
                      "name the PDF as it was built, or as `tilstand seal` wrote it, and the manifest of that build by --manifest");
    return std::nullopt;
  }
  edition.built_bytes = *size;
  edition.epoch = epoch_of(document->about().created).value_or(epoch_of(edition.manifest.date).value_or(0));
  return edition;
}

}  // namespace tilstand::archive
