// SPDX-License-Identifier: Apache-2.0
#include "paint/transcript.hpp"

#include "base/number_text.hpp"

namespace tilstand::paint {
namespace {

std::string in_words(Point at) { return in_points(at.x) + " " + in_points(at.y); }

std::string in_words(const Rect& area) { return in_words(area.origin) + " " + in_points(area.size.width) + " x " + in_points(area.size.height); }

std::string in_words(Ink ink) {
  const std::string role = decimal(ink.role, 0);
  return ink.permille == 1000 ? role : role + "@" + decimal(ink.permille, 0);
}

const char* in_words(layout::Artifact artifact) {
  switch (artifact) {
    case layout::Artifact::background: return "background";
    case layout::Artifact::header: return "header";
    case layout::Artifact::footer: return "footer";
    case layout::Artifact::decoration: return "decoration";
    case layout::Artifact::change: return "change";
    case layout::Artifact::production: return "production";
    case layout::Artifact::none: break;
  }
  return "nothing";
}

std::string in_words(const PathStep& step) {
  switch (step.verb) {
    case PathVerb::move: return " M " + in_words(step.to);
    case PathVerb::line: return " L " + in_words(step.to);
    case PathVerb::curve: return " C " + in_words(step.control1) + " " + in_words(step.control2) + " " + in_words(step.to);
    case PathVerb::close: break;
  }
  return " Z";
}

}  // namespace

void Transcript::begin_page(const scene::Page& page) {
  lines_ += "page " + decimal(page.index, 0) + " \"" + page.label + "\" " + in_points(page.shown().width) + " x " +
            in_points(page.shown().height) + "\n";
}

void Transcript::begin_mark(const scene::Mark& mark) {
  lines_ += mark.tag ? "  tag " + decimal(mark.tag.value, 0) : std::string("  artifact ") + in_words(mark.artifact);
  lines_ += "\n";
}

void Transcript::text(const scene::TextItem& item) {
  const text::GlyphRun& run = item.run;
  lines_ += "    text " + in_words(item.baseline) + " face " + decimal(run.face.value, 0) + " size " + in_points(run.size) +
            " ink " + in_words(run.ink) + " width " + in_points(run.width()) + " \"" + run.text + "\"\n";
}

void Transcript::shape(const drawing::Shape& shape) {
  lines_ += "    shape";
  if (shape.fill) lines_ += " fill " + in_words(*shape.fill);
  if (shape.stroke) lines_ += " stroke " + in_words(shape.stroke->ink) + " " + in_points(shape.stroke->width);
  for (const PathStep& step : shape.path.steps) lines_ += in_words(step);
  lines_ += "\n";
}

void Transcript::picture(const scene::PictureItem& item) {
  lines_ += "    picture " + decimal(item.picture.value, 0) + " " + in_words(item.area);
  if (!(item.window == item.area)) lines_ += " shows " + in_words(item.window);
  lines_ += "\n";
}

void Transcript::end_mark() {}

void Transcript::end_page() { lines_ += "end\n"; }

}  // namespace tilstand::paint
