// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "graph/input.hpp"

namespace tilstand::graph {
namespace {

using Named = std::pair<const char*, Kind>;
constexpr std::array<Named, 17> names{{{"line", Kind::line},
                                      {"area", Kind::area},
                                      {"column", Kind::column},
                                      {"bar", Kind::bar},
                                      {"dot", Kind::dot},
                                      {"lollipop", Kind::lollipop},
                                      {"scatter", Kind::scatter},
                                       {"histogram", Kind::histogram},
                                       {"box", Kind::box},
                                       {"heat-map", Kind::heat_map},
                                       {"bump", Kind::bump},
                                       {"slope", Kind::slope},
                                       {"waffle", Kind::waffle},
                                       {"bullet", Kind::bullet},
                                       {"gauge", Kind::gauge},
                                       {"tree-map", Kind::tree_map},
                                       {"tile-map", Kind::tile_map}}};

}  // namespace

std::optional<Kind> kind_of(const std::string& name) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Named& entry) { return name == entry.first; });
  if (found == names.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> all;
  for (const Named& entry : names) all.emplace_back(entry.first);
  return all;
}

std::string name_of(Kind kind) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Named& entry) { return kind == entry.second; });
  return found == names.end() ? std::string{} : found->first;
}

}  // namespace tilstand::graph
