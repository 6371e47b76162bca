// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "layout/flow.hpp"
#include "layout/wrap.hpp"

namespace tilstand::layout {

/// Walks the tree once and sends every block to its frame or to the flow.
class Driver {
 public:
  Driver(const Config& config, Reports& reports, const PageSink& sink);
  Settled run();

 private:
  void lay_part(NodeId part);
  void lay_block(NodeId node);
  void lay_group(NodeId node);
  /// A block on pages of its own that lie on their sides.
  void lay_turned(NodeId node);
  void lay_columns(NodeId node);
  void lay_panel(NodeId node, const std::string& master);
  void lay_in_flow(NodeId node);
  void lay_in_frame(NodeId node, const definition::Frame& frame);
  void end_page(const std::string& master);
  void report_frame(NodeId node);
  /// Sends on what waits for text beside it.
  void close_wrap();
  /// The measure of the flow inside the groups that the walk is in.
  Measure measure() const;
  /// Sends a piece on, with what the groups around wish for the first one.
  void add(Piece&& piece);
  /// The cursor in a frame of the open page.
  Cursor& cursor_in(const definition::Frame& frame);

  const Config& config_;
  Reports& reports_;
  Pages pages_;
  Flow flow_;
  Wrap wrap_;
  std::vector<NodeId> groups_;             ///< that the walk is inside of, outermost first
  std::optional<Length> at_, before_;      ///< wishes of a group for its first piece
  std::map<std::string, Cursor> cursors_;  ///< of the page that `cursors_page_` counts
  std::uint32_t cursors_page_ = 0;
};

}  // namespace tilstand::layout
