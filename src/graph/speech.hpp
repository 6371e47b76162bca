// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "definition/words.hpp"
#include "graph/input.hpp"
#include "locale/forms.hpp"

namespace tilstand::graph {

/// The languages' side of a chart: patterns and number forms.
struct Speech {
  const definition::Words& words;
  const locale::Forms& forms;
};

/// The least number of decimals, at most three, that shows every value exactly, or the declared one.
int decimals_of(const Input& input);

/// Digits after the point, at most six, that show whole multiples of a step.
int step_decimals(double step);

/// "9 257,5"; numbers too large to print exactly are rounded to fifteen digits.
std::string number_text(double value, int decimals, const Speech& speech);
/// As a mark's label: "92 %", "9 257".
std::string short_value(double value, int decimals, const std::string& unit, const Speech& speech);
/// As a person would say it: "92 prosent", "9 257 kroner".
std::string spoken_value(double value, int decimals, const std::string& unit, const Speech& speech);

}  // namespace tilstand::graph
