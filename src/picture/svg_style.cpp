// SPDX-License-Identifier: Apache-2.0
#include "picture/svg_style.hpp"

#include <algorithm>

#include "picture/svg_numbers.hpp"

namespace tilstand::picture {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Calls `visit` with each stretch of `text` between `parting` characters.
template <class Visit>
void each_part(std::string_view text, char parting, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(parting), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) visit(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

double fraction(std::string_view text, double otherwise) { return std::clamp(length_of(text, 1).value_or(otherwise), 0.0, 1.0); }

/// The id in "url(#id)"; empty when there is none.
std::string reference_in(std::string_view text) {
  const std::size_t begin = text.find('#'), end = text.find(')');
  if (!text.starts_with("url(") || begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string_view id = text.substr(begin + 1, end - begin - 1);
  while (!id.empty() && (id.back() == '"' || id.back() == '\'')) id.remove_suffix(1);
  return std::string(id);
}

void set_colouring(Colouring& into, std::string_view value) {
  if (value == "none" || value == "transparent") into = {};
  else if (value == "currentColor" || value == "context-fill") into = {Colouring::Kind::current, 0, 0, 0, {}};
  else if (value.starts_with("url(")) into = {Colouring::Kind::server, 0, 0, 0, reference_in(value)};
  else if (const Colouring read = colour_of(value); read.kind != Colouring::Kind::none) into = read;
}

void set_dashes(Look& look, std::string_view value) {
  look.dashes.clear();
  Numbers numbers(value);
  double sum = 0;
  while (const auto number = numbers.next()) {
    look.dashes.push_back(std::max(0.0, *number));
    sum += look.dashes.back();
    if (numbers.rest().starts_with("px")) numbers = Numbers(numbers.rest().substr(2));
  }
  if (sum == 0) look.dashes.clear();
}

void set_pen(Look& look, std::string_view property, std::string_view value) {
  if (property == "stroke") set_colouring(look.stroke, value);
  if (property == "stroke-opacity") look.stroke_opacity = fraction(value, look.stroke_opacity);
  if (property == "stroke-width") look.stroke_width = std::max(0.0, length_of(value, 100).value_or(look.stroke_width));
  if (property == "stroke-miterlimit") look.mitre_limit = std::clamp(length_of(value, 1).value_or(4), 1.0, 1000.0);
  if (property == "stroke-dasharray") set_dashes(look, value);
  if (property == "stroke-dashoffset") look.dash_start = length_of(value, 100).value_or(0);
  if (property == "stroke-linecap") look.cap = value == "round" ? Cap::round : value == "square" ? Cap::square : Cap::butt;
  if (property == "stroke-linejoin") look.join = value == "round" ? Join::round : value == "bevel" ? Join::bevel : Join::mitre;
}

void set(Look& look, std::string_view property, std::string_view value) {
  if (const std::size_t important = value.find('!'); important != std::string_view::npos) value = trimmed(value.substr(0, important));
  if (value == "inherit") return;
  if (property.starts_with("stroke")) return set_pen(look, property, value);
  if (property == "fill") set_colouring(look.fill, value);
  if (property == "color") set_colouring(look.current, value);
  if (property == "fill-opacity") look.fill_opacity = fraction(value, look.fill_opacity);
  if (property == "opacity") look.opacity = fraction(value, 1);
  if (property == "fill-rule") look.even_odd = value == "evenodd";
  if (property == "clip-rule") look.clip_even_odd = value == "evenodd";
  if (property == "visibility") look.visible = value == "visible";
  if (property == "display") look.displayed = value != "none";
  if (property == "clip-path") look.clip = reference_in(value);
  if ((property == "mask" || property == "filter") && value != "none") look.unsupported = property;
  if (property == "stop-color") set_colouring(look.stop, value);
  if (property == "stop-opacity") look.stop_opacity = fraction(value, 1);
}

void declare(Look& look, std::string_view declarations) {
  each_part(declarations, ';', [&](std::string_view one) {
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos) set(look, trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1)));
  });
}

std::string without_comments(std::string_view css) {
  std::string kept;
  while (!css.empty()) {
    const std::size_t begin = css.find("/*");
    kept += css.substr(0, begin);
    const std::size_t end = begin == std::string_view::npos ? begin : css.find("*/", begin + 2);
    css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
  }
  return kept;
}

bool is_simple(std::string_view name) {
  return !name.empty() && name.find_first_of(" >+~.#:[*") == std::string_view::npos;
}

}  // namespace

void StyleSheet::add(std::string_view text, bool& plain) {
  const std::string kept = without_comments(text);
  std::string_view css = kept;
  for (std::size_t open = css.find('{'); open != std::string_view::npos; open = css.find('{')) {
    const std::size_t close = css.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string declarations(css.substr(open + 1, close - open - 1));
    each_part(css.substr(0, open), ',', [&](std::string_view selector) {
      const bool by_mark = selector.front() == '.' || selector.front() == '#';
      const std::string_view name = by_mark ? selector.substr(1) : selector;
      if (is_simple(name) && selector.front() != '@') rules_.push_back({by_mark ? selector.front() : 'e', std::string(name), declarations});
      else plain = false;
    });
    css.remove_prefix(close + 1);
  }
}

void StyleSheet::apply(char kind, std::string_view name, Look& look) const {
  for (const Rule& rule : rules_)
    if (rule.kind == kind && rule.name == name) declare(look, rule.declarations);
}

Look StyleSheet::look_of(const Element& element, const Look& parent) const {
  Look look = parent;
  const Look own;
  look.opacity = own.opacity;
  look.displayed = own.displayed;
  look.clip.clear();
  look.unsupported.clear();
  look.stop = own.stop;
  look.stop_opacity = own.stop_opacity;
  for (const auto& [name, value] : element.attributes) set(look, name, trimmed(value));
  apply('e', element.name, look);
  // Rules of a sheet win in its own order, so the classes of an element are tried rule by rule.
  const std::string& classes = element["class"];
  for (const Rule& rule : rules_) {
    if (rule.kind != '.') continue;
    each_part(classes, ' ', [&](std::string_view name) {
      if (rule.name == name) declare(look, rule.declarations);
    });
  }
  apply('#', element["id"], look);
  declare(look, element["style"]);
  return look;
}

}  // namespace tilstand::picture
