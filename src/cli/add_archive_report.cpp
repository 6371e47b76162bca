// SPDX-License-Identifier: Apache-2.0
#include "cli/add_archive_report.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "archive/opened.hpp"
#include "base/file.hpp"
#include "base/moment.hpp"
#include "base/passing_folder.hpp"
#include "build/build.hpp"
#include "cli/add_archive.hpp"
#include "cli/now.hpp"
#include "cli/output.hpp"
#include "cli/register_data.hpp"

namespace tilstand::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string path = default_register;
  std::string definition = "layouts/print-register.toml";
  std::string language = "nb";
  std::string day{};  ///< the report's date; empty: today
  std::string out{};  ///< folder
};

std::optional<std::vector<registry::History>> histories(const std::string& path, Diagnostics& diagnostics) {
  const auto reg = registry::Register::open({path}, diagnostics);
  const auto editions = reg ? reg->editions(diagnostics) : std::nullopt;
  if (!editions) return std::nullopt;
  std::vector<registry::History> all;
  for (const registry::Edition& edition : *editions) {
    auto history = registry::history_of(*reg, edition, diagnostics);
    if (!history) return std::nullopt;
    all.push_back(std::move(*history));
  }
  return all;
}

/// Whether all files stand in the folder now.
bool write_data(const std::vector<DataFile>& files, const std::string& folder) {
  std::error_code failure;
  for (const DataFile& file : files) {
    const fs::path path = fs::path(folder) / file.path;
    fs::create_directories(path.parent_path(), failure);
    if (failure || !replace_file(path.string(), file.text)) return false;
  }
  return true;
}

/// The edition of the archive in a language, as the layouts' folder names them.
std::string edition_of(const std::string& language) { return language == "nb" ? "archive" : "archive-" + language; }

/// Only the PDF comes out of the passing folder: its manifest would name sources that are gone.
void keep(const std::string& built, const std::string& out, Diagnostics& diagnostics) {
  const fs::path path = fs::path(out) / fs::path(built).filename();
  std::error_code failure;
  fs::create_directories(out, failure);
  const auto bytes = read_file(built);
  if (failure || !bytes || !replace_file(path.string(), *bytes)) return diagnostics.error("build.cannot-write", "\"" + path.string() + "\" can't be written", {});
  put(path.string() + "\n", diagnostics);
}

void report(const Options& options, const Command& command, Sources& sources, Diagnostics& diagnostics) {
  const auto all = histories(options.path, diagnostics);
  if (!all) return;
  constexpr std::size_t day_length = 10;
  const std::string day = options.day.empty() ? utc_text(now(command)).substr(0, day_length) : options.day;
  const PassingFolder folder;
  if (folder.path().empty() || !write_data(register_data(*all, day, options.language), folder.path() + "/data"))
    return diagnostics.error("build.cannot-write", "no folder can be made for what passes", {}, "set TMPDIR to a place with room");
  build::Request inner;
  inner.definition = options.definition;
  inner.data = folder.path() + "/data";
  inner.edition = edition_of(options.language);
  inner.out = folder.path() + "/out";
  inner.epoch = command.request.epoch;
  const build::Written written = build::build_pdf(inner, sources, diagnostics);
  if (written.ok) keep(written.path, options.out, diagnostics);
}

}  // namespace

void add_archive_report(CLI::App& archive, Command& command, bool& json) {
  const auto options = std::make_shared<Options>();
  CLI::App* app = archive.add_subcommand("report", "Set the register of printed editions as a report: editions, printed runs, counts of deliveries, packages; no recipients");
  add_register_option(*app, options->path);
  const auto take_day = [options](const std::string& text) {
    if (!registry::is_day(text)) throw CLI::ValidationError("--date", "\"" + text + "\" is no day; expected 2022-06-15");
    options->day = text;
  };
  app->add_option_function<std::string>("--date", take_day, "The report's date, 2022-06-15 (default: SOURCE_DATE_EPOCH, else today)")->type_name("DAY");
  app->add_option("--language", options->language, "Its language")->type_name("WORD")->check(CLI::IsMember({"en", "nb"}))->capture_default_str();
  app->add_option("--definition", options->definition, "What sets it")->type_name("FILE")->capture_default_str();
  app->add_option("--out", options->out, "Folder for the PDF")->required()->type_name("DIR");
  add_form_of_messages(*app, json);
  app->callback([&command, options] {
    command.what = Command::What::other;
    command.other = [&command, options](Sources& sources, Diagnostics& diagnostics) { report(*options, command, sources, diagnostics); };
  });
}

}  // namespace tilstand::cli
