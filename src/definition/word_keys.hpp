// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tilstand::definition {

/// Keys of the words that the program uses; a language's `words.toml` must have them all.
inline constexpr std::string_view word_keys[] = {
    "language", "caption.figure", "caption.table", "caption.continued",
};

}  // namespace tilstand::definition
