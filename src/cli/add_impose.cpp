// SPDX-License-Identifier: Apache-2.0
#include "cli/add_impose.hpp"

#include <CLI/CLI.hpp>
#include <map>

namespace tilstand::cli {
namespace {

/// An option whose value `parse` understands; what it doesn't is wrong use.
template <class Value, class Parse>
CLI::Option* add_parsed(CLI::App& app, const std::string& name, Value& into, Parse parse, const std::string& form, const std::string& text) {
  const auto take = [&into, parse, name, form](const std::string& word) {
    const auto value = parse(word);
    if (!value) throw CLI::ValidationError(name, "\"" + word + "\" is none of: " + form);
    into = *value;
  };
  return app.add_option_function<std::string>(name, take, text + ": " + form)->type_name("VALUE");
}

std::optional<std::optional<Length>> parse_creep(const std::string& text) {
  if (text == "auto") return std::optional<Length>();
  if (text == "none") return std::optional(Length{});
  const auto length = sheets::parse_length(text);
  return length ? std::optional<std::optional<Length>>(length) : std::nullopt;
}

void add_form_of_messages(CLI::App& app, bool& json) {
  app.add_option_function<std::string>("--diagnostics", [&json](const std::string& word) { json = word == "json"; }, "Form of messages (default: text)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "text"}));
}

}  // namespace

void add_impose(CLI::App& app, Command& command, bool& json) {
  sheets::Request& request = command.impose;
  CLI::App* impose = app.add_subcommand("impose", "Put the pages of a PDF on press sheets, to be folded, gathered and cut");
  impose->add_option("input", request.input, "The PDF, best a press edition with bleed")->required()->type_name("FILE")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  const std::map<std::string, sheets::Binding> bindings = {{"saddle", sheets::Binding::saddle}, {"perfect", sheets::Binding::perfect}, {"n-up", sheets::Binding::n_up}};
  impose->add_option_function<std::string>("--binding", [&request, bindings](const std::string& word) { request.binding = bindings.at(word); },
                                           "saddle: stitched through the fold; perfect: sections glued at the spine; n-up: leaves on a plate that prints both sides (work and turn)")
      ->required()->type_name("WORD")->check(CLI::IsMember({"n-up", "perfect", "saddle"}));
  add_parsed(*impose, "--sheet", request.sheet, sheets::parse_sheet, "450x320mm, A3, SRA3, A2, SRA2, SRA1, B2 or B1", "The press sheet, width by height")->required();
  add_parsed(*impose, "--paper-thickness", request.thickness, sheets::parse_length, "0.1mm or 100um", "Of a leaf: for creep and spine")->required();
  add_parsed(*impose, "--cover-thickness", request.cover_thickness, sheets::parse_length, "0.25mm or 250um", "Of a leaf of the cover (default: that of the paper)");
  impose->add_option("--section", request.section, "Pages of a section of a perfect binding, a multiple of 4")->type_name("N")->capture_default_str();
  add_parsed(*impose, "--creep", request.creep, parse_creep, "auto, none, or that of the innermost leaf (1.2mm)", "How far inner pages move towards the spine (default: auto, by the paper's thickness)");
  add_parsed(*impose, "--milling", request.milling, sheets::parse_length, "3mm or 0mm", "What a perfect binding mills off each page's spine (default: 3mm)");
  add_parsed(*impose, "--gripper", request.gripper, sheets::parse_length, "12mm", "Strip at the foot of the sheet that the press holds it by, kept free (default: 0mm)");
  add_parsed(*impose, "--marks", request.marks, sheets::parse_marks, "fold, collating, crop and registration with commas between, or none", "What is drawn beside the pages (default: all)");
  add_parsed(*impose, "--cover", request.cover, sheets::parse_cover, "FRONT,BACK or FRONT,INSIDE_FRONT,INSIDE_BACK,BACK, pages from 1", "Pages that become a cover in a file of its own, OUT-cover.pdf, its spine as wide as the pages are thick");
  impose->add_option("--out", request.out, "File to write")->required()->type_name("FILE");
  add_form_of_messages(*impose, json);
  impose->callback([&command, impose] {
    command.what = Command::What::impose;
    if (impose->count("--cover-thickness") == 0) command.impose.cover_thickness = command.impose.thickness;
  });
}

void add_press_sheet(CLI::App& app, Command& command, bool& json) {
  PressSheet& request = command.press_sheet;
  CLI::App* sheet = app.add_subcommand("press-sheet", "Write one page for the printer: format, pages, inks, paper, binding, bleed, profile, checksum, run");
  sheet->add_option("input", request.input, "The PDF that is to be printed")->required()->type_name("FILE")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  sheet->add_option("--run-copies", request.copies, "Copies to print")->type_name("N")->check(CLI::Range(1U, 100'000'000U).description(""));
  sheet->add_option("--paper", request.paper, "Paper of the pages, as the printer knows it")->type_name("TEXT");
  sheet->add_option("--cover-paper", request.cover_paper, "Paper of the cover")->type_name("TEXT");
  sheet->add_option("--binding", request.binding, "saddle, perfect or n-up")->type_name("WORD")->check(CLI::IsMember({"n-up", "perfect", "saddle"}));
  sheet->add_option("--language", request.language, "Language of the page")->type_name("TAG")->check(CLI::IsMember({"en", "nb"}))->capture_default_str();
  sheet->add_option("--definition", request.definition, "What the page looks like")->type_name("FILE")->capture_default_str();
  sheet->add_option("--out", request.out, "File to write")->required()->type_name("FILE");
  add_form_of_messages(*sheet, json);
  sheet->callback([&command] { command.what = Command::What::press_sheet; });
}

std::string contradiction(const sheets::Request& request) {
  constexpr std::uint32_t most = 1024;
  if (request.section == 0 || request.section % 4 != 0 || request.section > most) return "a section has 4, 8, 12 … pages, not " + std::to_string(request.section);
  if (request.thickness.units == 0 && request.binding != sheets::Binding::n_up) return "paper has a thickness, such as 0.1mm";
  if (request.binding == sheets::Binding::n_up && !request.cover.empty()) return "leaves that are not bound have no cover";
  return {};
}

}  // namespace tilstand::cli
