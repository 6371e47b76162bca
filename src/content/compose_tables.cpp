// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "content/composer.hpp"
#include "content/join_cells.hpp"

namespace tilstand::content {
namespace {

constexpr std::size_t most_rich_rows = 2000;  // longer plain tables are kept compact

/// Whether something outside the bindings could be Markdown.
bool may_be_markdown(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool binding = text.substr(at).starts_with("{{");
    const std::size_t inside = binding ? std::min(text.find_first_not_of(' ', at + 2), text.size()) : text.size();
    if (text.substr(inside).starts_with("index ")) return true;  // a mark needs inlines to stand in
    if (binding) at = std::min(text.find("}}", at), text.size() - 1);
    else if (std::string_view("*_[`\\<&!#>~").find(text[at]) != std::string_view::npos) return true;
  }
  return false;
}

bool is_plain(const definition::Table& body) {
  for (const definition::Column& column : body.columns)
    if (column.chart || !column.trend.empty() || column.lines.size() != 1 || column.once_per_group || column.span_rows || column.span_columns ||
        !column.lines.front().note.empty() || may_be_markdown(column.lines.front().text.value))
      return false;
  return body.group.empty();
}

Cell text_cell(std::string text, const char* style, FigureId figure = {}, PrintedRanges printed = {}) {
  Inline one;
  one.printed = std::move(printed);
  one.text = std::move(text);
  one.figure = figure;
  return {{{style, {one}}}, std::nullopt};
}

/// Which cells of its row a column prints; the same in every row.
void note_cells(const BoundText& bound, std::vector<std::uint32_t>& columns, PlainRows::Tells& tells) {
  for (const Bound& one : bound.bounds)
    for (const Origin& origin : one.origins) {
      if (origin.row.table == nullptr) continue;
      const tables::Type type = origin.row.table->columns()[origin.column].type;
      const bool number = type == tables::Type::integer || type == tables::Type::decimal;
      tells = number && bound.bounds.size() == 1 ? PlainRows::Tells::number : PlainRows::Tells::digits;
      columns.push_back(static_cast<std::uint32_t>(origin.column));
    }
}

std::string line_style(const definition::Column& column, const definition::CellLine& line) {
  if (!line.style.empty()) return line.style.value;
  return column.style.empty() ? "cell" : column.style.value;
}

}  // namespace

PrintedRanges PlainRows::printed(std::size_t cell, std::string_view words) const {
  const Tells column = tells.empty() ? Tells::words : tells[cell % tells.size()];
  const PrintedId id{first.value + static_cast<std::uint32_t>(cell)};
  if (column == Tells::number) return whole_text(words.size(), id);
  return column == Tells::digits ? numbers_in(words, id) : PrintedRanges{};
}

bool Cell::empty() const {
  if (plan) return false;
  for (const CellText& line : lines)
    for (const Inline& one : line.inlines)
      if (!one.text.empty() || one.kind != Inline::Kind::text) return false;
  return true;
}

Cell Table::cell(std::size_t row, std::size_t column) const {
  if (!plain) return rows.at(row).cells.at(column);
  const std::size_t at = row * columns.size() + column;
  const std::uint32_t begin = at == 0 ? 0 : plain->ends.at(at - 1);
  Inline one;
  one.text = plain->bytes.substr(begin, plain->ends.at(at) - begin);
  one.printed = plain->printed(at, one.text);
  return {{{plain->styles.at(column), {one}}}, std::nullopt};
}

