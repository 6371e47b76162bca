// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tilstand::text {

/// How far a character at a line's end (or start) stands outside the measure, in thousandths of its width, so that the margin
/// looks straight. The table is in hanging.cpp.
int hanging_permille(char32_t character, bool at_end);

}  // namespace tilstand::text
