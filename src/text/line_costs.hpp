// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/paragraph.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// What the demerits of a line are counted from.
class Costs {
 public:
  static constexpr double infinite = std::numeric_limits<double>::infinity();
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Costs(const Paragraph& paragraph, const ParagraphStyle& style, Length measure) : paragraph_(paragraph), style_(style), measure_(measure) {}

  Length natural_width(std::uint32_t from, std::uint32_t to) const {
    const Breakpoint& end = paragraph_.breaks[to];
    return from == none ? end.end + style_.first_indent : end.end - paragraph_.breaks[from].start;
  }

  Length spaces(std::uint32_t from, std::uint32_t to) const {
    const Length start = from == none ? Length{} : paragraph_.breaks[from].start_spaces;
    return paragraph_.breaks[to].end_spaces - start;
  }

  bool fits(std::uint32_t from, std::uint32_t to) const {
    return natural_width(from, to) - shrink(spaces(from, to)) <= measure_;
  }

  /// What the end of a line at `to` takes at the least; a line from `from` can't be shorter than this less its start.
  Length least_end(std::uint32_t to) const { return paragraph_.breaks[to].end - shrink(paragraph_.breaks[to].end_spaces); }
  bool may_reach(std::uint32_t from, Length least_end) const {
    constexpr Length rounding{2};
    if (from == none) return least_end + style_.first_indent <= measure_ + rounding;
    const Breakpoint& start = paragraph_.breaks[from];
    return least_end - (start.start - shrink(start.start_spaces)) <= measure_ + rounding;
  }

  /// Infinite when the line does not fit.
  double line(std::uint32_t from, std::uint32_t to) const {
    if (!fits(from, to)) return infinite;
    const bool last = paragraph_.breaks[to].forced;
    const double badness = style_.align == Align::justified && !last ? justified(from, to) : ragged(from, to, last);
    double sum = line_demerits + (1 + badness) * (1 + badness);
    if (paragraph_.breaks[to].hyphen) {
      sum += hyphen_demerits;
      if (from != none && paragraph_.breaks[from].hyphen) sum += double_hyphen_demerits;
    }
    if (last && from != none && natural_width(from, to).units * 5 < measure_.units) sum += runt_demerits;
    return sum;
  }

 private:
  static constexpr double hyphen_demerits = 2500;         // a divided word costs as much as a line half a stretch short
  static constexpr double double_hyphen_demerits = 1e6;   // two in a row: only when nothing else can be set
  static constexpr double runt_demerits = 60000;          // a last line under a fifth of the measure
  static constexpr double line_demerits = 1;              // among equals the fewer lines
  static constexpr double least_fill = 0.75;              // of the measure, for a ragged line inside a paragraph
  static constexpr double worst = 1e5;                    // badness of a justified line

  Length shrink(Length spaces) const { return style_.align == Align::justified ? spaces / 5 : Length{}; }
  double shortfall(std::uint32_t from, std::uint32_t to) const { return static_cast<double>((measure_ - natural_width(from, to)).units); }

  double justified(std::uint32_t from, std::uint32_t to) const {
    const double room = shortfall(from, to), space = static_cast<double>(spaces(from, to).units);
    if (space == 0) return room == 0 ? 0 : worst;  // can't be justified, and must not look better than a loose line
    const double ratio = room >= 0 ? room / (space / 3) : room / (space / 5);
    return std::min(100 * std::pow(std::fabs(ratio), 3), worst);
  }

  double ragged(std::uint32_t from, std::uint32_t to, bool last) const {
    if (last) return 0;
    const double part = shortfall(from, to) / static_cast<double>(std::max<std::int64_t>(measure_.units, 1));
    const double past_limit = std::max(0.0, part - (1 - least_fill));
    return 100 * (part / 0.15) * (part / 0.15) + 2000 * past_limit;
  }

  const Paragraph& paragraph_;
  const ParagraphStyle& style_;
  Length measure_;
};

}  // namespace tilstand::text