Cell Composer::cell(const definition::Column& column, Scope& scope) {
  Cell result;
  if (column.chart) result.plan = plan(*column.chart, column.head.span, scope);
  if (!column.trend.empty()) {
    const Value value = evaluator_.evaluate(definition::Located(column.trend), scope);
    const auto* one = value.get<FigureValue>();
    const auto* code = value.get<std::string>();
    data::Trend trend{};
    if (one != nullptr) trend = forms_.trend(*one);
    if (code != nullptr) trend = read_trend(*code).value_or(data::Trend{});
    CellText text{column.style.empty() ? "cell" : column.style.value, {}};
    std::string words = one != nullptr ? forms_.trend_words(trend) : std::string();
    label_ = trend;
    if (code != nullptr && !column.lines.empty()) words = printed(column.lines.front().text, scope);
    label_.reset();
    text.inlines = trend_inlines(trend, std::move(words));
    result.lines.push_back(std::move(text));
    return result;
  }
  for (const definition::CellLine& line : column.lines) {
    CellText text{line_style(column, line), inlines(line.text, scope)};
    const std::string note = printed(line.note, scope);
    if (!note.empty()) text.inlines.push_back(cell_note(note, line.note.span));
    result.lines.push_back(std::move(text));
  }
  return result;
}

/// A mark whose note stands below the table when that is in the tree; cells with the same words share one.
Inline Composer::cell_note(const std::string& words, SourceSpan span) {
  const auto known = std::find_if(cell_notes_.begin(), cell_notes_.end(), [&words](const CellNote& one) { return one.words == words; });
  const auto index = static_cast<std::size_t>(known - cell_notes_.begin());
  if (known == cell_notes_.end()) cell_notes_.push_back({words, span});
  Inline mark;
  mark.kind = Inline::Kind::note_mark;
  mark.target = NodeId{static_cast<std::uint32_t>(index)};
  mark.span = span;
  return mark;
}

/// Puts the notes of a table's cells after it, and leads their marks there.
void Composer::settle_cell_notes(NodeId table, NodeId parent) {
  std::vector<NodeId> notes;
  for (const CellNote& note : std::exchange(cell_notes_, {})) {
    notes.push_back(grower_.add(parent, FootNote{}, note.span));
    Paragraph text{"note", {}, 0, false, false};
    Inline words;
    words.text = note.words;
    text.inlines.push_back(std::move(words));
    grower_.add(notes.back(), std::move(text), note.span);
  }
  for (Table::Row& row : std::get<Table>(grower_.node(table).body).rows)
    for (Cell& cell : row.cells)
      for (CellText& line : cell.lines)
        for (Inline& one : line.inlines)
          if (one.kind == Inline::Kind::note_mark) one.target = notes.at(one.target.value);
}

/// One cell over all columns.
void Composer::group_head(const definition::Table& body, Table& table, Scope& scope) {
  Table::Row row;
  row.kind = Table::Row::Kind::group_head;
  row.starts_group = true;
  row.cells.resize(body.columns.size());
  for (Cell& one : row.cells) one.covered = true;
  if (row.cells.empty()) return;
  row.cells.front() = {{{{}, inlines(body.group_head, scope)}}, std::nullopt, static_cast<int>(body.columns.size())};
  table.rows.push_back(std::move(row));
}

void Composer::rich_rows(const definition::Table& body, Table& table, Totals& totals, Scope& scope) {
  std::optional<std::string> group;
  std::int32_t head = -1;
  Scope last = scope;  // a row of totals speaks of the group's last row
  const auto end_group = [&] {
    if (!body.subtotal.empty() && group) table.rows.push_back(total_row(body, totals, body.subtotal, true, last));
    if (!body.subtotal.empty() && group) totals.end_row();
    totals.start_group();
  };
  each(body.rows, scope, [&] {
    Table::Row row;
    if (!body.group.empty()) {
      const std::string now = evaluator_.say(evaluator_.evaluate(definition::Located(body.group), scope));
      row.starts_group = group != now;
      if (row.starts_group) end_group();
      group = now;
    }
    if (row.starts_group && !body.group_head.empty()) {
      head = static_cast<std::int32_t>(table.rows.size());
      group_head(body, table, scope);
      totals.end_row();
    }
    row.group = head;
    for (const definition::Column& column : body.columns)
      row.cells.push_back(column.once_per_group && !row.starts_group ? Cell{} : cell(column, scope));
    row.starts_group = row.starts_group && body.group_head.empty();
    table.rows.push_back(std::move(row));
    count_in(body, totals, scope);
    totals.end_row();
    last = scope;
  });
  end_group();
}

