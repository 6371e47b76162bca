// SPDX-License-Identifier: Apache-2.0
#include "archive/add.hpp"

#include <algorithm>
#include <filesystem>

#include "archive/bag.hpp"
#include "archive/conformance.hpp"
#include "archive/describe.hpp"
#include "archive/gather.hpp"
#include "archive/names.hpp"
#include "archive/print_run.hpp"
#include "archive/rebuild.hpp"
#include "archive/stage.hpp"
#include "archive/zip.hpp"
#include "base/file.hpp"
#include "base/moment.hpp"
#include "build/build.hpp"
#include "build/manifest.hpp"
#include "digest/sha256.hpp"
#include "seal/status.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

std::string file_name(const std::string& path) { return fs::path(path).filename().string(); }

/// The package of one request, step by step; each step says whether it went well.
class Packer {
 public:
  Packer(const AddRequest& request, Sources& sources, Stage& stage, Diagnostics& diagnostics)
      : request_(request), sources_(sources), stage_(stage), diagnostics_(diagnostics), prefix_(request.bag ? "data/" : "") {}

  bool read() {
    for (const std::string& pdf : {request_.edition, request_.press}) {
      if (pdf.empty()) continue;
      auto edition = read_edition_file(pdf, pdf == request_.edition ? request_.manifest : std::string(), sources_, diagnostics_);
      if (edition && check_seal(*edition)) editions_.push_back(std::move(*edition));
    }
    if (diagnostics_.has_errors()) return false;
    gathered_ = gather(request_, editions_, sources_, diagnostics_);
    return gathered_ && read_print_run_of_request() && read_reports();
  }

  bool copy_content() {
    representations_.push_back({"rep1", "The edition: " + editions_.front().manifest.title});
    for (std::size_t at = 0; at < editions_.size(); ++at)
      if (!copy_edition(editions_[at], at == 0 ? "rep1" : "rep2", gathered_->names[at])) return false;
    for (const std::string& sheets : request_.sheets)
      if (!copy_named(sheets, "representations/rep2/data/")) return false;
    if (editions_.size() > 1 || !request_.sheets.empty()) representations_.push_back({"rep2", "What was printed from: pages for the press, imposed sheets"});
    representations_.push_back({"rep3", "The sources: definition, theme, words, data, prose, pictures and fonts"});
    record_.sources = "representations/rep3/data";
    for (const Copy& one : gathered_->copies)
      if (!stage_.copy(one.from, prefix_ + record_.sources + "/" + one.to, one.sha256)) return false;
    return copy_documents();
  }

  /// Builds again from what was gathered, which also tells the report's own metadata.
  bool fill_record() {
    const manifest::Manifest& manifest = editions_.front().manifest;
    record_.id = fs::path(manifest.output.path).stem().string() + "-" + edition_sum().substr(0, 12);
    record_.program = manifest.program;
    record_.libraries = manifest.libraries;
    record_.title = manifest.title;
    record_.language = manifest.language;
    record_.date = manifest.date;
    record_.pages = manifest.pages.size();
    record_.created = utc_text(request_.epoch.value_or(first_possible_moment()));
    record_.definition = gathered_->definition;
    record_.data = gathered_->data;
    return fill_metadata() && try_rebuild();
  }

  bool describe() {
    if (!put(std::string(record_path), to_json(record_)) || !put("metadata/descriptive/dc.xml", dublin_core(record_))) return false;
    if (!put("schemas/README.txt", schemas_readme()) || !put("documentation/README.txt", readme({record_, representations_, content()}))) return false;
    for (const Representation& one : representations_)
      if (!put(one.folder() + "/metadata/preservation/premis.xml", premis_of(one, {record_, representations_, content()}))) return false;
    if (!put("metadata/preservation/premis.xml", premis_of_package({record_, representations_, content()}))) return false;
    for (const Representation& one : representations_)
      if (!put(one.folder() + "/METS.xml", mets_of(one, {record_, representations_, content()}))) return false;
    if (!put("METS.xml", mets_of_package({record_, representations_, content()}))) return false;
    if (!request_.bag) return true;
    for (const auto& [name, text] : bag_files(record_, Listing(stage_.listing())))
      if (!stage_.put(name, text)) return false;
    return true;
  }

  const Record& record() const { return record_; }
  std::string edition_sum() const { return stage_.listing().at(prefix_ + record_.editions.front().pdf).sha256; }

 private:
  /// A package is no older than its edition and the seals on it.
  std::int64_t first_possible_moment() const {
    std::int64_t moment = editions_.front().epoch;
    for (const SealedBy& seal : record_.seals) moment = std::max(moment, seal::read_iso(seal.time).value_or(moment));
    return moment;
  }

