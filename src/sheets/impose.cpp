// SPDX-License-Identifier: Apache-2.0
#include "sheets/impose.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/file.hpp"
#include "base/number_text.hpp"
#include "sheets/cover.hpp"
#include "sheets/draw_marks.hpp"
#include "sheets/sheet_file.hpp"

namespace tilstand::sheets {
namespace {

constexpr double mm_of_point = 25.4 / 72;

std::string in_mm(double points) { return decimal(points * mm_of_point, 1); }

/// The trim of the first page, which all must have; the bleed that all have at least.
PageShape shape_of(const pdf::Document& input, Diagnostics& diagnostics) {
  constexpr double tolerance = 0.1;  // points
  constexpr int most = 5;
  const pdf::Box first = input.pages()[0].trim;
  PageShape shape{first.width(), first.height(), 1e9};
  int others = 0;
  for (std::size_t at = 0; at < input.page_count(); ++at) {
    const pdf::Box &trim = input.pages()[at].trim, &bleed = input.pages()[at].bleed;
    shape.bleed = std::min({shape.bleed, trim.left - bleed.left, bleed.right - trim.right, trim.bottom - bleed.bottom, bleed.top - trim.top});
    if (std::abs(trim.width() - shape.width) <= tolerance && std::abs(trim.height() - shape.height) <= tolerance) continue;
    if (++others > most) continue;
    diagnostics.error("sheets.different-size", "page " + std::to_string(at + 1) + " of \"" + input.path() + "\" is " + in_mm(trim.width()) + " × " + in_mm(trim.height()) +
                      " mm, the first " + in_mm(shape.width) + " × " + in_mm(shape.height) + " mm", {}, "all pages of a book are cut to one size");
  }
  if (shape.bleed <= 0) {
    shape.bleed = 0;
    diagnostics.warning("sheets.no-bleed", "\"" + input.path() + "\" has no bleed: what reaches the edge of a page may show a white line when it is cut", {});
  }
  return shape;
}

/// The pages that are bound inside the cover.
std::vector<std::uint32_t> block_of(const pdf::Document& input, const Request& request, Diagnostics& diagnostics) {
  const auto count = static_cast<std::uint32_t>(input.page_count());
  for (const std::uint32_t page : request.cover)
    if (page > count) diagnostics.error("sheets.no-such-page", "the cover asks for page " + std::to_string(page) + "; \"" + input.path() + "\" has " + std::to_string(count) + " pages", {});
  std::vector<std::uint32_t> block;
  for (std::uint32_t page = 1; page <= count; ++page)
    if (std::find(request.cover.begin(), request.cover.end(), page) == request.cover.end()) block.push_back(page);
  return block;
}

/// Pages are laid out for a left or a right side (margins, tabs at the outer edge); a cover that takes an odd number of pages before them
/// turns that round.
void check_sides(const std::vector<std::uint32_t>& block, Diagnostics& diagnostics) {
  std::size_t changed = 0, first = 0;
  for (std::size_t at = 0; at < block.size(); ++at) {
    if ((block[at] - 1) % 2 == at % 2) continue;
    if (changed++ == 0) first = at;
  }
  if (changed == 0) return;
  const bool was_right = block[first] % 2 == 1;
  diagnostics.warning("sheets.other-side", "page " + std::to_string(block[first]) + " was laid out for a " + (was_right ? "right" : "left") + " side and comes on a " + (was_right ? "left" : "right") +
                      " one, as do " + std::to_string(changed - 1) + " more: what the cover takes before them is no whole leaf", {}, "give the cover both sides of its leaves: --cover 1,2,79,80 of 80 pages");
}

/// Whether so many pages can be held together so.
bool check_binding(std::uint32_t pages, const Request& request, Diagnostics& diagnostics) {
  constexpr double most_stitched = 6, least_glued = 2;  // mm
  const double thickness = request.thickness.in_mm() * (pages + 1) / 2;
  const std::string count = std::to_string(pages) + " pages";
  if (request.binding == Binding::saddle && pages < 5) diagnostics.error("sheets.cannot-bind", count + " are one folded sheet: there is nothing to stitch", {}, "take --binding n-up");
  if (request.binding == Binding::saddle && thickness > most_stitched) {
    diagnostics.error("sheets.cannot-bind", count + " of this paper are " + decimal(thickness, 1) + " mm thick; a saddle stitch holds " + decimal(most_stitched) + " mm", {}, "take --binding perfect, or thinner paper");
  }
  if (request.binding == Binding::perfect && thickness < least_glued) {
    diagnostics.error("sheets.cannot-bind", count + " of this paper are " + decimal(thickness, 1) + " mm thick; glue needs a spine of " + decimal(least_glued) + " mm", {}, "take --binding saddle, or thicker paper");
  }
  return !diagnostics.has_errors();
}

void report_too_small(pdf::Spot least, const Request& request, Diagnostics& diagnostics) {
  const std::string is = decimal(request.sheet.width.in_mm(), 1) + " × " + decimal(request.sheet.height.in_mm(), 1);
  const auto up = [](double points) { return decimal(std::ceil(points * mm_of_point * 10) / 10, 1); };
  diagnostics.error("sheets.sheet-too-small", "a sheet of " + is + " mm is too small; with its bleed and marks this needs " + up(least.x) + " × " + up(least.y) + " mm", {},
                    "take a larger sheet by --sheet, or fewer marks by --marks");
}

/// Schemes by how they may be chosen: fewest blanks first, then most pages on a sheet.
std::vector<Scheme> schemes_of(std::uint32_t pages, const PageShape& shape, const Request& request) {
  std::vector<Scheme> all;
  if (request.binding == Binding::n_up) {
    Scheme one = turn_scheme(pages, 1, 2);
    for (std::uint32_t rows = 1; rows <= 8; ++rows)
      for (std::uint32_t columns = 2; columns <= 16; columns += 2)
        if (rows * columns > one.rows * one.columns && grid_of(turn_scheme(2, rows, columns), shape, request)) one = turn_scheme(pages, rows, columns);
    return {one};
  }
  const std::uint32_t section = request.binding == Binding::saddle ? 0 : request.section;
  for (const std::uint32_t per_side : {8U, 4U, 2U})
    if (section % (2 * per_side) == 0) all.push_back(fold_scheme(pages, per_side, section));
  std::stable_sort(all.begin(), all.end(), [](const Scheme& a, const Scheme& b) { return a.blanks < b.blanks; });
  return all;
}

std::string slug_of(const Side& side, const Scheme& scheme, const Request& request) {
  std::string text = std::filesystem::path(request.input).stem().string() + "   sheet " + std::to_string(side.sheet + 1) + " / " + std::to_string(scheme.sheets);
  text += side.is_both ? "   work and turn" : side.is_outside ? "   outside" : "   inside";
  if (scheme.sections > 1) text += "   section " + std::to_string(side.section + 1) + " / " + std::to_string(scheme.sections);
  return text + "   " + decimal(request.sheet.width.in_mm(), 1) + " × " + decimal(request.sheet.height.in_mm(), 1) + " mm";
}

std::string write_block(const pdf::Document& input, const std::vector<std::uint32_t>& block, const Scheme& scheme, const Grid& grid, const Request& request) {
  SheetFile file(input);
  std::vector<pdf::Boxes> boxes;
  for (const std::uint32_t page : block) boxes.push_back(input.pages()[page - 1]);
  const pdf::Box whole{0, 0, grid.sheet_width, grid.sheet_height};
  for (const Side& side : scheme.sides) {
    std::vector<Placed> pages = place(side, scheme, grid, request, boxes);
    for (Placed& placed : pages) placed.page = block[placed.page - 1];
    file.add(pages, draw_marks(side, scheme, grid, request, slug_of(side, scheme, request)), {whole, whole, whole});
  }
  return file.finish(std::filesystem::path(request.out).stem().string());
}

/// Puts both files in place, or neither.
bool write_files(const Request& request, const std::string& block, const std::string& cover_path, const std::string& cover, Diagnostics& diagnostics) {
  StagedFile first(request.out), second(cover_path);
  const bool is_written = first.write(block) && (cover_path.empty() || second.write(cover));
  if (is_written && first.commit() && (cover_path.empty() || second.commit())) return true;
  diagnostics.error("build.cannot-write", "\"" + request.out + "\" can't be written", {});
  return false;
}

}  // namespace

Written impose(const Request& request, Diagnostics& diagnostics) {
  const auto input = pdf::Document::open(request.input, diagnostics);
  if (!input) return {};
  const PageShape shape = shape_of(*input, diagnostics);
  const std::vector<std::uint32_t> block = block_of(*input, request, diagnostics);
  const auto pages = static_cast<std::uint32_t>(block.size());
  if (!check_binding(pages, request, diagnostics)) return {};
  if (request.binding != Binding::n_up) check_sides(block, diagnostics);
  const std::vector<Scheme> schemes = schemes_of(pages, shape, request);
  const auto fits = std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) { return grid_of(scheme, shape, request).has_value(); });
  if (fits == schemes.end()) report_too_small(least_sheet(schemes.back(), shape, request), request, diagnostics);
  const Cover cover = request.cover.empty() ? Cover{} : plan_cover(shape, pages, request, input->pages());
  if (!request.cover.empty() && !cover.fits) report_too_small(cover.least, request, diagnostics);
  if (diagnostics.has_errors()) return {};
  if (!claims_press(input->about())) {
    diagnostics.warning("sheets.no-press-claim", "\"" + request.input + "\" is no PDF/X-4 with a printing condition, so the sheets don't say that they are", {});
  }
  Written written{false, pages, fits->blanks, fits->sheets, fits->sections, fits->rows * fits->columns, !request.cover.empty(), {}, cover.spine * mm_of_point};
  try {
    const std::string bytes = write_block(*input, block, *fits, *grid_of(*fits, shape, request), request);
    std::string cover_bytes;
    if (written.has_cover) {
      const std::filesystem::path out(request.out);
      written.cover = (out.parent_path() / (out.stem().string() + "-cover.pdf")).string();
      cover_bytes = write_cover(*input, cover, request);
    }
    written.ok = write_files(request, bytes, written.cover, cover_bytes, diagnostics);
  } catch (const std::exception& failure) {
    diagnostics.error("pdf.damaged", "\"" + request.input + "\" can't be read: " + failure.what(), {}, "write it again where it came from");
  }
  return written;
}

}  // namespace tilstand::sheets
