// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "layout/pages.hpp"
#include "layout/picture_room.hpp"
#include "layout/set_text.hpp"

namespace tilstand::layout {
namespace {

/// One line of furniture, aligned in a measure.
void add_line(std::vector<Placed>& items, const Setter& setter, const content::Inline& words, const std::string& style_name, Point baseline,
              Length width, text::Align align) {
  const definition::Style& style = setter.style(style_name);
  std::vector<SetLine> lines = set_lines(setter, spans_of(setter, {words}, style, {}), style, width, {false, false, align});
  if (lines.empty()) return;
  items.push_back(placed_line(std::move(lines.front()), baseline, {}, Artifact::header));
}

PlacedShape filled(const Rect& area, Ink ink, Artifact artifact) {
  PlacedShape shape;
  shape.shape.path = rectangle(area);
  shape.shape.fill = ink;
  shape.artifact = artifact;
  return shape;
}

/// The master's own pictures, mirrored on left pages.
void add_pictures(std::vector<Placed>& items, const Setter& setter, const Page& page, const definition::Master& master) {
  const Inputs& in = setter.config.in;
  const auto found = in.master_pictures.find(master.name);
  if (found == in.master_pictures.end() || in.pictures == nullptr) return;
  for (std::size_t i = 0; i < master.pictures.size() && i < found->second.size(); ++i) {
    const definition::MasterPicture& picture = master.pictures[i];
    if (!found->second[i]) continue;
    const Size natural = (*in.pictures)[found->second[i]].natural;
    const Length by_height = picture.height ? scaled(natural.width, picture.height->units, natural.height.units) : natural.width;
    const PictureRoom room{picture.width, picture.height, picture.cover ? definition::Fit::cover : definition::Fit::contain};
    PicturePlace place = place_picture(natural, room, by_height);
    const Length left = page.left ? page.trim.width - picture.left - place.window.size.width : picture.left;
    items.push_back(moved(PlacedPicture{found->second[i], place.area, place.window, {}, Artifact::background}, {left, picture.top}));
  }
}

/// Folio at the fore-edge; the report's title on left pages, the part's on right pages.
void add_running(std::vector<Placed>& items, const Setter& setter, const Page& page) {
  const definition::Theme& theme = setter.config.in.theme;
  const Length left = page.left ? theme.page.outer : theme.page.inner, y = theme.running_baseline;
  const Length column = theme.page.column_left(theme.running_column), width = theme.page.live_width();
  add_line(items, setter, plain(page.label), "folio", {left, y}, width, page.left ? text::Align::left : text::Align::right);
  if (page.left) return add_line(items, setter, plain(setter.config.in.tree.running, {}, setter.config.in.tree.running_printed), "running", {left + column, y}, width - column, text::Align::left);
  if (!page.part) return;
  const auto& part = std::get<content::Part>(setter.node(page.part).body);
  add_line(items, setter, part.running.empty() ? plain(part.title, {}, part.title_printed) : plain(part.running, {}, part.running_printed), "running", {left, y}, width - mm(15), text::Align::left);
}

/// A block that bleeds off the fore-edge; parts with a thumb index stand one below another through the book.
void add_thumb(std::vector<Placed>& items, const Setter& setter, const Page& page) {
  const auto place = setter.config.thumb_places.find(page.part.value);
  if (place == setter.config.thumb_places.end()) return;
  const definition::Theme& theme = setter.config.in.theme;
  const Length unit = setter.unit(), left = page.left ? Length{} : page.trim.width - unit;
  const Length top = theme.page.head + unit * 4 * (place->second - 1);
  const auto ink = [&](const char* role) {
    const Ink found = theme.ink(role).value_or(Ink{});
    return page.reversed ? theme.on_reversed(found) : found;
  };
  items.push_back(filled({{left, top}, {unit, unit * 3}}, ink("structure"), Artifact::header));
  const auto& part = std::get<content::Part>(setter.node(page.part).body);
  std::vector<Placed> lines;
  add_line(lines, setter, plain(part.thumb, {}, part.thumb_printed), "thumb", {left, top + scaled(unit, 7, 4)}, unit, text::Align::centre);
  for (Placed& thing : lines) {
    for (text::GlyphRun& run : std::get<PlacedLine>(thing).line.runs) run.ink = ink("paper");
    items.push_back(std::move(thing));
  }
}

}  // namespace

std::vector<Placed> furniture(const Setter& setter, const Page& page, const definition::Master& master) {
  std::vector<Placed> items;
  if (page.master.empty() || page.turned) return items;
  if (master.folio) add_running(items, setter, page);
  if (page.reversed) reverse_inks(items, setter.config.in.theme);
  std::vector<Placed> behind;
  if (master.ground) behind.push_back(filled({{}, page.trim}, *master.ground, Artifact::background));
  add_pictures(behind, setter, page, master);
  items.insert(items.begin(), std::make_move_iterator(behind.begin()), std::make_move_iterator(behind.end()));
  if (master.thumb && page.part) add_thumb(items, setter, page);
  return items;
}

void reverse_inks(std::vector<Placed>& items, const definition::Theme& theme) {
  for (Placed& thing : items) {
    if (auto* line = std::get_if<PlacedLine>(&thing))
      for (text::GlyphRun& run : line->line.runs) run.ink = theme.on_reversed(run.ink);
    auto* shape = std::get_if<PlacedShape>(&thing);
    if (shape == nullptr) continue;
    if (shape->shape.fill) shape->shape.fill = theme.on_reversed(*shape->shape.fill);
    if (shape->shape.stroke) shape->shape.stroke->ink = theme.on_reversed(shape->shape.stroke->ink);
  }
}

}  // namespace tilstand::layout