  bool put(const std::string& path, const std::string& bytes) { return stage_.put(prefix_ + path, bytes); }
  bool copy_named(const std::string& from, const std::string& folder) {
    const std::string to = folder + file_name(from), fault = fault_of_path(file_name(from));
    if (!fault.empty()) return fail("archive.bad-name", "\"" + from + "\" can't be a name in a package: " + fault, "rename the file");
    if (names_recipients(from)) return fail("archive.recipients", "\"" + from + "\" is a list of recipients, which are personal data and never archived", "leave it out");
    if (stage_.listing().contains(prefix_ + to)) return fail("archive.bad-name", "two files would be named \"" + to + "\" in the package", "rename one of them");
    return stage_.copy(from, prefix_ + to);
  }
  bool fail(const char* code, const std::string& message, const std::string& hint) {
    diagnostics_.error(code, message, {}, hint);
    return false;
  }

  /// What stands behind the built bytes must be a seal, and one that isn't broken.
  bool check_seal(const EditionFile& edition) {
    std::error_code failure;
    if (fs::file_size(edition.pdf, failure) == edition.built_bytes) return true;
    const auto status = seal::status(edition.pdf, {{}, request_.moment}, diagnostics_);
    if (!status) return false;
    for (const seal::Seal& one : status->seals)
      if (editions_.empty()) record_.seals.push_back({one.signer, one.stamped.empty() ? one.claimed : one.stamped});
    if (!status->seals.empty() && status->verdict() != seal::Verdict::broken) return true;
    return fail("archive.broken-seal", "\"" + edition.pdf + "\": " + (status->seals.empty() ? "something was appended to the edition that is no seal" : "its seal is broken"),
                "pack the edition as it was built, or as `tilstand seal` wrote it");
  }

  bool copy_edition(const EditionFile& edition, const std::string& representation, const std::string& name) {
    const std::string folder = "representations/" + representation + "/data/";
    const std::string manifest = fs::path(file_name(edition.pdf)).replace_extension(".manifest.json").string();
    record_.editions.push_back({name, folder + file_name(edition.pdf), folder + manifest, edition.manifest.output.sha256, edition.built_bytes, edition.epoch});
    return copy_named(edition.pdf, folder) && stage_.copy(edition.manifest_path, prefix_ + folder + manifest);
  }

  bool copy_documents() {
    if (!request_.program_source.empty() && !copy_named(request_.program_source, "documentation/program/")) return false;
    if (!print_run_.empty() && !put("metadata/other/print-run.toml", print_run_)) return false;
    for (const auto& [from, to] : reports_)
      if (!stage_.copy(from, prefix_ + to)) return false;
    std::vector<std::string> schemas;
    std::error_code failure;
    if (!request_.schemas.empty())
      for (const fs::directory_entry& entry : fs::directory_iterator(request_.schemas, failure))
        if (entry.is_regular_file(failure) && entry.path().extension() == ".xsd") schemas.push_back(entry.path().string());
    std::sort(schemas.begin(), schemas.end());
    return std::all_of(schemas.begin(), schemas.end(), [&](const std::string& one) { return copy_named(one, "schemas/"); });
  }

  bool read_print_run_of_request() {
    print_run_ = request_.print_run_text;
    if (request_.print_run.empty()) return true;
    const auto run = read_print_run(request_.print_run, sources_, diagnostics_);
    if (run) print_run_ = to_toml(*run);
    return run.has_value();
  }

  bool is_ours(const std::string& pdf) const {
    return std::any_of(editions_.begin(), editions_.end(), [&](const EditionFile& one) { return file_name(one.pdf) == pdf; });
  }

  bool read_reports() {
    for (const std::string& path : request_.conformance) {
      const auto bytes = read_file(path);
      if (!bytes) return fail("archive.missing-input", "\"" + path + "\" can't be read", "name the report that veraPDF wrote");
      const std::string to = "metadata/other/conformance/" + std::to_string(reports_.size() + 1) + "-" + file_name(path);
      reports_.emplace_back(path, to);
      const std::size_t before = record_.verdicts.size();
      for (Verdict verdict : read_verdicts(*bytes)) {
        if (!is_ours(verdict.pdf)) continue;
        verdict.report = to;
        if (!verdict.passes) return fail("archive.not-conforming", "\"" + verdict.pdf + "\" breaks the standard " + verdict.flavour + ", says \"" + path + "\"", "archive an edition that conforms");
        record_.verdicts.push_back(verdict);
      }
      if (record_.verdicts.size() == before)
        return fail("archive.bad-report", "\"" + path + "\" tells nothing of \"" + file_name(request_.edition) + "\"", "give veraPDF's report of it: its JSON, or lines of PASS or FAIL, flavour and file");
    }
    if (record_.verdicts.empty()) diagnostics_.warning("archive.no-verdict", "no judge's verdict goes into the package", {}, "judge the edition by veraPDF and give its report by --conformance");
    return true;
  }

