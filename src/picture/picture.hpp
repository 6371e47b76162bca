// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/path.hpp"
#include "colour/encoding.hpp"

namespace tilstand::picture {

/// A picture of pixels. They stay in their file's form until they are painted: a page of a report would else hold hundreds
/// of megabytes of them.
struct Raster {
  enum class Coding { png, jpeg };
  Coding coding = Coding::png;
  std::uint32_t width = 0, height = 0;  ///< pixels as the file holds them, before they are turned
  int orientation = 1;                  ///< 1 to 8 (Exif 2.3, tag 0x0112); 1: upright
  colour::Model model = colour::Model::rgb;
  bool alpha = false;
  colour::Encoding encoding;
  /// The file's own coding may stand in a PDF (ISO 32000-1, 7.4.8).
  bool passes = false;
  bool untransformed = false;           ///< of a JPEG: its three channels are RGB, not YCC

  bool is_turned() const { return orientation >= 5; }
  /// Pixels across as one sees it.
  std::uint32_t upright_width() const { return is_turned() ? height : width; }
  std::uint32_t upright_height() const { return is_turned() ? width : height; }
};

/// A colour of a drawing, sRGB.
struct Paint {
  std::uint8_t red = 0, green = 0, blue = 0;
  std::uint16_t permille = 1000;  ///< opacity
  bool operator==(const Paint&) const = default;
};

enum class Cap { butt, round, square };
enum class Join { mitre, round, bevel };

struct Pen {
  Paint paint;
  Length width{};
  Cap cap = Cap::butt;
  Join join = Join::mitre;
  double mitre_limit = 4;
  std::vector<Length> dashes;
  Length dash_start{};
  bool operator==(const Pen&) const = default;
};

/// An outline that others are cut off at; never empty.
struct Clip {
  Path path;
  bool even_odd = false;
  bool operator==(const Clip&) const = default;
};

struct Shape {
  Path path;
  std::optional<Paint> fill;
  bool even_odd = false;
  std::optional<Pen> pen;
  std::vector<std::uint32_t> clips{};  ///< indices into `Vector::clips`; only what is in all of them shows
  bool operator==(const Shape&) const = default;
};

/// A drawing in its own colours, in paint order, from the top left corner at its natural size.
struct Vector {
  std::vector<Shape> shapes;
  std::vector<Clip> clips;
};

/// A picture that has been read and found sound.
struct Picture {
  std::string path;
  std::string sha256;
  Size natural;                        ///< upright, at its own resolution; nothing is zero
  std::string bytes;                   ///< of the file; of pixels only
  std::variant<Raster, Vector> body;

  const Raster* raster() const { return std::get_if<Raster>(&body); }
  const Vector* vector() const { return std::get_if<Vector>(&body); }
};

/// The report's pictures, each file once.
struct Library {
  std::vector<Picture> pictures;

  const Picture& operator[](PictureId id) const { return pictures.at(id.value); }
};

/// Pixels as sRGB of eight bits, rows from top to bottom as the file holds them.
struct Pixels {
  std::uint32_t width = 0, height = 0;
  bool grey = false;   ///< one sample a pixel, else three
  std::string colour;
  std::string alpha;   ///< one sample a pixel; empty: all opaque
};

/// Decodes a picture of pixels. Nothing only when memory or the file's soundness, tried at its reading, has gone.
std::optional<Pixels> decode(const Picture& picture);

/// The stream of a picture that passes, without what its camera noted (place, time, previews).
std::string passing_stream(const Picture& picture);

}  // namespace tilstand::picture
