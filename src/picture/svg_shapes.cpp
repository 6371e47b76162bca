// SPDX-License-Identifier: Apache-2.0
#include "picture/svg_shapes.hpp"

#include <algorithm>
#include <cmath>

namespace tilstand::picture {
namespace {

double number(const Element& element, std::string_view key, double whole) { return length_of(element[key], whole).value_or(0); }

void add_ellipse(Outline& outline, Spot centre, double rx, double ry) {
  if (rx <= 0 || ry <= 0) return;
  const Spot right{centre.x + rx, centre.y}, left{centre.x - rx, centre.y};
  outline.move_to(right);
  outline.arc_to(right, {rx, ry}, 0, false, true, left);
  outline.arc_to(left, {rx, ry}, 0, false, true, right);
  outline.close();
}

Outline rectangle(const Element& element, const Viewport& port) {
  Outline outline;
  const double x = number(element, "x", port.width), y = number(element, "y", port.height);
  const double width = number(element, "width", port.width), height = number(element, "height", port.height);
  if (width <= 0 || height <= 0) return outline;
  const std::optional<double> given_x = length_of(element["rx"], port.width), given_y = length_of(element["ry"], port.height);
  const double rx = std::clamp(given_x.value_or(given_y.value_or(0)), 0.0, width / 2), ry = std::clamp(given_y.value_or(given_x.value_or(0)), 0.0, height / 2);
  const double right = x + width, bottom = y + height;
  outline.move_to({x + rx, y});
  const auto corner = [&](Spot from, Spot to) {
    outline.line_to(from);
    if (rx > 0 && ry > 0) outline.arc_to(from, {rx, ry}, 0, false, true, to);
  };
  corner({right - rx, y}, {right, y + ry});
  corner({right, bottom - ry}, {right - rx, bottom});
  corner({x + rx, bottom}, {x, bottom - ry});
  corner({x, y + ry}, {x + rx, y});
  outline.close();
  return outline;
}

Outline polyline(const Element& element, bool& sound) {
  Outline outline;
  Numbers numbers(element["points"]);
  while (numbers.peek()) {
    const auto x = numbers.next(), y = numbers.next();
    if (!x || !y) {
      sound = false;
      break;
    }
    if (outline.steps.empty()) outline.move_to({*x, *y});
    else outline.line_to({*x, *y});
  }
  if (element.name == "polygon" && !outline.steps.empty()) outline.close();
  return outline;
}

}  // namespace

std::optional<Outline> outline_of(const Element& element, const Viewport& port, bool& sound) {
  const std::string& name = element.name;
  if (name == "rect") return rectangle(element, port);
  if (name == "polyline" || name == "polygon") return polyline(element, sound);
  Outline outline;
  if (name == "path") {
    PathData data = read_path(element["d"]);
    sound = sound && data.sound;
    return std::move(data.outline);
  }
  const double diagonal = std::hypot(port.width, port.height) / std::sqrt(2.0);
  const Spot centre{number(element, "cx", port.width), number(element, "cy", port.height)};
  if (name == "circle") {
    const double radius = number(element, "r", diagonal);
    add_ellipse(outline, centre, radius, radius);
  } else if (name == "ellipse") {
    add_ellipse(outline, centre, number(element, "rx", port.width), number(element, "ry", port.height));
  } else if (name == "line") {
    outline.move_to({number(element, "x1", port.width), number(element, "y1", port.height)});
    outline.line_to({number(element, "x2", port.width), number(element, "y2", port.height)});
  } else {
    return std::nullopt;
  }
  return outline;
}

}  // namespace tilstand::picture