/// A text's bindings, when its mistakes are told elsewhere.
BoundText Composer::quietly_bound(const definition::Text& text, const Scope& scope) const {
  Diagnostics unheard;
  return bind(definition::Located(text), scope, Evaluator(in_.dataset, forms_, unheard), unheard, false);
}

void Composer::plain_rows(const definition::Table& body, Table& table, Totals& totals, Scope& scope) {
  PlainRows plain;
  for (const definition::Column& column : body.columns) plain.styles.push_back(line_style(column, column.lines.front()));
  const auto found = in_.dataset.tables.find(body.rows.rows.value);
  if (found != in_.dataset.tables.end()) plain.first_row.assign(body.columns.size(), found->second.span(0, 0));
  PrintedRows rows{body.rows.rows.value, {}, std::vector<std::vector<std::uint32_t>>(body.columns.size())};
  plain.tells.resize(body.columns.size());
  each(body.rows, scope, [&] {
    for (std::size_t i = 0; i < body.columns.size(); ++i) {
      const definition::Text& text = body.columns[i].lines.front().text;
      plain.bytes += printed(text, scope);
      if (rows.rows.empty()) note_cells(quietly_bound(text, scope), rows.columns[i], plain.tells[i]);
      plain.ends.push_back(static_cast<std::uint32_t>(plain.bytes.size()));
    }
    const RowValue* row = scope.row();
    rows.rows.push_back(row == nullptr ? 0 : static_cast<std::uint32_t>(row->row));
    count_in(body, totals, scope);
    totals.end_row();
  });
  plain.first = tree_.printed.add_rows(std::move(rows));
  table.plain = std::move(plain);
}

void Composer::table(const definition::Block& source, const definition::Table& body, NodeId parent, Scope& scope) {
  Table table;
  table.title = printed(body.title, scope, &table.title_printed);
  table.note = printed(body.note, scope, &table.note_printed);
  table.style = resolved(source.style, scope);
  table.foot_each_page = body.foot == definition::Table::Foot::each_page;
  table.continued = body.continued;
  table.break_rows = body.break_rows;
  table.turned = body.turned;
  table.column_sets = body.column_sets;
  if (body.numbered && !table.title.empty()) table.number = ++tables_;
  heads(body, table, scope);
  Totals totals(body);
  const auto found = in_.dataset.tables.find(body.rows.rows.value);
  const bool large = found != in_.dataset.tables.end() && found->second.rows() > most_rich_rows;
  if (large && is_plain(body)) plain_rows(body, table, totals, scope);
  else rich_rows(body, table, totals, scope);
  join_cells(body, table);
  foot(body, table, totals, scope);
  table.carried = totals.carried();
  if (!table.carried.sums.empty()) table.carried.first = tree_.printed.add_sums(totals.printed(), totals.rows());
  settle_cell_notes(add(parent, std::move(table), source, scope), parent);
}

void Composer::chart_data(const definition::Block& source, NodeId parent, Scope& scope) {
  for (const NodeId id : charts_) {
    const auto& figure = std::get<Figure>(grower_.node(id).body);
    Table table;
    table.title = definition::fill(in_.words("caption.figure"), {{"number", std::to_string(figure.number)}}) + ": ";
    add_part(table.title_printed, figure.title_printed, 0, figure.title.size(), table.title.size());
    table.title += figure.title;
    for (std::size_t i = 0; i < figure.plan.table.head.size(); ++i) {
      table.columns.push_back({{}, i == 0 ? definition::Column::Align::left : definition::Column::Align::decimal, i == 0});
      table.head.push_back(text_cell(figure.plan.table.head[i].text, "cell-head", {}, figure.plan.table.head[i].printed));
    }
    for (const auto& cells : figure.plan.table.rows) {
      Table::Row row;
      for (const auto& one : cells) row.cells.push_back(text_cell(one.text, "cell", one.figure, one.printed));
      table.rows.push_back(std::move(row));
    }
    table.figure = id;
    const NodeId made = grower_.add(parent, std::move(table), source.source, placement(source, scope));
    std::get<Figure>(grower_.node(id).body).table = made;
    chart_data_.push_back(made);
  }
}

}  // namespace tilstand::content
