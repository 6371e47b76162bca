// SPDX-License-Identifier: Apache-2.0
#include "layout/set_tabs.hpp"

#include <algorithm>

namespace tilstand::layout {
namespace {

using definition::TabStop;

/// Spans between two tabs, and whether a tab or the line's end follows.
struct Segment {
  std::vector<text::Span> spans;
  bool ends_line = false;
};

std::vector<Segment> segments_of(const SpanList& list) {
  std::vector<Segment> segments(1);
  for (const text::Span& span : list.spans) {
    std::size_t at = 0;
    for (std::size_t end = span.text.find_first_of("\t\n"); end != std::string::npos; end = span.text.find_first_of("\t\n", at)) {
      text::Span part = text::part_of(span, at, end);
      part.text += " ";  // what a reader hears between the columns
      segments.back().spans.push_back(std::move(part));
      segments.back().ends_line = span.text[end] == '\n';
      segments.emplace_back();
      at = end + 1;
    }
    text::Span rest = text::part_of(span, at, span.text.size());
    if (!rest.text.empty() || rest.box) segments.back().spans.push_back(std::move(rest));
  }
  segments.back().ends_line = true;
  return segments;
}

void move_right(text::Line& line, Length by) {
  for (text::GlyphRun& run : line.runs) run.x += by;
  for (text::PlacedBox& box : line.boxes) box.x += by;
}

/// Width of the segment up to its first decimal sign; all of it when there is none.
Length width_to_decimal(text::Shaper& shaper, const Segment& segment) {
  std::vector<text::Span> before;
  for (const text::Span& span : segment.spans) {
    before.push_back(span);
    const std::size_t sign = span.text.find_first_of(",.");
    if (sign == std::string::npos) continue;
    before.back().text.resize(sign);
    break;
  }
  return shaper.line(before).width;
}

class Liner {
 public:
  Liner(const Setter& setter, const SpanList& list, const definition::Style& style, Length measure)
      : shaper_(setter.config.in.shaper), list_(list), style_(style), measure_(measure) {}

  std::vector<TabbedLine> run() {
    for (const Segment& segment : segments_of(list_)) {
      add(segment);
      if (segment.ends_line) end_line();
    }
    return std::move(lines_);
  }

 private:
  Length place_of(const TabStop& stop) const { return stop.at.units > 0 ? stop.at : measure_ + stop.at; }

  Length start_at(const TabStop& stop, const Segment& segment, Length width) const {
    switch (stop.align) {
      case TabStop::Align::right: return place_of(stop) - width;
      case TabStop::Align::centre: return place_of(stop) - width / 2;
      case TabStop::Align::decimal: return place_of(stop) - width_to_decimal(shaper_, segment);
      default: return place_of(stop);
    }
  }

  const TabStop* next_stop() const {
    const TabStop* next = nullptr;
    for (const TabStop& stop : style_.tabs)
      if (place_of(stop) > pen_ && (next == nullptr || place_of(stop) < place_of(*next))) next = &stop;
    return next;
  }

  void add(const Segment& segment) {
    text::Line part = shaper_.line(segment.spans);
    Length start{};
    if (!first_) {
      const TabStop* stop = next_stop();
      start = stop != nullptr ? max(start_at(*stop, segment, part.width), pen_) : pen_ + style_.size;
      if (stop != nullptr && !stop->leader.empty()) add_leader(*stop, segment, start);
    }
    first_ = false;
    pen_ = start + part.width;
    move_right(part, start);
    std::move(part.runs.begin(), part.runs.end(), std::back_inserter(line_.runs));
    std::move(part.boxes.begin(), part.boxes.end(), std::back_inserter(line_.boxes));
  }

  /// Signs stand at whole multiples of their width from the right edge, so that those of all lines stand below one another.
  void add_leader(const TabStop& stop, const Segment& segment, Length to) {
    text::Span sign = segment.spans.empty() ? list_.spans.front() : segment.spans.front();
    sign.text = stop.leader;
    sign.leaf = 0;
    sign.figure = {};
    sign.printed.clear();
    const Length width = shaper_.line({sign}).width + style_.size / 4, gap = style_.size / 3;
    if (width.units <= 0) return;
    const std::int64_t last = (measure_ - to + gap).units / width.units + 1;
    for (std::int64_t at = last; measure_ - width * (at + 1) >= pen_ + gap; ++at) {
      text::Line one = shaper_.line({sign});
      move_right(one, measure_ - width * (at + 1));
      leader_.push_back(std::move(one));
    }
  }

  void end_line() {
    line_.width = pen_;
    line_.over = max({}, pen_ - measure_);
    lines_.push_back({with_extras(std::move(line_), list_), std::move(leader_)});
    line_ = {};
    leader_.clear();
    pen_ = {};
    first_ = true;
  }

  text::Shaper& shaper_;
  const SpanList& list_;
  const definition::Style& style_;
  Length measure_, pen_{};
  bool first_ = true;
  text::Line line_;
  std::vector<text::Line> leader_;
  std::vector<TabbedLine> lines_;
};

}  // namespace

bool has_tabs(const SpanList& list, const definition::Style& style) {
  return !style.tabs.empty() && std::any_of(list.spans.begin(), list.spans.end(), [](const text::Span& span) { return span.text.find('\t') != std::string::npos; });
}

std::vector<TabbedLine> set_tabbed(const Setter& setter, const SpanList& list, const definition::Style& style, Length measure) {
  return Liner(setter, list, style, measure).run();
}

}  // namespace tilstand::layout
