// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "base/geometry.hpp"
#include "definition/edition.hpp"

namespace tilstand::press {

/// Room that marks take outside the bleed, on each side.
constexpr Length mark_room{10 * Length::per_mm};

/// Where the page stands on its sheet, seen from the sheet's top left corner. Each box lies inside the one before.
struct Frame {
  Size sheet;
  Rect bleed, trim;
};

/// The smallest sheet that holds bleed and marks, or the one that the edition asks for, with the page in its middle. A sheet that
/// doesn't hold them, or a bleed that is more than a quarter of the page, is an error (press.sheet-too-small, press.bleed-too-large).
std::optional<Frame> frame_of(const definition::Press& press, Size trim, Diagnostics& diagnostics);

}  // namespace tilstand::press
