// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/render.hpp"

namespace tilstand::cli {
namespace {

enum Exit { done = 0, bad_inputs = 1, wrong_use = 2, environment_failed = 3 };

constexpr std::int64_t last_second = 253402300799;  // of the year 9999, the last that a PDF date can name

/// What options of CLI11 write into.
struct Parsed {
  Command command;
  bool json = false;
};

std::optional<std::int64_t> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr) return std::nullopt;
  const std::string_view digits = text;
  std::int64_t seconds = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool sound = failure == std::errc{} && end == digits.data() + digits.size() && seconds >= 0 && seconds <= last_second;
  return sound ? std::optional(seconds) : std::nullopt;
}

void add_inputs(CLI::App& app, Parsed& parsed) {
  build::Request& request = parsed.command.request;
  app.add_option("definition", request.definition, "The report definition (TOML)")->required();
  app.add_option("--data", request.data, "Folder of the year's data (default: `data` beside the definition)");
  app.add_option("--edition", request.edition, "Edition, by its file's name")->capture_default_str();
  app.add_option_function<std::string>("--diagnostics", [&parsed](const std::string& form) { parsed.json = form == "json"; },
                                       "Form of messages: text or json")->check(CLI::IsMember({"text", "json"}));
}

void add_build(CLI::App& app, Parsed& parsed) {
  CLI::App* build = app.add_subcommand("build", "Write the report as PDF");
  add_inputs(*build, parsed);
  build->add_option("--out", parsed.command.request.out, "Folder to write into")->capture_default_str();
  build->callback([&parsed] { parsed.command.what = Command::What::build; });
  CLI::App* check = app.add_subcommand("check", "Report everything that is wrong or worth a look, write nothing");
  add_inputs(*check, parsed);
  check->callback([&parsed] { parsed.command.what = Command::What::check; });
}

void add_dump(CLI::App& app, Parsed& parsed) {
  const std::map<std::string, Command::Stage> stages{{"content", Command::Stage::content}, {"layout", Command::Stage::layout},
                                                     {"scene", Command::Stage::scene}, {"tags", Command::Stage::tags}};
  CLI::App* dump = app.add_subcommand("dump", "Print what a stage makes, as text");
  add_inputs(*dump, parsed);
  dump->add_option("--stage", parsed.command.stage, "content, layout, scene or tags")->required()->transform(CLI::CheckedTransformer(stages));
  dump->add_option("--page", parsed.command.page, "Only this page, from 1 (layout and scene)");
  dump->callback([&parsed] { parsed.command.what = Command::What::dump; });
}

void add_preview(CLI::App& app, Parsed& parsed) {
  const std::map<std::string, Command::Format> formats{{"png", Command::Format::png}, {"svg", Command::Format::svg}};
  CLI::App* preview = app.add_subcommand("preview", "Draw one page as a picture");
  add_inputs(*preview, parsed);
  preview->add_option("--page", parsed.command.page, "Page, from 1")->required();
  preview->add_option("--format", parsed.command.format, "png or svg")->transform(CLI::CheckedTransformer(formats));
  preview->add_option("--dpi", parsed.command.dpi, "Dots an inch of a PNG")->check(CLI::Range(10.0, 1200.0))->capture_default_str();
  preview->add_option("--out", parsed.command.file, "File to write; - is standard output")->capture_default_str();
  preview->callback([&parsed] { parsed.command.what = Command::What::preview; });
}

int exit_code(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity == Severity::error && build::is_environment_failure(diagnostic.code)) return environment_failed;
  }
  return diagnostics.has_errors() ? bad_inputs : done;
}

int execute(Parsed& parsed) {
  Command& command = parsed.command;
  command.request.epoch = source_date_epoch();
  if (command.request.data.empty()) command.request.data = (std::filesystem::path(command.request.definition).parent_path() / "data").string();
  Sources sources;
  Diagnostics diagnostics;
  run_command(command, sources, diagnostics);
  diagnostics.sort();
  const bool colour = isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  const Severity least = command.what == Command::What::check ? Severity::notice : Severity::warning;
  std::cerr << (parsed.json ? render_json(diagnostics, sources) : render(diagnostics, sources, {colour, least}));
  return exit_code(diagnostics);
}

}  // namespace

int run(int count, char** arguments) {
  CLI::App app{"Makes a tagged, archivable PDF report from a TOML definition, data files and Markdown prose", "tilstand"};
  app.set_version_flag("--version", "tilstand " + build::program_version());
  app.require_subcommand(1);
  Parsed parsed;
  add_build(app, parsed);
  add_dump(app, parsed);
  add_preview(app, parsed);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {  // CLI11's way to say --help as well as wrong use
    return app.exit(error, std::cout, std::cerr) == 0 ? done : wrong_use;
  }
  return execute(parsed);
}

}  // namespace tilstand::cli
