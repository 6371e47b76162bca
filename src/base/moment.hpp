// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tilstand {

/// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted. An input: whoever calls says what time it is.
using Moment = std::int64_t;

/// "2021-12-31T12:00:00Z" (RFC 3339); its first ten characters are the day.
std::string utc_text(Moment moment);

}  // namespace tilstand
