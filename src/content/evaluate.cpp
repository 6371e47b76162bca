// SPDX-License-Identifier: Apache-2.0
#include "content/evaluate.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "content/origins.hpp"

namespace tilstand::content {
namespace {

using Kind = expression::Expression::Kind;

std::string plain_text(const Value& value) {
  if (const auto* text = value.get<std::string>()) return *text;
  if (const auto* whole = value.get<std::int64_t>()) return std::to_string(*whole);
  if (const auto* truth = value.get<bool>()) return *truth ? "true" : "false";
  return {};
}

bool compared(expression::Expression::Comparison comparison, int order) {
  switch (comparison) {
    case expression::Expression::Comparison::equal: return order == 0;
    case expression::Expression::Comparison::not_equal: return order != 0;
    case expression::Expression::Comparison::less: return order < 0;
    case expression::Expression::Comparison::greater: return order > 0;
    case expression::Expression::Comparison::less_equal: return order <= 0;
    case expression::Expression::Comparison::greater_equal: return order >= 0;
  }
  return false;
}

Value with_origin(Value value, Origin origin) {
  if (!value.missing()) value.origins.push_back(std::move(origin));
  return value;
}

/// A member's name as the list of printed numbers writes it.
std::string form_name(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

Value typed_at(SourceSpan place, Value value) {
  if (value.get<std::string>() != nullptr) value.typed = place;
  return value;
}

/// A member of a figure with what it was asked of; a text of its row with its cell.
Value told_by(const data::Dataset& dataset, const FigureValue& figure, const std::string& member, Value value) {
  value.of = figure;
  value.member = member;
  if (value.get<FigureValue>() == nullptr) value = with_origin(std::move(value), {figure, form_name(member)});
  if (member == "source") return value;  // a name, not words about it
  return value.figure ? value : typed_at(dataset.field_place(figure.figure->id, member), std::move(value));
}

}  // namespace

Value value_of_cell(const RowValue& row, std::size_t column) {
  Value value = typed_at(row.table->span(row.row, column), from_data(row.table->value(row.row, column)));
  value.row = row;
  value.quantity = row.table->columns()[column].type == tables::Type::integer;  // years and codes have types of their own
  return with_origin(std::move(value), {{}, {}, row, column});
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.missing() || b.missing()) return a.missing() && b.missing() ? std::optional(0) : std::nullopt;
  const auto x = as_number(a), y = as_number(b);
  if (x && y) return *x < *y ? -1 : *y < *x ? 1 : 0;
  return plain_text(a).compare(plain_text(b));
}

Value Evaluator::evaluate(const definition::Located& text, const Scope& scope) const {
  if (!text.file) return Value{Failed{}, {}};  // never written, which its reader has reported
  const std::optional<expression::Expression> expression = expression::parse_expression(text, diagnostics_);
  if (!expression) return Value{Failed{}, {}};
  return node(*expression, expression->root, scope);
}

bool Evaluator::holds(const definition::Text& condition, const Scope& scope) const {
  return condition.empty() || is_true(evaluate(definition::Located(condition), scope));
}

Evaluator::Said Evaluator::speak(const Value& value) const {
  if (const auto* figure = value.get<FigureValue>()) return {forms_.long_form(*figure)};
  if (const auto* number = value.get<tables::Decimal>()) return {forms_.forms().number(number->mantissa, number->decimals)};
  const auto* whole = value.get<std::int64_t>();
  if (whole != nullptr && value.quantity && manner_ == Manner::words) return {forms_.forms().number(*whole, 0)};
  const auto* text = value.get<std::string>();
  if (text == nullptr || !value.written || translator_ == nullptr) return {plain_text(value)};
  const Reading read = reading(*text, value.typed);
  return {read.translation != nullptr ? read.translation->value : *text, read.language};
}

/// What says nothing by itself takes its language from its bindings.
Evaluator::Reading Evaluator::reading(std::string_view written, SourceSpan place) const {
  if (translator_ == nullptr || translator_->home() == nullptr) return {nullptr, this, {}};
  if (const definition::Text* translation = translator_->find(written, place)) return {translation, this, {}};
  if (home_ == nullptr || !has_words(written)) return {nullptr, this, {}};
  return {nullptr, home_, translator_->language_of_rest()};
}

PrintedRanges Evaluator::printed(const Value& value, const std::string& said, const std::string& expression) const {
  if (!printed_ || said.empty() || !has_origin(value) || value.get<bool>()) return {};
  if (!is_number(value) && said.find_first_of("0123456789") == std::string::npos) return {};
  const PrintedId id = list(printed_of(value, said, expression, dataset_));
  return is_number(value) ? whole_text(said.size(), id) : numbers_in(said, id);
}

PrintedRanges Evaluator::printed(const FigureValue& value, const std::string& form, const std::string& said) const {
  if (!printed_ || said.empty()) return {};
  return whole_text(said.size(), list(printed_of(value, form, said, dataset_)));
}

PrintedId Evaluator::list_literal(std::string text, SourceSpan place, std::string reason) const {
  Printed printed;
  printed.text = std::move(text);
  printed.form = literal_form;
  printed.derivation = std::move(reason);
  printed.cells.push_back({place});
  return list(std::move(printed));
}

Value Evaluator::node(const expression::Expression& expression, std::size_t at, const Scope& scope) const {
  const expression::Expression::Node& self = expression.nodes[at];
  const auto left = [&] { return node(expression, self.left, scope); };
  const auto right = [&] { return node(expression, self.right, scope); };
  switch (self.kind) {
    case Kind::text: return Value{self.text, {}};
    case Kind::integer: return Value{self.integer, {}};
    case Kind::decimal: return Value{self.decimal, {}};
    case Kind::boolean: return Value{self.integer != 0, {}};
    case Kind::name: return name(expression, self, scope);
    case Kind::member: return member(expression, self, left());
    case Kind::index:
      if (const auto& key = expression.nodes[self.right]; key.kind == Kind::range)
        return years(expression, key, left(), node(expression, key.left, scope), node(expression, key.right, scope));
      return index(expression, self, left(), right());
    case Kind::call: return call(expression, self, scope);
    case Kind::range:
    case Kind::filter: return refuse(expression, self, "only a derived figure can speak of several years or rows at once", "reckon it in data.toml, under [derived]");
    case Kind::minus: return arithmetic(expression, self, Value{std::int64_t{0}, {}}, left());
    case Kind::arithmetic: return arithmetic(expression, self, left(), right());
    case Kind::negation: return Value{!is_true(left()), {}};
    case Kind::both: return Value{is_true(left()) && is_true(right()), {}};
    case Kind::either: return Value{is_true(left()) || is_true(right()), {}};
    case Kind::comparison: break;
  }
  const std::optional<int> order = compare(left(), right());
  return Value{order ? compared(self.comparison, *order) : self.comparison == expression::Expression::Comparison::not_equal, {}};
}

Value Evaluator::refuse(const expression::Expression& expression, const expression::Expression::Node& self, std::string message, std::string hint) const {
  diagnostics_.error("content.bad-expression", std::move(message), expression.span(self), std::move(hint));
  return Value{Failed{}, {}};
}

/// A figure takes no part: a number that is reckoned from figures is a derived figure, which leads back to its cells.
Value Evaluator::arithmetic(const expression::Expression& expression, const expression::Expression::Node& self, const Value& left, const Value& right) const {
  using Operation = expression::Expression::Operation;
  if (left.failed() || right.failed()) return Value{Failed{}, {}};
  if (left.get<FigureValue>() != nullptr || right.get<FigureValue>() != nullptr || left.figure || right.figure)
    return refuse(expression, self, "figures are not reckoned with here", "make it a derived figure in data.toml, under [derived]");
  const auto a = as_number(left), b = as_number(right);
  if (!a || !b) return refuse(expression, self, "only numbers can be reckoned with", {});
  const tables::Rational x(*a), y(*b);
  const bool minus = self.kind == Kind::minus || self.operation == Operation::subtract;
  const std::optional<tables::Rational> result = minus                                 ? tables::difference(x, y)
                                                 : self.operation == Operation::add    ? tables::sum(x, y)
                                                 : self.operation == Operation::divide ? tables::quotient(x, y)
                                                                                       : tables::product(x, y);
  const std::optional<tables::Decimal> number = result ? result->kept() : std::nullopt;
  if (!number) return refuse(expression, self, y.is_zero() ? "this divides by zero" : "this number is too large", {});
  Value made = number->decimals == 0 ? Value{number->mantissa, {}} : Value{*number, {}};
  made.origins = left.origins;
  made.origins.insert(made.origins.end(), right.origins.begin(), right.origins.end());
  made.reckoned = !made.origins.empty();
  return made;
}

Value Evaluator::unknown(const expression::Expression& expression, const expression::Expression::Node& self, std::string message, std::string hint) const {
  diagnostics_.error("content.unknown-binding", std::move(message), expression.span(self), std::move(hint));
  return Value{Failed{}, {}};
}

Value Evaluator::name(const expression::Expression& expression, const expression::Expression::Node& self, const Scope& scope) const {
  std::vector<std::string> known{"figures"};
  if (const Value* variable = scope.find(self.text)) return *variable;
  for (const auto& variable : scope.variables) known.push_back(variable.name);
  for (const auto& [record_name, record] : dataset_.records) {
    if (same_name(record_name, self.text)) return Value{&record, {}};
    known.push_back(record_name);
  }
  for (const data::Figure& figure : dataset_.figures) {
    if (same_name(figure.name, self.text)) return Value{FigureValue{&figure, {}}, figure.id};
    known.push_back(figure.name);
  }
  for (const auto& [table_name, table] : dataset_.tables) {
    if (same_name(table_name, self.text)) return Value{&table, {}};
    known.push_back(table_name);
  }
  if (self.text == "figures") return Value{AllFigures{}, {}};
  return unknown(expression, self, "there is nothing named \"" + self.text + "\"", did_you_mean(self.text, known));
}

Value Evaluator::member(const expression::Expression& expression, const expression::Expression::Node& self, const Value& base) const {
  if (base.failed() || base.missing()) return base;
  std::vector<std::string> known;
  if (const auto* figure = base.get<FigureValue>()) {
    if (auto value = forms_.member(*figure, self.text)) return told_by(dataset_, *figure, self.text, std::move(*value));
    return unknown(expression, self, "a figure has nothing named \"" + self.text + "\"", did_you_mean(self.text, FigureForms::member_names(*figure->figure)));
  }
  if (const auto* row = base.get<RowValue>()) {
    const auto& columns = row->table->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (same_name(columns[i].name, self.text)) return value_of_cell(*row, i);
      known.push_back(columns[i].name);
    }
    return unknown(expression, self, "table \"" + row->table->name() + "\" has no column \"" + self.text + "\"", did_you_mean(self.text, known));
  }
  if (const auto* record = base.get<const data::Record*>()) {
    for (std::size_t i = 0; i < (*record)->members.size(); ++i) {
      const data::Record::Member& one = (*record)->members[i];
      if (same_name(one.name, self.text)) return typed_at(one.span, with_origin(from_data(one.value), {{}, {}, {}, 0, *record, i}));
      known.push_back(one.name);
    }
    return unknown(expression, self, "record \"" + (*record)->name + "\" has nothing named \"" + self.text + "\"", did_you_mean(self.text, known));
  }
  if (const auto* table = base.get<const tables::Table*>()) {
    if (self.text == "count") return Value{static_cast<std::int64_t>((*table)->rows()), {}};
    return unknown(expression, self, "a table has nothing named \"" + self.text + "\"", "write " + (*table)->name() + ".count, or " + (*table)->name() + "[key].column");
  }
  return unknown(expression, self, "this value has no parts, \"" + self.text + "\" neither", {});
}

