// SPDX-License-Identifier: Apache-2.0
#include "build/manifest.hpp"

#include <algorithm>
#include <filesystem>

#include "digest/sha256.hpp"
#include "manifest/figures.hpp"

namespace tilstand::build {
namespace {

namespace fs = std::filesystem;

std::string seen_from(const fs::path& folder, const std::string& path) {
  return fs::absolute(path).lexically_normal().lexically_relative(folder).generic_string();
}

}  // namespace

std::string identifier_of(const Report& report, const std::string& date) {
  std::vector<std::string> sums;
  for (const InputFile& input : report.inputs()) sums.push_back(input.sha256);
  std::sort(sums.begin(), sums.end());  // paths, and so their order, may differ from machine to machine
  std::string seed = program_version() + "\n" + report.edition().name + "\n" + date + "\n";
  for (const std::string& sum : sums) seed += sum;
  if (const auto& whom = report.addressee()) {
    seed += "\n" + whom->id + "\n" + whom->name + "\n" + std::to_string(whom->copy) + "/" + std::to_string(whom->copies);
    for (const std::string& part : whom->parts) seed += "\n" + part;
  }
  return digest::sha256(seed);
}

manifest::Manifest manifest_of(const Report& report, const InputFile& output, const ManifestPlace& place, const manifest::PageLog& log) {
  const fs::path from = fs::absolute(place.folder).lexically_normal();
  manifest::Manifest manifest;
  manifest.program = "tilstand " + program_version();
  manifest.libraries = library_versions();
  manifest.series = report.series();
  manifest.title = report.tree().title;
  manifest.language = report.edition().language;
  manifest.date = report.tree().date;
  manifest.data = seen_from(from, report.dataset().folder);
  manifest.output = {fs::path(output.path).filename().generic_string(), output.sha256};
  manifest.parts = log.parts();
  manifest.pages = log.pages();
  manifest.blocks = report.blocks().list();
  manifest.figures = manifest::short_figures(manifest::figures_of(report.dataset(), place.sources));
  for (const InputFile& input : report.inputs()) manifest.inputs.push_back({seen_from(from, input.path), input.sha256});
  std::sort(manifest.inputs.begin(), manifest.inputs.end(), [](const manifest::File& a, const manifest::File& b) { return a.path < b.path; });
  return manifest;
}

}  // namespace tilstand::build
