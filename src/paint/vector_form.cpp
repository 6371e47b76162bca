// SPDX-License-Identifier: Apache-2.0
#include "paint/vector_form.hpp"

#include <set>
#include <utility>

#include "base/number_text.hpp"

namespace tilstand::paint {
namespace {

using Opacity = std::pair<int, int>;  ///< of fill and stroke, permille

/// Writes a drawing's shapes as operators.
class FormContent {
 public:
  FormContent(const picture::Vector& drawing, Length height, const colour::PressProfile* press) : drawing_(drawing), height_(height), press_(press) {
    for (const picture::Shape& shape : drawing.shapes) add(shape);
  }

  const std::string& bytes() const { return bytes_; }

  std::string resources() const {
    std::string states;
    for (const Opacity& one : opacities_)
      states += "/" + name_of(one) + "<</Type/ExtGState/ca " + decimal(one.first / 1000.0) + "/CA " + decimal(one.second / 1000.0) + ">>";
    return states.empty() ? "/Resources<<>>" : "/Resources<</ExtGState<<" + states + ">>>>";
  }

 private:
  static std::string name_of(const Opacity& one) { return "O" + decimal(one.first, 0) + "_" + decimal(one.second, 0); }

  void number(double value) { bytes_ += decimal(value) + ' '; }
  void point(Point at) {
    number(at.x.in_pt());
    number((height_ - at.y).in_pt());
  }
  void colour(const picture::Paint& paint, bool fills) {
    const colour::Rgb rgb{paint.red / 255.0, paint.green / 255.0, paint.blue / 255.0};
    if (press_) {
      for (const double share : press_->inks(rgb)) number(share);
      bytes_ += fills ? "k\n" : "K\n";
      return;
    }
    for (const double channel : {rgb.red, rgb.green, rgb.blue}) number(channel);
    bytes_ += fills ? "rg\n" : "RG\n";
  }

  void trace(const Path& path) {
    for (const PathStep& step : path.steps) {
      if (step.verb == PathVerb::curve) {
        point(step.control1);
        point(step.control2);
      }
      if (step.verb != PathVerb::close) point(step.to);
      constexpr const char* operations[] = {"m\n", "l\n", "c\n", "h\n"};
      bytes_ += operations[static_cast<std::size_t>(step.verb)];
    }
  }

  void use(const picture::Pen& pen) {
    colour(pen.paint, false);
    number(pen.width.in_pt());
    bytes_ += "w ";
    number(static_cast<int>(pen.cap));
    bytes_ += "J ";
    number(static_cast<int>(pen.join));
    bytes_ += "j ";
    number(pen.mitre_limit);
    bytes_ += "M [";
    for (const Length dash : pen.dashes) number(dash.in_pt());
    bytes_ += "] ";
    number(pen.dash_start.in_pt());
    bytes_ += "d\n";
  }

  void add(const picture::Shape& shape) {
    bytes_ += "q\n";
    for (const std::uint32_t clip : shape.clips) {
      trace(drawing_.clips[clip].path);
      bytes_ += drawing_.clips[clip].even_odd ? "W* n\n" : "W n\n";
    }
    const Opacity opacity{shape.fill ? shape.fill->permille : 1000, shape.pen ? shape.pen->paint.permille : 1000};
    if (opacity != Opacity{1000, 1000}) {
      opacities_.insert(opacity);
      bytes_ += "/" + name_of(opacity) + " gs\n";
    }
    if (shape.fill) colour(*shape.fill, true);
    if (shape.pen) use(*shape.pen);
    trace(shape.path);
    const char* both = shape.even_odd ? "B*\n" : "B\n";
    const char* fill = shape.even_odd ? "f*\n" : "f\n";
    bytes_ += !shape.pen ? fill : shape.fill ? both : "S\n";
    bytes_ += "Q\n";
  }

  const picture::Vector& drawing_;
  Length height_;
  const colour::PressProfile* press_;
  std::string bytes_;
  std::set<Opacity> opacities_;
};

}  // namespace

void put_form(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture, const colour::PressProfile* press) {
  const FormContent content(*picture.vector(), picture.natural.height, press);
  const std::string box = "/BBox[0 0 " + in_points(picture.natural.width) + " " + in_points(picture.natural.height) + "]";
  sink.put_stream(number, "/Type/XObject/Subtype/Form" + box + content.resources(), content.bytes());
}

}  // namespace tilstand::paint
