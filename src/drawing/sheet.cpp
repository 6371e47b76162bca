// SPDX-License-Identifier: Apache-2.0
#include "drawing/sheet.hpp"

#include <iterator>

namespace tilstand::drawing {

Sheet::Sheet(Size size, const Context& context) : size_{max(size.width, {}), max(size.height, {})}, context_(context) {}

Ink Sheet::ink(const std::string& role) const {
  const Ink plain = theme().ink(role).value_or(Ink{});
  return context_.reversed ? theme().on_reversed(plain) : plain;
}

Ink Sheet::ground() const {
  if (context_.has_ground) return context_.ground;
  return ink("paper");
}

definition::Style Sheet::style(const std::string& name) const {
  definition::Style result;
  if (const definition::Style* found = theme().style(name)) result = *found;
  else if (!theme().styles.empty()) result = theme().styles.front();
  else result.size = pt(8);
  if (context_.reversed) result.ink = theme().on_reversed(result.ink);
  return result;
}

void Sheet::fill(Layer layer, Path path, Ink ink) { add(layer, Shape{std::move(path), ink, std::nullopt}); }

void Sheet::stroke(Layer layer, Path path, Ink ink, double width_pt) {
  add(layer, Shape{std::move(path), std::nullopt, Stroke{ink, pt(width_pt)}});
}

void Sheet::add(Layer layer, Shape shape) {
  shape.mark = layer == Layer::line || layer == Layer::mark;
  layers_[static_cast<std::size_t>(layer)].emplace_back(std::move(shape));
}

void Sheet::add(Label label) { layers_[static_cast<std::size_t>(Layer::label)].emplace_back(std::move(label)); }

Drawing Sheet::finish() && {
  Drawing drawing{size_, {}, {}, ground(), std::move(dropped_)};
  for (auto& layer : layers_) {
    drawing.items.insert(drawing.items.end(), std::make_move_iterator(layer.begin()), std::make_move_iterator(layer.end()));
  }
  return drawing;
}

}  // namespace tilstand::drawing
