// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tilstand {

/// The first forty bytes of a text in UTF-8, no character cut, with "…" when there is more: for messages.
std::string shortened(const std::string& text);

}  // namespace tilstand
