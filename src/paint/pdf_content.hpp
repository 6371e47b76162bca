// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/path.hpp"
#include "drawing/drawing.hpp"
#include "colour/palette.hpp"
#include "paint/picture_matrix.hpp"

namespace tilstand::paint {

/// The operators of one page's content stream. Takes page coordinates, writes points from the bottom left corner, and says
/// a state only when it changes.
class PdfContent {
 public:
  struct Style {
    FaceId face;
    Length size{};  ///< positive
    Ink ink{};
    bool operator==(const Style&) const = default;
  };

  /// `palette` must outlive it.
  explicit PdfContent(const colour::Palette& palette) : palette_(palette) {}

  /// Coordinates run over a page of this height; of a turned one, over its side. `corner` is its bottom left corner on the sheet.
  void begin_page(Length height, bool turned = false, Point corner = {});
  /// Marked content; `properties` is a dictionary.
  void begin_sequence(std::string_view tag, std::string_view properties);
  void end_sequence();
  /// Draws one glyph with its origin at `at`; `width` is its advance in the font's W array, thousandths of the em.
  void glyph(const Style& style, Point at, std::uint32_t id, int width);
  void shape(const drawing::Shape& shape);
  /// Draws an XObject through a matrix of page coordinates, cut off at `window`.
  void picture(const std::string& name, const PictureMatrix& matrix, const Rect& window);
  /// Ends what is open; the operators are complete then.
  void end_page() { end_text(); }

  const std::string& bytes() const { return bytes_; }
  /// The spot inks that pages have used so far, by their index in the palette.
  const std::set<std::uint16_t>& spots() const { return spots_; }
  static std::string spot_name(std::uint16_t spot);
  /// Names of the states in which black is printed over what it stands on, and in which all is knocked out.
  static constexpr const char* over = "Over";
  static constexpr const char* out = "Out";

 private:
  void start_piece(const Style& style, Point at);
  void end_piece();
  void end_text();
  void use_font(const Style& style);
  void use_fill(Ink ink);
  void use_stroke(const drawing::Stroke& stroke);
  enum class Use { fill, stroke };
  void colour(Ink ink, Use use);
  void use_overprint(bool over_what_is_there);
  void trace(const Path& path);
  void number(double value);
  void point(Point at);

  const colour::Palette& palette_;
  std::string bytes_;
  Length height_{};
  std::optional<Ink> fill_, stroke_;
  std::optional<Length> line_width_;
  std::set<std::uint16_t> spots_;
  bool overprint_ = false;
  std::optional<Style> font_;        ///< of the last Tf
  bool in_text_ = false;             ///< between BT and ET
  bool in_piece_ = false;            ///< between [ and ]
  bool in_string_ = false;           ///< between < and >
  Style style_{};                    ///< of the piece
  Point origin_{};                   ///< of the piece
  std::int64_t pen_ = 0;             ///< where the viewer's pen stands, thousandths of the em from `origin_`
};

}  // namespace tilstand::paint
