// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sheets/plan.hpp"

namespace tilstand::sheets {

/// A dotted or plain line beside the pages, points.
struct Line {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

/// The colour space of marks that print on every plate goes by this name in a sheet's resources.
inline constexpr const char* all_plates = "/All";

/// Operators for plain lines on all plates; for dashed ones; for register targets with their centres at `places`.
std::string plain_lines(const std::vector<Line>& lines);
std::string dashed_lines(const std::vector<Line>& lines);
std::string targets(const std::vector<pdf::Spot>& places);
/// A line of text in black.
std::string slug(const std::string& text, double x, double y);

/// The marks of one side, and its slug line.
std::string draw_marks(const Side& side, const Scheme& scheme, const Grid& grid, const Request& request, const std::string& slug_text);

}  // namespace tilstand::sheets
