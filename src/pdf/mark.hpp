// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <set>
#include <string>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/matrix.hpp"

namespace tilstand::pdf {

/// The lightness of a picture, 16 by 16 fields, 0 to 1: what stays the same when its colours are converted.
using Lightness = std::array<float, 256>;

/// A marked-content sequence of a page (ISO 32000-1, 14.7.4.2): what an element of the tag tree holds.
struct MarkId {
  int number = -1;  ///< MCID; -1: none
  int stream = 0;   ///< object number of the form that has it; 0: the page itself

  auto operator<=>(const MarkId&) const = default;
};

/// One thing that a page shows. Places are in points from the top left corner of the trimmed page, y down.
struct Mark {
  enum class Kind { glyph, path, image, shading } kind = Kind::path;
  std::string text;          ///< glyph: its characters (ToUnicode); path: how it is painted and its operators; image: its size in pixels
  std::string actual;        ///< ActualText that stands for the glyph and those after it
  std::vector<Spot> spots;   ///< glyph: origin and end of its advance; path: its points; image: its corners; then the
                             ///< points of what cuts it. Cut off at the trim
  double size = 0;           ///< glyph: height of the em; path: width of the line, 0 without
  std::string detail;        ///< path: its dashes; image: digest of its pixels and their colour space
  const Lightness* lightness = nullptr;  ///< image: lives as long as the content's reader; null when it can't be told
  MarkId id{};                   ///< the marked-content sequence that holds it
};

/// A page's marks in the order of its content stream, and what is used to make them.
struct Content {
  double width = 0, height = 0;  ///< of the trimmed page
  std::vector<Mark> marks;
  std::size_t outside = 0;       ///< marks that lie wholly outside the trim; they are not among `marks`
  std::set<std::string> spaces;  ///< colour spaces, "DeviceRGB", "Separation Gold"
  std::set<std::string> inks;    ///< colourants that leave ink: "Cyan", "Black", "Gold"; colour that is not yet ink by its space
  std::set<std::string> fonts;   ///< without the tag of a subset; " (not embedded)" behind those
  std::size_t links = 0;
  bool has_transparency = false;
};

}  // namespace tilstand::pdf
