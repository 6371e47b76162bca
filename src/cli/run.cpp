// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "build/manifest.hpp"
#include "cli/add_archive.hpp"
#include "cli/add_distribute.hpp"
#include "cli/add_impose.hpp"
#include "cli/add_seal.hpp"
#include "cli/several_editions.hpp"
#include "cli/commands.hpp"
#include "cli/draw_chart.hpp"
#include "cli/exit_code.hpp"
#include "cli/render.hpp"

namespace tilstand::cli {
namespace {

constexpr std::int64_t last_second = 253402300799;  // of the year 9999, the last that a PDF date can name

constexpr unsigned most_jobs = 256;

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

/// One of a fixed set of words; the help lists them.
template <class Choice>
CLI::Option* add_choice(CLI::App& app, const char* name, Choice& into, std::map<std::string, Choice> words, const char* text) {
  const CLI::IsMember known(words);
  const auto take = [&into, words = std::move(words)](const std::string& word) { into = words.at(word); };
  return app.add_option_function<std::string>(name, take, text)->type_name("WORD")->check(known);
}

/// The program's version, and those of the libraries that it was built with, one a line.
std::string versions() {
  std::string text = "tilstand " + build::program_version();
  for (const std::string& library : build::library_versions()) text += "\n" + library;
  return text;
}

void add_inputs(CLI::App& app, Parsed& parsed) {
  build::Request& request = parsed.command.request;
  app.add_option("definition", request.definition, "The report definition (TOML)")
      ->required()->type_name("FILE")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  app.add_option("--data", request.data, "Folder of the year's data (default: `data` beside the definition)")->type_name("DIR");
  app.add_option("--edition", request.edition, "Edition, by its file's name; build and check take several with commas between, or \"all\": those built in one language are proved to be the same")->type_name("NAME")->capture_default_str();
  app.add_option("--changes-since", request.changes_since, "Draw bars beside what has changed since an edition (its manifest) or a folder of data")->type_name("OLD");
  app.add_option("--jobs", request.jobs, "Threads that work at once (default: as many as the machine has); the file is the same for any number")
      ->type_name("N")->check(CLI::Range(1U, most_jobs).description(""));
  add_choice<bool>(app, "--diagnostics", parsed.json, {{"json", true}, {"text", false}}, "Form of messages (default: text)");
}

void add_build(CLI::App& app, Parsed& parsed) {
  CLI::App* build = app.add_subcommand("build", "Write the report as PDF, and its manifest");
  add_inputs(*build, parsed);
  build->add_option("--out", parsed.command.request.out, "Folder to write into")->type_name("DIR")->capture_default_str();
  build->callback([&parsed] { parsed.command.what = Command::What::build; });
  CLI::App* check = app.add_subcommand("check", "Report everything that is wrong or worth a look, write nothing");
  add_inputs(*check, parsed);
  check->add_flag("--layout", parsed.command.layout_only, "Only what concerns the pages: the theme's guarantees that they break");
  check->add_flag("--colours", parsed.command.colours_only, "Only the palettes of charts: their contrasts and differences as they measure");
  check->callback([&parsed] { parsed.command.what = Command::What::check; });
}

void add_dump(CLI::App& app, Parsed& parsed) {
  using Stage = Command::Stage;
  CLI::App* dump = app.add_subcommand("dump", "Print what a stage makes, as text");
  add_inputs(*dump, parsed);
  add_choice<Stage>(*dump, "--stage", parsed.command.stage,
                    {{"content", Stage::content}, {"layout", Stage::layout}, {"scene", Stage::scene}, {"tags", Stage::tags}}, "Which stage")->required();
  dump->add_option("--page", parsed.command.page, "Only this page, from 1 (layout and scene)")->type_name("N");
  dump->callback([&parsed] { parsed.command.what = Command::What::dump; });
}

void add_figures(CLI::App& app, Parsed& parsed) {
  using Listing = Command::Listing;
  CLI::App* figures = app.add_subcommand("figures", "List every number that is printed from data: page, value, cell, source");
  add_inputs(*figures, parsed);
  add_choice<Listing>(*figures, "--format", parsed.command.listing, {{"table", Listing::table}, {"csv", Listing::csv}, {"json", Listing::json}},
                      "Form of the list (default: table)");
  figures->add_option("--at", parsed.command.at, "Only the page with this printed number")->type_name("PAGE");
  figures->add_option("--of", parsed.command.of, "Only this figure, column (table.column) or member (record.member)")->type_name("NAME");
  figures->callback([&parsed] { parsed.command.what = Command::What::figures; });
}

void add_preview(CLI::App& app, Parsed& parsed) {
  using Format = Command::Format;
  CLI::App* preview = app.add_subcommand("preview", "Draw one page as a picture");
  add_inputs(*preview, parsed);
  preview->add_option("--page", parsed.command.page, "Page, from 1")->required()->type_name("N");
  add_choice<Format>(*preview, "--format", parsed.command.format, {{"png", Format::png}, {"svg", Format::svg}}, "Kind of picture (default: as the file's name ends, else png)");
  preview->add_option("--dpi", parsed.command.dpi, "Dots an inch of a PNG, 10 to 1200")->type_name("N")->check(CLI::Range(10.0, 1200.0).description(""))
      ->capture_default_str();
  preview->add_option("--out", parsed.command.file, "File to write; - is standard output")->type_name("FILE")->capture_default_str();
  preview->callback([&parsed, preview] {
    parsed.command.what = Command::What::preview;
    if (preview->count("--format") == 0 && parsed.command.file.ends_with(".svg")) parsed.command.format = Format::svg;
  });
}

void add_chart(CLI::App& app, Parsed& parsed) {
  using Format = build::ChartFile::Format;
  using Variant = definition::Variant;
  Command& command = parsed.command;
  CLI::App* chart = app.add_subcommand("chart", "Write one chart as a file of its own");
  add_inputs(*chart, parsed);
  chart->add_option("id", command.chart_id, "Id of the block that makes the chart")->required()->type_name("ID");
  add_choice<Format>(*chart, "--format", command.chart.format, {{"svg", Format::svg}, {"png", Format::png}, {"pdf", Format::pdf}}, "Kind of file (default: as the file's name ends, else svg)");
  const auto take_size = [&command](const std::string& text) {
    command.chart.size = size_of(text);
    if (!command.chart.size) throw CLI::ValidationError("--size", "\"" + text + "\" is no size; expected width x height in mm, 20 to 2000 each: 160x90");
  };
  chart->add_option_function<std::string>("--size", take_size, "Width and height in mm, 160x90 (default: as on its page)")->type_name("WxH");
  const auto take_variant = [&command](const std::string& word) { command.request.variant = word == "print" ? Variant::print : Variant::screen; };
  chart->add_option_function<std::string>("--variant", take_variant, "Colours for print or screen (default: the edition's)")->type_name("WORD")->check(CLI::IsMember({"print", "screen"}));
  chart->add_option("--resolution", command.chart.dpi, "Dots an inch of a PNG, 10 to 1200")->type_name("N")->check(CLI::Range(10.0, 1200.0).description(""))->capture_default_str();
  chart->add_option("--out", command.file, "File to write; - is standard output")->type_name("FILE")->capture_default_str();
  chart->callback([&command, chart] {
    command.what = Command::What::chart;
    if (chart->count("--format") > 0) return;
    if (command.file.ends_with(".png")) command.chart.format = Format::png;
    if (command.file.ends_with(".pdf")) command.chart.format = Format::pdf;
  });
}

void add_diff(CLI::App& app, Parsed& parsed) {
  using Listing = Command::Listing;
  diff::Request& request = parsed.command.diff;
  CLI::App* diff = app.add_subcommand("diff", "List what has changed between two folders of data, or two built editions");
  const auto add_side = [&](const char* name, std::string& side, const char* text) {
    diff->add_option(name, side, text)->required()->type_name("PATH")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  };
  add_side("old", request.before, "Folder of data; or an edition: its manifest, its PDF, or the folder that they lie in");
  add_side("new", request.after, "The other one, of the same kind");
  add_choice<Listing>(*diff, "--format", parsed.command.listing, {{"table", Listing::table}, {"json", Listing::json}, {"html", Listing::html}}, "Form of the list (default: table)");
  diff->add_option("--out", request.out, "Folder to write a page into, with the pages that differ side by side (needs pdftoppm of poppler)")->type_name("DIR");
  diff->add_option("--language", request.language, "Language of the number forms (default: that of the report)")->type_name("TAG");
  add_choice<bool>(*diff, "--diagnostics", parsed.json, {{"json", true}, {"text", false}}, "Form of messages (default: text)");
  diff->callback([&parsed] { parsed.command.what = Command::What::diff; });
}

/// Of a check of the pages only what concerns them, and what kept them from being made.
Diagnostics about_pages(const Diagnostics& all) {
  Diagnostics some;
  for (const Diagnostic& one : all.list())
    if (one.code.starts_with("layout.") || one.severity == Severity::error) some.add(one);
  return some;
}

int execute(Parsed& parsed) {
  Command& command = parsed.command;
  command.request.epoch = source_date_epoch();
  Sources sources;
  Diagnostics diagnostics;
  if (asks_for_several_editions(command)) run_for_editions(command, sources, diagnostics);
  else run_command(command, sources, diagnostics);
  if (command.layout_only) diagnostics = about_pages(diagnostics);
  if (command.layout_only && !parsed.json) std::cout << diagnostics.list().size() << " broken guarantees\n" << std::flush;
  diagnostics.sort();
  const bool colour = isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  const Severity least = command.what == Command::What::check ? Severity::notice : Severity::warning;
  std::cerr << (parsed.json ? render_json(diagnostics, sources) : render(diagnostics, sources, {colour, least}));
  const int code = exit_code(diagnostics);
  const auto is_verdict = [](const Diagnostic& one) { return one.severity != Severity::error || one.code == "verify.different"; };
  const bool has_verdict = std::all_of(diagnostics.list().begin(), diagnostics.list().end(), is_verdict);
  return command.what == Command::What::verify && code == bad_inputs && !has_verdict ? wrong_use : code;
}

/// Where the data are when nobody says it. False when there is nothing.
bool find_data(build::Request& request) {
  if (!request.data.empty()) return true;
  const std::filesystem::path folder = std::filesystem::path(request.definition).parent_path() / "data";
  request.data = folder.string();
  std::error_code trouble;
  return std::filesystem::is_directory(folder, trouble);
}

/// Whether the command reads a report's definition and data.
bool needs_data(Command::What what) {
  using What = Command::What;
  return what != What::diff && what != What::verify && what != What::impose && what != What::press_sheet && what != What::other;
}

int refuse(const std::string& message, const std::string& hint) {
  std::cerr << "tilstand: error: " << message << "\n  hint: " << hint << "\n";
  return wrong_use;
}

std::string names_near(const CLI::App& app, const std::string& word, const std::string& path) {
  std::vector<std::string> known;
  for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) known.push_back(option->get_name());
  const std::string near = did_you_mean(word, known);
  return near.empty() ? "see " + path + " --help" : near;
}

/// "build, check or verify"
std::string command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  std::sort(names.begin(), names.end());
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) text += (at == 0 ? "" : at + 1 == names.size() ? " or " : ", ") + names[at];
  return text;
}

