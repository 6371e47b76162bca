// SPDX-License-Identifier: Apache-2.0
#include "paint/cairo_canvas.hpp"

#include <cairo-ft.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ensure.hpp"
#include "paint/cairo_picture.hpp"
#include "paint/svg_words.hpp"

namespace tilstand::paint {
namespace {

constexpr double points_per_inch = 72;
constexpr double largest_side = 32767;  // cairo's image surfaces hold no more pixels a side

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct DestroyFace {
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Context = std::unique_ptr<cairo_t, DestroyContext>;
using FontFace = std::unique_ptr<cairo_font_face_t, DestroyFace>;

/// A FreeType face with a library of its own: cairo keeps faces in a cache past the canvas's life, so they share nothing.
struct FreeTypeFace {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  explicit FreeTypeFace(const font::Face& source) {
    ensure(FT_Init_FreeType(&library) == 0);
    const auto* bytes = reinterpret_cast<const FT_Byte*>(source.bytes.data());
    const auto size = static_cast<FT_Long>(source.bytes.size());
    ensure(FT_New_Memory_Face(library, bytes, size, static_cast<FT_Long>(source.index), &face) == 0);  // the library's reader opened it
  }
  ~FreeTypeFace() {
    FT_Done_Face(face);
    FT_Done_FreeType(library);
  }
  FreeTypeFace(const FreeTypeFace&) = delete;
  FreeTypeFace& operator=(const FreeTypeFace&) = delete;
};

void destroy_free_type_face(void* face) { delete static_cast<FreeTypeFace*>(face); }

constexpr cairo_user_data_key_t face_key{};

FontFace open_face(const font::Face& source) {
  auto face = std::make_unique<FreeTypeFace>(source);
  FontFace opened(cairo_ft_font_face_create_for_ft_face(face->face, FT_LOAD_NO_HINTING));
  ensure(cairo_font_face_set_user_data(opened.get(), &face_key, face.get(), destroy_free_type_face) == CAIRO_STATUS_SUCCESS);
  face.release();  // cairo's from here on
  return opened;
}

cairo_status_t append_bytes(void* target, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

/// cairo numbers its surfaces over the life of the process and writes the number down; the same page must give the same bytes.
std::string without_surface_number(std::string svg) {
  constexpr std::string_view key = "id=\"surface";
  const std::size_t at = svg.find(key);
  if (at == std::string::npos) return svg;
  const std::size_t digits = at + key.size(), end = svg.find('"', digits);
  return svg.erase(digits, end - digits);
}

void use_unhinted_grey(cairo_t* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(context, options);
  cairo_font_options_destroy(options);
}

void trace(cairo_t* context, const Path& path) {
  cairo_new_path(context);
  for (const PathStep& step : path.steps) {
    const double x = step.to.x.in_pt(), y = step.to.y.in_pt();
    switch (step.verb) {
      case PathVerb::move: cairo_move_to(context, x, y); break;
      case PathVerb::line: cairo_line_to(context, x, y); break;
      case PathVerb::curve:
        cairo_curve_to(context, step.control1.x.in_pt(), step.control1.y.in_pt(), step.control2.x.in_pt(), step.control2.y.in_pt(), x, y);
        break;
      case PathVerb::close: cairo_close_path(context); break;
    }
  }
}

}  // namespace

struct CairoCanvas::State {
  const font::Library& library;
  const colour::Palette& palette;
  const picture::Library* pictures;
  std::map<std::uint32_t, FontFace> faces;
  Context context;
  bool pixels = false;  ///< the page becomes a raster

  void use_ink(Ink ink) const {
    const colour::Rgb rgb = palette.rgb(ink);
    cairo_set_source_rgb(context.get(), rgb.red, rgb.green, rgb.blue);
  }

  cairo_font_face_t* face(FaceId id) {
    auto found = faces.find(id.value);
    if (found == faces.end()) found = faces.emplace(id.value, open_face(library.faces.at(id.value))).first;
    return found->second.get();
  }
};

CairoCanvas::CairoCanvas(const font::Library& library, const colour::Palette& palette, const picture::Library* pictures)
    : state_(new State{library, palette, pictures, {}, {}, false}) {}

CairoCanvas::~CairoCanvas() = default;

std::optional<std::string> CairoCanvas::write_png(const scene::Page& page, double dpi) {
  const double scale = dpi / points_per_inch;
  const double width = std::ceil(page.shown().width.in_pt() * scale), height = std::ceil(page.shown().height.in_pt() * scale);
  if (!(width >= 1 && height >= 1 && width <= largest_side && height <= largest_side)) return std::nullopt;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  state_->context.reset(cairo_create(surface.get()));
  cairo_scale(state_->context.get(), scale, scale);
  state_->pixels = true;
  paint_page(page, *this);
  state_->context.reset();
  std::string bytes;
  if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  return bytes;
}

std::optional<std::string> CairoCanvas::write_svg(const scene::Page& page, const SvgWords* words) {
  std::string bytes;
  const Surface surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, page.shown().width.in_pt(), page.shown().height.in_pt()));
  cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PT);
  state_->context.reset(cairo_create(surface.get()));
  state_->pixels = false;
  paint_page(page, *this);
  state_->context.reset();
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  bytes = without_surface_number(std::move(bytes));
  return words != nullptr ? saying(std::move(bytes), *words) : bytes;
}

