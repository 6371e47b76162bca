// SPDX-License-Identifier: Apache-2.0
#include "paint/svg_words.hpp"

#include <string_view>

#include "base/ensure.hpp"

namespace tilstand::paint {
namespace {

/// XML 1.0 has no place for other control characters, not even as references.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
    if (c == '&') safe += "&amp;";
    else if (c == '<') safe += "&lt;";
    else if (c == '>') safe += "&gt;";
    else if (c == '"') safe += "&quot;";
    else if (!control) safe += c;
  }
  return safe;
}

}  // namespace

std::string saying(std::string svg, const SvgWords& words) {
  constexpr std::string_view root = "<svg ";
  const std::size_t begin = svg.find(root);
  ensure(begin != std::string::npos);
  const std::size_t end = svg.find('>', begin);
  ensure(end != std::string::npos);
  std::string inside = "\n<title>" + escaped(words.title) + "</title>";
  if (!words.description.empty() && words.description != words.title) inside += "\n<desc>" + escaped(words.description) + "</desc>";
  svg.insert(end + 1, inside);
  svg.insert(begin + root.size(), "role=\"img\" xml:lang=\"" + escaped(words.language) + "\" ");
  return svg;
}

}  // namespace tilstand::paint
