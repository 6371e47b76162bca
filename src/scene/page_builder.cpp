// SPDX-License-Identifier: Apache-2.0
#include "scene/page_builder.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "scene/drawing_items.hpp"
#include "scene/leaf_content.hpp"

namespace tilstand::scene {
namespace {

using layout::Leaf;
using layout::LineLink;

/// Ascent and descent of a link's area, as shares of the type size.
Rect area_of(const layout::PlacedLine& line, const text::GlyphRun& run) {
  const Point start{line.baseline.x + run.x, line.baseline.y - run.rise};
  const Length up = scaled(run.size, 4, 5), down = run.size / 4;
  return {{start.x, start.y - up}, {run.width(), up + down}};
}

Point box_origin(const layout::PlacedLine& line, const text::PlacedBox& box) {
  return {line.baseline.x + box.x, line.baseline.y - line.boxes[box.index].size.height};
}

}  // namespace

Page PageBuilder::build(layout::Page&& page) {
  page_.index = page.index;
  page_.label = page.label;
  page_.trim = page.trim;
  page_.turned = page.turned;
  std::stable_sort(page.items.begin(), page.items.end(), [](const layout::Placed& a, const layout::Placed& b) {
    const bool artifact_a = leaf_of(a).part == Leaf::Part::artifact, artifact_b = leaf_of(b).part == Leaf::Part::artifact;
    if (artifact_a || artifact_b) return artifact_a && !artifact_b;
    return reading_key(leaf_of(a)) < reading_key(leaf_of(b));
  });
  for (layout::Placed& thing : page.items) std::visit([this](auto& placed) { add(std::move(placed)); }, thing);
  std::vector<Item> items = std::move(artifacts_);
  std::move(page_.items.begin(), page_.items.end(), std::back_inserter(items));
  for (Page::Drawn& one : page_.drawn) one.item += items.size() - page_.items.size();
  page_.items = std::move(items);
  page_.tags = context_.structure.take_new();
  if (page_.turned) put_boxes_on_sheet();
  page_.closed = context_.structure.close_rows();
  for (const TagId tag : page_.closed) context_.insides.erase(tag);
  return std::move(page_);
}

void PageBuilder::put_boxes_on_sheet() {
  for (Link& link : page_.links) link.area = on_sheet(link.area, page_.trim);
  for (Tag& tag : page_.tags)
    if (tag.box) tag.box = on_sheet(*tag.box, page_.trim);
}

void PageBuilder::put(Mark mark, std::variant<TextItem, ShapeItem, PictureItem> drawing) {
  (mark.tag ? page_.items : artifacts_).push_back({mark, std::move(drawing)});
}

void PageBuilder::add(layout::PlacedShape&& shape) {
  if (shape.shape.path.steps.empty()) return;
  put({TagId::none(), shape.artifact}, ShapeItem{std::move(shape.shape)});
}

void PageBuilder::add(layout::PlacedDrawing&& drawing) {
  if (drawing.leaf.part == Leaf::Part::artifact) return add_drawing(drawing.drawing, drawing.origin, {TagId::none(), layout::Artifact::decoration});
  const TagId tag = context_.structure.tag_of(drawing.leaf);
  context_.structure.widen_box(tag, {drawing.origin, drawing.drawing.size});
  for (const PrintedId id : drawing.drawing.drawn) page_.drawn.push_back({id, page_.items.size()});
  add_drawing(drawing.drawing, drawing.origin, {tag, layout::Artifact::none});
}

void PageBuilder::add(layout::PlacedPicture&& picture) {
  const PictureItem item{picture.picture, picture.area, picture.window};
  if (picture.leaf.part == Leaf::Part::artifact) {
    const auto kind = picture.artifact == layout::Artifact::none ? layout::Artifact::decoration : picture.artifact;
    return put({TagId::none(), kind}, item);
  }
  const TagId tag = context_.structure.tag_of(picture.leaf);
  context_.structure.widen_box(tag, picture.window);
  put({tag, layout::Artifact::none}, item);
}

void PageBuilder::add_drawing(const drawing::Drawing& drawing, Point origin, Mark mark) {
  each_item(drawing, origin, [&](auto item) { put(mark, std::move(item)); });
}

void PageBuilder::add_boxes(const layout::PlacedLine& line, bool artifact) {
  for (const text::PlacedBox& box : line.line.boxes) {
    if (box.index >= line.boxes.size()) continue;
    const drawing::Drawing& drawing = line.boxes[box.index];
    if (!artifact && !drawing.alternate.empty()) continue;
    add_drawing(drawing, box_origin(line, box), {TagId::none(), layout::Artifact::decoration});
  }
}

std::size_t PageBuilder::add_charts(const layout::PlacedLine& line, std::size_t from, Length before, TagId container) {
  for (; from < line.line.boxes.size() && line.line.boxes[from].x < before; ++from) {
    const text::PlacedBox& box = line.line.boxes[from];
    if (box.index >= line.boxes.size() || line.boxes[box.index].alternate.empty()) continue;
    const drawing::Drawing& drawing = line.boxes[box.index];
    const TagId tag = context_.structure.add_figure_inside(container, drawing.alternate);
    context_.structure.widen_box(tag, {box_origin(line, box), drawing.size});
    for (const PrintedId id : drawing.drawn) page_.drawn.push_back({id, page_.items.size()});
    add_drawing(drawing, box_origin(line, box), {tag, layout::Artifact::none});
  }
  return from;
}

void PageBuilder::add(layout::PlacedLine&& line) {
  const bool artifact = line.leaf.part == Leaf::Part::artifact || line.artifact != layout::Artifact::none;
  const auto kind = line.artifact != layout::Artifact::none ? line.artifact : layout::Artifact::decoration;
  add_boxes(line, artifact);
  const TagId container = artifact ? TagId::none() : context_.structure.tag_of(line.leaf);
  const bool mixed = !artifact && is_mixed(context_.tree, line.leaf);
  if (mixed && std::holds_alternative<content::TocEntry>(context_.tree[line.leaf.node].body)) context_.insides[container].one_link = true;
  std::size_t charts = artifact ? line.line.boxes.size() : 0;
  for (text::GlyphRun& run : line.line.runs) {
    if (run.glyphs.empty()) continue;
    charts = add_charts(line, charts, run.x, container);
    Mark mark{container, artifact ? kind : layout::Artifact::none};
    if (mixed) {
      const LineLink* link = link_of(line, run);
      mark.tag = inline_tag(container, run, link, context_.tree.language_of(line.leaf.node));
      if (link != nullptr) add_link(line, run, *link, mark.tag);
    }
    const Point start = run_start(line.baseline, run);
    put(mark, TextItem{start, std::move(run)});
  }
  add_charts(line, charts, mm(100000), container);
}

const LineLink* PageBuilder::link_of(const layout::PlacedLine& line, const text::GlyphRun& run) const {
  if (run.leaf == 0) return nullptr;
  for (const LineLink& link : line.links) {
    if (link.leaf != run.leaf) continue;
    return !link.uri.empty() || context_.settled.places.contains(link.target.value) ? &link : nullptr;
  }
  return nullptr;
}

TagId PageBuilder::inline_tag(TagId container, const text::GlyphRun& run, const LineLink* link, const std::string& language) {
  Inside& inside = context_.insides[container];
  if (link != nullptr) return link_tag(container, inside, *link);
  const bool foreign = !run.language.empty() && run.language != language;
  if (!foreign) inside.foreign = TagId::none();
  if (!foreign) return container;
  if (inside.foreign && inside.language == run.language) return inside.foreign;
  inside.language = run.language;
  inside.foreign = context_.structure.add_inside(container, Role::Span, run.language);
  return inside.foreign;
}

TagId PageBuilder::link_tag(TagId container, Inside& inside, const LineLink& link) {
  inside.foreign = TagId::none();
  const std::uint32_t key = inside.one_link ? 0 : link.leaf;
  const auto known = inside.links.find(key);
  if (known != inside.links.end()) return known->second;
  // What leads elsewhere in the document cites it (ISO 32000-1, 14.8.4.4); a contents entry is a Reference already.
  const bool cites = link.uri.empty() && !inside.one_link;
  const TagId parent = cites ? context_.structure.add_inside(container, Role::Reference) : container;
  const TagId made = context_.structure.add_inside(parent, Role::Link);
  inside.links.emplace(key, made);
  return made;
}

std::string PageBuilder::contents_of(const layout::PlacedLine& line, const LineLink& link) const {
  std::string text;
  for (const text::GlyphRun& run : line.line.runs)
    if (run.leaf == link.leaf) text += run.text;
  // What the target is called says more than the link's own words, which may be just "page 30".
  std::string called = link.uri.empty() && !link.note ? title_of(context_.tree, link.target) : std::string();
  if (called.empty() && line.leaf.part == Leaf::Part::whole && std::holds_alternative<content::IndexEntry>(context_.tree[line.leaf.node].body))
    called = title_of(context_.tree, line.leaf.node);
  text = unbroken(std::move(text));
  std::map<std::string, std::string> slots{{"text", called.empty() ? text : called}, {"number", text}, {"address", link.uri}};
  if (!link.uri.empty()) return definition::fill(context_.words("link.address"), slots);
  const std::uint32_t page = context_.settled.places.at(link.target.value).page;
  slots["page"] = page < context_.settled.labels.size() ? context_.settled.labels[page] : std::to_string(page + 1);
  return definition::fill(context_.words(link.note ? "link.note" : "link.page"), slots);
}

void PageBuilder::add_link(const layout::PlacedLine& line, const text::GlyphRun& run, const LineLink& link, TagId tag) {
  const Rect area = area_of(line, run);
  // Runs of one link on one line make one area.
  if (!page_.links.empty() && page_.links.back().tag == tag && page_.links.back().area.bottom() > area.top()) {
    page_.links.back().area = united(page_.links.back().area, area);
    return;
  }
  Link made{area, tag, link.uri, 0, {}, contents_of(line, link), link.target, link.note};
  if (link.uri.empty()) {
    const layout::Settled::Place& place = context_.settled.places.at(link.target.value);
    made.page = place.page;
    made.at = place.at;
  }
  page_.links.push_back(std::move(made));
}

}  // namespace tilstand::scene
