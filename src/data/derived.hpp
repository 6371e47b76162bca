// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "data/dataset.hpp"
#include "definition/reader.hpp"

namespace tilstand::data {

/// `[derived.NAME]` of `data.toml` as written: a figure without values, and how they are reckoned.
struct DerivedSpec {
  Figure figure;
  definition::Text expression;
  definition::Text unit;    ///< empty: as the expression gives it
  std::vector<int> years;   ///< empty: every year that its figures have, or the status year when it asks for none
  definition::Text acknowledged;
};

/// Reads the derived figures. A key that is a column of the figures file is a field. Codes: those of reading TOML,
/// data.duplicate-figure, data.bad-years.
std::vector<DerivedSpec> read_derived(const definition::Toml* table, const Dataset& dataset, definition::ReadContext& context);

/// Takes `years = "2017..2021"` or `years = [2017, 2019]` out of a table; empty when it is not there. Code: data.bad-years.
std::vector<int> take_years(definition::Toml::Table& table, Diagnostics& diagnostics);

/// Reckons the derived figures, which may rest on one another in any order, and adds them to the dataset. Reports every mistake:
/// those of `Reckoner`, data.cyclic-figures with the whole cycle, data.wrong-unit, content.bad-expression.
void add_derived(std::vector<DerivedSpec> specs, Dataset& dataset, Diagnostics& diagnostics);

}  // namespace tilstand::data
