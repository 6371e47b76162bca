// SPDX-License-Identifier: Apache-2.0
#include "archive/export.hpp"

#include <filesystem>

#include "archive/describe.hpp"
#include "archive/stage.hpp"

namespace tilstand::archive {

namespace fs = std::filesystem;

Exported export_deposit(const std::string& package, const std::string& out, const SealReader& seal, Diagnostics& diagnostics) {
  Exported exported;
  const auto verified = verify(package, seal, diagnostics);
  if (!verified || !verified->record || verified->faults > 0) return exported;
  exported.package_sha256 = verified->sha256;
  const auto opened = Opened::open(package, diagnostics);
  if (!opened) return exported;
  const Record& record = *verified->record;
  const std::string pdf = record.editions.front().pdf, name = fs::path(pdf).filename().string();
  Stage stage(out, diagnostics);
  if (!stage.is_open()) return exported;
  bool written = stage.copy(opened->root() + "/" + pdf, name, opened->content().at(pdf).sha256) && stage.put("metadata.xml", dublin_core(record)) && stage.put("metadata.txt", metadata_text(record));
  std::string sums;
  for (const auto& [path, sum] : stage.listing()) sums += sum.sha256 + "  " + path + "\n";
  written = written && stage.put("SHA256SUMS", sums);
  if (!written) return exported;
  for (const auto& [path, sum] : stage.listing()) exported.files.push_back(path);
  std::error_code failure;
  if (!fs::exists(out, failure) || fs::is_empty(out, failure)) exported.ok = stage.commit(stage.root());
  else exported.ok = is_same_tree(stage.root(), out);
  if (!exported.ok && !diagnostics.has_errors()) diagnostics.error("archive.exists", "\"" + out + "\" is there already and holds something else", {}, "name another folder");
  return exported;
}

}  // namespace tilstand::archive
