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

/// A parsed expression: `goal.number > 0 and goal.status == 'God'`, `trust[2020].value`, `change(trust, from: 2019) / 2`,
/// `sum(datasets.count where datasets.kind == 'open')`. Nodes refer to one another by index.
struct Expression {
  /// `minus` is `-left`; `range` is `left .. right`, inside an index only; `filter` is `left where right`, inside a call only.
  enum class Kind { text, integer, decimal, boolean, name, member, index, range, call, filter, minus, arithmetic, negation, both, either, comparison };
  enum class Comparison { equal, not_equal, less, greater, less_equal, greater_equal };
  enum class Operation { add, subtract, multiply, divide };

  /// What a call is given: `trust`, or `from: 2019` by name.
  struct Argument {
    std::string name{};  ///< empty: by its place
    std::size_t node = 0;
    std::size_t begin = 0, end = 0;
  };

  struct Node {
    Kind kind = Kind::text;
    std::string text{};           ///< text, name, member, and the function of a call
    std::int64_t integer = 0;     ///< integer; boolean as 0 or 1
    tables::Decimal decimal{};    ///< integer and decimal
    Comparison comparison = Comparison::equal;
    Operation operation = Operation::add;
    std::size_t left = 0, right = 0;
    std::vector<Argument> arguments{};  ///< of a call, in their order
    std::size_t begin = 0, end = 0;     ///< bytes of `source` that a message about this node points at
    int depth = 1;
  };

  std::string source;
  FileId file{};
  Position start{};
  std::vector<Node> nodes;
  std::size_t root = 0;

  SourceSpan span(const Node& node) const { return definition::Located(source, file, start).span(node.begin, node.end); }
};

/// Parses the whole text, at most 4 096 bytes and 64 deep; reports content.bad-expression at the place of the first mistake.
std::optional<Expression> parse_expression(const definition::Located& text, Diagnostics& diagnostics);

}  // namespace tilstand::expression
