// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "haru/font_set.hpp"
#include "paint/canvas.hpp"
#include "paint/pdf_content.hpp"
#include "paint/picture_set.hpp"

namespace tilstand::paint {

/// Draws pages as PDF operators. Marks become marked-content sequences; where glyphs would be read wrongly, a sequence of
/// its own gives the text. One page at a time: what it made is to be taken between `end_page` and the next `begin_page`.
class PdfCanvas final : public Canvas {
 public:
  /// The structure type of an element, as it is written at its marks.
  using RoleName = std::function<const char*(scene::TagId)>;
  /// `fonts`, `palette` and `pictures` must outlive it; without pictures a page that shows one can't be painted. `corner` is the
  /// page's bottom left corner on the sheet, from that of the sheet, to the right and up.
  PdfCanvas(haru::FontSet& fonts, const colour::Palette& palette, RoleName role_name, PictureSet* pictures = nullptr, Point corner = {});

  void begin_page(const scene::Page& page) override;
  void begin_mark(const scene::Mark& mark) override;
  void text(const scene::TextItem& item) override;
  void shape(const drawing::Shape& shape) override;
  void picture(const scene::PictureItem& item) override;
  void end_mark() override;
  void end_page() override;

  /// The page's operators.
  const std::string& content() const { return content_.bytes(); }
  /// The spot inks of all pages so far, by their index in the palette.
  const std::set<std::uint16_t>& spots() const { return content_.spots(); }
  /// Whether the page shows a picture, which may be transparent.
  bool shows_picture() const { return shows_picture_; }
  /// The element of each marked-content sequence of the page; the index is its MCID.
  const std::vector<scene::TagId>& marked() const { return marked_; }

  /// A glyph that no reader could turn into text.
  struct Unreadable {
    scene::Mark mark;
    NodeId origin;
    std::uint32_t glyph = 0;
    std::string text;
  };
  const std::vector<Unreadable>& unreadable() const { return unreadable_; }

 private:
  struct Cluster {
    std::span<const text::Glyph> glyphs;
    std::string_view text;
  };
  void open_sequence();
  void open_actual_text(std::string_view actual);
  void close_sequence();
  haru::Reading use(haru::GlyphFont& font, const Cluster& cluster) const;
  void draw(const text::GlyphRun& run, haru::GlyphFont& font, const Cluster& cluster, Point& pen);

  haru::FontSet& fonts_;
  PictureSet* pictures_;
  PdfContent content_;
  RoleName role_name_;
  std::vector<scene::TagId> marked_;
  std::vector<Unreadable> unreadable_;
  Size trim_{};
  Point corner_{};
  bool shows_picture_ = false;
  scene::Mark mark_{};
  bool open_ = false;  ///< a sequence is open
};

}  // namespace tilstand::paint
