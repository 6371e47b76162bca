// SPDX-License-Identifier: Apache-2.0
#include "drawing/labels.hpp"

#include <algorithm>

#include "text/from_theme.hpp"

namespace tilstand::drawing {
namespace {

constexpr double halo_side = 0.8, halo_above = 0.5, halo_below = 0.5;

text::Span span_of(Sheet& sheet, const std::string& text, const definition::Style& style, PrintedRanges printed) {
  text::Span span = text::styled(text, style, sheet.context().words.language, sheet.context().origin);
  span.printed = std::move(printed);
  span.hyphenate = false;
  return span;
}

double left_of(const SetLabel& label, double x, Anchor anchor) {
  if (anchor == Anchor::right) return x - label.width;
  return anchor == Anchor::centre ? x - label.width / 2 : x;
}

// Longer labels than this fit nowhere; shaping them would only cost time.
constexpr std::size_t most_bytes = 600;

bool is_cut_between(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Ends of the text's words, then of the first word's characters: places where it may be cut, most text last.
std::vector<std::size_t> cuts_of(const std::string& text) {
  std::vector<std::size_t> words, cuts;
  for (std::size_t at = text.find_first_of(" \n"); at != std::string::npos; at = text.find_first_of(" \n", at + 1)) words.push_back(at);
  const std::size_t first = words.empty() ? text.size() : words.front();
  for (std::size_t at = 1; at < first; ++at) {
    if (is_cut_between(text, at)) cuts.push_back(at);
  }
  cuts.insert(cuts.end(), words.begin(), words.end());
  return cuts;
}

std::string bounded(const std::string& text) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (!is_cut_between(text, end)) --end;
  return text.substr(0, end) + "…";
}

/// The text when it fits, else its longest beginning that does so with an ellipsis.
template <typename Fits>
std::string cut_to_fit(const std::string& given, const Fits& fits) {
  const std::string text = bounded(given);
  if (fits(text)) return text;
  const std::vector<std::size_t> cuts = cuts_of(text);
  std::size_t fitting = 0, tried = cuts.size();  // cuts before `fitting` fit, those from `tried` on don't
  while (fitting < tried) {
    const std::size_t middle = (fitting + tried) / 2;
    if (fits(text.substr(0, cuts[middle]) + "…")) fitting = middle + 1;
    else tried = middle;
  }
  return fitting == 0 ? std::string{"…"} : text.substr(0, cuts[fitting - 1]) + "…";
}

/// What is left of a text's numbers when `kept` is printed in its place.
PrintedRanges kept_of(const PrintedRanges& printed, const std::string& text, const std::string& kept) {
  constexpr std::size_t ellipsis = std::string_view("…").size();
  return kept == text ? printed : within(printed, kept.size() - std::min(kept.size(), ellipsis));
}

}  // namespace

bool overlap(const LabelBox& a, const LabelBox& b, double gap) {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

SetLabel set_label(Sheet& sheet, const std::string& text, const std::string& style, PrintedId printed, const std::string& role) {
  return set_words(sheet, text, style, whole_text(text.size(), printed), role);
}

SetLabel set_words(Sheet& sheet, const std::string& text, const std::string& style, const PrintedRanges& printed, const std::string& role) {
  definition::Style used = sheet.style(style);
  if (!role.empty()) used.ink = sheet.ink(role);
  SetLabel label;
  label.line = sheet.context().shaper.line({span_of(sheet, text, used, printed)});
  label.width = label.line.width.in_mm();
  label.cap = sheet.context().shaper.metrics(text::font_style(used)).cap_height.in_mm();
  return label;
}

SetLabel set_fitting(Sheet& sheet, const std::string& text, const std::string& style, double measure, const PrintedRanges& printed, const std::string& role) {
  const std::string kept = shortened(sheet, text, style, measure);
  return set_words(sheet, kept, style, kept_of(printed, text, kept), role);
}

SetLabel set_tick(Sheet& sheet, const std::string& text) {
  SetLabel label = set_label(sheet, text, "tick");
  label.tick = true;
  return label;
}

LabelBox box_of(const SetLabel& label, Spot at, Anchor anchor) {
  const double left = left_of(label, at.x, anchor);
  return {left, at.y - label.cap, left + label.width, at.y};
}

LabelBox place(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor) {
  const LabelBox box = box_of(label, at, anchor);
  sheet.add(Label{{mm(box.left) - label.line.left, mm(at.y)}, label.line, label.tick});
  return box;
}

LabelBox place_on_ground(Sheet& sheet, const SetLabel& label, Spot at, Anchor anchor) {
  const LabelBox box = box_of(label, at, anchor);
  const double left = std::max(box.left - halo_side, 0.0), right = std::min(box.right + halo_side, sheet.width());
  const double top = std::max(box.top - halo_above, 0.0), bottom = std::min(box.bottom + halo_below, sheet.height());
  if (right > left && bottom > top) sheet.fill(Layer::halo, sheet.paths().box({left, top}, right - left, bottom - top), sheet.ground());
  return place(sheet, label, at, anchor);
}

double kept_between(const SetLabel& label, double x, Anchor anchor, double left, double right) {
  const double offset = x - left_of(label, x, anchor);
  const double highest = std::max(left, right - label.width);
  return std::clamp(x - offset, left, highest) + offset;
}

std::string shortened(Sheet& sheet, const std::string& text, const std::string& style, double measure) {
  return cut_to_fit(text, [&](const std::string& kept) { return set_label(sheet, kept, style).width <= measure; });
}

std::vector<text::Line> label_lines(Sheet& sheet, const std::string& text, const std::string& style, double measure, std::size_t most,
                                   const PrintedRanges& printed) {
  const definition::Style used = sheet.style(style);
  text::ParagraphStyle paragraph;
  paragraph.optimal = false;
  text::Shaper& shaper = sheet.context().shaper;
  const auto set = [&](const std::string& kept, double width) { return shaper.lines({span_of(sheet, kept, used, kept_of(printed, text, kept))}, paragraph, mm(width)); };
  // Lines are set in measures only that hold each word: the shaper counts every line that sticks out.
  const auto least = [&](const std::string& kept) { return shaper.least_measure({span_of(sheet, kept, used, {})}).in_mm(); };
  const std::string kept = cut_to_fit(text, [&](const std::string& tried) { return least(tried) <= measure && set(tried, measure).size() <= most; });
  measure = std::max(measure, least(kept));
  // Lines of about the same length: the narrowest measure that needs no more of them.
  const std::size_t count = set(kept, measure).size();
  double narrow = least(kept), wide = measure;
  while (count > 1 && wide - narrow > 0.25) {
    const double middle = (narrow + wide) / 2;
    (set(kept, middle).size() <= count ? wide : narrow) = middle;
  }
  return set(kept, wide);
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

}  // namespace tilstand::drawing
