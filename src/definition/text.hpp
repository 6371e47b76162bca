// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/source.hpp"

namespace tilstand::definition {

/// A string as the author wrote it, bindings `{{ … }}` unresolved. `span` covers the characters inside the
/// quotes, so an offset in `value` can be mapped to a place (exact for strings without escapes).
struct Text {
  std::string value;
  SourceSpan span;
  bool empty() const { return value.empty(); }
};

}  // namespace tilstand::definition
