// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace tilstand::content {

/// Typed words that may stand as they are, and why.
struct Reasoned {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::string reason{};
};

/// Finds the numbers of a typed text that have a reason, in order; with `literal` the whole text when it has one.
using ReasonFinder = std::function<std::vector<Reasoned>(const std::string& text, bool literal)>;

}  // namespace tilstand::content
