// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tilstand::channel {

/// A moment in UTC; an input, for no room reads the clock.
struct Moment {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z, leap seconds not counted

  std::string mail_date() const;  ///< "Tue, 24 Nov 2026 17:07:21 +0000" (RFC 5322, 3.3)
  std::string date_time() const;  ///< "2026-11-24T17:07:21Z" (ISO 8601)
  std::string date() const { return date_time().substr(0, 10); }
};

}  // namespace tilstand::channel
