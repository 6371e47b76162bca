// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tilstand::registry {

/// Seconds since 1970-01-01 UTC. Whoever calls says what time it is.
using Moment = std::int64_t;

/// "2021-12-31T12:00:00Z" (RFC 3339).
std::string utc_text(Moment moment);

/// Whether `text` is a day of the calendar, "2021-12-31" (ISO 8601).
bool is_day(const std::string& text);

}  // namespace tilstand::registry
