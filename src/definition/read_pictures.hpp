// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/reader.hpp"
#include "definition/theme.hpp"

namespace tilstand::definition {

/// A `[[master.picture]]`.
MasterPicture read_master_picture(const Toml& table, ReadContext& context);

/// The theme's `[panel.<name>]` tables, after its palette and rules.
void read_panels(const Toml* table, Theme& theme, ReadContext& context);

}  // namespace tilstand::definition
