// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "definition/theme.hpp"
#include "layout/page.hpp"

namespace tilstand::layout {

struct Setter;

/// A panel that a piece stands in, measured from the left edge of the piece's frame.
struct PanelEdge {
  NodeId panel{};
  const definition::PanelStyle* style = nullptr;  ///< of the theme, or the plain one
  Length left{}, width{};
  bool begins = false, ends = false;              ///< with this piece
};

/// The ground and the rules of a panel, or of the part of it that stands on one page. A side where it goes on is open.
std::vector<Placed> panel_frame(const Setter& setter, const PanelEdge& edge, Length top, Length bottom);

/// The panels on a page: how far the pieces of each reach.
class PanelFrames {
 public:
  /// A piece has been placed; its panels from the outermost in.
  void add(const std::vector<PanelEdge>& panels, Point at, Length height);
  /// The frames of the page, outer ones first, to be painted behind all that stands in them.
  std::vector<Placed> take(const Setter& setter);

 private:
  struct Part {
    PanelEdge edge;
    Length top{}, bottom{};
  };
  std::map<std::pair<NodeId, Length>, Part> parts_;  ///< by panel and left edge: in columns a panel has several on a page
};

}  // namespace tilstand::layout
