// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ink.hpp"
#include "base/path.hpp"
#include "drawing/drawing.hpp"
#include "content/tree.hpp"
#include "text/line.hpp"

namespace tilstand::layout {

/// Which leaf of the structure a placed thing belongs to. Cells of a table have no node of their own, so a leaf is a node
/// and, inside tables, a row (−1: head) and a column.
struct Leaf {
  enum class Part {
    whole,        ///< the node itself (paragraph, heading, figure's drawing)
    label,        ///< list label, note number
    caption,      ///< title line of a figure or table, unit line and source
    cell,         ///< a table cell: row and column say which
    head_cell,    ///< a cell of the table's head; row −1 is that of the columns, −2 the level above it
    foot_cell,    ///< a cell of the table's foot
    value, sentence, trend, side, unit, before, source, scale, title, subtitle, page, ///< pieces of tiles, key figures and contents entries
    artifact      ///< not part of the structure
  };
  NodeId node{};
  Part part = Part::artifact;
  std::int32_t row = -1;
  std::int16_t column = -1;
  std::int16_t line = 0;      ///< paragraph inside the cell or a figure's caption; a cell's chart comes after them
  bool operator==(const Leaf&) const = default;
};

/// What an artifact is (ISO 32000-1, 14.8.2.2). `change`: a bar beside what has changed; `production`: for those who print and cut.
enum class Artifact { none, background, header, footer, decoration, change, production };

/// A link inside the placed line: glyph runs whose `leaf` is `leaf` lead to `target` or `uri`.
struct LineLink {
  std::uint32_t leaf = 0;     ///< as in text::Span::leaf; 0 is plain text
  NodeId target{};
  std::string uri;
  bool note = false;          ///< a note mark (tagged Reference)
};

struct PlacedLine {
  Point baseline;             ///< where the line's x = 0 stands
  text::Line line;
  Leaf leaf;
  Artifact artifact = Artifact::none;
  std::vector<LineLink> links;
  std::vector<drawing::Drawing> boxes;  ///< drawings of the line's inline boxes, by PlacedBox::index
};

struct PlacedShape {
  drawing::Shape shape;         ///< page coordinates
  Leaf leaf;
  Artifact artifact = Artifact::decoration;
};

struct PlacedDrawing {
  Point origin;               ///< top left corner
  drawing::Drawing drawing;
  Leaf leaf;
};

/// A picture from a file.
struct PlacedPicture {
  PictureId picture;
  Rect area;                  ///< where the whole picture stands
  Rect window;                ///< the part of it that shows
  Leaf leaf;
  Artifact artifact = Artifact::none;
};

using Placed = std::variant<PlacedLine, PlacedShape, PlacedDrawing, PlacedPicture>;

/// The part of the structure that a thing belongs to.
inline const Leaf& leaf_of(const Placed& thing) {
  return std::visit([](const auto& placed) -> const Leaf& { return placed.leaf; }, thing);
}

/// A finished page: things in paint order, page coordinates.
struct Page {
  std::uint32_t index = 0;    ///< from 0
  std::string label;          ///< printed number
  bool left = false;          ///< a verso
  Size trim;
  bool turned = false;        ///< lies on its side: coordinates of its things run along the trim's height and width
  std::string master;
  NodeId part{};
  bool reversed = false;
  std::vector<Placed> items;
  std::vector<std::pair<NodeId, Point>> anchors;  ///< nodes that begin here, in order

  /// The size as it is read.
  Size shown() const { return turned ? Size{trim.height, trim.width} : trim; }
};

/// What only layout knows and its next round reads: the page of every anchor, the number of each note.
struct Settled {
  struct Place {
    std::uint32_t page = 0;
    Point at;                 ///< on the sheet, also where the page is turned
    bool operator==(const Place&) const = default;
  };
  std::map<std::uint32_t, Place> places;       ///< by NodeId::value
  std::map<std::uint32_t, std::uint32_t> ends; ///< last page of each node that a range of pages is asked of
  std::vector<std::string> labels;             ///< printed number of each page
  struct Use {
    std::uint32_t page = 0;
    NodeId node{};            ///< that prints it there first
    bool operator==(const Use&) const = default;
  };
  std::map<std::uint32_t, std::vector<Use>> uses;  ///< of each printed number whose pages are listed, by PrintedId::value
  bool operator==(const Settled&) const = default;
};

/// Readable text of a page, as `tilstand dump --stage layout` prints it.
std::string to_text(const Page& page, const content::Tree& tree);

}  // namespace tilstand::layout
