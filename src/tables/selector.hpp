// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/numbers.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

/// A table that is being made of chosen rows and columns of another one.
class Selector {
 public:
  /// All rows and columns.
  Selector(std::string name, const std::vector<Column>& columns);
  /// Those of a selection. Reports a column that isn't there (data.unknown-column) and a value that its column can't hold
  /// (data.wrong-type).
  Selector(const SelectionSpec& spec, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics);

  /// The columns that must be known to tell whether a row is chosen.
  const std::vector<std::size_t>& asked() const { return asked_; }
  /// Whether a row with this text in a column can be chosen.
  bool admits(std::size_t column, std::string_view text) const;
  /// To be called with each asked column of a chosen row, so that values which no row has become known.
  void note(std::size_t column, std::string_view text);
  /// The columns of the other table that are kept, in order.
  const std::vector<std::size_t>& columns() const { return chosen_; }
  Table& table() { return table_; }
  void report_unmet(Diagnostics& diagnostics) const;

 private:
  struct Wanted {
    std::string text;
    SourceSpan span{};
    bool met = false;
  };
  struct Test {
    std::size_t column = 0;
    Type type = Type::text;
    std::vector<Wanted> values{};
    std::optional<Value> from{}, to{};
  };

  void add_test(const Condition& condition, const std::string& table, const std::vector<Column>& columns, Diagnostics& diagnostics);

  std::vector<Test> tests_{};
  std::vector<std::size_t> asked_{}, chosen_{};
  Table table_;
};

}  // namespace tilstand::tables
