// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "layout/table_rows.hpp"

namespace tilstand::layout {

/// What a table prints where a page ends inside it: head, labels that go on, sums carried forward, the foot of every page.
class TableTurn {
 public:
  TableTurn(const Setter& setter, NodeId table, std::shared_ptr<const TableFrame> frame);

  /// The head of a later page; title and all.
  static Piece head(std::shared_ptr<const TableTurn> turn, Piece title);
  /// Room above body row `row` when a page begins with it, and below it when one ends with it.
  Length opening(std::size_t row) const;
  Length closing(std::size_t row) const;

 private:
  std::vector<Placed> open(const Piece& first) const;
  std::vector<Placed> close(const Piece& last) const;
  void add_labels(Piece& into, const Piece& first) const;
  content::Inline carried_sum(std::size_t row, std::size_t place) const;
  /// The sums after a body row below "carried" words.
  Piece carried_row(std::size_t row, const std::string& words) const;
  /// The head of the row's group, said to go on.
  Piece group_head(std::int32_t row) const;
  Piece foot() const;
  /// The row of the head of a row's group; −1: none, or it is the head itself.
  std::int32_t group_of(std::size_t row) const;
  content::Cell said_again(const content::Cell& cell, bool goes_on) const;
  bool has_sums() const { return !table_.carried.sums.empty(); }

  Setter setter_;
  NodeId id_;
  const content::Table& table_;
  std::shared_ptr<const TableFrame> frame_;
  std::int32_t rows_;
  Length carried_height_{}, foot_height_{}, group_height_{};
};

}  // namespace tilstand::layout
