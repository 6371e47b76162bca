// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/dataset.hpp"
#include "data/findings.hpp"

namespace tilstand::data {

/// Compares what the data say must agree (`[check.NAME]`). Codes: data.total-unlike-parts, data.shares-do-not-sum, data.two-values, those of
/// `Reckoner`, content.bad-expression.
void check_claims(const Dataset& dataset, Findings& findings);

}  // namespace tilstand::data
