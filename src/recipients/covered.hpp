// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tilstand::recipients {

/// A TOML text whose strings and comments have every character but line ends replaced by a dot, so that a line may be shown with a message
/// and its columns still count, but names and addresses don't stand in it. A string that is never closed is covered to the end.
std::string covered(std::string_view text);

}  // namespace tilstand::recipients
