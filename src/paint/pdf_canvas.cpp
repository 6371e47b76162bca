// SPDX-License-Identifier: Apache-2.0
#include "paint/pdf_canvas.hpp"

#include <algorithm>
#include <utility>

#include "base/ensure.hpp"
#include "base/number_text.hpp"
#include "haru/syntax.hpp"

namespace tilstand::paint {
namespace {

/// ISO 32000-1, 14.8.2.2.2.
std::string artifact_properties(layout::Artifact artifact, Size page, Point corner) {
  switch (artifact) {
    case layout::Artifact::header: return "<</Type/Pagination/Subtype/Header/Attached[/Top]>>";
    case layout::Artifact::footer: return "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>";
    case layout::Artifact::background:
      return "<</Type/Background/BBox[" + in_points(corner.x) + " " + in_points(corner.y) + " " + in_points(corner.x + page.width) + " " +
             in_points(corner.y + page.height) + "]>>";
    case layout::Artifact::production: return "<</Type/Page>>";
    case layout::Artifact::none:
    case layout::Artifact::change:
    case layout::Artifact::decoration: break;
  }
  return "<</Type/Layout>>";
}

std::string mark_number(std::size_t number) {
  std::string text = "<</MCID ";
  haru::append_integer(text, static_cast<std::int64_t>(number));
  return text;
}

/// Where the cluster that begins at `begin` ends: glyphs of one cluster share its text.
std::size_t cluster_end(const std::vector<text::Glyph>& glyphs, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < glyphs.size() && glyphs[end].text_begin == glyphs[begin].text_begin &&
         glyphs[end].text_end == glyphs[begin].text_end) {
    ++end;
  }
  return end;
}

std::string_view text_of(const text::GlyphRun& run, const text::Glyph& glyph) {
  const std::size_t begin = std::min<std::size_t>(glyph.text_begin, run.text.size());
  const std::size_t end = std::clamp<std::size_t>(glyph.text_end, begin, run.text.size());
  return std::string_view(run.text).substr(begin, end - begin);
}

}  // namespace

PdfCanvas::PdfCanvas(haru::FontSet& fonts, const colour::Palette& palette, RoleName role_name, PictureSet* pictures, Point corner)
    : fonts_(fonts), pictures_(pictures), content_(palette), role_name_(std::move(role_name)), corner_(corner) {}

void PdfCanvas::begin_page(const scene::Page& page) {
  trim_ = page.shown();
  content_.begin_page(trim_.height, page.turned, corner_);
  shows_picture_ = false;
  marked_.clear();
  unreadable_.clear();
}

void PdfCanvas::begin_mark(const scene::Mark& mark) { mark_ = mark; }

void PdfCanvas::open_sequence() {
  if (open_) return;
  open_ = true;
  if (mark_.tag) {
    content_.begin_sequence(role_name_(mark_.tag), mark_number(marked_.size()) + ">>");
    marked_.push_back(mark_.tag);
  } else {
    content_.begin_sequence("Artifact", artifact_properties(mark_.artifact, trim_, corner_));
  }
}

void PdfCanvas::open_actual_text(std::string_view actual) {
  // Never inside another sequence: poppler then loses all text up to the next one.
  close_sequence();
  open_ = true;
  content_.begin_sequence("Span", mark_number(marked_.size()) + "/ActualText<FEFF" + haru::utf16_hex(actual) + ">>>");
  marked_.push_back(mark_.tag);
}

void PdfCanvas::close_sequence() {
  if (open_) content_.end_sequence();
  open_ = false;
}

void PdfCanvas::end_mark() { close_sequence(); }

void PdfCanvas::end_page() { content_.end_page(); }

void PdfCanvas::shape(const drawing::Shape& shape) {
  if (shape.path.steps.empty() || (!shape.fill && !shape.stroke)) return;
  open_sequence();
  content_.shape(shape);
}

void PdfCanvas::picture(const scene::PictureItem& item) {
  ensure(pictures_ != nullptr);
  open_sequence();
  shows_picture_ = true;
  content_.picture(pictures_->use(item.picture), matrix_of((*pictures_)[item.picture], item.area), item.window);
}

haru::Reading PdfCanvas::use(haru::GlyphFont& font, const Cluster& cluster) const {
  if (cluster.glyphs.size() == 1) return font.use(cluster.glyphs.front().id, cluster.text);
  for (const text::Glyph& glyph : cluster.glyphs) {
    if (font.use_part(glyph.id, cluster.text) == haru::Reading::missing) return haru::Reading::missing;
  }
  return haru::Reading::other;
}

void PdfCanvas::draw(const text::GlyphRun& run, haru::GlyphFont& font, const Cluster& cluster, Point& pen) {
  const haru::Reading reading = use(font, cluster);
  if (reading == haru::Reading::missing) {
    unreadable_.push_back({mark_, run.origin, cluster.glyphs.front().id, std::string(cluster.text)});
  }
  const bool misleads = reading == haru::Reading::other && mark_.tag;
  if (misleads) {
    open_actual_text(cluster.text);
  } else {
    open_sequence();
  }
  for (const text::Glyph& glyph : cluster.glyphs) {
    const Point at{pen.x + glyph.dx, pen.y + glyph.dy};
    content_.glyph({run.face, run.size, run.ink}, at, glyph.id, font.width(glyph.id));
    pen.x += glyph.advance;
  }
  if (misleads) close_sequence();
}

void PdfCanvas::text(const scene::TextItem& item) {
  const text::GlyphRun& run = item.run;
  haru::GlyphFont* font = fonts_.find(run.face);
  if (font == nullptr || run.size.units <= 0) {
    if (!run.glyphs.empty()) unreadable_.push_back({mark_, run.origin, run.glyphs.front().id, run.text});
    return;
  }
  Point pen = item.baseline;
  for (std::size_t begin = 0; begin < run.glyphs.size();) {
    const std::size_t end = cluster_end(run.glyphs, begin);
    const std::span<const text::Glyph> glyphs(run.glyphs.data() + begin, end - begin);
    draw(run, *font, {glyphs, text_of(run, glyphs.front())}, pen);
    begin = end;
  }
}

}  // namespace tilstand::paint
