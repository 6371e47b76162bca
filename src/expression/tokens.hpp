// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/located.hpp"

namespace tilstand::expression {

/// A word of the expression language.
struct Token {
  enum class Kind { name, text, number, symbol, end };
  Kind kind = Kind::end;
  std::string text{};  ///< without quotes
  std::size_t begin = 0, end = 0;
};

/// Cuts an expression into words, the last of kind `end`; an empty list when a mistake was reported (content.bad-expression).
std::vector<Token> lex_expression(const definition::Located& text, Diagnostics& diagnostics);

}  // namespace tilstand::expression
