// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/reader.hpp"
#include "definition/theme.hpp"

namespace tilstand::definition {

/// What a colour says of a press: `cmyk = [c, m, y, k]`, per cent, and `spot = "NAME"`.
void read_inks(KeyReader& keys, Colour& colour);

/// A spot ink is one plate: two colours of one name have the same stand-in (definition.bad-spot).
void check_spots(const Theme& theme, Diagnostics& diagnostics);

}  // namespace tilstand::definition
