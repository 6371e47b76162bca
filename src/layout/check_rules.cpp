// SPDX-License-Identifier: Apache-2.0
#include "layout/check_rules.hpp"

namespace tilstand::layout {

using definition::RuleLevel;

bool RuleChecker::is_paragraph(NodeId node) const {
  return node && std::holds_alternative<content::Paragraph>(in_.tree[node].body);
}

void RuleChecker::report(RuleLevel level, const char* code, const std::string& message, NodeId node, const std::string& page) {
  if (level == RuleLevel::off || !said_.insert({node, code + page}).second) return;
  const SourceSpan span = node ? in_.tree[node].span : SourceSpan{};
  const std::string full = "page " + page + ": " + message;
  if (level == RuleLevel::error) diagnostics_.error(code, full, span);
  else diagnostics_.warning(code, full, span);
}

void RuleChecker::add(const Page& page) {
  if (page.part != part_) end_part();
  part_ = page.part;
  ++part_pages_;
  page_lines_ = 0;
  page_is_full_ = false;
  std::optional<Lines> first;
  std::optional<Lines> last;
  for (const Placed& thing : page.items) {
    if (std::holds_alternative<PlacedDrawing>(thing)) page_is_full_ = true;
    const auto* line = std::get_if<PlacedLine>(&thing);
    if (line == nullptr || line->leaf.part == Leaf::Part::artifact) continue;
    check_line(*line, page);
    ++page_lines_;
    lowest_ = line->leaf.node;
    if (line->leaf.part != Leaf::Part::whole || !is_paragraph(line->leaf.node)) continue;
    if (std::holds_alternative<content::FootNote>(in_.tree[in_.tree[line->leaf.node].parent].body)) continue;
    if (!last || last->node != line->leaf.node) last = Lines{line->leaf.node, 0};
    ++last->count;
    if (!first || first->node == line->leaf.node) first = last;
  }
  check_break(page, first);
  const bool same = last && last_ && last->node == last_->node;
  before_last_ = same ? before_last_ + last_->count : 0;
  if (last) last_ = last;
  last_label_ = page.label;
}

/// What stands at the head of `page` and what ended the one before it.
void RuleChecker::check_break(const Page& page, const std::optional<Lines>& first) {
  if (!first || !last_ || first->node != last_->node) return;
  if (before_last_ == 0 && last_->count == 1)
    report(rules_.orphan, "layout.orphan", "the first line of a paragraph stands alone at the foot", first->node, last_label_);
  if (first->count == 1) report(rules_.widow, "layout.widow", "the last line of a paragraph stands alone at the head", first->node, page.label);
}

void RuleChecker::check_line(const PlacedLine& line, const Page& page) {
  const NodeId node = line.leaf.node;
  if (line.line.over > mm(0.1))
    report(rules_.overfull, "layout.overfull", "a line is " + std::to_string(scaled(line.line.over, 10, 1) / mm(1)) + " tenths of a millimetre wider than its measure", node,
           page.label);
  if (line.line.spaces > rules_.most_space)
    report(rules_.stretch, "layout.stretched", "word spaces of a line are " + std::to_string(line.line.spaces) + " per cent of their natural width", node, page.label);
  hyphens_ = line.line.hyphenated ? hyphens_ + 1 : 0;
  if (hyphens_ > rules_.most_hyphens)
    report(rules_.hyphens, "layout.hyphens-in-row", std::to_string(hyphens_) + " divided lines follow one another", node, page.label);
  check_heading(line, page);
}

/// Only headings of the flow: a title in a frame stands where the theme puts it.
void RuleChecker::check_heading(const PlacedLine& line, const Page& page) {
  if (!is_paragraph(line.leaf.node)) return;
  const content::Node& node = in_.tree[line.leaf.node];
  if (std::get<content::Paragraph>(node.body).heading_level == 0 || !node.placement.frame.empty()) return;
  const definition::Page& measures = in_.theme.page;
  const Length lowest = measures.head + measures.live_height() - measures.live_height() / rules_.heading_part;
  if (line.baseline.y > lowest) report(rules_.heading, "layout.low-heading", "a heading stands in the lowest part of the page", line.leaf.node, page.label);
}

/// Drawings fill a page as well as lines do.
void RuleChecker::end_part() {
  if (part_pages_ > 1 && !page_is_full_ && page_lines_ > 0 && page_lines_ < rules_.least_last_lines)
    report(rules_.last_page, "layout.short-last-page", "the last page of the part has only " + std::to_string(page_lines_) + " lines", lowest_, last_label_);
  part_pages_ = 0;
  last_.reset();
  before_last_ = 0;
  hyphens_ = 0;
}

void RuleChecker::finish() { end_part(); }

}  // namespace tilstand::layout
