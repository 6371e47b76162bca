// SPDX-License-Identifier: Apache-2.0
#include "layout/drop_cap.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

std::size_t bytes_of(char32_t character) {
  std::string bytes;
  append_utf8(bytes, character);
  return bytes.size();
}

bool opens_quotation(char32_t c) { return c == U'\u00AB' || c == U'\u201C' || c == U'\u2018' || c == U'"'; }

/// Letters, Latin ones with marks among them; a figure is no initial.
bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7); }

/// Bytes of the mark and of the initial at the start of a paragraph; no initial: 0.
struct Start {
  std::size_t mark = 0, initial = 0;
};

Start start_of(std::string_view words) {
  Start start;
  const std::u32string characters = decode_utf8(words.substr(0, 12));
  for (const char32_t c : characters) {
    if (is_letter(c)) return {start.mark, bytes_of(c)};
    if (!opens_quotation(c) || start.mark > 0) break;
    start.mark = bytes_of(c);
  }
  return {};
}

void move_right(text::Line& line, Length by) {
  for (text::GlyphRun& run : line.runs) run.x += by;
}

/// The initial over `height`, its capital height, no higher than `most` with its sign.
text::Line initial_line(text::Shaper& shaper, text::Span span, Length height, Length most) {
  const Length cap_height = shaper.metrics(span.font).cap_height;
  span.font.size = scaled(span.font.size, height.units, cap_height.units);
  text::Line line = shaper.line({span});
  const Length ink_height = -shaper.ink_box(line).top();
  if (ink_height <= most) return line;
  span.font.size = scaled(span.font.size, most.units, ink_height.units);
  return shaper.line({span});
}

}  // namespace

std::optional<DropCap> take_drop_cap(const Setter& setter, SpanList& list, const definition::Style& style) {
  if (style.drop_cap < 2 || list.spans.empty() || list.spans.front().box) return std::nullopt;
  text::Span& first = list.spans.front();
  const Start start = start_of(first.text);
  text::Shaper& shaper = setter.config.in.shaper;
  const text::FontMetrics metrics = shaper.metrics(first.font);
  if (start.initial == 0 || start.mark + start.initial == first.text.size() || metrics.cap_height.units <= 0) return std::nullopt;
  const Length below_first = style.leading * (style.drop_cap - 1);
  text::Span initial = first, mark = first;
  mark.text = first.text.substr(0, start.mark);
  initial.text = first.text.substr(start.mark, start.initial);
  initial.printed = mark.printed = {};
  DropCap made;
  made.lines = style.drop_cap;
  made.line = initial_line(shaper, initial, below_first + metrics.cap_height, below_first + metrics.ascent);
  Length left{};
  if (start.mark > 0) {
    made.mark = shaper.line({mark});
    left = made.mark.width;
  }
  const Rect ink = shaper.ink_box(made.line);
  move_right(made.line, left - ink.left());  // the optical left edge
  made.line.left = left;
  made.line.width = ink.size.width;
  made.indent = left + ink.size.width + style.size / 5;
  const std::size_t taken = start.mark + start.initial;
  first = text::part_of(first, taken, first.text.size());
  return made;
}

}  // namespace tilstand::layout
