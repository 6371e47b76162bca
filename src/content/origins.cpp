// SPDX-License-Identifier: Apache-2.0
#include "content/origins.hpp"

#include <algorithm>
#include <array>

#include "content/figure_forms.hpp"

namespace tilstand::content {
namespace {

/// Forms of a figure that are words whatever its value is.
constexpr std::array<std::string_view, 12> number_forms = {"value", "short", "number", "large", "words", "change", "change-number", "percent-change",
                                                           "moved", "before", "scope", "year"};
constexpr std::array<std::string_view, 4> forms_of_two = {"change", "change-number", "percent-change", "moved"};

template <class List>
bool holds(const List& list, std::string_view form) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

/// The cell of a column in the row of figures.csv that describes the figure; its row when there is no such column.
data::Cell cell_of_field(const data::Figure& figure, const std::string& field, const data::Dataset& dataset) {
  const SourceSpan place = dataset.field_place(figure.id, field);
  if (place.file) return {place};
  return {figure.span};
}

void add_year(Printed& printed, int year) {
  const auto at = std::lower_bound(printed.years.begin(), printed.years.end(), year);
  if (at == printed.years.end() || *at != year) printed.years.insert(at, year);
}

void add_observation(Printed& printed, const data::Observation& observation) {
  add_year(printed, observation.year);
  for (const data::Cell& cell : observation.cells)
    if (std::find(printed.cells.begin(), printed.cells.end(), cell) == printed.cells.end()) printed.cells.push_back(cell);
}

/// How a form is reckoned from observations; empty: it says one as it is.
std::string reckoned(const std::string& form, const std::string& name, const data::Observation& now, const data::Observation* before) {
  if (!before || form == "moved") return {};
  const std::string a = name + "[" + std::to_string(now.year) + "]", b = name + "[" + std::to_string(before->year) + "]";
  return form == "percent-change" ? "(" + a + " - " + b + ") / " + b : a + " - " + b;
}

void add_figure(Printed& printed, const FigureValue& value, const std::string& form, const data::Dataset& dataset) {
  const data::Figure& figure = *value.figure;
  printed.figure = figure.id;
  if (!holds(number_forms, form) || form == "scope") {
    const bool column = form != "source-line" && form != "trend";
    printed.cells.push_back(cell_of_field(figure, column ? form : "source", dataset));
    return;
  }
  const data::Observation* now = observation_of(value);
  if (form == "year" && now && now->year_span.file) {
    add_year(printed, now->year);
    printed.cells.push_back({now->year_span});
    return;
  }
  const data::Observation* before = holds(forms_of_two, form) || form == "before" ? earlier_than(value) : nullptr;
  if (before) add_observation(printed, *before);
  if (now && form != "before") add_observation(printed, *now);
  if (now && before && form != "before") printed.derivation = reckoned(form, figure.name, *now, before);
  else if (figure.derivation) printed.derivation = figure.derivation->expression;
}

void add_name(Printed& printed, const std::string& name) {
  if (printed.name.empty()) printed.name = name;
  else if ((", " + printed.name + ", ").find(", " + name + ", ") == std::string::npos) printed.name += ", " + name;
}

void add_origin(Printed& printed, const Origin& origin, const data::Dataset& dataset) {
  if (origin.of.figure && origin.form == "counted") {
    add_name(printed, "figures");
    add_cell(printed.cells, cell_of_field(*origin.of.figure, "name", dataset));
  } else if (origin.of.figure) {
    printed.form = origin.form;
    add_name(printed, origin.of.figure->name);
    add_figure(printed, origin.of, origin.form, dataset);
  } else if (origin.row.table) {
    printed.form = "cell";
    add_name(printed, origin.row.table->name() + "." + origin.row.table->columns()[origin.column].name);
    add_cell(printed.cells, {origin.row.table->span(origin.row.row, origin.column)});
  } else if (origin.record) {
    const data::Record::Member& member = origin.record->members[origin.member];
    printed.form = "record";
    add_name(printed, origin.record->name + "." + member.name);
    add_cell(printed.cells, {member.span});
  }
}

}  // namespace

bool has_origin(const Value& value) { return !value.origins.empty() || value.get<FigureValue>() != nullptr; }

bool is_number(const Value& value) {
  if (value.reckoned || value.get<std::int64_t>() || value.get<tables::Decimal>() || value.get<FigureValue>()) return true;
  return !value.origins.empty() &&
         std::all_of(value.origins.begin(), value.origins.end(), [](const Origin& one) { return one.of.figure && holds(number_forms, one.form); });
}

Printed printed_of(const Value& value, std::string said, const std::string& expression, const data::Dataset& dataset) {
  Printed printed;
  printed.text = std::move(said);
  if (const auto* whole = value.get<FigureValue>()) add_origin(printed, {*whole, "value"}, dataset);
  for (const Origin& origin : value.origins) add_origin(printed, origin, dataset);
  if (!value.reckoned) return printed;
  printed.derivation = expression.substr(std::min(expression.find_first_not_of(' '), expression.size()));
  printed.derivation.erase(printed.derivation.find_last_not_of(' ') + 1);
  printed.form = "reckoned";
  return printed;
}

Printed printed_of(const FigureValue& value, std::string form, std::string said, const data::Dataset& dataset) {
  Printed printed;
  printed.text = std::move(said);
  if (value.figure) add_origin(printed, {value, std::move(form)}, dataset);
  return printed;
}

}  // namespace tilstand::content
