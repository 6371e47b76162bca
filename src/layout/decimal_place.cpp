// SPDX-License-Identifier: Apache-2.0
#include "layout/decimal_place.hpp"

#include <algorithm>

#include "layout/table_frame.hpp"
#include "text/from_theme.hpp"

namespace tilstand::layout {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the sign between thousands that `text` starts with, when three digits follow; 0: none.
std::size_t thousands_sign(std::string_view text, std::string_view decimal) {
  for (const std::string_view sign : {std::string_view("\u00A0"), std::string_view("\u202F"), std::string_view("."), std::string_view(",")}) {
    if (sign == decimal || !text.starts_with(sign) || text.size() < sign.size() + 3) continue;
    const std::string_view digits = text.substr(sign.size(), 3);
    if (std::all_of(digits.begin(), digits.end(), is_digit) && (text.size() == sign.size() + 3 || !is_digit(text[sign.size() + 3]))) return sign.size();
  }
  return 0;
}

void widen(DecimalPlace& place, const DecimalPlace& other) {
  place.before = max(place.before, other.before);
  place.after = max(place.after, other.after);
}

/// Measures lines of cells and keeps the widest parts.
class Measuring {
 public:
  Measuring(const Setter& setter, NodeId table) : setter_(setter), table_(table), decimal_(decimal_sign(setter)) {}

  void cell(const content::Cell& cell, const std::string& otherwise) {
    if (cell.columns > 1) return;
    for (const content::CellText& line : cell.lines) {
      SpanList list = spans_of(setter_, line.inlines, setter_.style(line.style.empty() ? otherwise : line.style), table_);
      spans(std::move(list.spans));
    }
  }
  void words(std::string_view words, const std::string& style) {
    spans({text::styled(std::string(words), setter_.style(style), setter_.config.in.tree.language, table_)});
  }
  void plain(const content::PlainRows& rows, std::size_t column, std::size_t columns) {
    std::string_view longest, widest_after;
    std::size_t before = 0, after = 0;
    for (std::size_t cell = column; cell < rows.ends.size(); cell += columns) {
      const std::string_view text = plain_text(rows, cell);
      const std::size_t whole = end_of_whole(text, decimal_);
      if (whole > before) longest = text, before = whole;
      if (text.size() - whole > after) widest_after = text, after = text.size() - whole;
    }
    const std::string style = column < rows.styles.size() ? rows.styles[column] : std::string("cell");
    for (const std::string_view text : {longest, widest_after})
      if (!text.empty()) words(text, style);
  }
  const DecimalPlace& room() const { return room_; }

 private:
  void spans(std::vector<text::Span>&& list) {
    if (list.empty()) return;
    make_tabular(list);
    widen(room_, decimal_place(setter_.config.in.shaper.line(list), decimal_));
  }

  const Setter& setter_;
  NodeId table_;
  std::string decimal_;
  DecimalPlace room_;
};

}  // namespace

std::string decimal_sign(const Setter& setter) {
  const std::string number = setter.config.in.forms.number(11, 1);  // "1,1"
  return number.size() > 2 ? number.substr(1, number.size() - 2) : std::string(",");
}

std::size_t end_of_whole(std::string_view text, std::string_view decimal) {
  std::size_t at = 0;
  while (at < text.size() && !is_digit(text[at])) ++at;
  while (at < text.size()) {
    const std::size_t sign = is_digit(text[at]) ? 1 : thousands_sign(text.substr(at), decimal);
    if (sign == 0) break;
    at += sign;
  }
  return at;
}

DecimalPlace decimal_place(const text::Line& line, std::string_view decimal) {
  std::string text;
  for (const text::GlyphRun& run : line.runs) text += run.text;
  const std::size_t whole = end_of_whole(text, decimal);
  DecimalPlace place;
  std::size_t begin = 0;
  for (const text::GlyphRun& run : line.runs) {
    for (const text::Glyph& glyph : run.glyphs)
      if (begin + glyph.text_end <= whole) place.before += glyph.advance;
    begin += run.text.size();
  }
  place.before = min(place.before, line.width);
  place.after = line.width - place.before;
  return place;
}

void make_tabular(std::vector<text::Span>& spans) {
  for (text::Span& span : spans) {
    span.font.tabular = true;
    span.font.figures = text::Figures::lining;
  }
}

std::optional<DecimalPlace> decimal_room(const Setter& setter, NodeId id, std::size_t column, const definition::TableStyle& look) {
  const auto& table = std::get<content::Table>(setter.node(id).body);
  if (table.columns[column].align != definition::Column::Align::decimal) return std::nullopt;
  Measuring measuring(setter, id);
  if (table.plain) measuring.plain(*table.plain, column, table.columns.size());
  for (const auto* rows : {&table.rows, &table.foot})
    for (const content::Table::Row& row : *rows)
      if (column < row.cells.size()) measuring.cell(row.cells[column], style_of_row(look, row.kind));
  for (const std::string& sum : widest_sums(setter, table, column)) measuring.words(sum, look.total);
  return measuring.room();
}

}  // namespace tilstand::layout
