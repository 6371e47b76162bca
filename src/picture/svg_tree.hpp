// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "picture/formats.hpp"

namespace tilstand::picture {

/// An element of an SVG file. Names stand without their prefix.
struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< of a style element only
  std::vector<Element> children;
  unsigned line = 0;

  /// The attribute's value; empty when there is none.
  const std::string& operator[](std::string_view key) const;
};

/// The root of a well-formed file; entities from outside are never read.
std::optional<Element> read_tree(std::string_view bytes, const Limits& limits, std::vector<Fault>& faults);

}  // namespace tilstand::picture
