// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>
#include <map>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

using Cell = Table::Cell;

/// What the numbers in one part of a head were printed from.
struct HeadPart {
  const std::string& text;
  PrintedId printed{};
};

/// Parts between commas; those without words are left out.
Cell head_of(std::initializer_list<HeadPart> parts) {
  Cell head;
  for (const HeadPart& part : parts) {
    if (part.text.empty()) continue;
    if (!head.text.empty()) head.text += ", ";
    add_part(head.printed, numbers_in(part.text, part.printed), 0, part.text.size(), head.text.size());
    head.text += part.text;
  }
  return head;
}

/// Rows are places of the base, columns are series; with panels, panel and base together head a row.
Cell row_head(const Datum& datum) { return head_of({{datum.panel, datum.ids.panel}, {datum.base, datum.ids.base}}); }

Cell axis_head(const Channel& channel) { return {channel.label, {}, channel.label_printed}; }

/// Values and words of one table.
class Writer {
 public:
  Writer(const Plan& plan, const Speech& speech) : plan_(plan), speech_(speech) {}

  Table by_place() const;
  Table by_row() const;
  Table by_box() const;

 private:
  /// The place of a point on the base.
  Cell place_cell(const Datum& datum) const {
    std::string text = datum.at ? number_text(*datum.at, step_decimals(*datum.at), speech_) : datum.base;
    const std::size_t bytes = text.size();
    return {std::move(text), {}, whole_text(bytes, datum.ids.base)};
  }
  Cell value(const std::optional<double>& number, PrintedId printed = {}, SourceSpan span = {}) const {
    if (!number) return {speech_.words("chart.table.missing"), {}, {}};
    std::string text = said(plan_, *number, speech_);
    const std::size_t bytes = text.size();
    return {std::move(text), span, whole_text(bytes, printed)};
  }
  /// A mark's value with the ends of its uncertainty: "54,7 (49,2–61,3)".
  Cell mark_value(const Mark& mark) const {
    const Datum& datum = plan_.input.rows[mark.row];
    Cell cell = value(mark.value, datum.ids.value, datum.span);
    if (!mark.value || !datum.low || !datum.high) return cell;
    const std::string low = said(plan_, *datum.low, speech_), high = said(plan_, *datum.high, speech_);
    const std::string ends = definition::fill(speech_.words("graph.range"), {{"from", low}, {"to", high}});
    const std::size_t at = cell.text.size() + 2, first = ends.find(low), last = ends.rfind(high);
    cell.text += " (" + ends + ")";
    if (first != std::string::npos) add_part(cell.printed, whole_text(low.size(), datum.ids.low), 0, low.size(), at + first);
    if (last != std::string::npos) add_part(cell.printed, whole_text(high.size(), datum.ids.high), 0, high.size(), at + last);
    return cell;
  }

  const Plan& plan_;
  const Speech& speech_;
};

Table Writer::by_place() const {
  Table table;
  table.head.push_back(axis_head(plan_.input.base));
  for (const Series& series : plan_.series) table.head.push_back(series.name.empty() ? axis_head(plan_.input.value) : head_of({{series.name, series.printed}}));
  std::vector<const Mark*> marks;
  for (const Mark& mark : plan_.marks) marks.push_back(&mark);
  std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) { return std::tie(a->panel, a->at) < std::tie(b->panel, b->at); });
  std::map<std::pair<std::size_t, std::string>, std::size_t> places;
  for (const Mark* mark : marks) {
    const Datum& datum = plan_.input.rows[mark->row];
    const auto [found, fresh] = places.try_emplace({mark->panel, datum.base}, table.rows.size());
    if (fresh) {
      table.rows.emplace_back(plan_.series.size() + 1, value({}));
      table.rows.back().front() = row_head(datum);
    }
    if (mark->value) table.rows[found->second][mark->series + 1] = mark_value(*mark);
  }
  return table;
}

/// One row a mark, for marks that share no places: points, boxes of a tree map, shares, bullets.
Table Writer::by_row() const {
  const Input& input = plan_.input;
  const bool scatter = input.kind == Kind::scatter, bullet = input.kind == Kind::bullet;
  Table table;
  table.head = {scatter ? Cell{} : axis_head(input.base)};
  if (scatter) table.head.push_back(axis_head(input.base));
  table.head.push_back(axis_head(input.value));
  if (bullet) table.head.push_back({speech_.words("graph.target"), {}, {}});
  for (const Mark& mark : plan_.marks) {
    const Datum& datum = input.rows[mark.row];
    const HeadPart own = scatter ? HeadPart{datum.label, datum.ids.label} : HeadPart{datum.base, datum.ids.base};
    std::vector<Cell> row{head_of({{datum.panel, datum.ids.panel}, {datum.series, datum.ids.series}, own})};
    if (scatter) row.push_back(place_cell(datum));
    row.push_back(mark_value(mark));
    if (bullet) row.push_back(value(datum.target, datum.ids.target));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table Writer::by_box() const {
  Table table;
  table.head = {axis_head(plan_.input.base)};
  for (const char* key : {"least", "lower", "median", "upper", "greatest"}) table.head.push_back({speech_.words(std::string("graph.box.") + key), {}, {}});
  for (const Box& box : plan_.boxes) {
    const Cell head = head_of({{plan_.panels[box.panel], plan_.panels_printed[box.panel]}, {plan_.base.names[box.band], plan_.base.names_printed[box.band]}});
    table.rows.push_back({head, value(box.least(), box.printed[0]), value(box.lower, box.printed[1]), value(box.median, box.printed[2]),
                          value(box.upper, box.printed[3]), value(box.greatest(), box.printed[4])});
  }
  return table;
}

}  // namespace

Table tabulate(const Plan& plan, const Speech& speech) {
  const Writer writer(plan, speech);
  switch (plan.input.kind) {
    case Kind::box: return writer.by_box();
    case Kind::scatter:
    case Kind::tree_map:
    case Kind::bullet:
    case Kind::gauge: return writer.by_row();
    case Kind::waffle: return plan.panels.size() == 1 ? writer.by_row() : writer.by_place();
    default: return writer.by_place();
  }
}

}  // namespace tilstand::graph
