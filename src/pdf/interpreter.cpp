// SPDX-License-Identifier: Apache-2.0
#include "pdf/interpreter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number_text.hpp"
#include "pdf/colour_space.hpp"

namespace tilstand::pdf {
namespace {

constexpr int most_forms = 20;        // forms inside forms
constexpr std::size_t most_saved = 1000;

}  // namespace

double operand(const std::vector<QPDFObjectHandle>& operands, std::size_t at) {
  QPDFObjectHandle one = at < operands.size() ? operands[at] : QPDFObjectHandle::newNull();  // a handle's questions are not const
  if (!one.isNumber()) return 0;
  const double value = one.getNumericValue();
  return std::isfinite(value) ? std::clamp(value, -1e9, 1e9) : 0;
}

class Interpreter::Callbacks : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit Callbacks(Interpreter& interpreter) : interpreter_(interpreter) {}
  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    interpreter_.execute(object.getOperatorValue(), operands_);
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  Interpreter& interpreter_;
  Operands operands_;
};

Interpreter::Interpreter(Shared& shared, Content& content, const Matrix& to_trim) : shared_(shared), content_(content) {
  state_.to_trim = to_trim;
  state_.clip = {0, 0, content.width, content.height};
}

void Interpreter::run_page(QPDFObjectHandle page, QPDFObjectHandle resources) {
  Callbacks callbacks(*this);
  resources_.push_back(resources);
  page.parsePageContents(&callbacks);
  resources_.pop_back();
}

const std::map<std::string, Interpreter::Handler>& Interpreter::handlers() {
  using I = Interpreter;
  static const std::map<std::string, Handler> table = {
      {"q", &I::save}, {"Q", &I::restore}, {"cm", &I::concatenate}, {"w", &I::line_width}, {"d", &I::dashes}, {"gs", &I::graphics_state},
      {"m", &I::move}, {"l", &I::line}, {"c", &I::curve}, {"v", &I::curve_v}, {"y", &I::curve_y}, {"h", &I::close}, {"re", &I::rectangle},
      {"W", &I::clip}, {"W*", &I::clip}, {"sh", &I::shading}, {"Do", &I::draw}, {"cs", &I::fill_space}, {"CS", &I::stroke_space},
      {"sc", &I::fill_colour}, {"scn", &I::fill_colour}, {"SC", &I::stroke_colour}, {"SCN", &I::stroke_colour},
      {"BDC", &I::begin_marked}, {"BMC", &I::begin_marked}, {"EMC", &I::end_marked}};
  return table;
}

const std::map<std::string, Interpreter::Handler>& Interpreter::text_handlers() {
  using I = Interpreter;
  static const std::map<std::string, Handler> table = {
      {"BT", &I::begin_text}, {"Tf", &I::font}, {"Td", &I::next_line}, {"TD", &I::next_line_leading}, {"T*", &I::new_line}, {"Tm", &I::text_matrix},
      {"Tj", &I::show}, {"TJ", &I::show_pieces}, {"'", &I::show_on_next_line}, {"\"", &I::show_spaced}};
  return table;
}

void Interpreter::execute(const std::string& word, const Operands& operands) {
  for (const auto* table : {&handlers(), &text_handlers()}) {
    const auto found = table->find(word);
    if (found != table->end()) return (this->*found->second)(operands);
  }
  static const std::map<std::string, std::string> devices = {{"g", "DeviceGray"}, {"rg", "DeviceRGB"}, {"k", "DeviceCMYK"}, {"G", "DeviceGray"}, {"RG", "DeviceRGB"}, {"K", "DeviceCMYK"}};
  const auto device = devices.find(word);
  if (device != devices.end()) {
    Colour& colour = word[0] >= 'a' ? state_.fill : state_.stroke;
    colour = {device->second, {}};
    for (std::size_t at = 0; at < operands.size(); ++at) colour.components.push_back(operand(operands, at));
  } else if (word.size() == 2 && word[0] == 'T') {
    text_number(word, operand(operands, 0));
  } else {
    finish_path(word);
  }
}

