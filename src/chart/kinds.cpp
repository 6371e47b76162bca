// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "chart/plan.hpp"

namespace tilstand::chart {
namespace {

using Named = std::pair<const char*, Kind>;
constexpr std::array<Named, 10> names{{{"rank-series", Kind::rank_series},
                                       {"dumbbell", Kind::dumbbell},
                                       {"rank-dumbbell", Kind::rank_dumbbell},
                                       {"columns", Kind::columns},
                                       {"slope", Kind::slope},
                                       {"pairs", Kind::pairs},
                                       {"scale", Kind::scale},
                                       {"status", Kind::status},
                                       {"counts", Kind::counts},
                                       {"matrix", Kind::matrix}}};

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

}  // namespace tilstand::chart
