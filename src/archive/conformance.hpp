// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "archive/record.hpp"

namespace tilstand::archive {

/// What a report of veraPDF says of the PDFs that it names: its JSON, or lines such as "PASS 2a report.pdf". Empty when it is neither.
std::vector<Verdict> read_verdicts(const std::string& report);

/// "2a" from "PDF/A-2A validation profile", "ua1" from "PDF/UA-1 validation profile"; empty when it names none.
std::string flavour_of(const std::string& profile);

}  // namespace tilstand::archive
