// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "chart/draw.hpp"
#include "layout/lay_out.hpp"
#include "layout/piece.hpp"

namespace tilstand::layout {

/// All that stays the same during a round, looked up once.
struct Config {
  Config(const Inputs& inputs, const Settled& settled);

  const Inputs& in;
  const Settled& settled;
  std::map<std::uint32_t, int> note_numbers;    ///< by NodeId::value
  std::map<std::uint32_t, int> thumb_places;    ///< parts with a thumb index, from 1
  std::vector<bool> indented;                   ///< by node: a paragraph that follows another one
  std::vector<bool> after_head;                 ///< by node: first matter below a heading
  std::vector<bool> same_place;                 ///< by node: its wished height is that of the block before it
  std::vector<bool> before_head;                ///< by node: a line above a heading, or a heading
  definition::Style fallback_style;

  const content::Node& node(NodeId id) const { return in.tree[id]; }
  const definition::Style& style(const std::string& name) const;
  /// The style of a level, "toc-title-3": when the theme has none, that of the level above, at last "toc-title".
  const definition::Style& level_style(const std::string& name, int level) const;
  Length unit() const { return in.theme.page.baseline; }
  /// The printed number of the page where `target` stands; "0" while unknown.
  std::string page_label(NodeId target) const;
  /// "12", or "12–14" when `target` covers more pages than one.
  std::string page_range(NodeId target) const;
};

/// Diagnostics of a round, each once for a node.
class Reports {
 public:
  explicit Reports(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  void error(const content::Node& node, NodeId id, const std::string& code, const std::string& message, const std::string& hint = {});
  void warning(const content::Node& node, NodeId id, const std::string& code, const std::string& message);

 private:
  bool first(NodeId id, const std::string& code) { return seen_.emplace(id.value, code).second; }
  Diagnostics& diagnostics_;
  std::set<std::pair<std::uint32_t, std::string>> seen_;
};

class Wrap;

/// What setting a block needs: the configuration, where to report, and the ground that it will stand on.
struct Setter {
  const Config& config;
  Reports& reports;
  bool reversed = false;
  std::optional<Ink> ground;
  bool fixed = false;  ///< inside matter that can't break: blocks stay where they are written
  Wrap* wrap = nullptr;  ///< takes blocks that text is wrapped round, and the text; null: they stand as all others
  Wrap* beside = nullptr;  ///< whose block the text set now stands beside; null: it has its measure for itself

  const content::Node& node(NodeId id) const { return config.node(id); }
  const definition::Style& style(const std::string& name) const { return config.style(name); }
  Length unit() const { return config.unit(); }
  drawing::Context draw_context(NodeId origin) const;
  Setter fixed_in_place() const;
};

/// The room a block has across: its left edge from the frame's, its width, and the columns it covers (0: off the grid).
struct Measure {
  Length left{}, width{};
  int columns = 0;
};

/// Of a group; more are set as so many.
constexpr int most_columns = 12;
/// Column `index` (from 0) of `count` equal ones; on the grid when the columns divide evenly.
Measure equal_column(const Setter& setter, const Measure& outer, int index, int count);
/// The measure of `count` columns from column `first` of `outer`; all of it when it isn't on the grid or has too few columns.
Measure columns_of(const Setter& setter, const Measure& outer, int first, int count);
/// The measure that a block's own column and span leave it.
Measure placed_in(const Setter& setter, const Measure& outer, const content::Placement& placement);

/// A horizontal rule of the theme from `at`, an artifact.
Placed rule(const Setter& setter, const std::string& name, Point at, Length width, NodeId node = {});

/// The node itself as a leaf, or a piece of it.
constexpr Leaf leaf_of(NodeId node, Leaf::Part part = Leaf::Part::whole) { return {node, part, -1, -1, 0}; }

}  // namespace tilstand::layout
