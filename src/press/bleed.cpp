// SPDX-License-Identifier: Apache-2.0
#include "press/bleed.hpp"

#include <algorithm>
#include <cmath>

namespace tilstand::press {
namespace {

Length pushed(Length at, Length end, Length bleed) {
  if (at <= edge_tolerance) return min(at, -bleed);
  if (at >= end - edge_tolerance) return max(at, end + bleed);
  return at;
}

Point pushed(Point at, Size trim, Length bleed) { return {pushed(at.x, trim.width, bleed), pushed(at.y, trim.height, bleed)}; }

Rect pushed(const Rect& area, Size trim, Length bleed) {
  const Point from = pushed(area.origin, trim, bleed), to = pushed(Point{area.right(), area.bottom()}, trim, bleed);
  return {from, {to.x - from.x, to.y - from.y}};
}

void draw(Path& path, Size trim, Length bleed) {
  for (PathStep& step : path.steps)
    for (Point* at : {&step.control1, &step.control2, &step.to}) *at = pushed(*at, trim, bleed);
}

/// The factor on `inner`, about the middle of `window`, that brings both its ends to those of `wanted`.
double factor(Length low, Length high, Length middle, Length wanted_low, Length wanted_high) {
  const double down = std::max<double>(1, static_cast<double>((middle - low).units)), up = std::max<double>(1, static_cast<double>((high - middle).units));
  return std::max(static_cast<double>((middle - wanted_low).units) / down, static_cast<double>((wanted_high - middle).units) / up);
}

Point middle_of(const Rect& area) { return {area.left() + area.size.width / 2, area.top() + area.size.height / 2}; }

void enlarge(Rect& area, Point about, double by) {
  const auto away = [by](Length at, Length from) { return Length{from.units + std::llround(static_cast<double>((at - from).units) * by)}; };
  const Point from{away(area.left(), about.x), away(area.top(), about.y)}, to{away(area.right(), about.x), away(area.bottom(), about.y)};
  area = {from, {to.x - from.x, to.y - from.y}};
}

}  // namespace

bool touches_edge(const Rect& area, Size trim) {
  return area.left() <= edge_tolerance || area.top() <= edge_tolerance || area.right() >= trim.width - edge_tolerance || area.bottom() >= trim.height - edge_tolerance;
}

double enlargement(const scene::PictureItem& picture, Size trim, Length bleed) {
  if (!touches_edge(picture.window, trim)) return 1;
  const Rect window = pushed(picture.window, trim, bleed), &area = picture.area;
  if (area.contains(window)) return 1;
  const Point about = middle_of(picture.window);
  return std::max({1.0, factor(area.left(), area.right(), about.x, window.left(), window.right()),
                   factor(area.top(), area.bottom(), about.y, window.top(), window.bottom())});
}

void draw_to_bleed(scene::Page& page, Length bleed) {
  const Size trim = page.shown();
  if (bleed <= Length{}) return;
  for (scene::Item& item : page.items) {
    if (auto* shape = std::get_if<scene::ShapeItem>(&item.drawing)) draw(shape->shape.path, trim, bleed);
    auto* picture = std::get_if<scene::PictureItem>(&item.drawing);
    if (picture == nullptr || !touches_edge(picture->window, trim)) continue;
    const double by = enlargement(*picture, trim, bleed);
    if (by > 1) enlarge(picture->area, middle_of(picture->window), by);
    picture->window = pushed(picture->window, trim, bleed);
  }
}

}  // namespace tilstand::press
