// SPDX-License-Identifier: Apache-2.0
#include "cli/add_archive_package.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "base/passing_folder.hpp"
#include "archive/add.hpp"
#include "archive/export.hpp"
#include "archive/rebuild.hpp"
#include "archive/verify.hpp"
#include "cli/add_archive.hpp"
#include "cli/now.hpp"
#include "cli/output.hpp"
#include "cli/package_register.hpp"
#include "cli/seal_state.hpp"
#include "digest/sha256.hpp"

namespace tilstand::cli {
namespace {

namespace fs = std::filesystem;

/// What the options of these commands write into; lives as long as the commands.
struct Options {
  archive::AddRequest add;
  std::string package, work, out;
  std::string run;    ///< number or name of the printed run in the register
  std::string reg{};  ///< path of the register; empty: none
  std::vector<std::string> trust{};  ///< PEM files of roots, for the seal
  std::optional<seal::Moment> at{};  ///< when the seal is looked at
  bool json = false;  ///< form of the list
};

archive::SealReader reader_of(const Options& options, const Command& command) { return seal_reader({options.trust, options.at.value_or(now(command))}); }

void add_format(CLI::App& app, Options& options) {
  app.add_option_function<std::string>("--format", [&options](const std::string& word) { options.json = word == "json"; }, "Form of the list (default: table)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "table"}));
}

void run_add(const Options& options, const Command& command, Sources& sources, Diagnostics& diagnostics) {
  archive::AddRequest request = options.add;
  request.epoch = command.request.epoch;
  request.moment = now(command);
  const fs::path folder = fs::path(request.definition).parent_path();
  if (request.data.empty()) request.data = (folder / "data").string();
  if (request.schemas.empty()) request.schemas = (folder / "schemas").string();
  const PackageRegister reg(options.reg, now(command));
  if (!reg.prepare(request, options.run, diagnostics)) return;
  const archive::Added added = archive::add(request, sources, diagnostics);
  if (!added.ok || !reg.record(added, request.bag, diagnostics)) return;
  put(added.path + ": " + added.id + ", " + std::to_string(added.files) + " files, " + std::to_string(added.bytes) + " bytes" + (added.was_there ? ", was there already" : "") + "\n", diagnostics);
}

void run_verify(const Options& options, const Command& command, Diagnostics& diagnostics) {
  const auto verified = archive::verify(options.package, reader_of(options, command), diagnostics);
  if (!verified && !options.json) return;
  archive::Verified nothing;
  nothing.package = options.package;
  nothing.faults = 1;
  put(options.json ? archive::to_json(verified ? *verified : nothing, diagnostics) : archive::to_text(*verified), diagnostics);
  if (!verified) return;
  const bool sound = verified->faults == 0;
  PackageRegister(options.reg, now(command)).note(verified->sha256, "verified", sound, sound ? "seal: " + verified->seal.text : std::to_string(verified->faults) + " faults", diagnostics);
}

void run_rebuild(const Options& options, const Command& command, Diagnostics& diagnostics) {
  const auto opened = archive::Opened::open(options.package, diagnostics);
  const auto record = opened ? archive::record_of(*opened, diagnostics) : std::nullopt;
  if (!record) return;
  const PassingFolder passing;
  const std::string work = options.work.empty() ? passing.path() : options.work;
  if (work.empty()) return diagnostics.error("archive.cannot-write", "no folder can be made to build in", {}, "name one by --work");
  std::vector<archive::Rebuilt> all;
  for (const archive::Packaged& edition : record->editions) {
    auto rebuilt = archive::rebuild(opened->root(), *record, edition, work, diagnostics);
    if (!rebuilt) return;
    if (!rebuilt->same) diagnostics.error("archive.different", "\"" + edition.pdf + "\" is not what its sources give: " + rebuilt->reasons.front().text, {});
    all.push_back(std::move(*rebuilt));
  }
  const bool sound = !diagnostics.has_errors();
  put(options.json ? archive::to_json(all) : archive::to_text(all), diagnostics);
  const std::string sha256 = opened->is_zip() ? digest::sha256_of_file(options.package).value_or("") : archive::digest_of(opened->files());
  PackageRegister(options.reg, now(command)).note(sha256, "rebuilt", sound, sound ? "the same bytes" : "other bytes", diagnostics);
}

void run_export(const Options& options, const Command& command, Diagnostics& diagnostics) {
  const archive::Exported exported = archive::export_deposit(options.package, options.out, reader_of(options, command), diagnostics);
  if (!exported.ok) return;
  std::string text = options.out + ":";
  for (const std::string& file : exported.files) text += (text.ends_with(':') ? " " : ", ") + file;
  put(text + "\n", diagnostics);
  PackageRegister(options.reg, now(command)).note(exported.package_sha256, "exported", true, "for legal deposit", diagnostics);
}

void add_inputs_of_add(CLI::App& add, Options& options) {
  archive::AddRequest& request = options.add;
  add.add_option("--definition", request.definition, "The report's definition")->required()->type_name("FILE");
  add.add_option("--data", request.data, "Folder of the year's data (default: `data` beside the definition)")->type_name("DIR");
  add.add_option("--edition-file", request.edition, "The archival edition, sealed or as it was built")->required()->type_name("PDF");
  add.add_option("--manifest", request.manifest, "Its manifest (default: beside it)")->type_name("FILE");
  add.add_option("--press", request.press, "The edition for the press, its manifest beside it")->type_name("PDF");
  const auto add_list = [&](const char* name, std::vector<std::string>& into, const char* text, const char* type) {
    add.add_option(name, into, text)->type_name(type)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  add_list("--sheets", request.sheets, "Imposed sheets", "PDF");
  add_list("--conformance", request.conformance, "Reports of veraPDF on these files: its JSON, or lines of PASS or FAIL, flavour and file", "FILE");
  add.add_option("--print-run", request.print_run, "What is known of the printed run (TOML: run, printer, paper, cover-paper, binding, date, copies, deposit)")->type_name("FILE");
  add.add_option("--register", options.reg, "The register that knows the edition: the package is recorded there, and the printed run taken from it")->type_name("FILE");
  add.add_option("--run", options.run, "Number or name of the printed run in the register (default: the last one)")->type_name("TEXT");
  add.add_option("--source", request.program_source, "Archive file of the program's own source")->type_name("TARBALL");
  add.add_option("--schemas", request.schemas, "Folder of XML schemas that go along (default: `schemas` beside the definition)")->type_name("DIR");
}

/// What a seal is judged by.
void add_trust(CLI::App& app, const std::shared_ptr<Options>& options) {
  app.add_option("--trust", options->trust, "PEM files of the roots that are trusted, for the seal")->type_name("FILE ...")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  const auto take_moment = [options](const std::string& text) {
    options->at = seal::read_iso(text);
    if (!options->at) throw CLI::ValidationError("--at", "\"" + text + "\" is no time; expected 2026-11-24 or 2026-11-24T17:00:00Z");
  };
  app.add_option_function<std::string>("--at", take_moment, "When the seal is looked at (default: SOURCE_DATE_EPOCH, else now)")->type_name("TIME");
}

using Run = void (*)(const Options&, const Command&, Sources&, Diagnostics&);

void run_by(CLI::App& app, Command& command, const std::shared_ptr<Options>& options, Run run) {
  app.callback([&command, options, run] {
    command.what = Command::What::other;
    command.other = [&command, options, run](Sources& sources, Diagnostics& diagnostics) { run(*options, command, sources, diagnostics); };
  });
}

/// A command that reads a package.
CLI::App* add_reader(CLI::App& archive, const char* name, const char* text, const std::shared_ptr<Options>& options, bool& json) {
  CLI::App* app = archive.add_subcommand(name, text);
  app->add_option("package", options->package, "Folder or ZIP file that `archive add` wrote")->required()->type_name("PACKAGE")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  app->add_option("--register", options->reg, "The register to note it in (default: none)")->type_name("FILE");
  add_form_of_messages(*app, json);
  return app;
}

}  // namespace

void add_archive_package(CLI::App& archive, Command& command, bool& json) {
  const auto options = std::make_shared<Options>();
  CLI::App* add = archive.add_subcommand("add", "Make an archive package of an edition: an E-ARK SIP with all that it was made from");
  add_inputs_of_add(*add, *options);
  add->add_option("--out", options->add.out, "Folder to make, or with --zip the file")->required()->type_name("PLACE");
  add->add_flag("--bag", options->add.bag, "Make a bag (BagIt 1.0) whose payload is the package");
  add->add_flag("--zip", options->add.zip, "Make one ZIP file");
  add_form_of_messages(*add, json);
  run_by(*add, command, options, [](const Options& all, const Command& said, Sources& sources, Diagnostics& diagnostics) { run_add(all, said, sources, diagnostics); });
  CLI::App* verify = add_reader(archive, "verify", "Look at every file of a package: sums, METS, bag, verdicts, seal", options, json);
  add_format(*verify, *options);
  add_trust(*verify, options);
  run_by(*verify, command, options, [](const Options& all, const Command& said, Sources&, Diagnostics& diagnostics) { run_verify(all, said, diagnostics); });
  CLI::App* rebuild = add_reader(archive, "rebuild", "Build a package's editions again from its own sources and compare byte for byte", options, json);
  rebuild->add_option("--work", options->work, "Folder that keeps what is built")->type_name("DIR");
  add_format(*rebuild, *options);
  run_by(*rebuild, command, options, [](const Options& all, const Command& said, Sources&, Diagnostics& diagnostics) { run_rebuild(all, said, diagnostics); });
  CLI::App* deposit = add_reader(archive, "export", "Write what a legal deposit asks for: the PDF, its metadata, checksums", options, json);
  add_trust(*deposit, options);
  deposit->add_option("--out", options->out, "Folder to make")->required()->type_name("DIR");
  run_by(*deposit, command, options, [](const Options& all, const Command& said, Sources&, Diagnostics& diagnostics) { run_export(all, said, diagnostics); });
}

}  // namespace tilstand::cli
