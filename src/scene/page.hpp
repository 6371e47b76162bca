// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/source.hpp"
#include "drawing/drawing.hpp"
#include "layout/page.hpp"
#include "text/line.hpp"

namespace tilstand::scene {

/// A structure element; numbers rise in the order of first appearance.
using TagId = Id<struct StructureTag>;

/// Standard structure types (ISO 32000-1, 14.8.4) that the program writes.
enum class Role {
  Document, Part, Sect, Div, Aside_, H1, H2, H3, H4, H5, H6, P, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD,
  Figure, Caption, Note, Reference, Link, Span, TOC, TOCI, TFoot, BlockQuote, Index
};
const char* name_of(Role role);

/// A structure element as it is first met. Its kids are the elements that name it as parent, the marks and the links,
/// elements ordered by `order`, marks between them where their page and place among its items say.
struct Tag {
  TagId id;
  TagId parent{};             ///< none: the document element
  Role role = Role::P;
  std::uint64_t order = 0;    ///< place among its siblings, by content
  std::string alternate{};    ///< Alt
  std::string actual{};       ///< ActualText
  std::string language{};     ///< Lang when it differs from the parent's
  std::string note_id{};      ///< ID; required for Note (ISO 14289-1, 7.9)
  enum class Scope { none, row, column } scope = Scope::none;
  int rows = 1, columns = 1;  ///< RowSpan and ColSpan of a table cell
  std::string header_id{};    ///< ID of a TH that cells name
  std::vector<std::string> headers{};  ///< Headers of a cell: ids of its heads, where scopes can't tell them
  enum class Numbering { none, disc, decimal } numbering = Numbering::none;  ///< ListNumbering of a list; none: labels are words, or there are none
  std::optional<Rect> box{};  ///< BBox of a figure, on its page
  bool in_line = false;       ///< a figure that stands among words
  SourceSpan span{};          ///< where the author wrote it
  NodeId node{};
};

/// What a drawn item is for: a structure element's content, or an artifact.
struct Mark {
  TagId tag{};                ///< none: artifact
  layout::Artifact artifact = layout::Artifact::none;
  bool operator==(const Mark&) const = default;
};

struct TextItem {
  Point baseline;             ///< of the run's first glyph
  text::GlyphRun run;
  bool tick = false;          ///< of a drawing's label that names a place of a scale
};

struct ShapeItem {
  drawing::Shape shape;         ///< page coordinates
};

struct PictureItem {
  PictureId picture;
  Rect area;                  ///< where the whole picture stands
  Rect window;                ///< the part of it that shows
};

/// Items with equal, consecutive marks form one marked-content sequence.
struct Item {
  Mark mark;
  std::variant<TextItem, ShapeItem, PictureItem> drawing;
};

/// A link annotation.
struct Link {
  Rect area;
  TagId tag;                  ///< the Link element
  std::string uri;            ///< empty: inside the document
  std::uint32_t page = 0;     ///< target page, from 0
  Point at;                   ///< target point
  std::string contents;       ///< what it is, for Contents and Alt
  NodeId target{};            ///< what lies there
  bool note = false;          ///< cites a note
};

/// A page ready to paint, in reading order of content with artifacts first.
struct Page {
  std::uint32_t index = 0;
  std::string label;
  Size trim;
  bool turned = false;           ///< lies on its side: items have the coordinates of `shown`, boxes of links and tags those of the sheet
  std::vector<Item> items;
  std::vector<Link> links;
  struct Drawn {
    PrintedId printed{};
    std::size_t item = 0;        ///< of the drawing's first item
  };
  std::vector<Drawn> drawn{};    ///< values that marks show and no words say, by item
  std::vector<Tag> tags;         ///< elements met for the first time
  std::vector<TagId> closed;     ///< elements that nothing will be added to any more (rows of a table and all inside), kids before parents; all others close with the document

  /// The size as it is read.
  Size shown() const { return turned ? Size{trim.height, trim.width} : trim; }
};

/// An entry of the outline.
struct OutlineEntry {
  int level = 1;
  std::string title;
  std::uint32_t page = 0;
  Point at;
  NodeId target{};            ///< what it names
};

/// What a printed number is called, "trust[2021].value".
using PrintedNames = std::function<std::string(PrintedId)>;

std::string to_text(const Page& page, const PrintedNames& names = {});
/// The tag tree of all pages as indented text, as `tilstand dump --stage tags` prints it.
std::string tags_to_text(const std::vector<Page>& pages);

}  // namespace tilstand::scene
