// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "colour/vision.hpp"

namespace tilstand::colour {

/// How far apart colours are: the smallest CIEDE2000 between any two, by vision, and the smallest difference of L*. 100 when there is
/// only one colour.
struct Distances {
  std::array<double, visions.size()> least{100, 100, 100, 100};
  double grey = 100;       ///< between any two
  double neighbours = 100; ///< between one and the next
  std::size_t first = 0, second = 0;  ///< the two that are nearest in any vision
  Vision vision = Vision::normal;     ///< in which they are
  std::size_t grey_first = 0, grey_second = 0;
  double smallest() const;
};
Distances distances(const std::vector<Rgb>& colours);

/// A palette of the theme on one of its grounds, as it measures.
struct Measured {
  std::string name;        ///< "categorical"
  std::string ground;      ///< "paper" or "reversed"
  double contrast = 21;    ///< smallest, to the ground
  Distances apart;
  std::size_t colours = 0;
};

/// The nearest tint, a darker one at that, on which words in one of two inks have a contrast of 4.5:1; the same when there is none.
Ink readable(Ink ground, Ink one, Ink other, const Palette& palette);

/// All palettes of the theme's variant, on paper and on a dark ground. Sequential and diverging ones are measured by five steps.
std::vector<Measured> measure_palettes(const definition::Theme& theme);

/// The measures as lines of a table, with the least that the theme asks for.
std::string to_text(const std::vector<Measured>& measures, const definition::ChartPalettes& palettes);

/// The ink of a scale with one end: pale at 0 and full at 1; `reversed`: on a dark ground, near the ground at 0 and white at 1.
Ink sequential_ink(const definition::Theme& theme, double share, bool reversed = false);
/// The ink of a scale that passes zero at `zero` (0 to 1), on paper: pale there, full at the farther end.
Ink diverging_ink(const definition::Theme& theme, double share, double zero);

/// Reports palettes that don't keep what the theme asks for (colour.weak-palette, a warning at the palette): contrast under 3:1 of
/// colours that stand alone, series too alike in some vision, neighbours too alike in grey.
void check_palettes(const definition::Theme& theme, Diagnostics& diagnostics);

}  // namespace tilstand::colour
