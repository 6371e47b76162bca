// SPDX-License-Identifier: Apache-2.0
#include "chart/labels.hpp"

#include <algorithm>

#include "text/from_theme.hpp"

namespace tilstand::chart {
namespace {

constexpr double halo_side = 0.6, halo_above = 0.5, halo_below = 0.5;

text::Span span_of(Sheet& sheet, const std::string& text, const definition::Style& style, FigureId figure) {
  text::Span span = text::styled(text, style, sheet.context().words.language, sheet.context().origin, figure);
  span.hyphenate = false;
  return span;
}

double left_of(const SetLabel& label, double x, Anchor anchor) {
  if (anchor == Anchor::right) return x - label.width;
  return anchor == Anchor::centre ? x - label.width / 2 : x;
}

std::string without_last_word(const std::string& text) {
  const std::size_t space = text.find_last_of(" \n");
  return space == std::string::npos ? std::string{} : text.substr(0, space);
}

}  // namespace

bool overlap(const LabelBox& a, const LabelBox& b, double gap) {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

SetLabel set_label(Sheet& sheet, const std::string& text, const std::string& style, FigureId figure, const std::string& role) {
  definition::Style used = sheet.style(style);
  if (!role.empty()) used.ink = sheet.ink(role);
  SetLabel label;
  label.line = sheet.context().shaper.line({span_of(sheet, text, used, figure)});
  label.width = label.line.width.in_mm();
  label.cap = sheet.context().shaper.metrics(text::font_style(used)).cap_height.in_mm();
  return label;
}

LabelBox box_of(const SetLabel& label, Spot at, Anchor anchor) {
  const double left = left_of(label, at.x, anchor);
  return {left, at.y - label.cap, left + label.width, at.y};
}

LabelBox place(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor) {
  const LabelBox box = box_of(label, at, anchor);
  sheet.add(Label{{mm(box.left) - label.line.left, mm(at.y)}, label.line});
  return box;
}

LabelBox place_on_ground(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor) {
  const LabelBox box = box_of(label, at, anchor);
  const Path patch = sheet.paths().box({box.left - halo_side, box.top - halo_above}, box.right - box.left + 2 * halo_side,
                                       box.bottom - box.top + halo_above + halo_below);
  sheet.fill(Layer::halo, patch, sheet.ground());
  return place(sheet, label, at, anchor);
}

double kept_between(const SetLabel& label, double x, Anchor anchor, double left, double right) {
  const double offset = x - left_of(label, x, anchor);
  const double highest = std::max(left, right - label.width);
  return std::clamp(x - offset, left, highest) + offset;
}

std::string shortened(Sheet& sheet, const std::string& text, const std::string& style, double measure) {
  std::string kept = text, shown = text;
  while (!kept.empty() && set_label(sheet, shown, style).width > measure) {
    kept = without_last_word(kept);
    if (!kept.empty()) shown = kept + "…";
  }
  return shown;
}

std::vector<text::Line> label_lines(Sheet& sheet, const std::string& text, const std::string& style, double measure, std::size_t most) {
  const definition::Style used = sheet.style(style);
  text::ParagraphStyle paragraph;
  paragraph.optimal = false;
  std::string kept = text;
  std::vector<text::Line> lines = sheet.context().shaper.lines({span_of(sheet, kept, used, {})}, paragraph, mm(measure));
  while (lines.size() > most) {
    kept = without_last_word(kept);
    lines = sheet.context().shaper.lines({span_of(sheet, kept + "…", used, {})}, paragraph, mm(measure));
    if (kept.empty()) break;
  }
  return lines;
}

void place_lines(Sheet& sheet, std::vector<text::Line> lines, const std::string& style, double left, double middle) {
  const double leading = leading_of(sheet, style);
  const double above = (static_cast<double>(lines.size()) - 1) * leading / 2;
  double baseline = middle + cap_height(sheet, style) / 2 - above;
  for (text::Line& line : lines) {
    sheet.add(Label{{mm(left), mm(baseline)}, std::move(line)});
    baseline += leading;
  }
}

double cap_height(Sheet& sheet, const std::string& style) {
  return sheet.context().shaper.metrics(text::font_style(sheet.style(style))).cap_height.in_mm();
}

double leading_of(const Sheet& sheet, const std::string& style) {
  const definition::Style used = sheet.style(style);
  return (used.leading.units > 0 ? used.leading : scaled(used.size, 13, 10)).in_mm();
}

std::vector<double> spread(const std::vector<Block>& blocks, double top, double bottom) {
  struct Stack {
    double middle = 0, height = 0, weight = 0;
    std::size_t first = 0;
  };
  std::vector<Stack> stacks;
  const auto settle = [&](Stack& stack) {
    stack.middle = std::max(std::min(stack.middle, bottom - stack.height / 2), top + stack.height / 2);
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    stacks.push_back({blocks[i].wanted, blocks[i].height, 1, i});
    settle(stacks.back());
    while (stacks.size() > 1) {
      Stack &above = stacks[stacks.size() - 2], &below = stacks.back();
      if (above.middle + above.height / 2 <= below.middle - below.height / 2 + 1e-9) break;
      // Each block pulls the stack's top to where it would itself stand as wanted.
      const double start = ((above.middle - above.height / 2) * above.weight + (below.middle - below.height / 2 - above.height) * below.weight) /
                           (above.weight + below.weight);
      above.height += below.height;
      above.weight += below.weight;
      above.middle = start + above.height / 2;
      stacks.pop_back();
      settle(stacks.back());
    }
  }
  std::vector<double> middles(blocks.size());
  for (std::size_t s = 0; s < stacks.size(); ++s) {
    const std::size_t end = s + 1 < stacks.size() ? stacks[s + 1].first : blocks.size();
    double edge = stacks[s].middle - stacks[s].height / 2;
    for (std::size_t i = stacks[s].first; i < end; ++i) {
      middles[i] = edge + blocks[i].height / 2;
      edge += blocks[i].height;
    }
  }
  return middles;
}

}  // namespace tilstand::chart
