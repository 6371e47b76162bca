// SPDX-License-Identifier: Apache-2.0
// The interpreter's paths, clips and colours.
#include <algorithm>
#include <cmath>

#include "pdf/colour_space.hpp"
#include "pdf/interpreter.hpp"

namespace tilstand::pdf {
namespace {

constexpr double near = 0.01;  // points

Box extent_of(const std::vector<Spot>& spots) {
  if (spots.empty()) return {};
  Box box{spots[0].x, spots[0].y, spots[0].x, spots[0].y};
  for (const Spot& at : spots) box = {std::min(box.left, at.x), std::min(box.bottom, at.y), std::max(box.right, at.x), std::max(box.top, at.y)};
  return box;
}

/// Whether four corners are an upright rectangle.
bool is_upright(const std::vector<Spot>& spots) {
  if (spots.size() < 4 || spots.size() > 5) return false;
  const Box box = extent_of(spots);
  const auto on_corner = [&](const Spot& at) {
    return std::min(std::abs(at.x - box.left), std::abs(at.x - box.right)) < near && std::min(std::abs(at.y - box.bottom), std::abs(at.y - box.top)) < near;
  };
  return std::all_of(spots.begin(), spots.end(), on_corner);
}

}  // namespace

/// Notes a mark, cut off at the trim; what is hidden or lies outside is only counted.
void Interpreter::add(Mark mark, const Box& extent) {
  constexpr double least = 0.001;  // a hairline has no height
  const auto meets = [&](const Box& other) {
    return extent.left <= other.right - least && extent.right >= other.left + least && extent.bottom <= other.top - least && extent.top >= other.bottom + least;
  };
  const Box sheet{0, 0, content_.width, content_.height};
  if (!meets(sheet)) {
    ++content_.outside;
    return;
  }
  if (!meets(state_.clip)) return;
  const Box cut = mark.kind == Mark::Kind::glyph ? Box{-1e9, -1e9, 1e9, 1e9} : state_.clip;
  for (Spot& at : mark.spots) at = {std::clamp(at.x, cut.left, cut.right), std::clamp(at.y, cut.bottom, cut.top)};
  if (!marked_.empty()) mark.id = marked_.back().id;
  mark.spots.insert(mark.spots.end(), state_.cut.begin(), state_.cut.end());
  content_.marks.push_back(std::move(mark));
}

void Interpreter::move(const Operands& operands) {
  current_ = {operand(operands, 0), operand(operands, 1)};
  path_.push_back({'m', spot(current_.x, current_.y)});
}

void Interpreter::line(const Operands& operands) {
  current_ = {operand(operands, 0), operand(operands, 1)};
  path_.push_back({'l', spot(current_.x, current_.y)});
}

void Interpreter::curve(const Operands& operands) {
  for (std::size_t at = 0; at < 6; at += 2) path_.push_back({'c', spot(operand(operands, at), operand(operands, at + 1))});
  current_ = {operand(operands, 4), operand(operands, 5)};
}

void Interpreter::curve_v(const Operands& operands) {
  path_.push_back({'c', spot(current_.x, current_.y)});
  for (std::size_t at = 0; at < 4; at += 2) path_.push_back({'c', spot(operand(operands, at), operand(operands, at + 1))});
  current_ = {operand(operands, 2), operand(operands, 3)};
}

void Interpreter::curve_y(const Operands& operands) {
  for (std::size_t at : {0U, 2U, 2U}) path_.push_back({'c', spot(operand(operands, at), operand(operands, at + 1))});
  current_ = {operand(operands, 2), operand(operands, 3)};
}

void Interpreter::close(const Operands&) {
  if (!path_.empty()) path_.push_back({'h', path_.back().at});
}

void Interpreter::rectangle(const Operands& operands) {
  const double x = operand(operands, 0), y = operand(operands, 1), width = operand(operands, 2), height = operand(operands, 3);
  path_.push_back({'m', spot(x, y)});
  path_.push_back({'l', spot(x + width, y)});
  path_.push_back({'l', spot(x + width, y + height)});
  path_.push_back({'l', spot(x, y + height)});
  path_.push_back({'h', spot(x, y + height)});
  current_ = {x, y};
}

void Interpreter::clip(const Operands&) { clips_ = true; }

void Interpreter::finish_path(const std::string& word) {
  static const std::map<std::string, std::string> painters = {{"f", "filled"}, {"F", "filled"}, {"f*", "filled by even-odd"}, {"S", "drawn"}, {"s", "drawn"}, {"B", "filled and drawn"},
                                                              {"B*", "filled by even-odd and drawn"}, {"b", "filled and drawn"}, {"b*", "filled by even-odd and drawn"}, {"n", ""}};
  const auto found = painters.find(word);
  if (found == painters.end()) return;
  if (word == "s" || word == "b" || word == "b*") close({});
  if (!path_.empty() && !found->second.empty()) paint(found->second);
  if (clips_) apply_clip();
  clips_ = false;
  path_.clear();
}

void Interpreter::paint(const std::string& word) {
  Mark mark;
  mark.kind = Mark::Kind::path;
  mark.text = word + " ";
  for (const Step& step : path_) {
    mark.text += step.what;
    if (step.what != 'h') mark.spots.push_back(step.at);
  }
  Box extent = extent_of(mark.spots);
  const bool is_drawn = word.ends_with("drawn"), is_filled = word.starts_with("filled");
  if (is_drawn) {
    const Matrix& to = state_.to_trim;
    mark.size = state_.line_width * std::sqrt(std::abs(to.a * to.d - to.b * to.c));
    mark.detail = state_.dashes;
    extent = {extent.left - mark.size / 2, extent.bottom - mark.size / 2, extent.right + mark.size / 2, extent.top + mark.size / 2};
  }
  const std::size_t before = content_.marks.size();
  add(std::move(mark), extent);
  if (content_.marks.size() == before) return;
  if (is_filled) use(state_.fill);
  if (is_drawn) use(state_.stroke);
}

void Interpreter::apply_clip() {
  std::vector<Spot> spots;
  for (const Step& step : path_)
    if (step.what != 'h') spots.push_back(step.at);
  const Box box = extent_of(spots);
  if (!is_upright(spots)) state_.cut.insert(state_.cut.end(), spots.begin(), spots.end());
  state_.clip = {std::max(state_.clip.left, box.left), std::max(state_.clip.bottom, box.bottom), std::min(state_.clip.right, box.right), std::min(state_.clip.top, box.top)};
  if (state_.clip.empty()) state_.clip = {-1e9, -1e9, -1e9, -1e9};  // nothing is seen any more
}

void Interpreter::shading(const Operands& operands) {
  QPDFObjectHandle dictionary = resource("/Shading", operands);
  if (dictionary.isStream()) dictionary = dictionary.getDict();
  Mark mark;
  mark.kind = Mark::Kind::shading;
  const Box clip = state_.clip;
  mark.spots = {{clip.left, clip.bottom}, {clip.right, clip.top}};
  if (dictionary.isDictionary()) {
    mark.text = "shading " + dictionary.getKey("/ShadingType").unparse();
    if (dictionary.getKey("/Coords").isArray()) mark.detail = dictionary.getKey("/Coords").unparseResolved();
    content_.spaces.insert(space_name(dictionary.getKey("/ColorSpace")));
    add_all_inks(space_name(dictionary.getKey("/ColorSpace")), content_.inks);
  }
  add(std::move(mark), clip);
}

void Interpreter::set_space(Colour& colour, const Operands& operands) const {
  QPDFObjectHandle named = resource("/ColorSpace", operands);
  if (operands.empty()) return;
  colour.space = space_name(named.isNull() ? operands.back() : named);
  const bool is_spot = colour.space.starts_with("Separation") || colour.space.starts_with("DeviceN");
  colour.components.assign(static_cast<std::size_t>(component_count(colour.space)), is_spot ? 1.0 : 0.0);
  if (component_count(colour.space) == 4 && !is_spot) colour.components.back() = 1;
}

void Interpreter::fill_space(const Operands& operands) { set_space(state_.fill, operands); }
void Interpreter::stroke_space(const Operands& operands) { set_space(state_.stroke, operands); }

void Interpreter::fill_colour(const Operands& operands) {
  state_.fill.components.clear();
  for (std::size_t at = 0; at < operands.size(); ++at) state_.fill.components.push_back(operand(operands, at));
}

void Interpreter::stroke_colour(const Operands& operands) {
  state_.stroke.components.clear();
  for (std::size_t at = 0; at < operands.size(); ++at) state_.stroke.components.push_back(operand(operands, at));
}

void Interpreter::use(const Colour& colour) {
  content_.spaces.insert(colour.space);
  add_inks(colour.space, colour.components, content_.inks);
}

}  // namespace tilstand::pdf
