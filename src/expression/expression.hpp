// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/located.hpp"
#include "tables/decimal.hpp"

namespace tilstand::expression {

/// A parsed expression: `goal.number > 0 and goal.status == 'God'`, `trust[2020].value`. Nodes refer to one another by index.
struct Expression {
  enum class Kind { text, integer, decimal, boolean, name, member, index, negation, both, either, comparison };
  enum class Comparison { equal, not_equal, less, greater, less_equal, greater_equal };

  struct Node {
    Kind kind = Kind::text;
    std::string text{};           ///< text, name and member
    std::int64_t integer = 0;     ///< integer; boolean as 0 or 1
    tables::Decimal decimal{};
    Comparison comparison = Comparison::equal;
    std::size_t left = 0, right = 0;
    std::size_t begin = 0, end = 0;  ///< bytes of `source` that a message about this node points at
    int depth = 1;
  };

  std::string source;
  FileId file{};
  Position start{};
  std::vector<Node> nodes;
  std::size_t root = 0;

  SourceSpan span(const Node& node) const { return definition::Located(source, file, start).span(node.begin, node.end); }
};

/// Parses the whole text; reports content.bad-expression at the place of the first mistake.
std::optional<Expression> parse_expression(const definition::Located& text, Diagnostics& diagnostics);

}  // namespace tilstand::expression
