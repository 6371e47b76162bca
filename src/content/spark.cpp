// SPDX-License-Identifier: Apache-2.0
// Charts as large as a word: `sparkline(trust)`, `columns(growth.count where growth.sector == 'Stat')`, `win-loss(…)`, `bar(share, of: 100)`.
#include <algorithm>
#include <array>
#include <cmath>

#include "content/evaluate.hpp"

namespace tilstand::content {
namespace {

using Expression = expression::Expression;
using Node = Expression::Node;
using Kind = graph::Spark::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 4> spark_names{{{"sparkline", Kind::line}, {"columns", Kind::columns}, {"win-loss", Kind::win_loss}, {"bar", Kind::bar}}};

/// Values with the words that say them.
struct Points {
  std::vector<std::optional<double>> values;
  std::vector<std::string> said;
  std::vector<int> years;  ///< of a figure's; else empty
  std::vector<Origin> origins;
};

/// One sentence without its full stop: how the values run.
std::string described(const Points& points, Kind kind, const std::string& whole, const definition::Words& words) {
  std::size_t low = points.values.size(), high = low, first = low, last = low, above = 0, below = 0;
  for (std::size_t i = 0; i < points.values.size(); ++i) {
    const std::optional<double>& value = points.values[i];
    if (!value) continue;
    if (first == points.values.size()) first = low = high = i;
    if (*value < *points.values[low]) low = i;
    if (*value > *points.values[high]) high = i;
    last = i;
    above += *value > 0 ? 1 : 0, below += *value < 0 ? 1 : 0;
  }
  if (kind == Kind::bar) return definition::fill(words("spark.bar"), {{"value", points.said[first]}, {"whole", whole}});
  if (kind == Kind::win_loss) return definition::fill(words("spark.win-loss"), {{"above", std::to_string(above)}, {"below", std::to_string(below)}, {"count", std::to_string(points.values.size())}});
  const bool years = !points.years.empty();
  std::map<std::string, std::string> slots{{"first", points.said[first]}, {"last", points.said[last]}, {"low", points.said[low]}, {"high", points.said[high]}};
  if (years) slots["from"] = std::to_string(points.years[first]), slots["to"] = std::to_string(points.years[last]);
  return definition::fill(words(std::string(kind == Kind::line ? "spark.line" : "spark.columns") + (years ? "-years" : "")), slots);
}

/// Values of a figure up to the one that it stands for, from `first_year` on when it has one.
void add_figure(Points& points, const FigureValue& figure, const FigureForms& forms) {
  const data::Observation* end = observation_of(figure);
  const auto& seen = figure.figure->observations;
  for (std::size_t i = 0; i < seen.size() && end != nullptr && seen[i].year <= end->year; ++i) {
    if (seen[i].year < figure.first_year) continue;
    const FigureValue one{figure.figure, i};
    points.values.push_back(figure.figure->printed(seen[i].value).to_double());
    points.said.push_back(forms.long_form(one));
    points.years.push_back(seen[i].year);
    points.origins.push_back({one, "value"});
  }
}

}  // namespace

std::vector<std::string> spark_function_names() {
  std::vector<std::string> names;
  for (const auto& one : spark_names) names.emplace_back(one.first);
  return names;
}

std::optional<graph::Spark::Kind> spark_kind(std::string_view name) {
  for (const auto& [known, kind] : spark_names)
    if (same_name(known, name)) return kind;
  return std::nullopt;
}

/// The values of a table's column, or of those rows that meet a condition; nothing when the node is no such thing.
std::optional<std::vector<Value>> Evaluator::column_values(const Expression& expression, const Node& what, const Scope& scope) const {
  const bool filtered = what.kind == Expression::Kind::filter;
  const Node& column = filtered ? expression.nodes[what.left] : what;
  if (column.kind != Expression::Kind::member || expression.nodes[column.left].kind != Expression::Kind::name) return std::nullopt;
  const std::string& name = expression.nodes[column.left].text;
  if (scope.find(name) != nullptr && !filtered) return std::nullopt;  // a loop's row
  const auto found = std::find_if(dataset_.tables.begin(), dataset_.tables.end(), [&](const auto& one) { return same_name(one.first, name); });
  if (found == dataset_.tables.end()) return std::nullopt;
  const tables::Table& table = found->second;
  const auto& columns = table.columns();
  const auto place = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return same_name(one.name, column.text); });
  if (place == columns.end()) return std::nullopt;
  std::vector<Value> values;
  Scope inner = scope;
  inner.variables.push_back({name, {}});
  for (std::size_t row = 0; row < table.rows() && values.size() <= graph::most_spark_values; ++row) {
    inner.variables.back().value = Value{RowValue{&table, row}, {}};
    if (filtered && !is_true(node(expression, what.right, inner))) continue;
    const auto at = static_cast<std::size_t>(place - columns.begin());
    Value value = from_data(table.value(row, at));
    value.origins.push_back({{}, {}, {&table, row}, at});
    values.push_back(std::move(value));
  }
  return values;
}

Value Evaluator::spark(const Expression& expression, const Node& self, Kind kind, const Scope& scope) const {
  Points points;
  graph::Spark made{kind, {}, 100};
  std::string whole;
  for (const Expression::Argument& argument : self.arguments) {
    const Node& what = expression.nodes[argument.node];
    std::vector<Value> values;
    if (auto column = column_values(expression, what, scope)) values = std::move(*column);
    else values.push_back(node(expression, argument.node, scope));
    for (const Value& value : values) {
      if (value.failed()) return value;
      const auto number = as_number(value);
      if (!argument.name.empty()) {
        if (argument.name != "of" || kind != Kind::bar || !number || number->to_double() <= 0) return refuse(expression, self, "a bar has a whole above zero, nothing else is named", "write bar(share, of: 100)");
        made.whole = number->to_double(), whole = say(value);
        continue;
      }
      const auto* figure = value.get<FigureValue>();
      if (figure != nullptr && kind != Kind::bar) {
        add_figure(points, *figure, forms_);
        continue;
      }
      if (!number && !value.missing()) return refuse(expression, self, "a chart is drawn of numbers", "bind a figure, a column of a table (with \"where\"), or numbers");
      points.values.push_back(number ? std::optional(number->to_double()) : std::nullopt);
      points.said.push_back(say(value));
      points.origins.insert(points.origins.end(), value.origins.begin(), value.origins.end());
      if (figure != nullptr) points.origins.push_back({*figure, "value"});
    }
  }
  const bool any = std::any_of(points.values.begin(), points.values.end(), [](const auto& value) { return value.has_value(); });
  if (!any) return refuse(expression, self, "there is no value to draw", "bind a figure, a column of a table, or numbers");
  if (points.values.size() > graph::most_spark_values || (kind == Kind::bar && points.values.size() > 1))
    return refuse(expression, self, kind == Kind::bar ? "a bar shows one value" : "a chart in a line has at most 1,000 values", "choose rows with \"where\", or make a chart of its own");
  if (points.years.size() != points.values.size()) points.years.clear();
  Value value{described(points, kind, whole.empty() ? forms_.forms().number(100, 0) : whole, forms_.words()), {}};
  made.values = std::move(points.values);
  for (const Origin& origin : points.origins)
    if (origin.of.figure != nullptr) value.figure = origin.of.figure->id;
  value.origins = std::move(points.origins);
  value.spark = std::move(made);
  return value;
}

}  // namespace tilstand::content
