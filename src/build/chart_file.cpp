// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <filesystem>

#include "base/file.hpp"
#include "build/build.hpp"
#include "build/metadata.hpp"
#include "digest/sha256.hpp"
#include "package/writer.hpp"
#include "paint/cairo_canvas.hpp"
#include "scene/chart_page.hpp"

namespace tilstand::build {
namespace {

const content::Figure& figure_of(const ChartFile& file, const Report& report) { return std::get<content::Figure>(report.tree()[file.figure].body); }

std::string title_of(const ChartFile& file, const Report& report) {
  const content::Figure& figure = figure_of(file, report);
  return figure.title.empty() ? scene::description_of(figure) : figure.title;
}

/// Written beside nothing of the user's: the writer needs a place on the disk.
std::optional<std::string> pdf_of(scene::Page page, const ChartFile& file, const Request& request, const Report& report, Diagnostics& diagnostics) {
  std::optional<package::Metadata> metadata = metadata_of(report, request.epoch, diagnostics);
  if (!metadata) return std::nullopt;
  metadata->title = title_of(file, report);
  metadata->identifier = digest::sha256(metadata->identifier + "\n" + report.tree()[file.figure].name + "\n" + std::to_string(page.trim.width.units) + "x" +
                                        std::to_string(page.trim.height.units) + (report.theme().variant == definition::Variant::print ? " print" : ""));
  std::error_code failure;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
  const std::string path = (folder / ("tilstand-chart-" + std::to_string(getpid()) + ".pdf")).string();
  package::Writer writer({path, definition::Profile::a2a_ua1, *metadata, 1, {}, &report.pictures(), nullptr, {}}, report.library(), report.palette());
  writer.add(page, diagnostics);
  if (diagnostics.has_errors() || !writer.complete(diagnostics)) return std::nullopt;
  std::optional<std::string> bytes = read_file(writer.part());
  if (!bytes) diagnostics.error("package.write-failed", "\"" + writer.part() + "\" can't be read", {});
  return bytes;
}

}  // namespace

std::optional<std::string> chart_bytes(const ChartFile& file, const Request& request, Report& report, Diagnostics& diagnostics) {
  const std::vector<layout::PlacedDrawing> drawings = report.chart(file.figure, file.size, diagnostics);
  scene::Page page = scene::chart_page(report.tree(), file.figure, drawings, report.theme().ink("paper").value_or(Ink{}));
  if (page.trim.width.units <= 0 || page.trim.height.units <= 0) return std::nullopt;
  if (file.format == ChartFile::Format::pdf) return pdf_of(std::move(page), file, request, report, diagnostics);
  paint::CairoCanvas canvas(report.library(), report.palette(), &report.pictures());
  if (file.format == ChartFile::Format::png) return canvas.write_png(page, file.dpi);
  const paint::SvgWords words{title_of(file, report), scene::description_of(figure_of(file, report)), report.edition().language};
  return canvas.write_svg(page, &words);
}

}  // namespace tilstand::build
