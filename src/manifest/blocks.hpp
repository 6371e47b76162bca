// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "content/tree.hpp"
#include "layout/page.hpp"
#include "manifest/manifest.hpp"
#include "picture/picture.hpp"

namespace tilstand::manifest {

/// The parts and blocks of a report, and where each block is in its tree. What the program derives from other blocks
/// (contents, an index) and numbers that only count (of figures, notes, pages) say nothing of their own.
class Blocks {
 public:
  Blocks(const content::Tree& tree, const picture::Library& pictures);

  const std::vector<Block>& list() const { return blocks_; }
  const std::vector<Part>& parts() const { return parts_; }
  /// The block that a placed thing belongs to.
  std::optional<std::uint32_t> of(const layout::Leaf& leaf) const;
  /// The index of a part; `Page::no_part` for none.
  std::uint32_t part_of(NodeId part) const;

 private:
  void add(NodeId node, std::uint32_t part, const picture::Library& pictures);

  const content::Tree& tree_;
  std::vector<Block> blocks_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> firsts_;  ///< by node: its own block, those of its rows behind it; `none` for no block
  std::vector<NodeId> part_nodes_;
  static constexpr std::uint32_t none = 0xFFFFFFFF;
};

/// Tables with more rows than these are compared whole.
inline constexpr std::size_t most_rows = 10'000;

/// Of each block of `after` whether it is new or has changed since `before`; what has only moved past others has changed too.
std::vector<bool> changed_blocks(const std::vector<Block>& before, const std::vector<Block>& after);

}  // namespace tilstand::manifest
