// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/plan.hpp"

namespace tilstand::graph {

/// Reports what can't be shown; true when all can.
bool check(const Input& input, Diagnostics& diagnostics);

/// Puts what a kind counts or ranks in the place of its rows: bins of a histogram, ranks of a bump chart; a waffle's
/// categories become series, each gauge a panel. Gives the width of bins, else 0.
double recast(Input& input, const Speech& speech, const Lister& list);

/// Bins of equal, nice width that hold all values.
struct Bins {
  double start = 0, width = 1;
  std::size_t count = 1;
  std::size_t index(double value) const;
};
/// About as wide as Freedman and Diaconis (1981) have it, 2 IQR / n^(1/3), rounded to 1, 2 or 5 times a power of ten; by
/// Sturges' count when half of the values are equal. At least one value; at most 60 bins.
Bins bins_of(std::vector<double> values);

/// A quantile by linear interpolation (Hyndman and Fan's type 7) of ascending values, at least one.
double quantile(const std::vector<double>& sorted, double share);

/// The boxes of arranged marks.
std::vector<Box> boxes_of(const Plan& plan, const Speech& speech, const Lister& list);

/// The parts of a waffle's arranged marks.
std::vector<Part> parts_of(const Plan& plan, const Speech& speech, const Lister& list);

/// Lists a number that was reckoned, unless nobody asks.
inline PrintedId listed(const Lister& list, const Derived& derived) { return list ? list(derived) : PrintedId{}; }

/// Parts of a hundred by largest remainder; all 0 when the values are.
std::vector<int> hundredths(const std::vector<double>& values);

/// Puts levels' places in the order of their scale in place of their names.
void number_levels(Input& input);

/// The map of arranged marks: its shapes and their classes.
void draw_up(Plan& plan, Diagnostics& diagnostics);

/// What one mark of a pictogram stands for: 1, 2 or 5 times a power of ten, so that no row has more than `most` marks.
double nice_each(const Plan& plan, double most);

/// Sets series, panels, bands and marks, in order, stacked.
void arrange(Plan& plan);

/// Sets both scales and their ticks.
void settle_scales(Plan& plan, const Speech& speech);

/// What of a chart can be compared, in sentences: how each series moved from its first value to its last, who is ahead at the end,
/// the correlation of a scatter plot, medians, targets reached, how many values are missing. Empty: nothing can.
std::string comparison_of(const Plan& plan, const Speech& speech);

/// Writes `sentence` and `paragraph`; the author's own description stands for the first.
void describe(Plan& plan, const Speech& speech);

Table tabulate(const Plan& plan, const Speech& speech);

}  // namespace tilstand::graph
