// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilstand::seal {

/// Seconds since 1970-01-01T00:00:00Z.
using Moment = std::int64_t;

/// "2026-11-24T17:00:00Z".
std::string iso_text(Moment moment);
/// "D:20261124170000Z" (ISO 32000-1, 7.9.4).
std::string pdf_date(Moment moment);
/// Reads a PDF date, its distance from UTC included; nothing when it is none or lacks the seconds.
std::optional<Moment> read_pdf_date(std::string_view text);
/// Reads "2026-11-24" (its last second) or "2026-11-24T17:00:00Z".
std::optional<Moment> read_iso(std::string_view text);

}  // namespace tilstand::seal
