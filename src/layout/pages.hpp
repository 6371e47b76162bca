// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "layout/foot_room.hpp"
#include "layout/setter.hpp"

namespace tilstand::layout {

/// A frame's place on a page.
struct Area {
  Length left{}, top{}, bottom{};
  Measure measure{};  ///< from `left`
  Length height() const { return bottom - top; }
};

/// Opens pages by their masters, gathers what stands on them, and hands them on when they are finished.
class Pages {
 public:
  Pages(const Config& config, Reports& reports, const PageSink& sink);

  /// The next page starts `part`; the page before it is finished. A blank page goes in to reach the wished side.
  void start_part(NodeId part);
  /// Ends the page; the next one has `master` (empty: the one that follows).
  void end_page(const std::string& master = {});
  /// Opens a page unless one is open.
  void open();
  /// Opens the next page of the flow, by the master that follows.
  void turn();
  void finish();
  /// Pages that are opened from now on lie on their sides, or no longer. They have one frame, all of the live area, and no
  /// furniture, which would stand on its side there.
  void set_turned(bool turned) { turned_ = turned; }

  const definition::Master& master() const { return *master_; }
  /// Text is set for the ground of the open page.
  Setter setter() const;
  /// The frame's area on the open page; null when its master has no such frame.
  const definition::Frame* frame(const std::string& name) const;
  const definition::Frame* flow_frame() const;
  Area area_of(const definition::Frame& frame) const;
  Area live_area() const;
  /// The flow's area on the page that comes `count` pages after the open one; its left edge is of no meaning.
  Area area_after(std::size_t count) const;
  /// The master of the page that would follow.
  std::string following() const;
  std::uint32_t count() const { return next_index_; }
  /// The open page is a left one.
  bool is_left() const { return page_.left; }

  /// Puts a piece on the open page, its foot notes included.
  void place(Piece&& piece, Point at);
  /// Puts things that are no piece on the open page.
  void place(std::vector<Placed> things, Point at);
  /// Puts a block at the foot of the page, below those that stand there already.
  void place_at_foot(Piece&& piece);
  bool has_foot() const { return !room_.empty(); }
  /// What the foot of the open page takes.
  const FootRoom& foot_room() const { return room_; }
  /// Distance between the block at the foot that stands lowest and one below it.
  Length gap_above(const Piece& piece) const { return room_.gap_above({piece.height, piece.before, piece.after}); }
  bool has_note(NodeId note) const { return placed_notes_.contains(note.value); }
  /// Of a note in a measure.
  NoteSize note_size(NodeId note, Length width);
  /// Puts notes that do not stand at the foot of the whole page, below a rule, from `at` down.
  void place_notes(const std::vector<NotePart>& parts, Point at, Length width);
  /// The foot of the open page has these notes, and parts of notes, instead of those it had.
  void set_notes(const std::vector<NotePart>& parts);

  Settled take_found() { return std::move(found_); }

 private:
  const definition::Master* master_named(const std::string& name) const;
  /// What stands in for a master on the page of this index.
  const definition::Master* on_side(const definition::Master* master, std::size_t page) const;
  void number_page(NodeId part);
  bool is_turned() const { return turned_ || master_->turned; }
  Area turned_area() const;
  void reach_side(definition::Side side);
  void add_blank();
  void start_page(NodeId part);
  void settle_foot();
  void add_notes(const std::vector<NodeId>& notes);
  Piece note_part(const NotePart& part, Length width) const;
  void hand_on();
  Length live_left() const;

  const Config& config_;
  Reports& reports_;
  const PageSink& sink_;
  Settled found_;
  definition::Master plain_;             ///< stands in for a master that isn't there
  const definition::Master* base_;       ///< of the run of pages
  const definition::Master* master_;     ///< of the open page: what stands in for it on its side
  std::string wished_master_;
  definition::Side wished_side_ = definition::Side::any;
  NodeId part_{};
  bool part_begins_ = false;
  bool is_open_ = false;
  bool turned_ = false;                  ///< by a block, whatever the master
  std::uint32_t next_index_ = 0;
  std::uint32_t next_number_ = 1;        ///< printed
  bool roman_ = false;
  Page page_;
  PanelFrames panels_;                   ///< on the open page
  std::vector<Piece> foot_;              ///< from top to bottom
  FootRoom room_;                        ///< of the blocks in `foot_` and the notes of this page
  std::map<std::pair<NodeId, Length>, NoteSize> note_sizes_;
  std::set<std::uint32_t> placed_notes_; ///< in the whole document
};

/// Ground, folio, running head and thumb index of a page: artifacts, in paint order.
std::vector<Placed> furniture(const Setter& setter, const Page& page, const definition::Master& master);
/// Puts text and rules in the inks of a dark ground; drawings know their ground already.
void reverse_inks(std::vector<Placed>& items, const definition::Theme& theme);

}  // namespace tilstand::layout
