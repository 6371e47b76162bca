// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "font/library.hpp"

namespace tilstand::font {

/// The faces in a font file's bytes with names, weight, slant and permission read from its tables; `file`, `path`,
/// `bytes` and `sha256` are left empty. None when the bytes are no font that text can be set in.
std::vector<Face> inspect(const std::string& bytes);

}  // namespace tilstand::font
