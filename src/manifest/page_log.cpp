// SPDX-License-Identifier: Apache-2.0
#include "manifest/page_log.hpp"

#include <set>
#include <string>

#include "manifest/short_digest.hpp"

namespace tilstand::manifest {
namespace {

/// Writes down all that is drawn on a page, in paint order, seen from the corner of the live area: the margins of left and
/// right pages mirror each other, and a page that only went from one side to the other looks the same to a reader.
class Describer {
 public:
  Describer(const PageLog::Inputs& in, Point origin) : in_(in), origin_(origin) {}

  void operator()(const layout::PlacedLine& placed) {
    if (is_furniture(placed.artifact)) return;
    line(placed.baseline - origin_, placed.line, placed.artifact == layout::Artifact::none);
    for (const drawing::Drawing& box : placed.boxes) drawing(box, placed.baseline - origin_);
  }
  void operator()(const layout::PlacedShape& placed) {
    if (is_furniture(placed.artifact)) return;
    shape(placed.shape, placed.artifact == layout::Artifact::background ? Point{} : origin_);
  }
  void operator()(const layout::PlacedDrawing& placed) { drawing(placed.drawing, placed.origin - origin_); }
  void operator()(const layout::PlacedPicture& placed) {
    const bool known = placed.picture && placed.picture.value < in_.pictures.pictures.size();
    looks += "picture " + (known ? in_.pictures[placed.picture].sha256 : std::string());
    size(placed.area.size);
    size(placed.window.size);
    if (placed.artifact != layout::Artifact::background) {  // those are mirrored
      at(placed.area.origin - origin_);
      at(placed.window.origin - origin_);
    }
  }

  std::string looks, words;

 private:
  static bool is_furniture(layout::Artifact artifact) {
    using layout::Artifact;
    return artifact == Artifact::header || artifact == Artifact::footer || artifact == Artifact::change;
  }
  void number(std::int64_t value) { looks += " " + std::to_string(value); }
  void at(Point point) {
    number(point.x.units);
    number(point.y.units);
  }
  void size(Size size) {
    number(size.width.units);
    number(size.height.units);
  }
  /// By value: its place in the palette may change when the theme grows.
  void ink(Ink ink) {
    if (ink.role < in_.theme.palette.size()) {
      const definition::Colour& colour = in_.theme.palette[ink.role];
      number(colour.red);
      number(colour.green);
      number(colour.blue);
    }
    number(ink.permille);
  }
  void line(Point baseline, const text::Line& line, bool is_read) {
    looks += "\nline";
    at(baseline);
    for (const text::GlyphRun& run : line.runs) {
      number(run.x.units);
      number(run.rise.units);
      number(run.size.units);
      ink(run.ink);
      if (run.face && run.face.value < in_.library.faces.size()) looks += " " + in_.library.faces[run.face.value].sha256;
      for (const text::Glyph& glyph : run.glyphs) {
        number(glyph.id);
        number(glyph.advance.units);
      }
      if (is_read) words += run.text;
    }
    if (is_read) words += "\n";
  }
  void shape(const drawing::Shape& shape, Point origin) {
    looks += "\nshape";
    if (shape.fill) ink(*shape.fill);
    if (shape.stroke) {
      looks += " stroke";
      ink(shape.stroke->ink);
      number(shape.stroke->width.units);
    }
    for (const PathStep& step : shape.path.steps) {
      number(static_cast<int>(step.verb));
      at(step.control1 - origin);
      at(step.control2 - origin);
      at(step.to - origin);
    }
  }
  void drawing(const drawing::Drawing& drawing, Point at_page) {
    looks += "\ndrawing";
    at(at_page);
    for (const auto& item : drawing.items) {
      if (const auto* label = std::get_if<drawing::Label>(&item)) line(label->baseline, label->line, true);
      else shape(std::get<drawing::Shape>(item), {});
    }
  }

  const PageLog::Inputs& in_;
  Point origin_;
};

}  // namespace

void PageLog::add(const layout::Page& page) {
  const Length left = page.left ? in_.theme.page.outer : in_.theme.page.inner;
  Describer describer(in_, page.turned ? Point{{}, left} : Point{left, {}});
  std::set<std::uint32_t> blocks;
  for (const layout::Placed& thing : page.items) {
    std::visit(describer, thing);
    const auto block = std::visit([&](const auto& placed) { return blocks_.of(placed.leaf); }, thing);
    if (block) blocks.insert(*block);
  }
  pages_.push_back({page.label, page.part ? blocks_.part_of(page.part) : Page::no_part, short_digest(describer.words), short_digest(describer.looks),
                    left.units, {blocks.begin(), blocks.end()}});
  const Page& logged = pages_.back();
  if (logged.part >= parts_.size()) return;
  Part& part = parts_[logged.part];
  part.last = static_cast<std::uint32_t>(pages_.size());
  if (part.first == 0) part.first = part.last;
}

}  // namespace tilstand::manifest
