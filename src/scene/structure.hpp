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
  /// A figure inside a line of text.
  TagId add_figure_inside(TagId parent, const std::string& alternate);
  /// Extends the box of a figure's element that is new on this page.
  void widen_box(TagId figure, const Rect& area);
  /// The elements made since the last call.
  std::vector<Tag> take_new();
  /// The elements of table rows that are finished, kids before parents: those with a later row of their table, which may go on
  /// on the next page itself. Rows of tables with sets of columns come again and stay open.
  std::vector<TagId> close_rows();

 private:
  /// Node, row, rank of the part, column, line.
  using Key = std::tuple<std::uint32_t, std::int32_t, int, int, int>;

  using RowKey = std::pair<std::uint32_t, std::int32_t>;  ///< node and number

  TagId add(Tag tag);
  TagId element(NodeId node);
  TagId inside(NodeId node);
  TagId child(const Key& key, TagId parent, Role role, std::uint64_t order);
  TagId figure(const Key& key, TagId parent, std::uint64_t order, const layout::Leaf& leaf);
  TagId table_leaf(const content::Table& table, const layout::Leaf& leaf);
  TagId row(const content::Table& table, const layout::Leaf& leaf);
  void add_cells(const content::Table& table, const layout::Leaf& leaf, TagId row);
  void note_in_row(const RowKey& row, TagId tag);
  bool needs_headers(NodeId node, const content::Table& table);
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
  std::map<RowKey, std::vector<TagId>> open_rows_;  ///< elements of each, in the order made
  std::map<TagId, RowKey> row_of_;                  ///< of the elements in open rows
  std::map<std::uint32_t, bool> headers_;           ///< by table: whether cells name their heads
};

}  // namespace tilstand::scene