Value Evaluator::index(const expression::Expression& expression, const expression::Expression::Node& self, const Value& base, const Value& key) const {
  if (base.failed() || key.failed()) return Value{Failed{}, {}};
  const std::string text = plain_text(key);
  if (const auto* figure = base.get<FigureValue>()) {
    const auto year = as_number(key);
    const auto& observations = figure->figure->observations;
    for (std::size_t i = 0; year && i < observations.size(); ++i)
      if (observations[i].year == year->mantissa && year->decimals == 0) return Value{FigureValue{figure->figure, i}, figure->figure->id};
    return unknown(expression, self, "figure \"" + figure->figure->name + "\" has no value for " + text, {});
  }
  if (base.get<AllFigures>() != nullptr) {
    for (const data::Figure& figure : dataset_.figures)
      if (same_name(figure.name, text)) return Value{FigureValue{&figure, {}}, figure.id};
    std::vector<std::string> known;
    for (const data::Figure& figure : dataset_.figures) known.push_back(figure.name);
    return unknown(expression, self, "there is no figure \"" + text + "\"", did_you_mean(text, known));
  }
  if (const auto* table = base.get<const tables::Table*>()) {
    for (std::size_t row = 0; row < (*table)->rows(); ++row)
      if ((*table)->text(row, 0) == text) return Value{RowValue{*table, row}, {}};
    return unknown(expression, self, "table \"" + (*table)->name() + "\" has no row \"" + text + "\"", "a row is named by its first column");
  }
  return unknown(expression, self, "this value can't be indexed", {});
}

Value Evaluator::years(const expression::Expression& expression, const expression::Expression::Node& self, const Value& base, const Value& first, const Value& last) const {
  if (base.failed() || first.failed() || last.failed()) return Value{Failed{}, {}};
  const auto* figure = base.get<FigureValue>();
  const auto from = as_number(first), to = as_number(last);
  if (figure == nullptr || !from || !to) return refuse(expression, self, "only a figure has years, which are numbers", {});
  const auto& observations = figure->figure->observations;
  for (std::size_t i = observations.size(); i-- > 0;) {
    const tables::Decimal year{observations[i].year, 0};
    if (year <= *to && year >= *from) return Value{FigureValue{figure->figure, i, static_cast<int>(from->to_double())}, figure->figure->id};
  }
  return unknown(expression, self, "figure \"" + figure->figure->name + "\" has no value in these years", {});
}

}  // namespace tilstand::content
