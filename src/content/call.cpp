// SPDX-License-Identifier: Apache-2.0
// The functions that a binding may call: forms of numbers and words, chosen by the language of the edition.
#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "content/evaluate.hpp"
#include "content/origins.hpp"

namespace tilstand::content {
namespace {

using Expression = expression::Expression;
using Node = Expression::Node;
using Kind = Expression::Kind;

/// What a call was given, evaluated.
struct Given {
  std::vector<Value> values;                           ///< by place
  std::vector<std::pair<std::string, Value>> named;

  const Value* find(std::string_view name) const {
    for (const auto& [known, value] : named)
      if (same_name(known, name)) return &value;
    return nullptr;
  }
};

/// A number as it is printed: a figure's with its own precision.
std::optional<tables::Decimal> number_of(const Value& value) {
  const auto* figure = value.get<FigureValue>();
  const data::Observation* seen = figure != nullptr ? observation_of(*figure) : nullptr;
  return seen != nullptr ? std::optional(figure->figure->printed(seen->value)) : as_number(value);
}

/// One call whose arguments are known. Each function gives its text, or nothing when they don't suit it.
class Call {
 public:
  Call(const Evaluator& evaluator, const FigureForms& figures, const Given& given) : evaluator_(evaluator), figures_(figures), forms_(figures.forms()), given_(given) {}

  using Function = std::optional<std::string> (Call::*)() const;
  struct Known {
    std::string_view name;
    Function function;
    std::string_view use;  ///< for messages
  };
  static const std::array<Known, 11>& all();

 private:
  const Value* value(std::size_t place) const { return place < given_.values.size() ? &given_.values[place] : nullptr; }
  std::optional<tables::Decimal> number(std::size_t place) const { return value(place) != nullptr ? number_of(*value(place)) : std::nullopt; }
  std::optional<std::int64_t> whole(std::size_t place) const {
    const auto found = number(place);
    return found && found->decimals == 0 ? std::optional(found->mantissa) : std::nullopt;
  }
  std::string text(const Value& given) const { return evaluator_.say(given); }
  std::string gender() const {
    const Value* named = given_.find("gender");
    return named != nullptr ? text(*named) : std::string();
  }

  std::optional<std::string> plural() const {
    const auto count = number(0);
    if (!count || given_.find("other") == nullptr) return std::nullopt;
    const Value* chosen = given_.find(forms_.plural(count->mantissa, count->decimals));
    return text(chosen != nullptr ? *chosen : *given_.find("other"));
  }

  /// "én plass", "2 153 tjenester": the noun from the language's file, and the number in its gender.
  std::optional<std::string> counted() const {
    const auto count = number(0);
    const definition::Words& words = figures_.words();
    const std::string key = value(1) != nullptr ? "unit." + text(*value(1)) : std::string();
    if (!count || !words.has(key + ".other")) return std::nullopt;
    const std::string gender_of_noun = words.has(key + ".gender") ? words(key + ".gender") : std::string();
    const std::string said = count->decimals == 0 ? forms_.in_words(count->mantissa, gender_of_noun) : forms_.number(count->mantissa, count->decimals);
    return definition::fill(words.plural(key, forms_.plural(count->mantissa, count->decimals)), {{"number", said}});
  }

  std::optional<std::string> words() const {
    const auto count = number(0);
    if (!count) return std::nullopt;
    return count->decimals == 0 ? forms_.in_words(count->mantissa, gender()) : forms_.number(count->mantissa, count->decimals);
  }
  std::optional<std::string> ordinal() const { return whole(0) ? std::optional(forms_.ordinal(*whole(0))) : std::nullopt; }
  std::optional<std::string> ordinal_words() const { return whole(0) ? std::optional(forms_.ordinal_in_words(*whole(0), gender())) : std::nullopt; }
  std::optional<std::string> percent() const {
    const auto share = number(0);
    return share ? std::optional(forms_.percent(share->mantissa, share->decimals)) : std::nullopt;
  }

  /// Two figures of one unit have it once; whole numbers that count nothing are years.
  std::optional<std::string> range() const {
    if (given_.values.size() != 2) return std::nullopt;
    const auto *a = given_.values[0].get<FigureValue>(), *b = given_.values[1].get<FigureValue>();
    if (a != nullptr && b != nullptr) return figures_.range(*a, *b);
    const auto first = number(0), last = number(1);
    if (!first || !last) return std::nullopt;
    const auto counts = [](const Value& one) { return one.quantity || one.get<tables::Decimal>() != nullptr || one.get<FigureValue>() != nullptr; };
    return !counts(given_.values[0]) && !counts(given_.values[1]) && first->decimals == 0 && last->decimals == 0 ? forms_.years(first->mantissa, last->mantissa) : figures_.range_of(*first, *last);
  }