/// Says what the command line lacks in the form of other messages, where the library's own would mislead.
int explain(const CLI::App& app, const CLI::ParseError& error, std::span<char*> arguments) {
  const CLI::App* scope = &app;  // the command, or the group of commands, that was reached
  std::string path = "tilstand";
  for (; !scope->get_subcommands().empty(); path += " " + scope->get_name()) scope = scope->get_subcommands().front();
  std::vector<std::string> words = app.remaining(true);
  if (scope == &app) words.assign(arguments.begin(), arguments.end());
  if (!scope->get_subcommands({}).empty()) {
    const auto word = std::find_if(words.begin(), words.end(), [](const std::string& one) { return !one.starts_with("-"); });
    if (word == words.end()) return refuse("a command is missing: " + command_names(*scope), "see " + path + " --help");
    return refuse("there is no command \"" + *word + "\"", names_near(*scope, *word, path));
  }
  for (const std::string& extra : words) {
    if (extra.starts_with("-")) return refuse("there is no option \"" + extra + "\"", names_near(*scope, extra.substr(0, extra.find('=')), path));
    return refuse("\"" + extra + "\" is one argument too many", "quote a name that holds a space");
  }
  return refuse(error.what(), "see " + path + " --help");
}

}  // namespace

int run(int count, char** arguments) {
  CLI::App app{"Makes a tagged, archivable PDF report from a TOML definition, data files and Markdown prose", "tilstand"};
  app.set_version_flag("--version", versions(), "Print the versions of the program and of its libraries");
  app.require_subcommand(1);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);  // a script's option can be overruled behind it
  Parsed parsed;
  add_archive(app, parsed.command, parsed.json);
  add_build(app, parsed);
  add_diff(app, parsed);
  add_distribute(app, parsed.command, parsed.json);
  add_dump(app, parsed);
  add_preview(app, parsed);
  add_chart(app, parsed);
  add_figures(app, parsed);
  add_impose(app, parsed.command, parsed.json);
  add_press_sheet(app, parsed.command, parsed.json);
  add_seal(app, parsed.command, parsed.json);
  add_verify(app, parsed.command, parsed.json);
  app.footer("Exit codes: 0 done; 1 the inputs have errors; 2 wrong use; 3 the machine failed (disk, permissions).\nEach command has its own --help.");
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {  // CLI11's way to say --help as well as wrong use
    if (error.get_exit_code() == 0) return app.exit(error, std::cout, std::cerr);
    return explain(app, error, std::span(arguments, static_cast<std::size_t>(count)).subspan(1));
  }
  if (parsed.command.what == Command::What::diff && !diff::comparable(parsed.command.diff))
    return refuse("a folder of data can't be compared with a built edition", "name two folders of data, or two editions");
  if (needs_data(parsed.command.what) && !find_data(parsed.command.request))
    return refuse("there is no folder \"" + parsed.command.request.data + "\"", "name the folder of the year's data by --data");
  if (parsed.command.what == Command::What::verify && parsed.command.same.size() < 2) return refuse("--same compares two PDFs or more", "name another edition");
  if (parsed.command.what == Command::What::impose && !contradiction(parsed.command.impose).empty()) return refuse(contradiction(parsed.command.impose), "see tilstand impose --help");
  const Command& command = parsed.command;
  const bool preview = command.what == Command::What::preview && command.format == Command::Format::png;
  const bool chart = command.what == Command::What::chart && command.chart.format != build::ChartFile::Format::svg;
  if ((preview || chart) && command.file == "-" && isatty(STDOUT_FILENO) == 1) return refuse("a terminal can't show this kind of file", "name a file by --out");
  return execute(parsed);
}

}  // namespace tilstand::cli
