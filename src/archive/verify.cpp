// SPDX-License-Identifier: Apache-2.0
#include "archive/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "archive/add.hpp"
#include "archive/bag.hpp"
#include "archive/conformance.hpp"
#include "archive/edition_file.hpp"
#include "archive/names.hpp"
#include "archive/read_mets.hpp"
#include "base/file.hpp"
#include "digest/sha256.hpp"
#include "manifest/read_manifest.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* sound_copy = "take the package from a sound copy";

/// Compares what lists say with what lies there. Each fault of a file is told once.
class Verifier {
 public:
  Verifier(const Opened& package, Diagnostics& diagnostics) : package_(package), content_(package.content()), diagnostics_(diagnostics) {}

  void check_all(const std::optional<Record>& record) {
    if (package_.form() == Form::bag) check_bag();
    if (!check_mets("")) return;
    listed_.insert("METS.xml");
    for (const auto& [path, sum] : content_)
      if (!listed_.contains(path)) fault("archive.extra-file", path, "no METS.xml lists it");
    if (record) check_record(*record);
  }

 private:
  void fault(const char* code, const std::string& path, const std::string& what) {
    const std::string shown = package_.form() == Form::bag && content_.contains(path) ? "data/" + path : path;
    if (told_.insert(code + (" " + shown)).second) diagnostics_.error(code, "\"" + printable(shown) + "\": " + printable(what), {}, sound_copy);
  }

  std::string bytes_of(const std::string& path) const { return read_file(package_.folder() + "/" + path).value_or(std::string()); }

  /// RFC 8493, 3: every file of a manifest is there with its sum, and every payload file is in the manifest.
  void check_bag() {
    if (bytes_of("bagit.txt").find("BagIt-Version: 1.0") != 0) fault("archive.damaged", "bagit.txt", "it is not that of a bag of version 1.0");
    std::set<std::string> known = {"tagmanifest-sha256.txt"};
    for (const char* name : {"manifest-sha256.txt", "tagmanifest-sha256.txt"}) {
      if (!package_.files().contains(name)) {
        fault("archive.missing-file", name, "a bag has it");
        continue;
      }
      for (const auto& [path, sha256] : read_bag_manifest(bytes_of(name), name, diagnostics_)) {
        known.insert(path);
        bagged_[path] = sha256;
        check_bagged(path, sha256, name);
      }
    }
    for (const auto& [path, sum] : package_.files())
      if (!known.contains(path)) fault("archive.extra-file", in_content(path), "no manifest of the bag lists it");
  }

  static std::string in_content(const std::string& path) { return path.starts_with("data/") ? path.substr(std::string_view("data/").size()) : path; }

  void check_bagged(const std::string& path, const std::string& sha256, const std::string& manifest) {
    const std::string wrong = fault_of_path(path);
    if (!wrong.empty()) return fault("archive.unsafe-name", path, manifest + " names it: " + wrong);
    const auto found = package_.files().find(path);
    if (found == package_.files().end()) return fault("archive.missing-file", path, manifest + " lists it");
    if (found->second.sha256 != sha256) fault("archive.wrong-checksum", in_content(path), "its SHA-256 is " + found->second.sha256 + ", " + manifest + " says " + sha256);
  }

  /// `folder`: that of the METS.xml, "" or "representations/rep1/".
  bool check_mets(const std::string& folder) {
    const std::string name = folder + "METS.xml";
    if (!content_.contains(name)) return fault("archive.missing-file", name, "a package has it"), false;
    const auto mets = read_mets(read_file(package_.root() + "/" + name).value_or(std::string()), name, diagnostics_);
    if (!mets) return false;
    if (folder.empty()) id_ = mets->id;
    bool sound = true;
    for (const MetsFile& file : mets->files) {
      const std::string wrong = fault_of_path(file.path), path = folder + file.path;
      if (!wrong.empty()) fault("archive.unsafe-name", path, name + " names it: " + wrong);
      else check_file(path, file, name);
      if (wrong.empty() && file.is_mets && folder.empty() && content_.contains(path)) sound = check_mets(path.substr(0, path.size() - std::string_view("METS.xml").size())) && sound;
    }
    return sound;
  }

  void check_file(const std::string& path, const MetsFile& file, const std::string& mets) {
    listed_.insert(path);
    const auto found = content_.find(path);
    const auto bagged = bagged_.find("data/" + path);
    if (bagged != bagged_.end() && bagged->second != file.sha256) fault("archive.disagree", path, mets + " and the bag's manifest give different checksums");
    if (found == content_.end()) return fault("archive.missing-file", path, mets + " lists it");
    if (found->second.sha256 != file.sha256) fault("archive.wrong-checksum", path, "its SHA-256 is " + found->second.sha256 + ", " + mets + " says " + file.sha256);
    else if (found->second.size != file.size) fault("archive.disagree", path, mets + " says " + std::to_string(file.size) + " bytes, it has " + std::to_string(found->second.size));
  }

  void check_record(const Record& record) {
    if (record.id != id_) fault("archive.disagree", std::string(record_path), "it is of the package \"" + record.id + "\", METS.xml of \"" + id_ + "\"");
    for (const Packaged& edition : record.editions) check_edition(record, edition);
    for (const Verdict& verdict : record.verdicts) check_verdict(verdict);
  }