  std::optional<std::string> list() const {
    std::vector<std::string> items;
    for (const Value& one : given_.values)
      if (const std::string item = text(one); !item.empty()) items.push_back(item);
    return items.empty() ? std::nullopt : std::optional(forms_.list(items));
  }
  std::optional<std::string> date() const { return value(0) != nullptr ? std::optional(forms_.date(text(*value(0)))) : std::nullopt; }
  std::optional<std::string> quote() const { return value(0) != nullptr ? std::optional(forms_.quoted(text(*value(0)))) : std::nullopt; }
  std::optional<std::string> capital() const { return value(0) != nullptr ? std::optional(forms_.capitalised(text(*value(0)))) : std::nullopt; }

  const Evaluator& evaluator_;
  const FigureForms& figures_;
  const locale::Forms& forms_;
  const Given& given_;
};

const std::array<Call::Known, 11>& Call::all() {
  static constexpr std::array<Known, 11> known{{
      {"plural", &Call::plural, "plural(number, one: \"service\", other: \"services\")"},
      {"counted", &Call::counted, "counted(number, \"noun\"), where the language's words.toml has unit.noun.other"},
      {"words", &Call::words, "words(number) or words(number, gender: \"neuter\")"},
      {"ordinal", &Call::ordinal, "ordinal(whole number)"},
      {"ordinal-words", &Call::ordinal_words, "ordinal-words(whole number)"},
      {"percent", &Call::percent, "percent(number)"},
      {"range", &Call::range, "range(first, last), of numbers, years, or figures of one unit"},
      {"list", &Call::list, "list(text, text, …)"},
      {"date", &Call::date, "date(\"2022-06-15\")"},
      {"quote", &Call::quote, "quote(text)"},
      {"capital", &Call::capital, "capital(text)"},
  }};
  return known;
}

}  // namespace

/// The functions above, and `count(rows)` or `count(rows where condition)`, which reads its rows itself.
Value Evaluator::call(const Expression& expression, const Expression::Node& self, const Scope& scope) const {
  if (const auto kind = spark_kind(self.text)) return spark(expression, self, *kind, scope);
  std::vector<std::string> names = spark_function_names();
  names.emplace_back("count");
  const Call::Known* known = nullptr;
  for (const Call::Known& one : Call::all()) {
    names.emplace_back(one.name);
    if (same_name(one.name, self.text)) known = &one;
  }
  if (self.text == "count" && self.arguments.size() == 1) return count(expression, expression.nodes[self.arguments.front().node], self.arguments.front().node, scope);
  if (known == nullptr && self.text != "count") {
    diagnostics_.error("content.unknown-function", "there is no function \"" + self.text + "\" here", expression.span(self),
                       did_you_mean(self.text, names) + "; derived figures in data.toml have functions that prose has not");
    return Value{Failed{}, {}};
  }
  Given given;
  std::vector<Origin> others;  // of all values but the first
  bool reckoned = false;
  for (const Expression::Argument& argument : self.arguments) {
    Value value = node(expression, argument.node, scope);
    if (value.failed()) return value;
    if (!argument.name.empty()) {
      given.named.emplace_back(argument.name, std::move(value));
      continue;
    }
    reckoned = reckoned || (has_origin(value) && is_number(value));
    if (const auto* whole = value.get<FigureValue>(); whole != nullptr && !given.values.empty()) others.push_back({*whole, "value"});
    if (!given.values.empty()) others.insert(others.end(), value.origins.begin(), value.origins.end());
    given.values.push_back(std::move(value));
  }
  if (!given.values.empty() && given.values.front().missing()) return Value{};  // what is not there has no form
  std::optional<std::string> text = known != nullptr ? (Call(*this, forms_, given).*known->function)() : std::nullopt;
  if (text && !given.values.empty()) {
    Value said = told(given.values.front(), std::move(*text));
    said.origins.insert(said.origins.end(), others.begin(), others.end());
    said.reckoned = reckoned;
    return said;
  }
  const std::string use = known != nullptr ? std::string(known->use) : "count(goals where goals.status == 'God')";
  return refuse(expression, self, "\"" + self.text + "\" can't be called with this", "write it as " + use);
}

/// The text in place of the value that it was made from: what the value tells of, it still tells of.
Value Evaluator::told(Value value, std::string text) const {
  if (const auto* whole = value.get<FigureValue>()) value.of = *whole, value.figure = whole->figure->id, value.origins.push_back({*whole, "value"});
  value.held = std::move(text);
  value.typed = {};
  value.written = value.quantity = false;
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
