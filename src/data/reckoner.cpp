// SPDX-License-Identifier: Apache-2.0
#include "data/reckoner.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "tables/numbers.hpp"

namespace tilstand::data {
namespace {

using Kind = expression::Expression::Kind;
using tables::Rational;
using tables::Unit;

constexpr long most_steps = 50'000'000;  // nested functions over years would else multiply without end

bool same_cell(const Cell& a, const Cell& b) { return a.span == b.span && a.pointer == b.pointer; }

Cell cell_at(const tables::Table& table, std::size_t row, std::size_t column) {
  tables::Origin origin = table.origin(row, column);
  return {origin.span, std::move(origin.pointer), 1};
}

/// The unit that a column's schema or file says; nothing when it is none that is known, so that the number is a bare one.
std::optional<Unit> unit_of(const tables::Column& column, const Units& units) {
  Diagnostics unheard;
  return column.unit.empty() ? std::nullopt : unit_by_name(column.unit, {}, units, unheard);
}

}  // namespace

std::variant<Reckoning, Diagnostic> Reckoner::reckon(int year) {
  year_ = year;
  found_ = {}, trouble_.reset(), steps_ = 0;
  const Number result = number(expression_.root);
  if (!result) return *trouble_;
  found_.quantity = *result;
  std::sort(found_.inputs.begin(), found_.inputs.end());
  found_.inputs.erase(std::unique(found_.inputs.begin(), found_.inputs.end()), found_.inputs.end());
  std::sort(found_.cells.begin(), found_.cells.end(), [](const Cell& a, const Cell& b) { return std::tie(a.span, a.pointer) < std::tie(b.span, b.pointer); });
  found_.cells.erase(std::unique(found_.cells.begin(), found_.cells.end(), same_cell), found_.cells.end());
  return found_;
}

std::nullopt_t Reckoner::refuse(const char* code, std::string message, const Node& self, std::string hint, std::vector<Note> notes) {
  if (!trouble_) trouble_ = Diagnostic{Severity::error, code, std::move(message), expression_.span(self), std::move(notes), std::move(hint)};
  return std::nullopt;
}

const Figure* Reckoner::figure_named(std::string_view name) const {
  for (const Figure& figure : dataset_.figures)
    if (figure.name == name) return &figure;
  return nullptr;
}

const tables::Table* Reckoner::table_named(std::string_view name) const {
  const auto found = dataset_.tables.find(std::string(name));
  return found == dataset_.tables.end() ? nullptr : &found->second;
}

Reckoner::Found Reckoner::evaluate(std::size_t at) {
  const Node& self = node(at);
  if (++steps_ > most_steps) return refuse("data.too-large", "this takes too many steps to reckon", self, "reckon a part of it in a figure of its own");
  const auto number_of = [](Rational value) { return Item(Quantity{value, Unit::number, false}); };
  switch (self.kind) {
    case Kind::text: return Item(self.text);
    case Kind::integer: return number_of(self.integer);
    case Kind::decimal: return number_of(Rational(self.decimal));
    case Kind::boolean: return Item(self.integer != 0);
    case Kind::name: return name(self);
    case Kind::member: return member(self);
    case Kind::index: return index(self);
    case Kind::call: return call(self);
    case Kind::filter: return filter(self);
    case Kind::range: return refuse("data.bad-call", "years can be counted up only behind a figure, as in f[2017..2021]", self);
    case Kind::comparison: return comparison(self);
    case Kind::negation:
    case Kind::both:
    case Kind::either: return junction(self);
    case Kind::minus:
    case Kind::arithmetic: break;
  }
  const Number left = number(self.left);
  if (left && self.kind == Kind::minus) return Item(Quantity{left->value.negated(), left->unit, left->unit_said});
  const Number right = left ? number(self.right) : std::nullopt;
  const Number result = right ? calculate(self.operation, *left, *right, node(self.left), node(self.right)) : std::nullopt;
  return result ? Found(*result) : std::nullopt;
}

Reckoner::Number Reckoner::calculate(expression::Expression::Operation operation, const Quantity& a, const Quantity& b, const Node& left, const Node& right) {
  const Reckoned result = data::reckon(operation, a, b);
  if (const auto* value = std::get_if<Quantity>(&result)) return *value;
  switch (std::get<Misfit>(result)) {
    case Misfit::by_zero: return refuse("data.divided-by-zero", "this is zero in " + std::to_string(year_) + ", and something is divided by it", right);
    case Misfit::too_large: return too_large(left);
    case Misfit::mixed_units: break;
  }
  const auto said = [](const Quantity& one) { return one.unit_said ? "this is in the unit \"" + unit_name(one.unit) + "\"" : std::string("this is a bare number"); };
  return refuse("data.mixed-units", "\"" + unit_name(a.unit) + "\" and \"" + unit_name(b.unit) + "\" can't be reckoned together like this", left,
                "see the table of units in layouts/README.md", {{said(a), expression_.span(left)}, {said(b), expression_.span(right)}});
}

Reckoner::Number Reckoner::number(std::size_t at) {
  const Found item = evaluate(at);
  if (!item) return std::nullopt;
  if (const auto* value = std::get_if<Quantity>(&*item)) return *value;
  const Node& self = node(at);
  if (std::holds_alternative<Column>(*item) || std::holds_alternative<Series>(*item))
    return refuse("data.bad-call", "this is many numbers, and one was expected", self, "add them up, as in sum(…), or ask for one year");
  if (std::holds_alternative<std::monostate>(*item)) return missing("this cell is empty", self);
  return refuse("data.bad-call", "a number was expected here", self);
}

Reckoner::Found Reckoner::name(const Node& self) {
  if (self.text == "year") return Item(Quantity{year_, Unit::number, false});
  if (const Figure* figure = figure_named(self.text)) {
    const Number value = value_of(*figure, year_, self);
    return value ? Found(*value) : std::nullopt;
  }
  std::vector<std::string> known{"year"};
  for (const Figure& figure : dataset_.figures) known.push_back(figure.name);
  for (const auto& [name, table] : dataset_.tables) known.push_back(name);
  if (table_named(self.text) != nullptr) return refuse("data.bad-call", "\"" + self.text + "\" is a whole table", self, "name a column of it, as in sum(" + self.text + ".column)");
  const bool minus = self.text.find('-') != std::string::npos && figure_named(self.text.substr(0, self.text.find('-'))) != nullptr;
  return refuse("data.unknown-name", "there is no figure \"" + self.text + "\"", self, minus ? "put spaces round a minus sign" : did_you_mean(self.text, known));
}

Reckoner::Found Reckoner::member(const Node& self) {
  const Node& base = node(self.left);
  const tables::Table* table = base.kind == Kind::name ? table_named(base.text) : nullptr;
  if (table == nullptr) return refuse("data.unknown-name", "there is no table \"" + base.text + "\"", base, "only tables have parts here, as in table.column");
  const std::optional<std::size_t> column = table->column(self.text);
  std::vector<std::string> known;
  for (const tables::Column& one : table->columns()) known.push_back(one.name);
  if (!column) return refuse("data.unknown-name", "table \"" + table->name() + "\" has no column \"" + self.text + "\"", self, did_you_mean(self.text, known));
  if (table == row_table_) return cell_of_row(*column, row_);
  Column all{table, *column, {}};
  for (std::size_t row = 0; row < table->rows(); ++row) all.rows.push_back(row);
  return Item(std::move(all));
}

/// A cell as a condition sees it: nothing, a text or a number.
Reckoner::Found Reckoner::cell_of_row(std::size_t column, std::size_t row) {
  const std::string_view text = row_table_->text(row, column);
  if (text.empty()) return Item();
  const bool is_text = row_table_->columns()[column].type == tables::Type::text || row_table_->columns()[column].type == tables::Type::boolean;
  const std::optional<tables::Decimal> value = is_text ? std::nullopt : tables::read_decimal(text);
  return value ? Item(Quantity{Rational(*value), Unit::number, false}) : Item(std::string(text));
}

Reckoner::Found Reckoner::index(const Node& self) {
  const Node& base = node(self.left);
  const Node& key = node(self.right);
  const Figure* figure = base.kind == Kind::name ? figure_named(base.text) : nullptr;
  if (figure == nullptr) return refuse("data.unknown-name", base.kind == Kind::name ? "there is no figure \"" + base.text + "\"" : "only a figure can be asked for a year", base);
  if (key.kind != Kind::range) {
    const std::optional<int> year = year_of(self.right);
    const Number value = year ? value_of(*figure, *year, base) : std::nullopt;
    return value ? Found(*value) : std::nullopt;
  }
  const std::optional<int> first = year_of(key.left), last = first ? year_of(key.right) : std::nullopt;
  if (!last) return std::nullopt;
  Series series;
  for (const Observation& one : figure->observations) {
    if (one.year < *first || one.year > *last) continue;
    const Number value = value_of(*figure, one.year, base);
    if (!value) return std::nullopt;
    series.push_back(*value);
  }
  if (series.empty()) return missing("\"" + figure->name + "\" has no value from " + std::to_string(*first) + " to " + std::to_string(*last), key);
  return Item(std::move(series));
}

std::optional<int> Reckoner::year_of(std::size_t at) {
  const Number value = number(at);
  if (!value) return std::nullopt;
  const std::optional<tables::Decimal> year = value->value.kept();
  if (!value->unit_said && year && year->decimals == 0 && year->mantissa > 0 && year->mantissa <= 9999) return static_cast<int>(year->mantissa);
  return refuse("data.bad-call", "a year was expected here", node(at), "write it in digits, as 2021, or reckon it from the word year");
}

Reckoner::Found Reckoner::filter(const Node& self) {
  if (row_table_ != nullptr) return refuse("data.bad-call", "a condition can't stand inside a condition", self);
  const Found base = evaluate(self.left);
  if (!base) return base;
  const auto* all = std::get_if<Column>(&*base);
  if (all == nullptr) return refuse("data.bad-call", "only the column of a table can be cut down by \"where\"", node(self.left), "write it as table.column where …");
  Column some{all->table, all->column, {}};
  row_table_ = all->table;
  for (const std::size_t row : all->rows) {
    row_ = row;
    const Found held = holds(self.right);
    if (!held) break;
    if (std::get<bool>(*held)) some.rows.push_back(row);
  }
  row_table_ = nullptr;
  if (trouble_) return std::nullopt;
  return Item(std::move(some));
}

Reckoner::Found Reckoner::holds(std::size_t at) {
  const Found item = evaluate(at);
  if (!item) return item;
  if (const bool* truth = std::get_if<bool>(&*item)) return Item(*truth);
  if (const auto* text = std::get_if<std::string>(&*item)) return Item(*text == "true");
  if (std::holds_alternative<std::monostate>(*item)) return Item(false);
  return refuse("data.bad-call", "a condition was expected here", node(at), "compare it with something");
}

Reckoner::Found Reckoner::junction(const Node& self) {
  const Found left = holds(self.left);
  if (!left) return left;
  const bool held = std::get<bool>(*left);
  if (self.kind == Kind::negation) return Item(!held);
  return held == (self.kind == Kind::either) ? left : holds(self.right);
}

Reckoner::Found Reckoner::comparison(const Node& self) {
  using Sign = expression::Expression::Comparison;
  const Found left = evaluate(self.left), right = left ? evaluate(self.right) : std::nullopt;
  if (!right) return std::nullopt;
  const auto *a = std::get_if<Quantity>(&*left), *b = std::get_if<Quantity>(&*right);
  const auto *x = std::get_if<std::string>(&*left), *y = std::get_if<std::string>(&*right);
  std::optional<int> order;
  if (x && y) order = x->compare(*y);
  if (a && b) {
    const auto change = difference(a->value, b->value);
    if (!change) return too_large(self);
    order = change->is_zero() ? 0 : change->is_negative() ? -1 : 1;
  }
  if (!order) return Item(self.comparison == Sign::not_equal);  // a missing cell, or a text beside a number
  switch (self.comparison) {
    case Sign::equal: return Item(*order == 0);
    case Sign::not_equal: return Item(*order != 0);
    case Sign::less: return Item(*order < 0);
    case Sign::greater: return Item(*order > 0);
    case Sign::less_equal: return Item(*order <= 0);
    case Sign::greater_equal: break;
  }
  return Item(*order >= 0);
}

Reckoner::Number Reckoner::value_of(const Figure& figure, int year, const Node& self) {
  const Observation* observation = figure.at(year);
  if (observation == nullptr) return missing("\"" + figure.name + "\" has no value for " + std::to_string(year), self);
  rest_on(figure, *observation);
  const Rational exact = observation->exact ? *observation->exact : Rational(observation->value);
  const std::optional<Rational> value = product(exact, figure.unit.scale);
  return value ? Number(Quantity{*value, figure.unit, true}) : too_large(self);
}

Reckoner::Number Reckoner::value_of(const Column& column, std::size_t row, const Node& self) {
  const std::string_view text = column.table->text(row, column.column);
  const SourceSpan place = column.table->span(row, column.column);
  const std::optional<tables::Decimal> value = tables::read_decimal(text);
  const std::string named = "\"" + column.table->columns()[column.column].name + "\"";
  if (text.empty()) return refuse("data.missing-input", "a cell of the column " + named + " is empty", self, "leave such rows out by a condition", {{"it is empty here", place}});
  if (!value) return refuse("data.bad-call", "the column " + named + " holds something that is no number of at most fifteen digits", self, {}, {{"it stands here", place}});
  found_.decimals = std::max(found_.decimals, value->decimals);
  const std::optional<Unit> unit = unit_of(column.table->columns()[column.column], dataset_.units);
  const std::optional<Quantity> result = unit ? quantity_of(*value, *unit) : Quantity{Rational(*value), Unit::number, false};
  return result ? Number(*result) : too_large(self);
}

void Reckoner::rest_on(const Figure& figure, const Observation& observation) {
  found_.inputs.push_back({figure.id, observation.year});
  found_.cells.insert(found_.cells.end(), observation.cells.begin(), observation.cells.end());
  if (!observation.acknowledged.empty()) found_.acknowledgements.push_back({observation.acknowledged, observation.acknowledged_span});
  found_.decimals = std::max(found_.decimals, figure.precision.value_or(observation.value.decimals));
}

void Reckoner::rest_on(const Column& column) {
  const std::string& source = column.table->about().source;
  if (!source.empty() && std::find(found_.sources.begin(), found_.sources.end(), source) == found_.sources.end()) found_.sources.push_back(source);
  const std::optional<std::size_t> acknowledged = column.table->column(acknowledgement_column);
  std::size_t last = 0;
  for (std::size_t at = 0; at < column.rows.size(); ++at) {
    if (acknowledged && !column.table->text(column.rows[at], *acknowledged).empty())
      found_.acknowledgements.push_back({std::string(column.table->text(column.rows[at], *acknowledged)), column.table->span(column.rows[at], *acknowledged)});
    const Cell cell = cell_at(*column.table, column.rows[at], column.column);
    const bool follows = at > 0 && column.rows[at] == last + 1;
    if (follows) ++found_.cells.back().count, found_.cells.back().span.end = cell.span.end;
    else found_.cells.push_back(cell);
    last = column.rows[at];
  }
}

}  // namespace tilstand::data
