// SPDX-License-Identifier: Apache-2.0
#include "build/manifest.hpp"

#include <algorithm>
#include <filesystem>

#include "base/json_text.hpp"
#include "digest/sha256.hpp"

namespace tilstand::build {
namespace {

namespace fs = std::filesystem;

std::string seen_from(const fs::path& folder, const std::string& path) {
  return fs::absolute(path).lexically_normal().lexically_relative(folder).generic_string();
}

std::string file_entry(const std::string& path, const std::string& sha256) {
  return "{ \"file\": " + json_string(path) + ", \"sha256\": \"" + sha256 + "\" }";
}

}  // namespace

std::string identifier_of(const Report& report, const std::string& date) {
  std::vector<std::string> sums;
  for (const InputFile& input : report.inputs()) sums.push_back(input.sha256);
  std::sort(sums.begin(), sums.end());  // paths, and so their order, may differ from machine to machine
  std::string seed = program_version() + "\n" + report.edition().name + "\n" + date + "\n";
  for (const std::string& sum : sums) seed += sum;
  return digest::sha256(seed);
}

std::string manifest_json(const Report& report, const Written& written, const std::string& output_sha256, const std::string& folder) {
  const fs::path from = fs::absolute(folder).lexically_normal();
  std::vector<InputFile> inputs;
  for (const InputFile& input : report.inputs()) inputs.push_back({seen_from(from, input.path), input.sha256});
  std::sort(inputs.begin(), inputs.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  std::string json = "{\n  \"program\": " + json_string("tilstand " + program_version()) + ",\n  \"libraries\": [";
  const char* separator = "\n    ";
  for (const std::string& library : library_versions()) {
    json += separator + json_string(library);
    separator = ",\n    ";
  }
  json += "\n  ],\n  \"output\": " + file_entry(fs::path(written.path).filename().generic_string(), output_sha256);
  json += ",\n  \"pages\": " + std::to_string(written.pages) + ",\n  \"inputs\": [";
  separator = "\n    ";
  for (const InputFile& input : inputs) {
    json += separator + file_entry(input.path, input.sha256);
    separator = ",\n    ";
  }
  return json + "\n  ]\n}\n";
}

}  // namespace tilstand::build
