// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/length.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// The entries of a structure element that its tag alone decides: type, texts, language, attributes. `height` of its page
/// turns a box the right way up.
std::string tag_entries(const scene::Tag& tag, Length height);

/// "[left bottom right top]" in points from the bottom left corner.
std::string box_array(const Rect& box, Length height);

}  // namespace tilstand::package
