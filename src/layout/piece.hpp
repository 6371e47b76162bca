// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "layout/page.hpp"
#include "layout/panel.hpp"

namespace tilstand::layout {

/// Why a piece stays on the page of the one after it; all but `divided` and `group` are strong.
enum class Keep {
  none,
  divided, ///< else a word would be divided by the page
  group,   ///< rows that belong together
  orphan,  ///< else lines would be left alone at the foot of a page
  widow,   ///< else lines would be left alone at the head of the next one
  head,    ///< a heading and what follows it
  whole    ///< parts of one thing: a caption and its table, the last row and the rule below it
};

/// Why line `line` of `count` stays with the next one: at least two stand together at either end, all of `few` or fewer; `last` is
/// the reason of the last one.
Keep keep_within(std::size_t line, std::size_t count, Keep last, std::size_t few = 0);

/// A strip of matter that never breaks: lines, a figure, a table row. Its things are placed from its own top left corner.
struct Piece {
  enum class Kind {
    matter,
    foot,         ///< stands at the foot of the page and takes no room in the flow
    top,          ///< stands at the head of the page
    page,         ///< has a page for itself
    begin_table,  ///< from here on a new page starts with `repeat`
    end_table
  };
  Kind kind = Kind::matter;
  NodeId node{};
  Length before{}, after{};         ///< wished distance to the neighbours; the larger of two wins
  Length height{};
  std::optional<Length> baseline;   ///< first baseline, from the top
  bool snap = false;                ///< the first baseline stands on the page's grid
  Keep keep = Keep::none;
  Length left{};                    ///< where what it prints begins, from the frame's left edge
  Length reserve{};                 ///< depth from the top that matter beside the flow takes
  Length reserve_right{};           ///< … when that is the margin: its right edge, which nothing that reaches into the margin may stand beside
  bool beside = false;              ///< stands beside the flow, below what stands there already
  bool clear = false;               ///< starts below all matter beside the flow
  std::optional<Length> at;         ///< no higher than this below the top of the frame
  std::vector<Placed> items;
  std::vector<Placed> between;      ///< printed only when the piece is not first below the head of its table
  std::vector<std::pair<NodeId, Point>> anchors;
  std::vector<NodeId> notes;        ///< foot notes with a mark in it
  std::vector<PanelEdge> panels;    ///< that it stands in, from the outermost in
  std::vector<Piece> repeat;        ///< of `begin_table`: the repeated head
  std::int32_t row = -1;            ///< of the table that the piece stands in
  Length opening{};                 ///< room above it when it is first below a repeated head
  Length closing{};                 ///< room below it when the page ends there inside the table
  /// Of a repeated head: what stands about the first row below it, from that row's top left corner, and what closes the
  /// table below the last row of a page, from that row's foot. Artifacts all.
  using AtBreak = std::function<std::vector<Placed>(const Piece& row)>;
  AtBreak opens, closes;

  bool takes_room() const { return kind == Kind::matter; }
  bool floats() const { return kind == Kind::foot || kind == Kind::top || kind == Kind::page; }
};

/// What a float at the head of a page takes from the flow: whole units, so that lines below it stand on the grid.
Length room_at_head(const Piece& piece, Length unit);

using Emit = std::function<void(Piece&&)>;

/// The lines that first baselines stand on.
struct Grid {
  Length origin{}, step{};
};

/// Where the next piece goes in a column.
struct Cursor {
  Length origin{};        ///< top of the region
  Length y{};
  Length after{};         ///< wished distance below the last piece
  Length side_bottom{};   ///< of matter beside the flow
  bool fresh = true;      ///< nothing stands here yet
  bool below_head = false;///< a repeated head stands right above
  Length margin_bottom{}, margin_right{};  ///< of matter in the margin
};

/// Where the things of a piece begin at the left; far to the right when it has none.
Length left_of(const Piece& piece);
/// A cursor at the top of a region.
Cursor cursor_at(Length top);
/// The top that `piece` gets at the cursor; `grid` may be null.
Length top_of(const Piece& piece, const Cursor& cursor, const Grid* grid);
/// Moves the cursor past `piece`, which stands at `top`.
void advance(Cursor& cursor, const Piece& piece, Length top);
/// Moves the cursor past the repeated head of a table; its top.
Length pass_head(Cursor& cursor, const Piece& head);

/// The upper edge of a thing; of a line its baseline.
Length top_of(const Placed& thing);
/// `thing` moved by `offset`.
Placed moved(Placed thing, Point offset);
/// Adds what `from` holds, moved by `offset`, to `into`; the height of `into` stays.
void absorb(Piece& into, Piece&& from, Point offset);
/// All pieces below one another as one.
Piece stacked(std::vector<Piece>&& pieces);

}  // namespace tilstand::layout
