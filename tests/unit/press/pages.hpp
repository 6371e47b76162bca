// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"
#include "colour/palette.hpp"
#include "definition/edition.hpp"
#include "scene/page.hpp"

namespace tilstand::press {

constexpr Size trim{{210 * Length::per_mm}, {297 * Length::per_mm}};

inline Rect area(double left, double top, double width, double height) { return {{mm(left), mm(top)}, {mm(width), mm(height)}}; }

inline scene::Page page_with(std::vector<scene::Item> items) {
  scene::Page page;
  page.trim = trim;
  page.items = std::move(items);
  return page;
}

inline scene::Item filled(const Rect& where, Ink ink = {}, layout::Artifact kind = layout::Artifact::decoration) {
  scene::ShapeItem item;
  item.shape.path = rectangle(where);
  item.shape.fill = ink;
  return {{scene::TagId::none(), kind}, item};
}

inline scene::Item stroked(Point from, Point to, Length width, Ink ink = {}) {
  scene::ShapeItem item;
  item.shape.path = segment(from, to);
  item.shape.stroke = drawing::Stroke{ink, width};
  return {{scene::TagId::none(), layout::Artifact::decoration}, item};
}

inline scene::Item said(const std::string& text, Point baseline, Length size, Ink ink = {}, layout::Artifact kind = layout::Artifact::decoration) {
  scene::TextItem item;
  item.baseline = baseline;
  item.run.text = text;
  item.run.size = size;
  item.run.ink = ink;
  item.run.glyphs.resize(text.size());
  for (text::Glyph& glyph : item.run.glyphs) glyph.advance = size / 2;
  return {{scene::TagId::none(), kind}, item};
}

inline std::unique_ptr<colour::PressProfile> coated() {
  return colour::PressProfile::open(read_file(std::string(TILSTAND_ROOT) + "/layouts/colour/coated-fogra39.icc").value_or(""), definition::Intent::relative);
}

}  // namespace tilstand::press
