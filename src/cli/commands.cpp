// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <map>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "base/number_text.hpp"
#include "colour/chart_palettes.hpp"
#include "cli/draw_chart.hpp"
#include "cli/list_figures.hpp"
#include "cli/output.hpp"
#include "paint/cairo_canvas.hpp"
#include "pdf/document.hpp"
#include "sheets/impose.hpp"
#include "verify/proof.hpp"

namespace tilstand::cli {
namespace {

void report_no_such_page(const Command& command, std::size_t pages, Diagnostics& diagnostics) {
  diagnostics.error("cli.no-such-page", "there is no page " + std::to_string(*command.page) + "; the report has " + std::to_string(pages) + " pages", {});
}

void report_different(const verify::Proof& proof, Diagnostics& diagnostics) {
  if (!proof.same()) diagnostics.error("verify.different", "\"" + proof.first + "\" and \"" + proof.second + "\" are not the same", {});
}

void run_build(const Command& command, Sources& sources, Diagnostics& diagnostics, std::vector<std::string>* built) {
  const build::Written written = build::build_pdf(command.request, sources, diagnostics);
  if (!written.ok) return;
  put(written.path + ": " + std::to_string(written.pages) + " pages, " + std::to_string(written.bytes) + " bytes\n", diagnostics);
  if (built) built->push_back(written.path);
}

scene::PrintedNames names_of(const build::Report& report) {
  return [&report](PrintedId id) { return content::name_of(report.tree().printed.at(id, report.dataset())); };
}

/// Pages are printed as they come; of the tag tree only the elements are kept.
void run_dump(const Command& command, build::Report& report, Diagnostics& diagnostics) {
  const auto wanted = [&](std::uint32_t index) { return !command.page || index + 1 == *command.page; };
  if (command.stage == Command::Stage::content) return put(content::to_text(report.tree(), report.dataset().figures), diagnostics);
  if (command.stage == Command::Stage::layout) {
    return report.pages([&](layout::Page&& page) { if (wanted(page.index)) put(layout::to_text(page, report.tree()), diagnostics); }, diagnostics);
  }
  if (command.stage == Command::Stage::scene) {
    return report.scenes([&](scene::Page&& page) { if (wanted(page.index)) put(scene::to_text(page, names_of(report)), diagnostics); }, diagnostics);
  }
  std::vector<scene::Page> pages;
  report.scenes([&](scene::Page&& page) { pages.push_back(std::move(page)); }, diagnostics);
  put(scene::tags_to_text(pages), diagnostics);
}

void run_diff(const Command& command, Sources& sources, Diagnostics& diagnostics) {
  const auto difference = diff::run(command.diff, sources, diagnostics);
  if (!difference) return;
  using Listing = Command::Listing;
  put(command.listing == Listing::json ? to_json(*difference) : command.listing == Listing::html ? to_html(*difference) : to_text(*difference), diagnostics);
}

/// Each against the first.
void run_verify(const Command& command, Diagnostics& diagnostics) {
  std::vector<verify::Proof> proofs;
  for (std::size_t at = 1; at < command.same.size(); ++at) {
    auto proof = verify::compare(command.same[0], command.same[at], diagnostics);
    if (!proof) return;
    proofs.push_back(std::move(*proof));
  }
  put(command.listing == Command::Listing::json ? verify::to_json(proofs) : verify::to_text(proofs), diagnostics);
  for (const verify::Proof& proof : proofs) report_different(proof, diagnostics);
}

void run_impose(const Command& command, Diagnostics& diagnostics) {
  const sheets::Written written = sheets::impose(command.impose, diagnostics);
  if (!written.ok) return;
  std::string text = command.impose.out + ": " + std::to_string(written.pages) + " pages and " + std::to_string(written.blanks) + " blanks on " + std::to_string(written.sheets) + " sheets, " +
                     std::to_string(written.per_side) + " a side";
  if (written.sections > 1) text += ", in " + std::to_string(written.sections) + " sections";
  text += "\n";
  if (written.has_cover) text += written.cover + ": cover with a spine of " + decimal(written.spine_mm, 2) + " mm\n";
  put(text, diagnostics);
}

std::optional<std::string> picture(const Command& command, const build::Report& report, const scene::Page& page) {
  paint::CairoCanvas canvas(report.library(), report.palette(), &report.pictures());
  return command.format == Command::Format::png ? canvas.write_png(page, command.dpi) : canvas.write_svg(page);
}

void write(const Command& command, const std::string& bytes, Diagnostics& diagnostics) {
  if (command.file == "-") return put(bytes, diagnostics);
  if (!replace_file(command.file, bytes)) diagnostics.error("build.cannot-write", "\"" + command.file + "\" can't be written", {});
}

void run_chart(const Command& command, build::Report& report, Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = draw_chart(command, report, diagnostics);
  if (bytes && !diagnostics.has_errors()) write(command, *bytes, diagnostics);
}

void run_preview(const Command& command, build::Report& report, Diagnostics& diagnostics) {
  std::optional<std::string> bytes;
  report.scenes([&](scene::Page&& page) { if (page.index + 1 == *command.page) bytes = picture(command, report, page); }, diagnostics);
  if (!bytes) return diagnostics.error("cli.too-large", "the picture of the page is larger than can be drawn", {}, "take a smaller --dpi");
  write(command, *bytes, diagnostics);
}

/// The theme decides alone: nothing is laid out.
void run_colours(const Command& command, Sources& sources, Diagnostics& diagnostics) {
  const auto theme = build::theme_of(command.request, sources, diagnostics);
  if (!theme) return;
  put(colour::to_text(colour::measure_palettes(*theme), theme->charts), diagnostics);
  colour::check_palettes(*theme, diagnostics);
}

}  // namespace

void prove_same(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::map<std::string, std::string> firsts;
  for (const std::string& path : paths) {
    const auto document = pdf::Document::open(path, diagnostics);
    if (!document) return;
    const auto [first, is_new] = firsts.emplace(document->about().language, path);
    const auto proof = is_new ? std::nullopt : verify::compare(first->second, path, diagnostics);
    if (!proof) continue;
    put(verify::to_text({*proof}), diagnostics);
    report_different(*proof, diagnostics);
  }
}

void run_command(const Command& command, Sources& sources, Diagnostics& diagnostics, std::vector<std::string>* built) {
  if (command.what == Command::What::other) return command.other(sources, diagnostics);
  if (command.what == Command::What::build) return run_build(command, sources, diagnostics, built);
  if (command.what == Command::What::diff) return run_diff(command, sources, diagnostics);
  if (command.what == Command::What::impose) return run_impose(command, diagnostics);
  if (command.what == Command::What::press_sheet) {
    if (write_press_sheet(command.press_sheet, command.request.epoch, sources, diagnostics)) put(command.press_sheet.out + "\n", diagnostics);
    return;
  }
  if (command.what == Command::What::verify) return run_verify(command, diagnostics);
  if (command.what == Command::What::check && command.colours_only) return run_colours(command, sources, diagnostics);
  if (command.what == Command::What::check) return build::check(command.request, sources, diagnostics);
  const auto report = build::Report::load(command.request, sources, diagnostics);
  if (!report) return;
  const std::size_t pages = report->settled().labels.size();
  if (command.page && (*command.page == 0 || *command.page > pages)) return report_no_such_page(command, pages, diagnostics);
  if (command.what == Command::What::figures) return list_figures(command, *report, sources, diagnostics);
  if (command.what == Command::What::chart) return run_chart(command, *report, diagnostics);
  if (command.what == Command::What::dump) return run_dump(command, *report, diagnostics);
  run_preview(command, *report, diagnostics);
}

}  // namespace tilstand::cli