void CairoCanvas::begin_page(const scene::Page&) {
  cairo_t* context = state_->context.get();
  ensure(context != nullptr);
  use_unhinted_grey(context);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
}

void CairoCanvas::begin_mark(const scene::Mark&) {}

void CairoCanvas::text(const scene::TextItem& item) {
  std::vector<cairo_glyph_t> glyphs;
  glyphs.reserve(item.run.glyphs.size());
  Length pen = item.baseline.x;
  for (const text::Glyph& glyph : item.run.glyphs) {
    glyphs.push_back({glyph.id, (pen + glyph.dx).in_pt(), (item.baseline.y + glyph.dy).in_pt()});
    pen += glyph.advance;
  }
  cairo_t* context = state_->context.get();
  cairo_set_font_face(context, state_->face(item.run.face));
  cairo_set_font_size(context, item.run.size.in_pt());
  state_->use_ink(item.run.ink);
  const int count = static_cast<int>(glyphs.size());
  if (!state_->pixels) return cairo_show_glyphs(context, glyphs.data(), count);
  // As outlines: on a raster `cairo_show_glyphs` moves each glyph to the nearest whole pixel, which makes ragged words of small type.
  cairo_new_path(context);
  cairo_glyph_path(context, glyphs.data(), count);
  cairo_fill(context);
}

void CairoCanvas::shape(const drawing::Shape& shape) {
  cairo_t* context = state_->context.get();
  trace(context, shape.path);
  if (shape.fill) {
    state_->use_ink(*shape.fill);
    cairo_fill_preserve(context);
  }
  if (shape.stroke) {
    state_->use_ink(shape.stroke->ink);
    cairo_set_line_width(context, shape.stroke->width.in_pt());
    cairo_stroke_preserve(context);
  }
  cairo_new_path(context);
}

void CairoCanvas::picture(const scene::PictureItem& item) {
  ensure(state_->pictures != nullptr);
  cairo_t* context = state_->context.get();
  cairo_save(context);
  cairo_rectangle(context, item.window.left().in_pt(), item.window.top().in_pt(), item.window.size.width.in_pt(), item.window.size.height.in_pt());
  cairo_clip(context);
  draw_picture(context, (*state_->pictures)[item.picture], item.area);
  cairo_restore(context);
}

void CairoCanvas::end_mark() {}

void CairoCanvas::end_page() {}

}  // namespace tilstand::paint
