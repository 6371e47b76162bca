// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
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
  bool head_due = false;                    ///< … and the first page has still to be given it
  std::vector<NotePart> notes;              ///< rests of notes for the page after the first one
  Grid grid;
  std::function<Region(std::size_t)> region;///< of the first page (0) and those after it
  std::size_t kinds = 1;                    ///< from the page of this number on, regions recur with `period`
  std::size_t period = 2;                   ///< left and right pages; or columns
  int facing_weight = 0;                    ///< per cent: how much it matters that facing pages end at one depth
  bool starts_right = true;                 ///< the first page is a right one
  std::optional<std::int64_t> facing_void;  ///< what the page that the first one faces leaves unfilled, in hundredths of its height
  NoteSizes note_size;
};

/// Pieces in order, with the notes that each marks for the first time.
struct Galley {
  const std::vector<Piece>& pieces;
  std::vector<std::vector<NodeId>> notes;

  explicit Galley(const std::vector<Piece>& pieces, const std::function<bool(NodeId)>& placed);
};

/// What one page leaves to the next.
struct Carried {
  std::vector<std::size_t> waiting;  ///< indices of floats that found no room
  std::vector<NotePart> notes;       ///< rests of foot notes
  const Piece* head = nullptr;       ///< of a table that goes on
  bool operator==(const Carried&) const = default;
};

/// Puts rests of notes at the foot of a page that begins; of a very long one no more than leaves room for some lines of text.
/// What does not fit stays in `rests`.
void take_rests(std::vector<NotePart>& rests, FootRoom& foot, Length height, const NoteSizes& size);

/// One page while pieces are tried on it; a value, so a try can be thrown away.
class PageFill {
 public:
  PageFill(const Galley& galley, const PageSupply& supply, std::size_t page, Carried carried);

  /// Takes piece `index`; false when there is no room. A page that is empty takes anything.
  bool take(std::size_t index);

  /// Lowest place that the flow may fill.
  Length limit() const { return limit_with({}); }
  Length bottom() const { return bottom_; }
  Length height() const { return region_.height(); }
  Length used() const { return bottom_ - region_.top; }
  bool overfull() const { return overfull_; }
  bool has_foot() const { return !foot_.empty(); }
  /// What the page leaves to the next when it ends here.
  const Carried& carried() const { return carried_; }
  /// Floats of the page, in order.
  const std::vector<std::size_t>& floats() const { return floats_; }
  const FootRoom& foot() const { return foot_; }

 private:
  bool pristine() const { return cursor_.fresh && foot_.empty() && floats_.empty(); }
  Length limit_with(const std::vector<NotePart>& more) const;
  std::vector<NotePart> whole(const std::vector<NodeId>& notes) const;
  void take_head();
  bool take_matter(std::size_t index);
  bool take_with_split_note(std::size_t index, Length top, Length bottom);
  void settle_matter(std::size_t index, Length top, Length bottom);
  void take_float(std::size_t index);
  bool fits_as_float(std::size_t index) const;
  void place_waiting();
  void place_float(std::size_t index);

  const Galley* galley_;
  const PageSupply* supply_;
  Region region_;
  Cursor cursor_;
  FootRoom foot_;
  Carried carried_;
  std::vector<std::size_t> floats_;
  Length tops_{};           ///< height that floats at the head of the page take
  bool starts_ = true;      ///< the page is begun here, so floats may still stand at its head
  bool closed_ = false;     ///< a float has the page for itself
  Length bottom_{};
  bool overfull_ = false;
};

}  // namespace tilstand::layout
