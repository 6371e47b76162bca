// SPDX-License-Identifier: Apache-2.0
#include "paint/pdf_content.hpp"

#include "base/number_text.hpp"
#include "haru/font_set.hpp"
#include "haru/syntax.hpp"

namespace tilstand::paint {

void PdfContent::begin_page(Length height, bool turned, Point corner) {
  bytes_.clear();
  if (corner != Point{}) bytes_ += "1 0 0 1 " + in_points(corner.x) + " " + in_points(corner.y) + " cm\n";
  if (turned) bytes_ += "0 1 -1 0 " + in_points(height) + " 0 cm\n";  // the head lies along the sheet's left edge
  height_ = height;
  fill_.reset();
  stroke_.reset();
  line_width_.reset();
  font_.reset();
  in_text_ = in_piece_ = in_string_ = overprint_ = false;
}

void PdfContent::number(double value) {
  bytes_ += decimal(value);
  bytes_ += ' ';
}

void PdfContent::point(Point at) {
  number(at.x.in_pt());
  number((height_ - at.y).in_pt());
}

void PdfContent::begin_sequence(std::string_view tag, std::string_view properties) {
  end_text();
  bytes_ += '/';
  bytes_ += tag;
  bytes_ += properties;
  bytes_ += "BDC\n";
}

void PdfContent::end_sequence() {
  end_text();
  bytes_ += "EMC\n";
}

std::string PdfContent::spot_name(std::uint16_t spot) { return "S" + decimal(spot, 0); }

void PdfContent::colour(Ink ink, Use use) {
  using Space = colour::Device::Space;
  const colour::Device device = palette_.device(ink);
  const bool fills = use == Use::fill;
  if (device.space == Space::spot) {
    spots_.insert(device.spot);
    bytes_ += "/" + spot_name(device.spot) + (fills ? " cs " : " CS ");
    number(device.values[0]);
    bytes_ += fills ? "scn\n" : "SCN\n";
    return;
  }
  const std::size_t count = device.space == Space::rgb ? 3 : 4;
  for (std::size_t i = 0; i < count; ++i) number(device.values[i]);
  if (device.space == Space::rgb) bytes_ += fills ? "rg\n" : "RG\n";
  else bytes_ += fills ? "k\n" : "K\n";
}

void PdfContent::use_overprint(bool over_what_is_there) {
  if (overprint_ == over_what_is_there) return;
  overprint_ = over_what_is_there;
  bytes_ += std::string("/") + (overprint_ ? over : out) + " gs\n";
}

void PdfContent::use_fill(Ink ink) {
  if (fill_ == ink) return;
  fill_ = ink;
  colour(ink, Use::fill);
}

void PdfContent::use_stroke(const drawing::Stroke& stroke) {
  if (stroke_ != stroke.ink) {
    stroke_ = stroke.ink;
    colour(stroke.ink, Use::stroke);
  }
  if (line_width_ != stroke.width) {
    line_width_ = stroke.width;
    number(stroke.width.in_pt());
    bytes_ += "w\n";
  }
}

void PdfContent::use_font(const Style& style) {
  if (font_ && font_->face == style.face && font_->size == style.size) return;
  font_ = style;
  bytes_ += '/' + haru::FontSet::name(style.face) + ' ';
  number(style.size.in_pt());
  bytes_ += "Tf\n";
}

void PdfContent::start_piece(const Style& style, Point at) {
  end_piece();
  if (!in_text_) bytes_ += "BT\n";
  in_text_ = true;
  use_font(style);
  use_overprint(palette_.prints_over(style.ink));
  use_fill(style.ink);
  bytes_ += "1 0 0 1 ";
  point(at);
  bytes_ += "Tm\n[";
  in_piece_ = true;
  style_ = style;
  origin_ = at;
  pen_ = 0;
}

void PdfContent::end_piece() {
  if (!in_piece_) return;
  bytes_ += in_string_ ? ">]TJ\n" : "]TJ\n";
  in_piece_ = in_string_ = false;
}

void PdfContent::end_text() {
  end_piece();
  if (in_text_) bytes_ += "ET\n";
  in_text_ = false;
}

void PdfContent::glyph(const Style& style, Point at, std::uint32_t id, int width) {
  if (!in_piece_ || style != style_ || at.y != origin_.y) start_piece(style, at);
  // Each place is measured from the piece's origin, so rounding never adds up.
  const std::int64_t place = scaled(at.x - origin_.x, 1000, style.size.units).units;
  if (place != pen_) {
    if (in_string_) bytes_ += '>';
    in_string_ = false;
    haru::append_integer(bytes_, pen_ - place);
  }
  if (!in_string_) bytes_ += '<';
  in_string_ = true;
  haru::append_hex16(bytes_, id);
  pen_ = place + width;
}

void PdfContent::trace(const Path& path) {
  for (const PathStep& step : path.steps) {
    switch (step.verb) {
      case PathVerb::move: point(step.to); bytes_ += "m\n"; break;
      case PathVerb::line: point(step.to); bytes_ += "l\n"; break;
      case PathVerb::curve:
        point(step.control1);
        point(step.control2);
        point(step.to);
        bytes_ += "c\n";
        break;
      case PathVerb::close: bytes_ += "h\n"; break;
    }
  }
}

void PdfContent::picture(const std::string& name, const PictureMatrix& matrix, const Rect& window) {
  end_text();
  use_overprint(false);
  bytes_ += "q\n";
  point({window.left(), window.bottom()});
  number(window.size.width.in_pt());
  number(window.size.height.in_pt());
  bytes_ += "re W n\n";
  const auto factor = [&](Length length, double units) { bytes_ += decimal(length.in_pt() / units, 6) + ' '; };
  factor(matrix.x_end.x - matrix.origin.x, matrix.x_length);
  factor(matrix.origin.y - matrix.x_end.y, matrix.x_length);
  factor(matrix.y_end.x - matrix.origin.x, matrix.y_length);
  factor(matrix.origin.y - matrix.y_end.y, matrix.y_length);
  point(matrix.origin);
  bytes_ += "cm /" + name + " Do\nQ\n";
}

void PdfContent::shape(const drawing::Shape& shape) {
  if (shape.path.steps.empty() || (!shape.fill && !shape.stroke)) return;
  end_text();
  use_overprint(!shape.fill && palette_.prints_over(shape.stroke->ink));
  if (shape.fill) use_fill(*shape.fill);
  if (shape.stroke) use_stroke(*shape.stroke);
  trace(shape.path);
  bytes_ += !shape.stroke ? "f\n" : shape.fill ? "B\n" : "S\n";
}

}  // namespace tilstand::paint
