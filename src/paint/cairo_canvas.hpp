// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "colour/palette.hpp"
#include "font/library.hpp"
#include "paint/canvas.hpp"

namespace tilstand::paint {

/// What a picture says of itself to those who don't see it.
struct SvgWords {
  std::string title, description;
  std::string language;  ///< BCP 47 tag
};

/// Draws the scene with cairo for eyes only: PNG and SVG previews. Glyphs are drawn by id from the library's own bytes,
/// unhinted, so a preview stands where the PDF stands.
class CairoCanvas final : public Canvas {
 public:
  /// `library`, `palette` and `pictures` must outlive the canvas; without pictures a page that shows one can't be drawn.
  CairoCanvas(const font::Library& library, const colour::Palette& palette, const picture::Library* pictures = nullptr);
  ~CairoCanvas() override;
  CairoCanvas(const CairoCanvas&) = delete;
  CairoCanvas& operator=(const CairoCanvas&) = delete;

  /// The page as PNG bytes at `dpi` dots an inch; nothing when the picture is larger than cairo can hold.
  std::optional<std::string> write_png(const scene::Page& page, double dpi);
  /// The page as SVG bytes, sized in points; nothing when cairo fails. With `words` it is one image that says them.
  std::optional<std::string> write_svg(const scene::Page& page, const SvgWords* words = nullptr);

  void begin_page(const scene::Page& page) override;
  void begin_mark(const scene::Mark& mark) override;
  void text(const scene::TextItem& item) override;
  void shape(const drawing::Shape& shape) override;
  void picture(const scene::PictureItem& item) override;
  void end_mark() override;
  void end_page() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::paint
