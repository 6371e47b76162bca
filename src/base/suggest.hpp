// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tilstand {

/// The edit distance of two words, swaps of neighbours counted as one (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// A hint of the form `did you mean "title"?` when a known word is near, else an empty string.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace tilstand
