// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/revision.hpp"
#include "seal/status.hpp"

namespace tilstand::seal {

/// Whether what the later state has more than the earlier is nothing but revocation data: new objects that only the DSS reaches, and a
/// catalog that names it (ETSI EN 319 142-1, 5.4.2).
Appended appended_between(const Revision& earlier, const Revision& later);

}  // namespace tilstand::seal