QPDFObjectHandle Interpreter::resource(const char* kind, const Operands& operands) const {
  if (operands.empty() || resources_.empty()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle name = operands.back(), here = resources_.back();
  QPDFObjectHandle all = here.isDictionary() ? here.getKey(kind) : here;
  return name.isName() && all.isDictionary() ? all.getKey(name.getName()) : QPDFObjectHandle::newNull();
}

void Interpreter::save(const Operands&) {
  if (saved_.size() < most_saved) saved_.push_back(state_);
}

void Interpreter::restore(const Operands&) {
  if (saved_.empty()) return;
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

void Interpreter::concatenate(const Operands& operands) {
  const Matrix inner{operand(operands, 0), operand(operands, 1), operand(operands, 2), operand(operands, 3), operand(operands, 4), operand(operands, 5)};
  state_.to_trim = inner * state_.to_trim;
}

void Interpreter::line_width(const Operands& operands) { state_.line_width = operand(operands, 0); }

void Interpreter::dashes(const Operands& operands) {
  state_.dashes.clear();
  QPDFObjectHandle lengths = operands.empty() ? QPDFObjectHandle::newNull() : operands[0];
  if (!lengths.isArray()) return;
  for (QPDFObjectHandle one : lengths.getArrayAsVector()) state_.dashes += one.isNumber() ? decimal(one.getNumericValue(), 2) + " " : "";
}

void Interpreter::graphics_state(const Operands& operands) {
  QPDFObjectHandle dictionary = resource("/ExtGState", operands);
  if (!dictionary.isDictionary()) return;
  QPDFObjectHandle width = dictionary.getKey("/LW"), mask = dictionary.getKey("/SMask"), blend = dictionary.getKey("/BM");
  if (width.isNumber()) state_.line_width = width.getNumericValue();
  for (const char* key : {"/ca", "/CA"}) {
    QPDFObjectHandle alpha = dictionary.getKey(key);
    content_.has_transparency = content_.has_transparency || (alpha.isNumber() && alpha.getNumericValue() < 1);
  }
  const bool blends = blend.isName() && blend.getName() != "/Normal" && blend.getName() != "/Compatible";
  content_.has_transparency = content_.has_transparency || mask.isDictionary() || blends;
}

void Interpreter::draw(const Operands& operands) {
  QPDFObjectHandle object = resource("/XObject", operands);
  if (!object.isStream()) return;
  if (object.isFormXObject()) draw_form(object);
  else if (object.isImage(false)) draw_image(object);
}

void Interpreter::draw_form(QPDFObjectHandle form) {
  if (depth_ >= most_forms) return;
  QPDFObjectHandle dictionary = form.getDict(), matrix = dictionary.getKey("/Matrix"), box = dictionary.getKey("/BBox"), own = dictionary.getKey("/Resources");
  ++depth_;
  const std::size_t before = saved_.size();
  const State outside = state_;
  const int around = std::exchange(form_, form.getObjectID());
  saved_.push_back(state_);
  if (matrix.isMatrix()) concatenate(matrix.getArrayAsVector());
  if (box.isRectangle()) {
    const auto sides = box.getArrayAsRectangle();
    path_ = {{'m', spot(sides.llx, sides.lly)}, {'l', spot(sides.urx, sides.lly)}, {'l', spot(sides.urx, sides.ury)}, {'l', spot(sides.llx, sides.ury)}};
    apply_clip();
    path_.clear();
  }
  resources_.push_back(own.isDictionary() ? own : resources_.back());
  Callbacks callbacks(*this);
  QPDFObjectHandle::parseContentStream(form, &callbacks);
  resources_.pop_back();
  saved_.resize(std::min(saved_.size(), before));
  state_ = outside;
  form_ = around;
  --depth_;
}

void Interpreter::draw_image(QPDFObjectHandle image) {
  const std::pair<int, int> key = {image.getObjectID(), image.getGeneration()};
  std::shared_ptr<Picture>& picture = shared_.pictures[key];
  if (!picture || key.first == 0) picture = std::make_shared<Picture>(read_picture(image));
  Mark mark;
  mark.kind = Mark::Kind::image;
  mark.text = picture->size;
  mark.detail = picture->digest + " " + picture->space;
  mark.lightness = picture->lightness ? &*picture->lightness : nullptr;
  mark.spots = {spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)};
  if (picture->space == "mask") {
    use(state_.fill);
  } else {
    content_.spaces.insert(picture->space);
    add_all_inks(picture->space, content_.inks);
  }
  content_.has_transparency = content_.has_transparency || image.getDict().getKey("/SMask").isStream();
  Box extent{1e9, 1e9, -1e9, -1e9};
  for (const Spot& at : mark.spots) extent = {std::min(extent.left, at.x), std::min(extent.bottom, at.y), std::max(extent.right, at.x), std::max(extent.top, at.y)};
  add(std::move(mark), extent);
}

void Interpreter::begin_marked(const Operands& operands) {
  QPDFObjectHandle properties = operands.size() < 2 ? QPDFObjectHandle::newNull() : operands.back();
  if (properties.isName()) properties = resource("/Properties", operands);
  QPDFObjectHandle text = properties.isDictionary() ? properties.getKey("/ActualText") : QPDFObjectHandle::newNull();
  QPDFObjectHandle number = properties.isDictionary() ? properties.getKey("/MCID") : QPDFObjectHandle::newNull();
  Sequence sequence{text.isString(), marked_.empty() ? MarkId{} : marked_.back().id};
  if (number.isInteger()) sequence.id = {number.getIntValueAsInt(), form_};
  marked_.push_back(sequence);
  if (text.isString()) actual_ = text.getUTF8Value();
}

void Interpreter::end_marked(const Operands&) {
  if (marked_.empty()) return;
  if (marked_.back().has_actual) actual_.clear();
  marked_.pop_back();
}

}  // namespace tilstand::pdf
