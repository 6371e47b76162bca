// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "archive/verify.hpp"
#include "seal/status.hpp"

namespace tilstand::cli {

/// Looks at seals of packaged editions as `judge` says: what is trusted, and when.
archive::SealReader seal_reader(seal::Judge judge);

}  // namespace tilstand::cli
