// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "data/claim.hpp"
#include "definition/reader.hpp"

namespace tilstand::data {

/// Reads `[check.NAME]`. Codes: those of reading TOML, data.bad-check, data.bad-years.
std::vector<Claim> read_claims(const definition::Toml* table, definition::ReadContext& context);

}  // namespace tilstand::data
