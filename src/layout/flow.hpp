// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "layout/break_pages.hpp"
#include "layout/pages.hpp"

namespace tilstand::layout {

/// Lets pieces run through the flow frames of page after page. Pieces are gathered until a page must end, then divided all
/// at once; of very long matter as much as is settled is placed in between, so memory does not grow with pages.
class Flow {
 public:
  Flow(const Config& config, Reports& reports, Pages& pages) : config_(config), reports_(reports), pages_(pages) {}

  /// Makes sure that a page with a flow frame is open.
  void enter();
  /// The measure of the flow on the open page; `enter` first.
  Measure measure() const { return area_.measure; }
  /// Takes the next piece.
  void add(Piece&& piece);
  /// Places what is gathered; blocks for the foot that found no room get pages of their own when `all`.
  void flush(bool all);
  /// The page was ended by others.
  void leave() { entered_ = false; }

 private:
  void settle(bool ends);
  PageSupply supply() const;
  void commit(Piece&& piece);
  void commit_matter(Piece&& piece);
  void add_foot(Piece&& piece);
  void place_waiting();
  bool pristine() const { return cursor_.fresh && !pages_.has_foot(); }
  void next_page();
  void report_tall(const Piece& piece);
  Length limit(const std::vector<NodeId>& notes);
  Grid grid() const;

  const Config& config_;
  Reports& reports_;
  Pages& pages_;
  Area area_{};
  Cursor cursor_{};
  bool entered_ = false;
  bool below_head_ = false;             ///< the next row stands right below the head of its table
  std::vector<Piece> galley_;           ///< gathered, not placed
  std::optional<Piece> repeat_;         ///< head of the table that is being placed
  std::vector<Piece> waiting_;          ///< blocks for the foot of a later page
};

}  // namespace tilstand::layout
