// SPDX-License-Identifier: Apache-2.0
#include "paint/cairo_picture.hpp"

#include <memory>
#include <vector>

#include "paint/picture_matrix.hpp"

namespace tilstand::paint {
namespace {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// cairo wants colours that opacity has been multiplied into, in words of the machine's byte order.
std::uint32_t word_of(const picture::Pixels& pixels, std::size_t at) {
  const auto sample = [&](std::size_t channel) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(pixels.colour[pixels.grey ? at : at * 3 + channel]));
  };
  const std::uint32_t alpha = pixels.alpha.empty() ? 255 : static_cast<unsigned char>(pixels.alpha[at]);
  const auto part = [&](std::size_t channel) { return (sample(channel) * alpha + 127) / 255; };
  return alpha << 24 | part(0) << 16 | part(1) << 8 | part(2);
}

Surface surface_of(const picture::Pixels& pixels) {
  const int width = static_cast<int>(pixels.width), height = static_cast<int>(pixels.height);
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  cairo_surface_flush(surface.get());
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t y = 0; y < pixels.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + y * stride);
    for (std::size_t x = 0; x < pixels.width; ++x) row[x] = word_of(pixels, y * pixels.width + x);
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

void draw_pixels(cairo_t* context, const picture::Picture& picture, const Rect& area) {
  const std::optional<picture::Pixels> pixels = picture::decode(picture);
  const Surface surface = pixels ? surface_of(*pixels) : nullptr;
  if (!surface) return;
  const PictureMatrix to = matrix_of(picture, area);
  const auto along = [](Length from, Length end, double count) { return (end - from).in_pt() / count; };
  const double width = pixels->width, height = pixels->height;
  // The first row is at the end of the y axis, and cairo's rows run down from there.
  const cairo_matrix_t matrix{along(to.origin.x, to.x_end.x, width),  along(to.origin.y, to.x_end.y, width), along(to.y_end.x, to.origin.x, height),
                              along(to.y_end.y, to.origin.y, height), to.y_end.x.in_pt(),                    to.y_end.y.in_pt()};
  cairo_transform(context, &matrix);
  cairo_set_source_surface(context, surface.get(), 0, 0);
  cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
  cairo_rectangle(context, 0, 0, width, height);
  cairo_fill(context);
}

void trace(cairo_t* context, const Path& path) {
  cairo_new_path(context);
  const auto x = [](Point at) { return at.x.in_pt(); };
  const auto y = [](Point at) { return at.y.in_pt(); };
  for (const PathStep& step : path.steps) {
    switch (step.verb) {
      case PathVerb::move: cairo_move_to(context, x(step.to), y(step.to)); break;
      case PathVerb::line: cairo_line_to(context, x(step.to), y(step.to)); break;
      case PathVerb::curve: cairo_curve_to(context, x(step.control1), y(step.control1), x(step.control2), y(step.control2), x(step.to), y(step.to)); break;
      case PathVerb::close: cairo_close_path(context); break;
    }
  }
}

void use(cairo_t* context, const picture::Paint& paint) {
  cairo_set_source_rgba(context, paint.red / 255.0, paint.green / 255.0, paint.blue / 255.0, paint.permille / 1000.0);
}

void stroke(cairo_t* context, const picture::Pen& pen) {
  constexpr cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
  constexpr cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND, CAIRO_LINE_JOIN_BEVEL};
  std::vector<double> dashes;
  for (const Length dash : pen.dashes) dashes.push_back(dash.in_pt());
  use(context, pen.paint);
  cairo_set_line_width(context, pen.width.in_pt());
  cairo_set_line_cap(context, caps[static_cast<std::size_t>(pen.cap)]);
  cairo_set_line_join(context, joins[static_cast<std::size_t>(pen.join)]);
  cairo_set_miter_limit(context, pen.mitre_limit);
  cairo_set_dash(context, dashes.data(), static_cast<int>(dashes.size()), pen.dash_start.in_pt());
  cairo_stroke_preserve(context);
}

cairo_fill_rule_t rule(bool even_odd) { return even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING; }

void draw_shapes(cairo_t* context, const picture::Picture& picture, const Rect& area) {
  const picture::Vector& drawing = *picture.vector();
  cairo_translate(context, area.left().in_pt(), area.top().in_pt());
  cairo_scale(context, area.size.width.in_pt() / picture.natural.width.in_pt(), area.size.height.in_pt() / picture.natural.height.in_pt());
  for (const picture::Shape& shape : drawing.shapes) {
    cairo_save(context);
    for (const std::uint32_t clip : shape.clips) {
      trace(context, drawing.clips[clip].path);
      cairo_set_fill_rule(context, rule(drawing.clips[clip].even_odd));
      cairo_clip(context);
    }
    trace(context, shape.path);
    cairo_set_fill_rule(context, rule(shape.even_odd));
    if (shape.fill) {
      use(context, *shape.fill);
      cairo_fill_preserve(context);
    }
    if (shape.pen) stroke(context, *shape.pen);
    cairo_new_path(context);
    cairo_restore(context);
  }
}

}  // namespace

void draw_picture(cairo_t* context, const picture::Picture& picture, const Rect& area) {
  if (picture.vector() != nullptr) draw_shapes(context, picture, area);
  else draw_pixels(context, picture, area);
}

}  // namespace tilstand::paint
