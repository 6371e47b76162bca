// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <source_location>

namespace tilstand {

/// Ends the program with the place of the call when `condition` is false, in every build.
/// For mistakes of the programmer only; what a user can cause is a diagnostic.
void ensure(bool condition, std::source_location where = std::source_location::current());

}  // namespace tilstand
