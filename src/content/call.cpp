// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"
#include "content/evaluate.hpp"

namespace tilstand::content {
namespace {

using Node = expression::Expression::Node;
using Kind = expression::Expression::Kind;

const Node* argument(const expression::Expression& expression, const Node& call, std::string_view name) {
  for (const auto& one : call.arguments)
    if (one.name == name) return &expression.nodes[one.node];
  return nullptr;
}

}  // namespace

/// `words(number)` with `gender: 'neuter'`, `capital(text)`, `count(rows)` and `count(rows where condition)`.
Value Evaluator::call(const expression::Expression& expression, const Node& self, const Scope& scope) const {
  const bool known = self.text == "words" || self.text == "capital" || self.text == "count";
  if (!known) {
    diagnostics_.error("content.unknown-function", "there is no function \"" + self.text + "\" here", expression.span(self),
                       did_you_mean(self.text, {"words", "capital", "count"}) + "; derived figures in data.toml have functions that prose has not");
    return Value{Failed{}, {}};
  }
  const Node* gender = self.text == "words" ? argument(expression, self, "gender") : nullptr;
  if (self.arguments.size() != (gender == nullptr ? 1U : 2U) || !self.arguments.front().name.empty())
    return refuse(expression, self, "\"" + self.text + "\" takes one value" + (self.text == "words" ? ", and a gender by name" : ""), {});
  const std::size_t first = self.arguments.front().node;
  if (self.text == "count") return count(expression, expression.nodes[first], first, scope);
  const Value value = node(expression, first, scope);
  if (value.failed()) return value;
  if (self.text == "capital") return told(value, forms_.forms().capitalised(say(value)));
  const std::optional<tables::Decimal> number = as_number(value);
  if (!number) return refuse(expression, self, "only a number can be said in words", {});
  const std::string by = gender == nullptr ? std::string() : say(node(expression, static_cast<std::size_t>(gender - expression.nodes.data()), scope));
  Value said = told(value, number->decimals == 0 ? forms_.forms().in_words(number->mantissa, by) : forms_.forms().number(number->mantissa, number->decimals));
  said.reckoned = !said.origins.empty();
  return said;
}

/// The text in place of the value that it was made from: what the value tells of, it still tells of.
Value Evaluator::told(Value value, std::string text) const {
  if (const auto* whole = value.get<FigureValue>()) value.of = *whole, value.figure = whole->figure->id, value.origins.push_back({*whole, "value"});
  value.held = std::move(text);
  value.typed = {};
  return value;
}

Value Evaluator::count(const expression::Expression& expression, const Node& what, std::size_t at, const Scope& scope) const {
  const bool filtered = what.kind == Kind::filter;
  const std::size_t rows_at = filtered ? what.left : at;
  const Value rows = node(expression, rows_at, scope);
  if (rows.failed()) return rows;
  const auto* table = rows.get<const tables::Table*>();
  const bool figures = rows.get<AllFigures>() != nullptr;
  if ((table == nullptr && !figures) || expression.nodes[rows_at].kind != Kind::name) return refuse(expression, what, "the rows of a table are counted, or the figures", "write count(goals where goals.status == 'God')");
  Scope inner = scope;
  inner.variables.push_back({expression.nodes[rows_at].text, {}});
  std::int64_t found = 0;
  Value made;
  const auto holds = [&](Value row, Origin origin) {
    made.origins.push_back(std::move(origin));
    if (!filtered) return true;
    inner.variables.back().value = std::move(row);
    return is_true(node(expression, what.right, inner));
  };
  for (std::size_t row = 0; table != nullptr && row < (*table)->rows(); ++row) found += holds(Value{RowValue{*table, row}, {}}, {{}, {}, {*table, row}, 0}) ? 1 : 0;
  if (figures)
    for (const data::Figure& one : dataset_.figures) found += holds(Value{FigureValue{&one, {}}, one.id}, {{&one, {}}, "counted"}) ? 1 : 0;
  made.held = found;
  made.reckoned = !made.origins.empty();
  return made;
}

}  // namespace tilstand::content