  bool fill_metadata() {
    build::Request request;
    request.definition = stage_.root() + "/" + prefix_ + record_.sources + "/" + record_.definition;
    request.data = stage_.root() + "/" + prefix_ + record_.sources + "/" + record_.data;
    request.edition = record_.editions.front().name;
    Diagnostics said;
    const auto report = build::Report::load(request, sources_, said);
    for (const Diagnostic& one : said.list())
      if (one.severity == Severity::error) diagnostics_.add(one);
    if (!report) return false;
    record_.author = report->tree().author;
    record_.subject = report->tree().subject;
    record_.keywords = report->tree().keywords;
    record_.licence = report->tree().licence;
    return true;
  }

  bool try_rebuild() {
    const auto again = rebuild(stage_.root() + "/" + (request_.bag ? "data" : ""), record_, record_.editions.front(), stage_.work(), diagnostics_);
    if (!again) return false;
    record_.rebuilt = again->same ? "same" : "different";
    if (!again->same && !again->reasons.empty())
      diagnostics_.warning("archive.not-rebuilt", "this program builds other bytes from the same sources: " + again->reasons.front().text, {},
                           "give the source of the program that built the edition by --source");
    return true;
  }

  /// Paths as they are seen from METS.xml.
  const Listing& content() {
    content_.clear();
    for (const auto& [path, sum] : stage_.listing()) content_.emplace(path.substr(prefix_.size()), sum);
    return content_;
  }

  const AddRequest& request_;
  Sources& sources_;
  Stage& stage_;
  Diagnostics& diagnostics_;
  std::string prefix_, print_run_;
  std::vector<EditionFile> editions_;
  std::optional<Gathered> gathered_;
  std::vector<Representation> representations_;
  std::vector<std::pair<std::string, std::string>> reports_;  ///< from, to
  Record record_;
  Listing content_;
};

std::string target_of(const AddRequest& request) {
  std::string out = request.out;
  while (out.size() > 1 && out.ends_with('/')) out.pop_back();
  return request.zip && !out.ends_with(".zip") ? out + ".zip" : out;
}

/// Puts the package where it belongs, unless something else stands there.
bool put_in_place(const AddRequest& request, Stage& stage, Added& added, Diagnostics& diagnostics) {
  std::string made = stage.root();
  if (request.zip) {
    std::vector<std::string> paths;
    for (const auto& [path, sum] : stage.listing()) paths.push_back(path);
    made = stage.work() + "/package.zip";
    if (!write_zip(stage.root(), paths, added.id, made, diagnostics)) return false;
  }
  added.sha256 = request.zip ? digest::sha256_of_file(made).value_or("") : digest_of(stage.listing());
  std::error_code failure;
  const bool is_taken = fs::exists(added.path, failure) && !(fs::is_directory(added.path, failure) && fs::is_empty(added.path, failure));
  if (!is_taken) return stage.commit(made);
  added.was_there = is_same_tree(made, added.path);
  if (!added.was_there) diagnostics.error("archive.exists", "\"" + added.path + "\" is there already, and is another package", {}, "name another place; packages are never overwritten");
  return added.was_there;
}

}  // namespace

std::string digest_of(const Listing& files) {
  std::string lines;
  for (const auto& [path, sum] : files) lines += sum.sha256 + "  " + path + "\n";
  return digest::sha256(lines);
}

Added add(const AddRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Added added;
  added.path = target_of(request);
  Stage stage(added.path, diagnostics);
  if (!stage.is_open()) return added;
  Packer packer(request, sources, stage, diagnostics);
  if (!packer.read() || !packer.copy_content() || !packer.fill_record() || !packer.describe()) return added;
  added.id = packer.record().id;
  added.verdicts = packer.record().verdicts;
  added.edition_sha256 = packer.edition_sum();
  for (const auto& [path, sum] : stage.listing()) added.bytes += sum.size;
  added.files = stage.listing().size();
  added.ok = put_in_place(request, stage, added, diagnostics);
  return added;
}

}  // namespace tilstand::archive
