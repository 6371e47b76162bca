// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/moment.hpp"

namespace tilstand::seal {

using tilstand::Moment;

/// "D:20261124170000Z" (ISO 32000-1, 7.9.4).
std::string pdf_date(Moment moment);
/// Reads a PDF date, its distance from UTC included; nothing when it is none or lacks the seconds.
std::optional<Moment> read_pdf_date(std::string_view text);
/// Reads "2026-11-24" (its last second) or "2026-11-24T17:00:00Z".
std::optional<Moment> read_iso(std::string_view text);

}  // namespace tilstand::seal
