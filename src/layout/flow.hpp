// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "layout/pages.hpp"

namespace tilstand::layout {

/// What would come of placing pieces at a cursor: nothing has been placed yet.
struct Attempt {
  std::vector<Length> tops;
  Cursor end;
  Length bottom{};              ///< of all matter, side matter included
  std::vector<NodeId> notes;
};

/// Tries pieces one below another.
Attempt attempt(const std::vector<Piece>& pieces, const Cursor& cursor, const Grid& grid);

/// Lets pieces run through the flow frames of page after page.
class Flow {
 public:
  Flow(const Config& config, Reports& reports, Pages& pages) : config_(config), reports_(reports), pages_(pages) {}

  /// Makes sure that a page with a flow frame is open.
  void enter();
  /// The measure of the flow on the open page; `enter` first.
  Measure measure() const { return area_.measure; }
  /// Takes the next piece; it is placed when no later piece has to stand on its page.
  void add(Piece&& piece);
  /// Places what is held back; blocks for the foot that found no room get pages of their own when `all`.
  void flush(bool all);
  /// The page was ended by others.
  void leave() { entered_ = false; }

 private:
  bool fits(const Attempt& tried);
  bool pristine() const { return cursor_.fresh && !pages_.has_foot(); }
  bool fits_next_page(const std::vector<Piece>& pieces);
  bool turning_helps() const;
  void place(std::vector<Piece>&& pieces, int level);
  void place_split(std::vector<Piece>&& pieces, int level);
  void place_alone(std::vector<Piece>&& pieces);
  void commit(std::vector<Piece>&& pieces, const Attempt& tried);
  void commit_one(Piece&& piece, Length top);
  void add_foot(Piece&& piece);
  void place_waiting();
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
  Length held_{};                       ///< height of `chunk_`
  std::vector<Piece> chunk_;            ///< stays together
  std::optional<Piece> repeat_;         ///< head of the table that is being placed
  std::deque<Piece> waiting_;           ///< blocks for the foot of a later page
};

}  // namespace tilstand::layout
