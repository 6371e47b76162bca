// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "chart/plan.hpp"

namespace tilstand::chart {

/// The languages' side of a chart: patterns and number forms.
struct Speech {
  const definition::Words& words;
  const locale::Forms& forms;
};

/// The bare number, "92" or "9 257"; for a rank with its full stop, "5.".
std::string bare_value(tables::Decimal value, const data::Unit& unit, const Speech& speech);
/// As a mark's label: "92 %", "5.", "9 257".
std::string short_value(tables::Decimal value, const data::Unit& unit, const Speech& speech);
/// As a person would say it: "92 prosent", "5. plass", "9 257".
std::string spoken_value(tables::Decimal value, const data::Unit& unit, const Speech& speech);

/// The change to point `index` (from 1) from the one before it, with its sign: "+187".
std::string step_text(const Row& row, std::size_t index, const Speech& speech);

/// A label as it is read aloud: without the line breaks and discretionary hyphens that it holds for the page.
std::string spoken_label(const std::string& label);
/// The spoken label of a row that stands alone. An indented row's own label says only what differs from the row that it
/// belongs to: "staten" under "Deler data, alle" is "Deler data, staten".
std::string full_label(const std::vector<Row>& rows, std::size_t index, const Speech& speech);

/// A year's digits.
std::string year_text(int year);

/// The value that is printed large; the row has points.
const Row::Point& current_of(const Row& row);
/// The value before it; null when there is none.
const Row::Point* before_of(const Row& row);

/// The year that most rows' current values are from, the later one when two are as frequent; 0 without points.
int usual_current_year(const std::vector<Row>& rows);
/// The year that most rows' earlier values are from; 0 when no row has one.
int usual_before_year(const std::vector<Row>& rows);

}  // namespace tilstand::chart
