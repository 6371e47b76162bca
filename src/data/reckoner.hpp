// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "data/dataset.hpp"
#include "data/quantity.hpp"
#include "expression/expression.hpp"

namespace tilstand::data {

/// What a row that a number rests on says of findings that may stand.
struct RowAcknowledgement {
  std::string text;
  SourceSpan place{};
};

/// A number of one year with all that it rests on.
struct Reckoning {
  Quantity quantity{};
  std::vector<Input> inputs{};  ///< figures' values at first hand, sorted
  std::vector<Cell> cells{};    ///< everything below them, sorted by place
  std::vector<std::string> sources{};  ///< of the tables it was read from
  int decimals = 0;             ///< the most that one of its cells is written with
  std::vector<RowAcknowledgement> acknowledgements{};
};

/// Reckons an expression over the figures and tables of a dataset, for one year at a time.
///
/// A bare figure is its value of that year, `f[2019]` or `f[year - 1]` that of another, `f[2017..2021]` all of some years; `t.column` is a
/// column, `t.column where …` some of its rows. A value rests on every cell that was added up, not on those that a condition looked at.
class Reckoner {
 public:
  Reckoner(const Dataset& dataset, const expression::Expression& expression) : dataset_(dataset), expression_(expression) {}

  /// The value for a year, or why there is none. Codes: data.missing-input (the only one that another year may cure), data.mixed-units,
  /// data.divided-by-zero, data.too-large, data.unknown-name, data.unknown-function, data.bad-call.
  std::variant<Reckoning, Diagnostic> reckon(int year);
  /// The years of the figures that are asked for by bare name, sorted; empty when there is none.
  std::vector<int> years() const { return years_of(expression_.root); }

 private:
  struct Column {
    const tables::Table* table = nullptr;
    std::size_t column = 0;
    std::vector<std::size_t> rows;
  };
  using Series = std::vector<Quantity>;
  using Item = std::variant<std::monostate, bool, std::string, Quantity, Column, Series>;
  using Node = expression::Expression::Node;
  using Found = std::optional<Item>;        ///< nothing: `trouble_` says why
  using Number = std::optional<Quantity>;

  const Node& node(std::size_t at) const { return expression_.nodes[at]; }
  Found evaluate(std::size_t at);
  Number number(std::size_t at);
  Found name(const Node& self);
  Found member(const Node& self);
  Found index(const Node& self);
  Found filter(const Node& self);
  Found comparison(const Node& self);
  Found junction(const Node& self);
  Found holds(std::size_t at);
  Found cell_of_row(std::size_t column, std::size_t row);
  Number calculate(expression::Expression::Operation operation, const Quantity& a, const Quantity& b, const Node& left, const Node& right);

  Number value_of(const Figure& figure, int year, const Node& self);
  Number value_of(const Column& column, std::size_t row, const Node& self);
  std::optional<int> year_of(std::size_t at);
  void rest_on(const Column& column);
  void rest_on(const Figure& figure, const Observation& observation);

  Found call(const Node& self);
  Found totalled(const Node& self);
  Found chained(const Node& self);
  Found compared_with_earlier(const Node& self);
  Found cumulative(const Node& self);
  Found indexed(const Node& self);
  Found yearly_growth(const Node& self);
  Found shared(const Node& self);
  Found of_one(const Node& self);
  /// All numbers that arguments stand for: values, rows of columns, years of a series; `origins` says of which argument each is.
  std::optional<Series> flattened(const Node& self, std::vector<std::size_t>& origins);
  Number total(const Series& values, const std::vector<std::size_t>& origins);
  Number at_year(std::size_t at, int year);
  /// The year to compare with: `from: …`, else the latest one before with a value.
  std::optional<int> earlier_year(const Node& self);
  const expression::Expression::Argument* named(const Node& self, std::string_view name) const;
  bool accepts(const Node& self, std::size_t least, std::size_t most, std::initializer_list<std::string_view> names);

  std::vector<int> years_of(std::size_t at) const;
  void collect_years(std::size_t at, std::set<int>& into) const;
  bool speaks_of_year(std::size_t at) const;
  const Figure* figure_named(std::string_view name) const;
  const tables::Table* table_named(std::string_view name) const;

  std::nullopt_t refuse(const char* code, std::string message, const Node& self, std::string hint = {}, std::vector<Note> notes = {});
  std::nullopt_t missing(std::string message, const Node& self, std::string hint = {}) { return refuse("data.missing-input", std::move(message), self, std::move(hint)); }
  std::nullopt_t too_large(const Node& self) { return refuse("data.too-large", "this number is too large to be reckoned with exactly", self); }

  const Dataset& dataset_;
  const expression::Expression& expression_;
  int year_ = 0;
  const tables::Table* row_table_ = nullptr;  ///< the table whose row a condition looks at
  std::size_t row_ = 0;
  long steps_ = 0;
  Reckoning found_{};
  std::optional<Diagnostic> trouble_{};
};

}  // namespace tilstand::data
