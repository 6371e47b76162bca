// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/add_archive.hpp"
#include "cli/built_edition.hpp"
#include "cli/now.hpp"
#include "cli/output.hpp"
#include "digest/sha256.hpp"
#include "registry/list.hpp"

namespace tilstand::cli {
namespace {

/// What the options of these commands say.
struct Request {
  std::string path = default_register;
  bool json = false;
  std::string edition;              ///< of `show` and `print`: its SHA-256, or the beginning of it
  std::vector<std::string> pdfs{};  ///< of `register`
  BuiltEdition built{};
  registry::PrintRun run{};
};

using Shared = std::shared_ptr<Request>;

void list(const Request& request, Diagnostics& diagnostics) {
  const auto reg = registry::Register::open({request.path}, diagnostics);
  const auto editions = reg ? reg->editions(diagnostics) : std::nullopt;
  if (!editions) return;
  std::vector<registry::History> all;
  for (const registry::Edition& edition : *editions) {
    auto history = registry::history_of(*reg, edition, diagnostics);
    if (!history) return;
    all.push_back(std::move(*history));
  }
  put(request.json ? registry::to_json(all) : registry::to_text(all), diagnostics);
}

void show(const Request& request, Diagnostics& diagnostics) {
  const auto reg = registry::Register::open({request.path}, diagnostics);
  const auto edition = reg ? reg->edition(request.edition, diagnostics) : std::nullopt;
  const auto history = edition ? registry::history_of(*reg, *edition, diagnostics) : std::nullopt;
  if (history) put(request.json ? registry::to_json(*history) : registry::to_text(*history), diagnostics);
}

/// All are looked at before the first is recorded.
void record(const Request& request, registry::Moment moment, Sources& sources, Diagnostics& diagnostics) {
  std::vector<registry::Edition> editions;
  for (const std::string& pdf : request.pdfs) {
    BuiltEdition built = request.built;
    built.pdf = pdf;
    if (auto edition = read_edition(built, sources, diagnostics)) editions.push_back(std::move(*edition));
  }
  if (diagnostics.has_errors()) return;
  const auto reg = registry::Register::open({.path = request.path, .may_write = true}, diagnostics);
  if (!reg) return;
  for (const registry::Edition& edition : editions) {
    const auto added = reg->add(edition, moment, diagnostics);
    if (!added) return;
    put(edition.sha256 + "  " + edition.file + (*added == registry::Added::yes ? ": recorded\n" : ": was recorded before\n"), diagnostics);
  }
}

/// The edition by its digest, or by its file.
std::optional<registry::Edition> find(registry::Register& reg, const std::string& name, Diagnostics& diagnostics) {
  if (!name.ends_with(".pdf")) return reg.edition(name, diagnostics);
  const auto digest = digest::sha256_of_file(name);
  if (digest) return reg.edition(*digest, diagnostics);
  diagnostics.error("pdf.missing-file", "\"" + name + "\" can't be read", {});
  return std::nullopt;
}

void record_print(const Request& request, registry::Moment moment, Diagnostics& diagnostics) {
  const auto reg = registry::Register::open({.path = request.path, .may_write = true}, diagnostics);
  const auto edition = reg ? find(*reg, request.edition, diagnostics) : std::nullopt;
  if (!edition) return;
  registry::PrintRun run = request.run;
  run.edition_sha256 = edition->sha256;
  const auto added = reg->add(run, moment, diagnostics);
  if (added) put(edition->sha256 + "  run " + run.run + (*added == registry::Added::yes ? ": recorded\n" : ": was recorded before\n"), diagnostics);
}

void add_common(CLI::App& app, const Shared& request, bool& json) {
  add_register_option(app, request->path);
  add_form_of_messages(app, json);
}

void add_listing(CLI::App& app, const Shared& request) {
  app.add_option_function<std::string>("--format", [request](const std::string& word) { request->json = word == "json"; }, "Form of the list (default: table)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "table"}));
}

/// Makes `work` what the command does when it is chosen.
template <class Work>
void run_by(CLI::App& app, Command& command, Work work) {
  app.callback([&command, work] {
    command.what = Command::What::other;
    command.other = work;
  });
}

void add_list(CLI::App& archive, Command& command, bool& json) {
  const auto request = std::make_shared<Request>();
  CLI::App* app = archive.add_subcommand("list", "List the editions, with copies printed, parcels delivered and packages");
  add_common(*app, request, json);
  add_listing(*app, request);
  run_by(*app, command, [request](Sources&, Diagnostics& diagnostics) { list(*request, diagnostics); });
}

void add_show(CLI::App& archive, Command& command, bool& json) {
  const auto request = std::make_shared<Request>();
  CLI::App* app = archive.add_subcommand("show", "Show all that is known of an edition; recipients by their ids only");
  app->add_option("edition", request->edition, "Its SHA-256, or four digits or more of its beginning")->required()->type_name("SHA256");
  add_common(*app, request, json);
  add_listing(*app, request);
  run_by(*app, command, [request](Sources&, Diagnostics& diagnostics) { show(*request, diagnostics); });
}

void add_record(CLI::App& archive, Command& command, bool& json) {
  const auto request = std::make_shared<Request>();
  BuiltEdition& built = request->built;
  CLI::App* app = archive.add_subcommand("register", "Record built editions; what stands there already stays as it is");
  app->add_option("pdf", request->pdfs, "The PDFs, each with its manifest beside it")->required()->type_name("PDF ...");
  app->add_option("--manifest", built.manifest, "The manifest, when it isn't beside the PDF, as with a sealed copy")->type_name("FILE");
  app->add_option("--report", built.report, "Name of the report (default: as its definition names it, without bindings)")->type_name("NAME");
  app->add_option("--edition", built.edition, "Name of the edition (default: as its file is called)")->type_name("NAME");
  constexpr int first = 1000, last = 9999;
  app->add_option("--year", built.year, "The report's year (default: as the folder of the data is called, else that of its date)")->type_name("YEAR")->check(CLI::Range(first, last).description(""));
  add_common(*app, request, json);
  app->callback([&command, request] {
    if (!request->built.manifest.empty() && request->pdfs.size() > 1) throw CLI::ValidationError("--manifest belongs to one PDF, not to several");
    command.what = Command::What::other;
    command.other = [&command, request](Sources& sources, Diagnostics& diagnostics) { record(*request, now(command), sources, diagnostics); };
  });
}

void add_print(CLI::App& archive, Command& command, bool& json) {
  const auto request = std::make_shared<Request>();
  registry::PrintRun& run = request->run;
  CLI::App* app = archive.add_subcommand("print", "Record a printed run of an edition; given again, what has changed is added");
  app->add_option("edition", request->edition, "The edition: its PDF, or four digits or more of its SHA-256")->required()->type_name("PDF|SHA256");
  app->add_option("--run", run.run, "Number or name of the run")->required()->type_name("TEXT");
  app->add_option("--printer", run.printer, "Who printed it")->required()->type_name("TEXT");
  app->add_option("--paper", run.paper, "Paper of the pages")->required()->type_name("TEXT");
  app->add_option("--binding", run.binding, "saddle, perfect or n-up")->required()->type_name("WORD")->check(CLI::IsMember({"n-up", "perfect", "saddle"}));
  const auto take_day = [&run](const std::string& text) {
    if (!registry::is_day(text)) throw CLI::ValidationError("--date", "\"" + text + "\" is no day; expected 2022-06-15");
    run.date = text;
  };
  app->add_option_function<std::string>("--date", take_day, "When it was printed, 2022-06-15")->required()->type_name("DAY");
  app->add_option("--copies", run.copies, "Copies")->required()->type_name("N")->check(CLI::Range(1U, 100'000'000U).description(""));
  app->add_option("--deposit", run.deposit, "Legal deposit: where and when")->type_name("TEXT");
  add_common(*app, request, json);
  run_by(*app, command, [&command, request](Sources&, Diagnostics& diagnostics) { record_print(*request, now(command), diagnostics); });
}

}  // namespace

void add_register_commands(CLI::App& archive, Command& command, bool& json) {
  add_list(archive, command, json);
  add_show(archive, command, json);
  add_record(archive, command, json);
  add_print(archive, command, json);
}

}  // namespace tilstand::cli
