// SPDX-License-Identifier: Apache-2.0
#include "chart/pen.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "text/from_theme.hpp"

namespace tilstand::chart {
namespace {

// cairo holds coordinates in 1/256 of a unit; a hundred units a millimetre keep a curve within 0.00004 mm.
constexpr double units_per_mm = 100;
constexpr double limit_mm = 20000;

double safe(double value) { return std::isfinite(value) ? std::clamp(value, -limit_mm, limit_mm) : 0; }

Point point(double x, double y) { return {mm(safe(x)), mm(safe(y))}; }

/// A circle as cairo's curves.
Path circle(double x, double y, double radius) {
  using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
  using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
  using Copy = std::unique_ptr<cairo_path_t, decltype(&cairo_path_destroy)>;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1), &cairo_surface_destroy);
  const Context cairo(cairo_create(surface.get()), &cairo_destroy);
  cairo_arc(cairo.get(), 0, 0, radius * units_per_mm, 0, 2 * std::acos(-1.0));
  cairo_close_path(cairo.get());
  const Copy copy(cairo_copy_path(cairo.get()), &cairo_path_destroy);
  Path path;
  const auto at = [&](const cairo_path_data_t& data) { return point(x + data.point.x / units_per_mm, y + data.point.y / units_per_mm); };
  for (int i = 0; i < copy->num_data; i += copy->data[i].header.length) {
    const cairo_path_data_t* data = &copy->data[i];
    if (data->header.type == CAIRO_PATH_MOVE_TO) {
      if (i + data->header.length < copy->num_data) path.move_to(at(data[1]));
    } else if (data->header.type == CAIRO_PATH_LINE_TO) {
      path.line_to(at(data[1]));
    } else if (data->header.type == CAIRO_PATH_CURVE_TO) {
      path.curve_to(at(data[1]), at(data[2]), at(data[3]));
    } else {
      path.close();
      break;  // cairo begins a new subpath after closing one
    }
  }
  return path;
}

}  // namespace

Ink Pen::ink(const char* role) const {
  const Ink ink = context_.theme.ink(role).value_or(Ink{});
  return context_.reversed ? context_.theme.on_reversed(ink) : ink;
}

Ink Pen::ground() const { return context_.has_ground ? context_.ground : context_.theme.ink("paper").value_or(Ink{}); }

void Pen::line(double x1, double y1, double x2, double y2, double width_pt, const char* role) {
  drawing_.items.push_back(Shape{segment(point(x1, y1), point(x2, y2)), std::nullopt, Stroke{ink(role), pt(width_pt)}});
}

void Pen::box(double x, double y, double width, double height, const char* role) {
  drawing_.items.push_back(Shape{rectangle({point(x, y), {mm(safe(width)), mm(safe(height))}}), ink(role), std::nullopt});
}

void Pen::disc(double x, double y, double diameter, const char* role) {
  drawing_.items.push_back(Shape{circle(x, y, diameter / 2), ink(role), std::nullopt});
}

void Pen::ring(double x, double y, double diameter, double width_pt, const char* role) {
  const double radius = diameter / 2 - pt(width_pt).in_mm() / 2;
  drawing_.items.push_back(Shape{circle(x, y, radius), ground(), Stroke{ink(role), pt(width_pt)}});
}

void Pen::diamond(double x, double y, double width, const char* role) {
  const double half = width / 2;
  Path path;
  path.move_to(point(x, y - half)).line_to(point(x + half, y)).line_to(point(x, y + half)).line_to(point(x - half, y)).close();
  drawing_.items.push_back(Shape{std::move(path), ink(role), std::nullopt});
}

text::Span Pen::span(const std::string& text, const char* style) const {
  const definition::Style* found = context_.theme.style(style);
  text::Span span = text::styled(text, found != nullptr ? *found : context_.theme.styles.front(), context_.words.language, context_.origin);
  if (context_.reversed) span.ink = context_.theme.on_reversed(span.ink);
  span.hyphenate = false;
  return span;
}

void Pen::label(double x, double y, const std::string& text, const char* style, At at, bool halo) {
  if (text.empty()) return;
  text::Line line = context_.shaper.line({span(text, style)});
  const double width = line.width.in_mm();
  const double left = at == At::left ? x : at == At::centre ? x - width / 2 : x - width;
  if (halo) {
    const double size = line.runs.empty() ? 3 : line.runs.front().size.in_mm();
    drawing_.items.push_back(Shape{rectangle({point(left - 0.4, y - size * 0.8), {mm(width + 0.8), mm(size)}}), ground(), std::nullopt});
  }
  drawing_.items.push_back(Label{point(left, y), std::move(line)});
}

void Pen::side_label(double x, double middle, double width, const std::string& text, const char* style) {
  if (text.empty()) return;
  const text::Span one = span(text, style);
  const definition::Style* found = context_.theme.style(style);
  const double leading = found != nullptr ? found->leading.in_mm() : 3.75;
  std::vector<text::Line> lines = context_.shaper.lines({one}, {}, mm(width));
  double y = middle - leading * static_cast<double>(lines.size()) / 2 + leading * 0.72;
  for (text::Line& line : lines) {
    drawing_.items.push_back(Label{point(x, y), std::move(line)});
    y += leading;
  }
}

double plot_left(const definition::Theme& theme) { return theme.page.column_left(theme.side_span + 1).in_mm(); }

}  // namespace tilstand::chart
