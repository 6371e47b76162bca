// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/number_text.hpp"
#include "scene/page.hpp"

namespace tilstand::scene {
namespace {

std::string in_mm(Length length) { return decimal(length.in_mm(), 2); }
std::string at(Point point) { return in_mm(point.x) + "," + in_mm(point.y); }
std::string box(const Rect& area) { return at(area.origin) + " " + in_mm(area.size.width) + "x" + in_mm(area.size.height); }

const char* name_of(layout::Artifact artifact) {
  switch (artifact) {
    case layout::Artifact::none: return "none";
    case layout::Artifact::background: return "background";
    case layout::Artifact::header: return "header";
    case layout::Artifact::footer: return "footer";
    case layout::Artifact::decoration: return "decoration";
    case layout::Artifact::change: return "change";
    case layout::Artifact::production: return "production";
  }
  return "";
}

std::string mark_text(const Mark& mark) {
  return mark.tag ? "#" + std::to_string(mark.tag.value) : std::string("artifact ") + name_of(mark.artifact);
}

std::string run_text(const text::GlyphRun& run, const PrintedNames& names) {
  std::string text = run.text;
  if (!names) return text;
  for (const PrintedRange& range : run.printed)
    text += " <" + names(range.id) + ": " + run.text.substr(range.begin, range.end - range.begin) + ">";
  return text;
}

std::string item_text(const Item& item, const PrintedNames& names) {
  if (const auto* text = std::get_if<TextItem>(&item.drawing)) return (text->tick ? "tick " : "text ") + at(text->baseline) + " " + run_text(text->run, names);
  if (const auto* picture = std::get_if<PictureItem>(&item.drawing)) {
    const std::string text = "picture " + std::to_string(picture->picture.value) + " " + box(picture->area);
    return picture->window == picture->area ? text : text + " shows " + box(picture->window);
  }
  const drawing::Shape& shape = std::get<ShapeItem>(item.drawing).shape;
  std::string text = "shape " + box(bounds(shape.path));
  if (shape.stroke) text += " stroke " + std::to_string(shape.stroke->ink.role);
  if (shape.fill) text += " fill " + std::to_string(shape.fill->role);
  return text;
}

std::string link_text(const Link& link) {
  std::string text = "link #" + std::to_string(link.tag.value) + " " + box(link.area) + " -> ";
  text += link.uri.empty() ? "page " + std::to_string(link.page + 1) + " " + at(link.at) : link.uri;
  return text + " (" + link.contents + ")";
}

std::string tag_text(const Tag& tag) {
  std::string text = scene::name_of(tag.role);
  if (!tag.language.empty()) text += " lang " + tag.language;
  if (tag.scope != Tag::Scope::none) text += tag.scope == Tag::Scope::row ? " scope row" : " scope column";
  if (tag.rows > 1) text += " rows " + std::to_string(tag.rows);
  if (tag.columns > 1) text += " columns " + std::to_string(tag.columns);
  if (!tag.header_id.empty()) text += " id " + tag.header_id;
  for (std::size_t i = 0; i < tag.headers.size(); ++i) text += (i == 0 ? " headers " : ",") + tag.headers[i];
  if (tag.numbering == Tag::Numbering::decimal) text += " numbered";
  if (tag.numbering == Tag::Numbering::disc) text += " bulleted";
  if (!tag.note_id.empty()) text += " id " + tag.note_id;
  if (tag.box) text += " box " + box(*tag.box);
  if (!tag.alternate.empty()) text += " alt \"" + tag.alternate + "\"";
  return text;
}

/// The tags of all pages with their kids and words.
struct Forest {
  std::map<TagId, const Tag*> tags;
  std::map<TagId, std::vector<TagId>> kids;  ///< by parent, none for the root
  std::map<TagId, std::string> words;

  void sort() {
    for (auto& [parent, list] : kids)
      std::stable_sort(list.begin(), list.end(), [this](TagId a, TagId b) { return tags.at(a)->order < tags.at(b)->order; });
  }
  void print(std::string& text, TagId parent, std::size_t depth) const {
    const auto list = kids.find(parent);
    if (list == kids.end()) return;
    for (const TagId id : list->second) {
      const Tag& tag = *tags.at(id);
      text += std::string(depth * 2, ' ') + tag_text(tag);
      const auto spoken = words.find(id);
      if (spoken != words.end() && tag.role != Role::Figure) text += " | " + spoken->second;
      text += "\n";
      print(text, id, depth + 1);
    }
  }
};

}  // namespace

const char* name_of(Role role) {
  constexpr const char* names[] = {"Document", "Part", "Sect", "Div", "Aside", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
                                   "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Caption", "Note", "Reference", "Link", "Span", "TOC",
                                   "TOCI", "TFoot", "BlockQuote", "Index"};
  return names[static_cast<std::size_t>(role)];
}

std::string to_text(const Page& page, const PrintedNames& names) {
  std::string text = "page " + page.label + (page.turned ? " turned\n" : "\n");
  for (const Tag& tag : page.tags) {
    text += "  tag #" + std::to_string(tag.id.value) + " in " + (tag.parent ? "#" + std::to_string(tag.parent.value) : "-") + " ";
    text += tag_text(tag) + "\n";
  }
  for (const Item& item : page.items) text += "  [" + mark_text(item.mark) + "] " + item_text(item, names) + "\n";
  for (const Link& link : page.links) text += "  " + link_text(link) + "\n";
  if (names)
    for (const Page::Drawn& drawn : page.drawn) text += "  drawn <" + names(drawn.printed) + ">\n";
  return text;
}

std::string tags_to_text(const std::vector<Page>& pages) {
  Forest forest;
  for (const Page& page : pages) {
    for (const Tag& tag : page.tags) {
      forest.tags.emplace(tag.id, &tag);
      forest.kids[tag.parent].push_back(tag.id);
    }
    for (const Item& item : page.items)
      if (const auto* text = std::get_if<TextItem>(&item.drawing); text != nullptr && item.mark.tag) forest.words[item.mark.tag] += text->run.text;
  }
  forest.sort();
  std::string text;
  forest.print(text, TagId::none(), 0);
  return text;
}

}  // namespace tilstand::scene
