// SPDX-License-Identifier: Apache-2.0
#include "cli/add_archive.hpp"

#include <CLI/CLI.hpp>

#include "cli/add_archive_package.hpp"
#include "cli/add_archive_report.hpp"

namespace tilstand::cli {

void add_archive(CLI::App& app, Command& command, bool& json) {
  CLI::App* archive = app.add_subcommand("archive", "Keep the register of editions, printed runs and deliveries; make archive packages, verify them and build them again");
  archive->require_subcommand(1);
  add_register_commands(*archive, command, json);
  add_archive_package(*archive, command, json);
  add_archive_report(*archive, command, json);
}

void add_register_option(CLI::App& app, std::string& path) {
  app.add_option("--register", path, "The register, an SQLite file")->type_name("FILE")->capture_default_str();
}

void add_form_of_messages(CLI::App& app, bool& json) {
  app.add_option_function<std::string>("--diagnostics", [&json](const std::string& word) { json = word == "json"; }, "Form of messages (default: text)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "text"}));
}

}  // namespace tilstand::cli
