// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "definition/words.hpp"
#include "scene/structure.hpp"

namespace tilstand::scene {

/// What stands inside an element whose lines hold links or words of other languages.
struct Inside {
  std::map<std::uint32_t, TagId> links;  ///< by LineLink::leaf
  bool one_link = false;                 ///< all its links lead to one place and are one (title and page number of a contents entry)
  TagId foreign{};                       ///< the span of another language that goes on until other words come
  std::string language;
};

/// What is kept from page to page.
struct Context {
  const content::Tree& tree;
  const layout::Settled& settled;
  const definition::Words& words;
  Structure structure;
  std::map<TagId, Inside> insides;
};

/// Turns the things of one page into items and links.
class PageBuilder {
 public:
  explicit PageBuilder(Context& context) : context_(context) {}
  Page build(layout::Page&& page);

 private:
  void add(layout::PlacedLine&& line);
  void add(layout::PlacedShape&& shape);
  void add(layout::PlacedDrawing&& drawing);
  void add(layout::PlacedPicture&& picture);
  /// The drawings in a line that are decoration; of an artifact's line all.
  void add_boxes(const layout::PlacedLine& line, bool artifact);
  /// The charts in a line from number `from` on that stand before x; gives the number of the next.
  std::size_t add_charts(const layout::PlacedLine& line, std::size_t from, Length before, TagId container);
  void add_drawing(const drawing::Drawing& drawing, Point origin, Mark mark);
  void put_boxes_on_sheet();
  void put(Mark mark, std::variant<TextItem, ShapeItem, PictureItem> drawing);
  /// The element of a run inside `container`, whose words are in `language`.
  TagId inline_tag(TagId container, const text::GlyphRun& run, const layout::LineLink* link, const std::string& language);
  TagId link_tag(TagId container, Inside& inside, const layout::LineLink& link);
  /// The link that a run belongs to, when it leads anywhere.
  const layout::LineLink* link_of(const layout::PlacedLine& line, const text::GlyphRun& run) const;
  void add_link(const layout::PlacedLine& line, const text::GlyphRun& run, const layout::LineLink& link, TagId tag);
  std::string contents_of(const layout::PlacedLine& line, const layout::LineLink& link) const;

  Context& context_;
  Page page_;
  std::vector<Item> artifacts_;
};

}  // namespace tilstand::scene
