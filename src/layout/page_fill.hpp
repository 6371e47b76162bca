// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "layout/foot_room.hpp"
#include "layout/piece.hpp"

namespace tilstand::layout {

/// Where the flow runs on a page: y from the head of the page.
struct Region {
  Length top{}, bottom{};
  Length foot{};  ///< what blocks at the foot stand on
  Length height() const { return bottom - top; }
};

/// Pages that pieces are to be divided among: how far the first one is filled, and what the later ones offer.
struct PageSupply {
  Cursor cursor;                            ///< on the first page
  FootRoom foot;                            ///< of the first page
  const Piece* head = nullptr;              ///< repeated head of the table that the pieces begin in
  Grid grid;
  std::function<Region(std::size_t)> region;///< of the first page (0) and those after it
  std::size_t kinds = 1;                    ///< from the page of this number on, regions recur every other page
  NoteHeight note_height;
};

/// Pieces in order, with the notes that each marks for the first time.
struct Galley {
  const std::vector<Piece>& pieces;
  std::vector<std::vector<NodeId>> notes;

  explicit Galley(const std::vector<Piece>& pieces, const std::function<bool(NodeId)>& placed);
};

/// One page while pieces are tried on it; a value, so a try can be thrown away.
class PageFill {
 public:
  /// The page of this number. `waiting` are indices of blocks for the foot that found no room before.
  PageFill(const Galley& galley, const PageSupply& supply, std::size_t page, std::vector<std::size_t> waiting, const Piece* head);

  /// Takes piece `index`; false when there is no room. A page that is empty takes anything.
  bool take(std::size_t index);

  Length limit() const { return limit_of({}); }
  Length bottom() const { return bottom_; }
  Length height() const { return region_.height(); }
  Length used() const { return bottom_ - region_.top; }
  bool overfull() const { return overfull_; }
  /// Flow and foot leave nothing to be filled between them.
  bool has_foot() const { return !foot_.empty(); }
  const std::vector<std::size_t>& waiting() const { return waiting_; }
  const Piece* head() const { return head_; }

 private:
  bool pristine() const { return cursor_.fresh && foot_.empty(); }
  Length limit_of(const std::vector<NodeId>& notes) const;
  void take_foot(std::size_t index);
  void place_waiting();
  bool take_matter(std::size_t index);

  const Galley* galley_;
  const PageSupply* supply_;
  Region region_;
  Cursor cursor_;
  FootRoom foot_;
  std::vector<std::size_t> waiting_;
  const Piece* head_;
  Length bottom_{};
  bool overfull_ = false;
};

}  // namespace tilstand::layout
