// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "content/evaluate.hpp"

namespace tilstand::content {

/// Words that an author answers for: `{{ literal "16–79" }}`, with `because "the reason"`, or `while condition` when they stand
/// only as long as that holds.
struct Literal {
  std::string text;
  std::string reason{};   ///< the reason or the condition; empty: none is given
  bool fails = false;     ///< the condition does not hold
};

/// The literal that the inside of a binding is; nothing when it is another expression.
std::optional<Literal> read_literal(const definition::Located& text, const Scope& scope, const Evaluator& evaluator);

}  // namespace tilstand::content
