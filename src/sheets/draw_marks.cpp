// SPDX-License-Identifier: Apache-2.0
#include "sheets/draw_marks.hpp"

#include <algorithm>

#include "base/number_text.hpp"
#include "sheets/lettering.hpp"

namespace tilstand::sheets {
namespace {

constexpr double mm_in_points = 72 / 25.4;
constexpr double hair = 0.25;  // points, the thinnest line that a plate holds

std::string numbers(std::initializer_list<double> values) {
  std::string text;
  for (const double value : values) text += decimal(value) + " ";
  return text;
}

std::string on_all_plates(const std::string& operators) {
  if (operators.empty()) return operators;
  return std::string("q ") + all_plates + " CS 1 SCN " + decimal(hair) + " w\n" + operators + "Q\n";
}

std::string traced(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += numbers({line.x1, line.y1}) + "m " + numbers({line.x2, line.y2}) + "l\n";
  return text.empty() ? text : text + "S\n";
}

/// Lines above and below the pages at `x`, or left and right of them at `y`.
class Beside {
 public:
  explicit Beside(const Grid& grid) : grid_(grid), from_(std::max(grid.bleed, mark_offset)) {}

  void at_x(double x, bool above, bool below) {
    if (above) lines_.push_back({x, grid_.top() + from_, x, grid_.top() + from_ + mark_length});
    if (below) lines_.push_back({x, grid_.bottoms.back() - from_, x, grid_.bottoms.back() - from_ - mark_length});
  }
  void at_y(double y) {
    lines_.push_back({grid_.lefts.front() - from_, y, grid_.lefts.front() - from_ - mark_length, y});
    lines_.push_back({grid_.right() + from_, y, grid_.right() + from_ + mark_length, y});
  }
  const std::vector<Line>& lines() const { return lines_; }

 private:
  const Grid& grid_;
  double from_;
  std::vector<Line> lines_{};
};

std::vector<Line> crop_lines(const Side& side, const Scheme& scheme, const Grid& grid, const Request& request) {
  Beside beside(grid);
  for (std::uint32_t at = 0; at < side.slots.size(); ++at) {
    const Slot& slot = side.slots[at];
    const std::uint32_t column = at % scheme.columns, row = at / scheme.columns;
    if (row != 0 && row + 1 != scheme.rows) continue;
    const double left = grid.lefts[column] + creep_of(slot, scheme, request), right = left + grid.page_width;
    const bool above = row == 0, below = row + 1 == scheme.rows, is_milled = request.binding == Binding::perfect && points(request.milling) > 0;
    if (slot.spine != Spine::left || is_milled) beside.at_x(left, above, below);
    if (slot.spine != Spine::right || is_milled) beside.at_x(right, above, below);
  }
  for (const double bottom : grid.bottoms) {
    beside.at_y(bottom);
    beside.at_y(bottom + grid.page_height);
  }
  return beside.lines();
}

std::vector<Line> fold_lines(const Scheme& scheme, const Grid& grid) {
  Beside beside(grid);
  for (std::uint32_t column = 1; column < scheme.columns; ++column) beside.at_x(grid.lefts[column] - grid.gaps[column - 1] / 2, true, true);
  if (scheme.rows == 2) beside.at_y(grid.bottoms[0] - grid.row_gap / 2);
  return beside.lines();
}

/// A black field on the spine between the first page of a section and its last: in gathered sections they make a stair.
std::string collating_mark(const Side& side, const Scheme& scheme, const Grid& grid) {
  constexpr double least_width = 2 * mm_in_points, height = 8 * mm_in_points, top = 15 * mm_in_points;
  for (std::uint32_t at = 0; at + 1 < side.slots.size(); ++at) {
    const Slot &slot = side.slots[at], &next = side.slots[at + 1];
    if (at % scheme.columns + 1 == scheme.columns || slot.turned || slot.spine != Spine::right || next.spine != Spine::left) continue;
    if (slot.leaf != 0 || next.leaf != 0 || !side.is_outside) continue;
    const std::uint32_t column = at % scheme.columns, steps = std::max(1U, static_cast<std::uint32_t>((grid.page_height - 2 * top) / height));
    const double width = std::max(grid.gaps[column], least_width), middle = grid.lefts[column + 1] - grid.gaps[column] / 2;
    const double y = grid.bottoms[at / scheme.columns] + grid.page_height - top - (side.section % steps + 1) * height;
    return "0 0 0 1 k " + numbers({middle - width / 2, y, width, height}) + "re f\n";
  }
  return {};
}

/// At the middle of a page's edge and a quarter up the sheet, where no fold is; the slug line stands below the first page.
std::vector<pdf::Spot> target_places(const Grid& grid) {
  const double out = std::max(grid.bleed, mark_offset) + mark_length / 2, x = grid.lefts[0] + grid.page_width / 2, y = grid.bottoms.back() + grid.page_height * 0.25;
  return {{x, grid.top() + out}, {grid.lefts.back() + grid.page_width / 2, grid.bottoms.back() - out}, {grid.lefts[0] - out, y}, {grid.right() + out, y}};
}

}  // namespace

std::string plain_lines(const std::vector<Line>& lines) { return on_all_plates(traced(lines)); }

std::string dashed_lines(const std::vector<Line>& lines) { return lines.empty() ? std::string() : on_all_plates("[2 1.5] 0 d\n" + traced(lines)); }

std::string targets(const std::vector<pdf::Spot>& places) {
  constexpr double radius = 4.25, arm = 6.5, bow = 0.5523 * radius;  // 1.5 mm; a quarter of a circle as a curve
  std::string text;
  for (const auto& [x, y] : places) {
    text += traced({{x - arm, y, x + arm, y}, {x, y - arm, x, y + arm}});
    text += numbers({x + radius, y}) + "m " + numbers({x + radius, y + bow, x + bow, y + radius, x, y + radius}) + "c ";
    text += numbers({x - bow, y + radius, x - radius, y + bow, x - radius, y}) + "c " + numbers({x - radius, y - bow, x - bow, y - radius, x, y - radius}) + "c ";
    text += numbers({x + bow, y - radius, x + radius, y - bow, x + radius, y}) + "c S\n";
  }
  return on_all_plates(text);
}

std::string slug(const std::string& text, double x, double y) {
  constexpr double height = 4.5, stroke = 0.35;
  return "q 0 0 0 1 K 1 J 1 j " + decimal(stroke) + " w\n" + lettering(text, x, y, height) + "Q\n";
}

std::string draw_marks(const Side& side, const Scheme& scheme, const Grid& grid, const Request& request, const std::string& slug_text) {
  const double out = std::max(grid.bleed, mark_offset);
  std::string text;
  if (request.marks.crop) text += plain_lines(crop_lines(side, scheme, grid, request));
  if (request.marks.fold && scheme.folds) text += dashed_lines(fold_lines(scheme, grid));
  if (request.marks.registration) text += targets(target_places(grid));
  if (request.marks.collating && scheme.sections > 1) text += collating_mark(side, scheme, grid);
  constexpr double aside = 6, below = 9;  // beside the corner's mark
  if (request.marks.any()) text += slug(slug_text, grid.lefts[0] + aside, grid.bottoms.back() - out - below);
  return text;
}

}  // namespace tilstand::sheets
