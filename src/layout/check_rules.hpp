// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "layout/lay_out.hpp"

namespace tilstand::layout {

/// Looks at finished pages and says which of the theme's guarantees they break: it knows nothing of how pages were made. Each
/// broken rule names the place of the paragraph in its source, and the page. Codes: layout.widow, layout.orphan,
/// layout.low-heading, layout.short-last-page, layout.overfull, layout.stretched, layout.hyphens-in-row.
class RuleChecker {
 public:
  RuleChecker(const Inputs& inputs, Diagnostics& diagnostics) : in_(inputs), rules_(inputs.theme.guarantees), diagnostics_(diagnostics) {}

  /// The next page.
  void add(const Page& page);
  /// No page follows.
  void finish();

 private:
  /// Lines of one paragraph on one page.
  struct Lines {
    NodeId node{};
    int count = 0;
  };
  void check_line(const PlacedLine& line, const Page& page);
  void check_heading(const PlacedLine& line, const Page& page);
  void check_break(const Page& page, const std::optional<Lines>& first);
  void end_part();
  bool is_paragraph(NodeId node) const;
  void report(definition::RuleLevel level, const char* code, const std::string& message, NodeId node, const std::string& page);

  const Inputs& in_;
  const definition::Guarantees& rules_;
  Diagnostics& diagnostics_;
  std::optional<Lines> last_;        ///< the paragraph that ended the page before
  int before_last_ = 0;              ///< its lines on still earlier pages
  std::string last_label_;
  NodeId part_{};
  int part_pages_ = 0, page_lines_ = 0;
  bool page_is_full_ = false;
  NodeId lowest_{};
  int hyphens_ = 0;
  std::set<std::pair<NodeId, std::string>> said_;
};

}  // namespace tilstand::layout