  /// The edition's bytes up to what was appended, and each source, have the sums that its manifest gives.
  void check_edition(const Record& record, const Packaged& edition) {
    const std::string path = package_.root() + "/" + edition.pdf;
    const auto bytes = content_.contains(edition.pdf) ? read_file(path) : std::nullopt;
    if (!bytes) return fault("archive.missing-file", edition.pdf, "the record of the editions names it");
    if (digest::sha256(std::string_view(*bytes).substr(0, edition.built_bytes)) != edition.sha256)
      fault("archive.disagree", edition.pdf, "its first " + std::to_string(edition.built_bytes) + " bytes are not those that were built");
    Sources sources;
    Diagnostics said;
    const auto manifest = manifest::read_manifest(package_.root() + "/" + edition.manifest, sources, said);
    if (!manifest) return fault("archive.disagree", edition.manifest, "it can't be read as the manifest of an edition");
    if (manifest->output.sha256 != edition.sha256) fault("archive.disagree", edition.manifest, "it tells of another PDF than the record");
    std::set<std::string> sums;
    for (const auto& [source, sum] : content_)
      if (source.starts_with(record.sources + "/")) sums.insert(sum.sha256);
    for (const manifest::File& input : manifest->inputs)
      if (!sums.contains(input.sha256)) fault("archive.disagree", edition.manifest, "no source of the package is \"" + fs::path(input.path).filename().string() + "\" as the edition was built from it");
  }

  void check_verdict(const Verdict& verdict) {
    const auto bytes = content_.contains(verdict.report) ? read_file(package_.root() + "/" + verdict.report) : std::nullopt;
    if (!bytes) return fault("archive.missing-file", verdict.report, "the record of the editions names it");
    const std::vector<Verdict> said = read_verdicts(*bytes);
    const auto agrees = [&](const Verdict& one) { return one.pdf == verdict.pdf && one.flavour == verdict.flavour && one.passes == verdict.passes; };
    if (std::none_of(said.begin(), said.end(), agrees)) fault("archive.disagree", verdict.report, "it does not say of \"" + verdict.pdf + "\" what the record says it does");
  }

  const Opened& package_;
  Listing content_;
  Diagnostics& diagnostics_;
  std::set<std::string> listed_, told_;
  std::map<std::string, std::string> bagged_;  ///< digests by path, as the bag's manifests say
  std::string id_;
};

std::size_t errors_in(const Diagnostics& diagnostics) {
  return static_cast<std::size_t>(std::count_if(diagnostics.list().begin(), diagnostics.list().end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
}

}  // namespace

std::optional<Record> record_of(const Opened& package, Diagnostics& diagnostics) {
  const std::string path(record_path);
  const auto bytes = package.content().contains(path) ? read_file(package.root() + "/" + path) : std::nullopt;
  if (!bytes) {
    diagnostics.error("archive.missing-file", "\"" + path + "\": it tells how the editions are built again", {}, sound_copy);
    return std::nullopt;
  }
  auto record = read_record(*bytes, path, diagnostics);
  if (!record) return std::nullopt;
  for (const std::string* one : {&record->sources, &record->definition, &record->data, &record->editions.front().pdf, &record->editions.front().manifest}) {
    const std::string fault = fault_of_path(*one);
    if (fault.empty()) continue;
    diagnostics.error("archive.unsafe-name", "\"" + *one + "\" in \"" + path + "\" is no path of the package: " + fault, {}, sound_copy);
    return std::nullopt;
  }
  return record;
}

std::optional<Verified> verify(const std::string& package, const SealReader& seal, Diagnostics& diagnostics) {
  const std::size_t before = errors_in(diagnostics);
  const auto opened = Opened::open(package, diagnostics);
  if (!opened) return std::nullopt;
  Verified result;
  result.package = package;
  result.form = opened->form();
  result.is_zip = opened->is_zip();
  result.files = opened->files().size();
  for (const auto& [path, sum] : opened->files()) result.bytes += sum.size;
  result.sha256 = result.is_zip ? digest::sha256_of_file(package).value_or("") : digest_of(opened->files());
  result.record = record_of(*opened, diagnostics);
  Verifier(*opened, diagnostics).check_all(result.record);
  if (result.record && opened->content().contains(result.record->editions.front().pdf)) {
    const Packaged& edition = result.record->editions.front();
    result.seal = seal(opened->root() + "/" + edition.pdf, diagnostics);
    const bool is_appended = opened->content().at(edition.pdf).size > edition.built_bytes;
    if (is_appended && result.seal.kind == SealState::Kind::none) diagnostics.error("archive.broken-seal", "\"" + edition.pdf + "\": something was appended to the edition that is no seal", {}, sound_copy);
    if (result.seal.kind == SealState::Kind::invalid) diagnostics.error("archive.broken-seal", "\"" + edition.pdf + "\": " + result.seal.text, {}, sound_copy);
  }
  result.faults = errors_in(diagnostics) - before;
  return result;
}

}  // namespace tilstand::archive
