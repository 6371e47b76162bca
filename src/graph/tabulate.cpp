// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

using Cell = Table::Cell;

/// Rows are places of the base, columns are series; with panels, panel and base together head a row.
std::string row_head(const Datum& datum) {
  std::string head = datum.panel;
  if (!datum.base.empty()) head += (head.empty() ? "" : ", ") + datum.base;
  return head;
}

/// Values and words of one table.
class Writer {
 public:
  Writer(const Plan& plan, const Speech& speech) : plan_(plan), speech_(speech) {}

  Table by_place() const;
  Table by_row() const;
  Table by_box() const;

 private:
  Cell value(const std::optional<double>& number, SourceSpan span = {}) const {
    if (!number) return {speech_.words("chart.table.missing"), {}};
    return {said(plan_, *number, speech_), span};
  }
  /// A mark's value with the ends of its uncertainty: "54,7 (49,2–61,3)".
  Cell mark_value(const Mark& mark) const {
    const Datum& datum = plan_.input.rows[mark.row];
    Cell cell = value(mark.value, datum.span);
    if (mark.value && datum.low && datum.high)
      cell.text += " (" + definition::fill(speech_.words("graph.range"), {{"from", said(plan_, *datum.low, speech_)}, {"to", said(plan_, *datum.high, speech_)}}) + ")";
    return cell;
  }

  const Plan& plan_;
  const Speech& speech_;
};

Table Writer::by_place() const {
  Table table;
  table.head.push_back(plan_.input.base.label);
  for (const Series& series : plan_.series) table.head.push_back(series.name.empty() ? plan_.input.value.label : series.name);
  std::vector<const Mark*> marks;
  for (const Mark& mark : plan_.marks) marks.push_back(&mark);
  std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) { return std::tie(a->panel, a->at) < std::tie(b->panel, b->at); });
  std::map<std::pair<std::size_t, std::string>, std::size_t> places;
  for (const Mark* mark : marks) {
    const Datum& datum = plan_.input.rows[mark->row];
    const auto [found, fresh] = places.try_emplace({mark->panel, datum.base}, table.rows.size());
    if (fresh) {
      table.rows.emplace_back(plan_.series.size() + 1, value({}));
      table.rows.back().front() = {row_head(datum), {}};
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
  table.head = {scatter ? std::string{} : input.base.label};
  if (scatter) table.head.push_back(input.base.label);
  table.head.push_back(input.value.label);
  if (bullet) table.head.push_back(speech_.words("graph.target"));
  for (const Mark& mark : plan_.marks) {
    const Datum& datum = input.rows[mark.row];
    std::string head = datum.panel;
    for (const std::string* part : {&datum.series, scatter ? &datum.label : &datum.base})
      if (!part->empty()) head += (head.empty() ? "" : ", ") + *part;
    std::vector<Cell> row{{head, {}}};
    if (scatter) row.push_back({datum.at ? number_text(*datum.at, step_decimals(*datum.at), speech_) : datum.base, {}});
    row.push_back(mark_value(mark));
    if (bullet) row.push_back(value(datum.target));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table Writer::by_box() const {
  Table table;
  table.head = {plan_.input.base.label};
  for (const char* key : {"least", "lower", "median", "upper", "greatest"}) table.head.push_back(speech_.words(std::string("graph.box.") + key));
  for (const Box& box : plan_.boxes) {
    Datum place;
    place.panel = plan_.panels[box.panel], place.base = plan_.base.names[box.band];
    const double least = box.outliers.empty() ? box.low : std::min(box.low, box.outliers.front());
    const double greatest = box.outliers.empty() ? box.high : std::max(box.high, box.outliers.back());
    table.rows.push_back({{row_head(place), {}}, value(least), value(box.lower), value(box.median), value(box.upper), value(greatest)});
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
