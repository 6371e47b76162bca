// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tilstand::manifest {

/// Pairs of places in two sequences that hold the same, both ascending: a longest common subsequence. Where what is left
/// after taking away common beginnings, ends and things that occur once is still large, it is not searched to the last;
/// then pairs may be missing, never wrong.
std::vector<std::pair<std::size_t, std::size_t>> align(const std::vector<std::string>& before, const std::vector<std::string>& after);

/// A stretch of places, `end` exclusive.
struct Stretch {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};
/// What differs between two pairs, or before the first or after the last one; one side may be empty, never both.
struct Gap {
  Stretch before, after;
};
std::vector<Gap> gaps(const std::vector<std::pair<std::size_t, std::size_t>>& pairs, std::size_t before, std::size_t after);

}  // namespace tilstand::manifest
