// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/moment.hpp"

namespace tilstand::registry {

using tilstand::Moment;

/// Whether `text` is a day of the calendar, "2021-12-31" (ISO 8601).
bool is_day(const std::string& text);

}  // namespace tilstand::registry
