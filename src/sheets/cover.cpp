// SPDX-License-Identifier: Apache-2.0
#include "sheets/cover.hpp"

#include <algorithm>
#include <filesystem>

#include "base/number_text.hpp"
#include "sheets/draw_marks.hpp"
#include "sheets/sheet_file.hpp"

namespace tilstand::sheets {
namespace {

Placed placed_at(double left, const Cover& cover, std::uint32_t page, const std::vector<pdf::Boxes>& boxes, bool on_left) {
  const pdf::Box trim = boxes.at(page - 1).trim;
  const double bleed = cover.trim.left - cover.bleed.left;
  const double inner = std::min(bleed, cover.spine / 2);  // two bleeds meet on the spine
  return {page, {1, 0, 0, 1, left - trim.left, cover.trim.bottom - trim.bottom},
          {left - (on_left ? bleed : inner), cover.bleed.bottom, left + trim.width() + (on_left ? inner : bleed), cover.bleed.top}};
}

std::string marks_of(const Cover& cover, const Request& request, const std::string& text) {
  const pdf::Box& trim = cover.trim;
  const double out = std::max(trim.left - cover.bleed.left, mark_offset), far = out + mark_length, width = (trim.width() - cover.spine) / 2;
  const auto upright = [&](double x) { return std::vector<Line>{{x, trim.top + out, x, trim.top + far}, {x, trim.bottom - out, x, trim.bottom - far}}; };
  std::vector<Line> crops, folds;
  for (const double x : {trim.left, trim.right}) {
    for (const Line& line : upright(x)) crops.push_back(line);
  }
  for (const double y : {trim.bottom, trim.top}) {
    crops.push_back({trim.left - out, y, trim.left - far, y});
    crops.push_back({trim.right + out, y, trim.right + far, y});
  }
  for (const double x : {trim.left + width, trim.right - width}) {
    for (const Line& line : upright(x)) folds.push_back(line);
  }
  std::string operators;
  if (request.marks.crop) operators += plain_lines(crops);
  if (request.marks.fold) operators += dashed_lines(folds);
  const double middle = out + mark_length / 2, x = trim.left + width / 2, y = trim.bottom + trim.height() / 4;
  if (request.marks.registration) operators += targets({{x, trim.top + middle}, {trim.right - width / 2, trim.bottom - middle}, {trim.left - middle, y}, {trim.right + middle, y}});
  constexpr double aside = 6, below = 9;
  return request.marks.any() ? operators + slug(text, trim.left + aside, trim.bottom - out - below) : operators;
}

}  // namespace

Cover plan_cover(const PageShape& shape, std::uint32_t pages, const Request& request, const std::vector<pdf::Boxes>& boxes) {
  Cover cover;
  const double leaves = (pages + 1) / 2;
  cover.spine = request.binding == Binding::perfect ? points(request.thickness) * leaves + 2 * points(request.cover_thickness) : 0;
  const double margin = request.marks.any() ? std::max(shape.bleed, mark_offset) + mark_length : shape.bleed, width = 2 * shape.width + cover.spine;
  cover.media = {0, 0, points(request.sheet.width), points(request.sheet.height)};
  cover.least = {width + 2 * margin, shape.height + 2 * margin + points(request.gripper)};
  cover.fits = cover.least.x <= cover.media.right + 0.01 && cover.least.y <= cover.media.top + 0.01;
  const double left = (cover.media.right - width) / 2, bottom = (cover.media.top + points(request.gripper) - shape.height) / 2;
  cover.trim = {left, bottom, left + width, bottom + shape.height};
  cover.bleed = {left - shape.bleed, bottom - shape.bleed, cover.trim.right + shape.bleed, cover.trim.top + shape.bleed};
  for (const std::uint32_t page : request.cover)
    if (page > boxes.size()) return cover;
  const double right = cover.trim.right - shape.width;
  cover.outside = {placed_at(left, cover, request.cover.back(), boxes, true), placed_at(right, cover, request.cover.front(), boxes, false)};
  if (request.cover.size() == 4) cover.inside = {placed_at(left, cover, request.cover[1], boxes, true), placed_at(right, cover, request.cover[2], boxes, false)};
  return cover;
}

std::string write_cover(const pdf::Document& input, const Cover& cover, const Request& request) {
  constexpr double mm_of_point = 25.4 / 72;
  const std::filesystem::path out(request.out);
  const std::string text = std::filesystem::path(request.input).stem().string() + "   cover   spine " + decimal(cover.spine * mm_of_point, 2) + " mm   ";
  SheetFile file(input);
  file.add(cover.outside, marks_of(cover, request, text + "outside"), {cover.media, cover.trim, cover.bleed});
  if (!cover.inside.empty()) file.add(cover.inside, marks_of(cover, request, text + "inside"), {cover.media, cover.trim, cover.bleed});
  return file.finish(out.stem().string() + "-cover");
}

}  // namespace tilstand::sheets
