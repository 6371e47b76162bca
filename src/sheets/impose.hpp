// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.hpp"
#include "sheets/request.hpp"

namespace tilstand::sheets {

/// What was written.
struct Written {
  bool ok = false;
  std::uint32_t pages = 0;      ///< of the book block, blanks not counted
  std::uint32_t blanks = 0, sheets = 0, sections = 0, per_side = 0;
  bool has_cover = false;
  std::string cover{};          ///< path of the cover's file
  double spine_mm = 0;          ///< of the cover
};

/// Puts the pages of a PDF on press sheets so that they can be folded, gathered and cut. `<out>` and, with a cover, `<out stem>-cover.pdf`:
/// both or neither. Codes: sheets.cannot-bind, sheets.different-size, sheets.no-such-page, sheets.sheet-too-small, sheets.no-bleed,
/// sheets.no-press-claim, those of room pdf, build.cannot-write.
Written impose(const Request& request, Diagnostics& diagnostics);

}  // namespace tilstand::sheets
