// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tilstand::fuzz {

/// A spoilt input: a file of `corpus` (not empty) with a few bytes flipped, cut, doubled, moved or taken from another file.
/// The same round gives the same bytes on every machine.
std::string mutated(const std::vector<std::string>& corpus, std::uint64_t round);

}  // namespace tilstand::fuzz
