// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/checks.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {

/// Reads `[checks]`: `"data.outlier" = "error"`, "warning", "notice" or "off". Codes: definition.unknown-key for a code that is
/// none of `check_kinds`, definition.unknown-value.
Checks read_checks(const Toml& table, ReadContext& context);

}  // namespace tilstand::definition
