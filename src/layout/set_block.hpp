// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout/setter.hpp"

namespace tilstand::layout {

/// Sets one node of the tree and hands on its pieces from top to bottom. Notes at the foot are set where their marks fall,
/// so they give nothing here.
void set_block(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
/// Sets one node in a measure, without what its placement says.
void set_in(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
/// Sets children one below another.
void set_children(const Setter& setter, const std::vector<NodeId>& children, const Measure& measure, const Emit& emit);
/// The pieces of several blocks as one that doesn't break.
Piece set_stacked(const Setter& setter, const std::vector<NodeId>& nodes, const Measure& measure);

/// A side note outside a section has no side column and runs with the text.
void set_side_note(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_paragraph(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_section(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_list(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_figure(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_table(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_tiles(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_key_figures(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_group(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_panel(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_image(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
/// A quote between two rules.
void set_quote(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_index(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
void set_toc(const Setter& setter, NodeId node, const Measure& measure, const Emit& emit);
/// A note with its number, for the foot of a page.
Piece set_foot_note(const Setter& setter, NodeId node, Length width);

}  // namespace tilstand::layout
