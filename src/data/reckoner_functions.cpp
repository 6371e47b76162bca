// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "base/suggest.hpp"
#include "data/reckoner.hpp"

namespace tilstand::data {
namespace {

using Kind = expression::Expression::Kind;
using Operation = expression::Expression::Operation;
using tables::Rational;
using tables::Unit;

constexpr long steps_of_year = 1000;  // what looking for the years costs

/// Every function of derived figures.
constexpr std::array<std::string_view, 17> functions = {"sum",   "mean",  "min",  "max",    "count",      "difference",      "percentage-points", "change", "relative-change",
                                                        "rank-movement", "before", "cumulative", "index", "cagr", "share", "percent", "abs"};

}  // namespace

const expression::Expression::Argument* Reckoner::named(const Node& self, std::string_view name) const {
  for (const auto& one : self.arguments)
    if (one.name == name) return &one;
  return nullptr;
}

bool Reckoner::accepts(const Node& self, std::size_t least, std::size_t most, std::initializer_list<std::string_view> names) {
  std::size_t by_place = 0;
  for (const auto& one : self.arguments) {
    if (one.name.empty()) ++by_place;
    else if (std::find(names.begin(), names.end(), one.name) == names.end()) return refuse("data.bad-call", "\"" + self.text + "\" takes nothing named \"" + one.name + "\"", self), false;
  }
  if (by_place >= least && by_place <= most) return true;
  const std::string wanted = least == most ? std::to_string(least) : "at least " + std::to_string(least);
  refuse("data.bad-call", "\"" + self.text + "\" takes " + wanted + (wanted == "1" ? " value" : " values") + ", not " + std::to_string(by_place), self);
  return false;
}

Reckoner::Found Reckoner::call(const Node& self) {
  const std::string& name = self.text;
  if (name == "sum" || name == "mean" || name == "min" || name == "max" || name == "count") return totalled(self);
  if (name == "difference" || name == "percentage-points") return chained(self);
  if (name == "change" || name == "relative-change" || name == "rank-movement" || name == "before") return compared_with_earlier(self);
  if (name == "cumulative") return cumulative(self);
  if (name == "index") return indexed(self);
  if (name == "cagr") return yearly_growth(self);
  if (name == "share") return shared(self);
  if (name == "percent" || name == "abs") return of_one(self);
  return refuse("data.unknown-function", "there is no function \"" + name + "\" of derived figures", self, did_you_mean(name, {functions.begin(), functions.end()}));
}

std::optional<Reckoner::Series> Reckoner::flattened(const Node& self, std::vector<std::size_t>& origins) {
  Series all;
  for (const auto& one : self.arguments) {
    const Found item = evaluate(one.node);
    if (!item) return std::nullopt;
    if (const auto* column = std::get_if<Column>(&*item)) {
      for (const std::size_t row : column->rows) {
        if (self.text == "count") continue;
        const Number value = value_of(*column, row, node(one.node));
        if (!value) return std::nullopt;
        all.push_back(*value);
      }
      if (self.text == "count") all.resize(all.size() + column->rows.size());
      rest_on(*column);
    } else if (const auto* series = std::get_if<Series>(&*item)) {
      all.insert(all.end(), series->begin(), series->end());
    } else if (const auto* value = std::get_if<Quantity>(&*item)) {
      all.push_back(*value);
    } else {
      return refuse("data.bad-call", "a number was expected here", node(one.node));
    }
    origins.resize(all.size(), one.node);
  }
  return all;
}

Reckoner::Number Reckoner::total(const Series& values, const std::vector<std::size_t>& origins) {
  Quantity sum = values.front();
  for (std::size_t at = 1; at < values.size(); ++at) {
    const Number next = calculate(Operation::add, sum, values[at], node(origins[at - 1]), node(origins[at]));
    if (!next) return next;
    sum = *next;
  }
  return sum;
}

Reckoner::Found Reckoner::totalled(const Node& self) {
  if (!accepts(self, 1, 4096, {})) return std::nullopt;
  std::vector<std::size_t> origins;
  std::optional<Series> values = flattened(self, origins);
  if (!values) return std::nullopt;
  if (self.text == "count") return Item(Quantity{static_cast<std::int64_t>(values->size()), Unit::count, true});
  if (values->empty()) return missing("no row meets the condition", self, "look at the condition behind \"where\"");
  if (self.text == "sum") {
    const Number sum = total(*values, origins);
    return sum ? Found(*sum) : std::nullopt;
  }
  if (self.text == "mean") {
    for (Quantity& one : *values)
      if (one.unit == Unit::rank) one.unit = Unit::number;  // the mean of places is none
    const Number sum = total(*values, origins);
    const Number mean = sum ? calculate(Operation::divide, *sum, Quantity{static_cast<std::int64_t>(values->size()), Unit::number, false}, self, self) : sum;
    return mean ? Found(*mean) : std::nullopt;
  }
  Quantity best = values->front();
  for (const Quantity& one : *values) {
    const Reckoned change = data::reckon(Operation::subtract, one, best);
    const auto* distance = std::get_if<Quantity>(&change);
    if (distance == nullptr) return refuse("data.mixed-units", "\"" + unit_name(one.unit) + "\" and \"" + unit_name(best.unit) + "\" can't be compared", self);
    if (!distance->value.is_zero() && distance->value.is_negative() == (self.text == "min")) best = one;
  }
  return Item(best);
}

Reckoner::Found Reckoner::chained(const Node& self) {
  if (!accepts(self, 2, 2, {})) return std::nullopt;
  const Node &left = node(self.arguments[0].node), &right = node(self.arguments[1].node);
  const Number a = number(self.arguments[0].node), b = a ? number(self.arguments[1].node) : a;
  if (!b) return std::nullopt;
  if (self.text == "percentage-points" && (a->unit != Unit::percent || b->unit != Unit::percent))
    return refuse("data.mixed-units", "percentage points lie between two shares in percent", a->unit == Unit::percent ? right : left);
  const Number result = calculate(Operation::subtract, *a, *b, left, right);
  return result ? Found(*result) : std::nullopt;
}

Reckoner::Number Reckoner::at_year(std::size_t at, int year) {
  const int now = year_;
  steps_ += steps_of_year;
  year_ = year;
  const Number value = number(at);
  year_ = now;
  return value;
}

std::optional<int> Reckoner::earlier_year(const Node& self) {
  const auto* from = named(self, "from");
  if (from == nullptr) from = named(self, "base");
  if (from != nullptr) {
    const std::optional<int> year = year_of(from->node);
    if (year && *year >= year_) return missing("the year " + std::to_string(*year) + " is not before " + std::to_string(year_), node(from->node));
    return year;
  }
  const std::vector<int> years = years_of(self.arguments.front().node);
  const auto next = std::lower_bound(years.begin(), years.end(), year_);
  if (next == years.begin()) return missing("there is no value before " + std::to_string(year_), node(self.arguments.front().node));
  return *(next - 1);
}

Reckoner::Found Reckoner::compared_with_earlier(const Node& self) {
  if (!accepts(self, 1, 1, {"from"})) return std::nullopt;
  const std::size_t what = self.arguments.front().node;
  const std::optional<int> earlier = earlier_year(self);
  const Number then = earlier ? at_year(what, *earlier) : std::nullopt;
  if (!then || self.text == "before") return then ? Found(*then) : std::nullopt;
  const Number now = number(what);
  if (!now) return std::nullopt;
  if (self.text == "rank-movement") {
    if (now->unit != Unit::rank) return refuse("data.mixed-units", "only a rank moves by places", node(what), "use change(…)");
    const Number places = calculate(Operation::subtract, *then, *now, node(what), node(what));
    return places ? Found(*places) : std::nullopt;
  }
  if (self.text == "relative-change" && now->unit == Unit::rank) return refuse("data.mixed-units", "a rank has no relative change", node(what), "use rank-movement(…)");
  Number change = calculate(Operation::subtract, *now, *then, node(what), node(what));
  if (!change || self.text == "change") return change ? Found(*change) : std::nullopt;
  change->unit = then->unit;  // two shares in percent differ by points, of which the share is taken all the same
  const Number ratio = calculate(Operation::divide, *change, *then, node(what), node(what));
  const auto percent = ratio ? product(ratio->value, 100) : std::nullopt;
  if (!percent) return ratio ? Found(too_large(self)) : std::nullopt;
  return Item(Quantity{*percent, Unit::percent, true});
}

Reckoner::Found Reckoner::cumulative(const Node& self) {
  if (!accepts(self, 1, 1, {"from"})) return std::nullopt;
  const std::size_t what = self.arguments.front().node;
  const auto* from = named(self, "from");
  const std::optional<int> first = from != nullptr ? year_of(from->node) : std::optional(0);
  if (!first) return std::nullopt;
  Series values;
  for (const int year : years_of(what)) {
    if (year < *first || year > year_) continue;
    const Number value = at_year(what, year);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  if (values.empty()) return missing("there is no value up to " + std::to_string(year_), node(what));
  const Number sum = total(values, std::vector<std::size_t>(values.size(), what));
  return sum ? Found(*sum) : std::nullopt;
}

Reckoner::Found Reckoner::indexed(const Node& self) {
  if (!accepts(self, 1, 1, {"base"})) return std::nullopt;
  const std::size_t what = self.arguments.front().node;
  const auto* base = named(self, "base");
  if (base == nullptr) return refuse("data.bad-call", "an index needs its base year", self, "write it as index(figure, base: 2017)");
  const std::optional<int> year = year_of(base->node);
  const Number now = year ? number(what) : std::nullopt, then = now ? at_year(what, *year) : std::nullopt;
  const Number ratio = then ? calculate(Operation::divide, *now, *then, node(what), node(what)) : then;
  const auto value = ratio ? product(ratio->value, 100) : std::nullopt;
  if (!value) return ratio ? Found(too_large(self)) : std::nullopt;
  return Item(Quantity{*value, Unit::number, true});
}

Reckoner::Found Reckoner::yearly_growth(const Node& self) {
  if (!accepts(self, 1, 1, {"from"})) return std::nullopt;
  const std::size_t what = self.arguments.front().node;
  if (named(self, "from") == nullptr) return refuse("data.bad-call", "yearly growth needs the year it begins in", self, "write it as cagr(figure, from: 2017)");
  const std::optional<int> first = earlier_year(self);
  const Number then = first ? at_year(what, *first) : std::nullopt, now = then ? number(what) : then;
  if (!now) return std::nullopt;
  if (now->unit == Unit::rank) return refuse("data.mixed-units", "a rank has no yearly growth", node(what));
  const auto positive = [](const Quantity& one) { return !one.value.is_zero() && !one.value.is_negative(); };
  if (!positive(*then)) return refuse("data.divided-by-zero", "growth from a value that isn't above zero has no rate", node(what));
  if (!positive(*now)) return refuse("data.bad-call", "growth to a value that isn't above zero has no rate", node(what));
  const double percent = (yearly_factor(then->value.to_double(), now->value.to_double(), year_ - *first) - 1) * 100;
  if (!(std::fabs(percent) < 1e9)) return too_large(self);
  return Item(Quantity{Rational(tables::Decimal{static_cast<std::int64_t>(std::llround(percent * 1e9)), 9}), Unit::percent, true});
}

Reckoner::Found Reckoner::shared(const Node& self) {
  const bool by_name = named(self, "of") != nullptr;
  if (!accepts(self, by_name ? 1 : 2, by_name ? 1 : 2, {"of"})) return std::nullopt;
  const std::size_t part = self.arguments[0].node, whole = self.arguments[1].node;
  const Number a = number(part), b = a ? number(whole) : a;
  const Number ratio = b ? calculate(Operation::divide, *a, *b, node(part), node(whole)) : b;
  if (!ratio) return std::nullopt;
  if (ratio->unit != Unit::number) return refuse("data.mixed-units", "a part and its whole are counted in the same unit", self);
  const auto value = product(ratio->value, 100);
  return value ? Found(Quantity{*value, Unit::percent, true}) : Found(too_large(self));
}

Reckoner::Found Reckoner::of_one(const Node& self) {
  if (!accepts(self, 1, 1, {})) return std::nullopt;
  const Number value = number(self.arguments.front().node);
  if (!value) return std::nullopt;
  if (self.text == "abs") return Item(Quantity{value->value.is_negative() ? value->value.negated() : value->value, value->unit, value->unit_said});
  if (value->unit != Unit::number && value->unit != Unit::count) return refuse("data.mixed-units", "only a ratio becomes a share in percent", node(self.arguments.front().node), "divide something by its like first");
  const auto result = product(value->value, 100);
  return result ? Found(Quantity{*result, Unit::percent, true}) : Found(too_large(self));
}

bool Reckoner::speaks_of_year(std::size_t at) const {
  const Node& self = node(at);
  if (self.kind == Kind::name) return self.text == "year";
  if (self.kind == Kind::call) return std::any_of(self.arguments.begin(), self.arguments.end(), [&](const auto& one) { return speaks_of_year(one.node); });
  const bool branches = self.kind == Kind::arithmetic || self.kind == Kind::range;
  return (branches || self.kind == Kind::minus) && (speaks_of_year(self.left) || (branches && speaks_of_year(self.right)));
}

void Reckoner::collect_years(std::size_t at, std::set<int>& into) const {
  const Node& self = node(at);
  switch (self.kind) {
    case Kind::name:
      if (const Figure* figure = figure_named(self.text))
        for (const Observation& one : figure->observations) into.insert(one.year);
      return;
    case Kind::index:
      if (speaks_of_year(self.right)) collect_years(self.left, into);
      return;
    case Kind::call:
      for (const auto& one : self.arguments)
        if (one.name.empty() || one.name == "of") collect_years(one.node, into);
      return;
    case Kind::minus: return collect_years(self.left, into);
    case Kind::arithmetic: collect_years(self.left, into); return collect_years(self.right, into);
    default: return;  // nothing else is a number that has years
  }
}

std::vector<int> Reckoner::years_of(std::size_t at) const {
  std::set<int> years;
  collect_years(at, years);
  return {years.begin(), years.end()};
}

}  // namespace tilstand::data
