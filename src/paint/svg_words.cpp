// SPDX-License-Identifier: Apache-2.0
#include "paint/svg_words.hpp"

#include <string_view>

#include "base/ensure.hpp"
#include "base/xml_text.hpp"

namespace tilstand::paint {

std::string saying(std::string svg, const SvgWords& words) {
  constexpr std::string_view root = "<svg ";
  const std::size_t begin = svg.find(root);
  ensure(begin != std::string::npos);
  const std::size_t end = svg.find('>', begin);
  ensure(end != std::string::npos);
  std::string inside = "\n<title>" + xml_escaped(words.title) + "</title>";
  if (!words.description.empty() && words.description != words.title) inside += "\n<desc>" + xml_escaped(words.description) + "</desc>";
  svg.insert(end + 1, inside);
  svg.insert(begin + root.size(), "role=\"img\" xml:lang=\"" + xml_escaped(words.language) + "\" ");
  return svg;
}

}  // namespace tilstand::paint
