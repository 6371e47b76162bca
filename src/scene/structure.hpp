// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "content/tree.hpp"
#include "scene/page.hpp"

namespace tilstand::scene {

/// The structure elements of the document, made as their content is met.
class Structure {
 public:
  explicit Structure(const content::Tree& tree) : tree_(tree) {}

  /// The element that a leaf's content belongs to.
  TagId tag_of(const layout::Leaf& leaf);
  /// A new element inside `parent`, after those made before by this function.
  TagId add_inside(TagId parent, Role role, const std::string& language = {});
  /// Extends the box of a figure's element that is new on this page.
  void widen_box(TagId figure, const Rect& area);
  /// The elements made since the last call.
  std::vector<Tag> take_new();
  /// The elements of all table rows met since the last call, kids before parents; rows never run over two pages.
  std::vector<TagId> close_rows();

 private:
  /// Node, row, rank of the part, column, line.
  using Key = std::tuple<std::uint32_t, std::int32_t, int, int, int>;

  TagId add(Tag tag);
  TagId element(NodeId node);
  TagId inside(NodeId node);
  TagId child(const Key& key, TagId parent, Role role, std::uint64_t order);
  TagId figure(const Key& key, TagId parent, std::uint64_t order, const layout::Leaf& leaf);
  TagId table_leaf(const content::Table& table, const layout::Leaf& leaf);
  TagId row(const content::Table& table, const layout::Leaf& leaf);
  TagId cell(const content::Table& table, const layout::Leaf& leaf);
  TagId in_rich_cell(const content::Cell& cell, TagId whole, const layout::Leaf& leaf);
  TagId entry_leaf(const layout::Leaf& leaf);
  TagId figure_leaf(const content::Figure& figure, const layout::Leaf& leaf);
  TagId image_leaf(const content::Image& image, const layout::Leaf& leaf);
  TagId source_beside(NodeId node);
  Tag tag_for(NodeId node) const;
  Tag::Numbering numbering_of(NodeId list) const;

  const content::Tree& tree_;
  std::uint32_t next_ = 0;
  std::vector<Tag> new_;
  std::uint32_t first_new_ = 0;
  std::map<std::uint32_t, TagId> nodes_;       ///< by NodeId::value
  std::map<Key, TagId> parts_;
  std::map<TagId, std::uint64_t> counters_;    ///< kids made by `add_inside`
  std::vector<std::pair<std::uint32_t, std::int32_t>> open_rows_;
  std::set<TagId> row_tags_;                   ///< of rows met since the last close, with all inside them
};

}  // namespace tilstand::scene
