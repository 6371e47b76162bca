// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/dataset.hpp"
#include "graph/spark.hpp"

namespace tilstand::content {

/// A row of a table, as a loop variable holds it.
struct RowValue {
  const tables::Table* table = nullptr;
  std::size_t row = 0;
};

/// A figure, or one of its observations when `observation` is set; with `first_year` the years from there up to it, as a chart shows them.
struct FigureValue {
  const data::Figure* figure = nullptr;
  std::optional<std::size_t> observation{};
  int first_year = 0;
};

/// The name `figures`: every figure of the data.
struct AllFigures {};

/// What an expression came to when a mistake in it has been reported: it is not reported again.
struct Failed {};

/// Where a value comes from: a figure in one of its forms, a table's cell, or a member of a record.
struct Origin {
  FigureValue of{};
  std::string form{};                    ///< of the figure, "value", "change"
  RowValue row{};
  std::size_t column = 0;                ///< of the row
  const data::Record* record = nullptr;
  std::size_t member = 0;                ///< of the record
};

/// The value of an expression; monostate is a missing value.
struct Value {
  std::variant<std::monostate, Failed, bool, std::int64_t, tables::Decimal, std::string, RowValue, const data::Record*,
               const tables::Table*, AllFigures, FigureValue>
      held{};
  FigureId figure{};  ///< the figure that a text or number was printed from
  FigureValue of{};          ///< the figure or observation that it was asked of, as `member`
  std::string member{};      ///< "change", "year"
  SourceSpan typed{};        ///< of a text: the cell where somebody wrote it; no file: the program made it
  RowValue row{};            ///< the row of that cell
  bool reckoned = false;          ///< by the expression, from its origins
  std::vector<Origin> origins{};  ///< what it rests on, at first hand; of a whole figure none, for it is one itself
  bool written = false;   ///< a text as the data write it, in the report's language
  std::optional<graph::Spark> spark{};  ///< the text is what this chart shows
  bool quantity = false;  ///< a whole number that counts something, and is no year, code or key

  bool missing() const { return std::holds_alternative<std::monostate>(held); }
  bool failed() const { return std::holds_alternative<Failed>(held); }
  template <class T>
  const T* get() const {
    return std::get_if<T>(&held);
  }
};

/// The values that loops have named, innermost last.
struct Scope {
  struct Variable {
    std::string name;
    Value value;
  };
  std::vector<Variable> variables;

  const Value* find(const std::string& name) const;
  /// The row that the innermost loop stands at; null outside loops over tables.
  const RowValue* row() const { return variables.empty() ? nullptr : variables.back().value.get<RowValue>(); }
};

/// A value out of the data room's cell.
Value from_data(const tables::Value& value);

/// Whether a condition holds: false for missing values, empty texts, the text "false" and zero.
bool is_true(const Value& value);

/// The value as a number: numbers, texts that read as one, a figure's or observation's value.
std::optional<tables::Decimal> as_number(const Value& value);

/// The chart in a line that a function of this name draws.
std::optional<graph::Spark::Kind> spark_kind(std::string_view name);
std::vector<std::string> spark_function_names();

/// Names are equal when they differ in - and _ at most.
bool same_name(std::string_view a, std::string_view b);

}  // namespace tilstand::content
