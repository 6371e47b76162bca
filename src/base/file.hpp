// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilstand {

/// The bytes of a file; nothing when it can't be read.
std::optional<std::string> read_file(const std::string& path);

/// Puts `bytes` into the file: written beside it and renamed, so that a failure leaves what stood there. What is no plain
/// file (a pipe, a device) is written straight. False when the disk or a permission is in the way.
bool replace_file(const std::string& path, std::string_view bytes);

}  // namespace tilstand
