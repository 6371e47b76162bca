// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "layout/break_pages.hpp"
#include "layout/pages.hpp"

namespace tilstand::layout {

/// Equal columns side by side.
struct ColumnSet {
  Measure all;        ///< from the left edge of the flow
  Length width{};     ///< of one
  int count = 1;
  Length left(std::size_t column) const {
    return count > 1 ? all.left + (all.width - width) * static_cast<std::int64_t>(column) / (count - 1) : all.left;
  }
};

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
  /// Lets pieces run through columns from page to page, those on the last page of about equal depth.
  void add_in_columns(std::vector<Piece>&& pieces, const ColumnSet& columns);
  /// Places what is gathered; floats and rests of notes that found no room get pages of their own when `all`.
  void flush(bool all);
  /// The page was ended by others.
  void leave() { entered_ = false, facing_void_.reset(); }

 private:
  void settle(bool ends);
  PageSupply supply() const;
  NoteSizes note_sizes(Length width) const;
  void commit_page(std::vector<Piece>& pieces, std::size_t first, std::size_t end, const PageFill& page);
  Length column_top(std::vector<Piece>& pieces);
  PageSupply column_supply(const ColumnSet& columns, Length top) const;
  PageBreaks balanced(const std::vector<Piece>& pieces, PageSupply& supply, const ColumnSet& columns) const;
  Length commit_columns(std::vector<Piece>& pieces, const PageBreaks& breaks, const PageSupply& supply, const ColumnSet& columns);
  Length commit_column(std::vector<Piece>& pieces, std::size_t first, std::size_t end, const PageFill& column, Region region, Length width);
  void commit_heads(std::vector<Piece>& pieces, const PageFill& page);
  void commit_repeated_head();
  void commit(Piece&& piece);
  void commit_matter(Piece&& piece);
  /// `unfilled`: see void_of; nothing when it does not count.
  void next_page(std::optional<std::int64_t> unfilled = {});
  void report_tall(const Piece& piece);
  Grid grid() const;

  const Config& config_;
  Reports& reports_;
  Pages& pages_;
  Area area_{};
  Cursor cursor_{};
  bool entered_ = false;
  bool head_due_ = false;               ///< the page begins inside a table
  Piece last_row_;                      ///< number of the matter placed last
  std::vector<Piece> galley_;           ///< gathered, not placed
  std::optional<Piece> repeat_;         ///< head of the table that is being placed
  std::vector<Piece> waiting_;          ///< floats for a later page
  std::vector<NotePart> rests_;         ///< of notes, for a later page
  std::optional<std::int64_t> facing_void_;  ///< of the left page, when the open one faces it
};

}  // namespace tilstand::layout
