// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picture/svg_tree.hpp"

namespace tilstand::picture {

/// What a shape is filled or drawn with.
struct Colouring {
  enum class Kind { none, colour, current, server } kind = Kind::none;
  std::uint8_t red = 0, green = 0, blue = 0;
  std::string server{};  ///< id of a gradient or pattern
};

/// The properties of an element; all but the last ones go down to its children.
struct Look {
  Colouring fill{Colouring::Kind::colour}, stroke{}, current{Colouring::Kind::colour};
  double fill_opacity = 1, stroke_opacity = 1, stroke_width = 1, mitre_limit = 4, dash_start = 0;
  std::vector<double> dashes;
  Cap cap = Cap::butt;
  Join join = Join::mitre;
  bool even_odd = false, clip_even_odd = false, visible = true;

  double opacity = 1;         ///< of this element
  bool displayed = true;
  std::string clip{};         ///< id of a clipPath
  std::string unsupported{};  ///< a mask or filter that it asks for
  Colouring stop{Colouring::Kind::colour};
  double stop_opacity = 1;
};

/// A colour as CSS writes it; kind none when it can't be read.
Colouring colour_of(std::string_view text);

/// The rules of an SVG file's style elements, as far as they name a class, an id or an element.
class StyleSheet {
 public:
  /// Takes the text of a style element; `plain` turns false when it has rules that are not understood.
  void add(std::string_view css, bool& plain);
  /// The look of an element below one that looks like `parent`.
  Look look_of(const Element& element, const Look& parent) const;

 private:
  struct Rule {
    char kind = '.';  ///< '.', '#', or 'e' for an element
    std::string name;
    std::string declarations;
  };
  void apply(char kind, std::string_view name, Look& look) const;
  std::vector<Rule> rules_;
};

}  // namespace tilstand::picture
